"""Live figures that hold the follow-up against something else: the frame, the whole deviation, the season.

`outlook.<yyyy-mm>.<name>` and `share.<yyyy-mm>.<unit>.<cost type>.<column>`.
"""

from collections.abc import Callable
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import follow_up_figure
from styrhus.dossier.unknown_reference import unknown
from styrhus.finance.bridge import frame_of
from styrhus.values.figure import Figure, Source
from styrhus.values.missing import difference
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit, convert

Value = Callable[[Dossier, int], Decimal | None]


def frame(dossier: Dossier, month: int) -> Decimal | None:
    """The frame of the plan year in kr; None when the plan gives none."""
    held = frame_of(dossier.frames, dossier.plan.year)
    return None if held is None else convert(held.amount, held.unit, Unit.KR)


def _frame_variance(dossier: Dossier, month: int) -> Decimal | None:
    return difference(frame(dossier, month), follow_up(dossier, month).line().forecast)


def _part(whole: Decimal | None, part: Decimal | None) -> Decimal | None:
    return part / whole * 100 if whole and part is not None else None


def _season_budget(dossier: Dossier, month: int) -> Decimal | None:
    line = follow_up(dossier, month).line()
    return _part(line.budget, line.accumulated.budget)


def _season_last(dossier: Dossier, month: int) -> Decimal | None:
    line = follow_up(dossier, month).line()
    return _part(line.last_year, line.accumulated.last_year)


def _accrued(dossier: Dossier, month: int) -> Decimal | None:
    return follow_up(dossier, month).line().accumulated.accrued


OUTLOOKS: dict[str, tuple[Text, Unit, Value]] = {
    "frame": (msg("frame of the year"), Unit.KR, frame),
    "frame-variance": (msg("frame − full-year forecast"), Unit.KR, _frame_variance),
    "accrued": (msg("accruals in the outcome to date"), Unit.KR, _accrued),
    "season-budget": (msg("part of the year's budget to date"), Unit.PERCENT, _season_budget),
    "season-last-year": (msg("part of last year's outcome to the same month"), Unit.PERCENT, _season_last),
}
"""By name: what it is, its unit and how it is reckoned at the end of a month."""


def outlook_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at `outlook.<yyyy-mm>.<name>`."""
    months = {f"{dossier.plan.year}-{month:02d}": month for month in range(1, 13)}
    if steps[0] not in months:
        raise unknown(address, steps[0], tuple(months))
    if len(steps) != 2 or steps[1] not in OUTLOOKS:
        raise unknown(address, ".".join(steps[1:]), tuple(OUTLOOKS))
    word, unit, value = OUTLOOKS[steps[1]]
    found = value(dossier, months[steps[0]])
    return Figure(found, unit, steps[0], Source(address, word.render()), word.render())


def share_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """How much of a unit's amount a cost type is, in percent."""
    part = follow_up_figure(dossier, f"followup.{'.'.join(steps)}", steps)
    month, unit, _, column = steps
    whole = follow_up_figure(dossier, f"followup.{month}.{unit}.all.{column}", [month, unit, "all", column])
    place = f"{part.source.ref} / {whole.source.ref}"
    return Figure(_part(whole.value, part.value), Unit.PERCENT, month, Source(address, place), part.label)
