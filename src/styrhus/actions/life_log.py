"""The life log of indicators, written by the actions that change them."""

from collections.abc import Sequence

from styrhus.actions.draft import Draft
from styrhus.plan.indicator import Indicator, LifeEvent, LifeLogEntry
from styrhus.plan.target import Target, TargetKind
from styrhus.values.number import write_decimal

_SIGNS = {
    TargetKind.AT_LEAST: "≥",
    TargetKind.AT_MOST: "≤",
    TargetKind.LESS_THAN: "<",
    TargetKind.EXACTLY: "=",
    TargetKind.INCREASE: "↑",
    TargetKind.DECREASE: "↓",
    TargetKind.KEEP: "→",
}


def is_new_this_year(draft: Draft, indicator: str) -> bool:
    """An indicator that came in with this plan has no earlier life that a change could be told against."""
    year = draft.plan_year.year
    return any((e.indicator, e.year, e.event) == (indicator, year, LifeEvent.NEW) for e in draft.dossier.life_log)


def log(
    draft: Draft, indicator: Indicator, event: LifeEvent, *, before: str = "", after: str = "", reason: str
) -> None:
    """Add an event of this plan year; a second change of the same kind joins the first, and one taken back goes."""
    if is_new_this_year(draft, indicator.id):
        return
    year = draft.plan_year.year
    earlier = [e for e in draft.dossier.life_log if (e.indicator, e.year, e.event) == (indicator.id, year, event)]
    before = earlier[0].before if earlier else before
    entry = LifeLogEntry(
        indicator=indicator.id, year=year, event=event, name=indicator.name, before=before, after=after, reason=reason
    )  # fmt: skip
    rest = tuple(e for e in draft.dossier.life_log if e not in earlier)
    taken_back = bool(before) and before == after
    draft.put(life_log=rest if taken_back else (*rest, entry))


def level_in_signs(targets: Sequence[Target]) -> str:
    """`2023: ≥ 95,0; 2024: ≥ 97,0`, the same in every language."""
    return "; ".join(f"{target.year}{_part(target)}: {_level(target)}" for target in targets)


def _part(target: Target) -> str:
    return f" {target.part}" if target.part else ""


def _level(target: Target) -> str:
    amount = target.value if target.value is not None else target.change
    number = target.reference if amount is None else write_decimal(amount)
    return " ".join(filter(None, (_SIGNS.get(target.kind, "–"), number)))
