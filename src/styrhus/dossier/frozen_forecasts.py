"""The frozen forecasts of a dossier: which is the latest, what they say of a year, and the frame beside it."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.grids import placements_of
from styrhus.dossier.short_name import short_name
from styrhus.finance.grids.basis import Basis
from styrhus.forecast.frame import probability
from styrhus.forecast.frozen import FrozenForecast, Opened, opened
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import StreamForecast, YearForecast
from styrhus.forecast.whole_year import whole_year_cost
from styrhus.values.text import Text

LATEST = "latest"
TOTAL = "total"


def frozen_forecast(dossier: Dossier, key: str = LATEST) -> FrozenForecast | None:
    """The frozen forecast of an id; `latest` is the one frozen last. None when there is none."""
    if key == LATEST:
        return dossier.forecasts[-1] if dossier.forecasts else None
    return next((held for held in dossier.forecasts if held.id == key), None)


def before(dossier: Dossier, frozen: FrozenForecast) -> FrozenForecast | None:
    """The forecast that was frozen before another; None for the first."""
    at = dossier.forecasts.index(frozen)
    return dossier.forecasts[at - 1] if at else None


def stream_words(held: Opened) -> dict[str, StreamForecast]:
    """The word for each stream in addresses of figures, `total` for all together."""
    words = {TOTAL: held.forecast.total}
    for part in held.forecast.streams:
        if part.stream is not None:
            words[short_name(part.stream.key.replace("/", " "), words)] = part
    return words


@dataclass(frozen=True)
class FrameHeld:
    """The frame of a year in kr and how probable it is that it is held; None where either is not known.

    `whole` is the year's cost with what had been of it when the forecast was frozen.
    """

    year: int
    frame: Decimal | None
    whole: YearForecast
    probability: float | None


@lru_cache(maxsize=64)
def frame_held(dossier: Dossier, frozen: FrozenForecast) -> FrameHeld | None:
    """The plan year's budget for what is forecast beside its cost; None when the forecast does not tell of the year."""
    held = opened(frozen.content)
    whole = whole_year_cost(held, dossier.plan.year)
    if whole is None:
        return None
    frame = placement_budget(dossier, held)
    return FrameHeld(dossier.plan.year, frame, whole, probability(whole, frame))


def placement_budget(dossier: Dossier, held: Opened) -> Decimal | None:
    """What the plan year's budget has in kr for the streams that are forecast; None where a row of them lacks it."""
    streams = [part.stream for part in held.forecast.streams if part.stream is not None]
    return _budget(dossier, tuple(dict.fromkeys(row for stream in streams for row in rows_for(dossier, stream))))[1]


def budget_of(dossier: Dossier, stream: Stream) -> tuple[Decimal | None, Decimal | None]:
    """Persons on average and kr that the plan year's budget has for a stream; None where a row of it lacks them."""
    return _budget(dossier, rows_for(dossier, stream))


def _budget(dossier: Dossier, rows: tuple[str, ...]) -> tuple[Decimal | None, Decimal | None]:
    grid, column = placements_of(dossier), f"{Basis.BUDGET.value}-{dossier.plan.year}"
    values = [grid.values.get((row, column)) for row in rows]
    return _added([held.persons if held else None for held in values]), _added(
        [held.amount if held else None for held in values]
    )


def _added(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def rows_for(dossier: Dossier, stream: Stream) -> tuple[str, ...]:
    """The rows of the placement grid that budget for a stream, by their ids."""
    # Read when there is a forecast to read: what makes one brings numpy, which most pages can do without.
    from styrhus.dossier.placement_forecast.grid import rows_of

    return tuple(row.id for row in rows_of(dossier, stream))


def name_of(dossier: Dossier, stream: Stream | None) -> Text:
    """What a stream is called, as on the forecast's page."""
    from styrhus.dossier.placement_forecast.grid import rows_of
    from styrhus.dossier.placement_forecast.words import stream_name

    return stream_name(stream, () if stream is None else rows_of(dossier, stream))
