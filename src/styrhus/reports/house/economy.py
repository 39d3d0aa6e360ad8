"""The economy pillar: the frame of the year against the year before, and what the change consists of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.frozen_forecasts import FrameHeld, frame_held
from styrhus.finance.bridge import Bridge, bridge, falling_away, frame_of
from styrhus.finance.frame import Frame
from styrhus.finance.table import ColumnKind, TableKind
from styrhus.values.figure import Figure, Source
from styrhus.values.missing import total
from styrhus.values.unit import convert

SHOWN_STEPS = 3
SHOWN_KEY_FIGURES = 4


@dataclass(frozen=True)
class EconomyPillar:
    """Amounts in the unit of the year's frame; `frame` is None when the plan names no frame for its year.

    `steps` are the largest changes, `other` the sum of the remaining ones, `residual` what no change explains,
    `falling` the temporary money whose last year this is. `key_figures` are the first amounts that a plan without
    a frame gives; `needs` counts its requests for funds. `placements` is the budget for placements beside the latest
    frozen forecast, None where there is no probability to tell.
    """

    frame: Figure | None = None
    before: Figure | None = None
    change: Figure | None = None
    percent: Decimal | None = None
    steps: tuple[Figure, ...] = ()
    other: Figure | None = None
    residual: Figure | None = None
    falling: Figure | None = None
    key_figures: tuple[Figure, ...] = ()
    needs: int = 0
    placements: FrameHeld | None = None


def economy_pillar(dossier: Dossier) -> EconomyPillar:
    """The pillar of a dossier's plan year."""
    year = dossier.plan.year
    frame = frame_of(dossier.frames, year)
    found = bridge(dossier.frames, dossier.frame_changes, year)
    if frame is None or found is None:
        return EconomyPillar(
            key_figures=tuple(islice(_key_figures(dossier), SHOWN_KEY_FIGURES)),
            needs=len(dossier.needs),
            placements=_placements(dossier),
        )
    steps = sorted(found.steps, key=lambda step: -abs(step.amount))
    return EconomyPillar(
        frame=_figure(frame.amount, found, f"grant.{year}", frame.label),
        before=_before(dossier, found),
        change=_change(found),
        percent=_percent(found),
        steps=tuple(_figure(s.amount, found, f"frame.{s.change.id}", s.change.label) for s in steps[:SHOWN_STEPS]),
        other=_other([step.amount for step in steps[SHOWN_STEPS:]], found),
        residual=_figure(found.residual, found, "", "") if found.residual and found.steps else None,
        falling=_falling(dossier, frame),
        needs=len(dossier.needs),
        placements=_placements(dossier),
    )


def _placements(dossier: Dossier) -> FrameHeld | None:
    """Of the latest forecast without levers: what would be if something were done stands on its own page."""
    plain = [held for held in dossier.forecasts if not held.levers]
    frozen = plain[-1] if plain else None
    found = None if frozen is None else frame_held(dossier, frozen)
    return None if found is None or found.probability is None else found


def _figure(value: Decimal | None, found: Bridge, ref: str, label: str) -> Figure:
    return Figure(value, found.unit, str(found.year), Source(ref), label)


def _before(dossier: Dossier, found: Bridge) -> Figure | None:
    earlier = frame_of(dossier.frames, found.year - 1)
    if earlier is None or found.opening is None:
        return None
    return Figure(found.opening, found.unit, str(found.year - 1), Source(f"grant.{found.year - 1}"), earlier.label)


def _change(found: Bridge) -> Figure | None:
    return None if found.change is None else _figure(found.change, found, f"grant.change.{found.year}", "")


def _percent(found: Bridge) -> Decimal | None:
    """The change in per cent of the frame of the year before."""
    return None if found.change is None or not found.opening else 100 * found.change / found.opening


def _other(amounts: list[Decimal], found: Bridge) -> Figure | None:
    return _figure(sum(amounts, Decimal(0)), found, "", "") if amounts else None


def _falling(dossier: Dossier, frame: Frame) -> Figure | None:
    ending = falling_away(dossier.frame_changes, frame.year)
    if not ending:
        return None
    held = total(convert(change.amount, change.unit, frame.unit) for change in ending)
    return Figure(held.value, frame.unit, str(frame.year))


def _key_figures(dossier: Dossier) -> Iterator[Figure]:
    for table in dossier.tables:
        if table.kind is TableKind.KEY_FIGURES:
            column = next(column for column in table.columns if column.kind is not ColumnKind.TEXT)
            for row in table.rows:
                unit, cell = table.unit_of(row, column), table.cell(row.id, column.id)
                if unit.is_money and cell.value is not None:
                    yield Figure(cell.value, unit, "", Source(f"table.{table.id}.{row.id}.{column.id}"), row.label)
