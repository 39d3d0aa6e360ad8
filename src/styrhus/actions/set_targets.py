"""Set the targets of an indicator."""

from collections.abc import Mapping, Sequence

from styrhus.actions.draft import Draft, drafting
from styrhus.actions.life_log import is_new_this_year, level_in_signs, log
from styrhus.actions.validation import required, validated_rows
from styrhus.plan.indicator import Indicator, LifeEvent
from styrhus.plan.target import Target
from styrhus.store.models import User
from styrhus.values.text import msg


def set_targets(
    board: str, year: int, indicator_id: str, targets: Sequence[Mapping[str, object]], *,
    version: int, reason: str = "", by: User,
) -> tuple[Target, ...]:  # fmt: skip
    """Replace all targets of an indicator by those given; `version` is that of the indicator's targets.

    A changed level of a year that had one needs a `reason` and is noted in the life log. Raises NotAllowed,
    Conflict, NotFound, and ProblemsError whose problems name the row (from 1) and the field.
    """
    with drafting("set_targets", board, year, by) as draft:
        indicator = draft.find("indicators", indicator_id)
        draft.require(indicator.responsible_unit)
        draft.expect("targets", indicator_id, version)
        new = validated_rows(Target, targets, indicator=indicator_id)
        _note(draft, indicator, new, reason)
        draft.replace_of("targets", "indicator", indicator_id, new)
    return new


def _note(draft: Draft, indicator: Indicator, targets: Sequence[Target], reason: str) -> None:
    old = {(target.year, target.part): target for target in draft.dossier.targets_of(indicator.id)}
    pairs = [(old[key], target) for target in targets if (key := (target.year, target.part)) in old]
    changed = [(before, after) for before, after in pairs if _level(before) != _level(after)]
    if not changed or is_new_this_year(draft, indicator.id):
        return
    told = required("reason", reason, msg("Readers will ask why the level was changed."))
    before, after = (level_in_signs(side) for side in zip(*changed, strict=True))
    log(draft, indicator, LifeEvent.LEVEL_CHANGED, before=before, after=after, reason=told)


def _level(target: Target) -> tuple[object, ...]:
    return target.kind, target.value, target.change, target.reference
