"""What is kept of a forecast when it is frozen: the forecast, the months before it, and who enters."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from styrhus.dossier.placement_forecast import Fit, Material, Outlook, forecast_of
from styrhus.dossier.placement_forecast.past import Month, Past
from styrhus.forecast.entering import entering
from styrhus.forecast.frozen import Been, Opened, WithoutLevers
from styrhus.forecast.material.stream import Stream
from styrhus.forecast.result import Forecast


def to_freeze(found: Outlook, material: Material, held: Fit) -> Opened:
    """The forecast of an outlook with everything that later scores and comparisons need of today."""
    streams = tuple(part.stream for part in found.forecast.streams if part.stream is not None)
    months, rows = past_rows(found.past, streams)
    persons = entering(found.year, material.data, held.learnt, found.forecast)
    base = tuple(_without_levers(found.year, forecast_of(held))) if found.forecast.levers else ()
    return Opened(found.forecast, found.year, months, rows, persons, base)


def _without_levers(year: int, base: Forecast) -> Iterator[WithoutLevers]:
    at = next((place for place, ahead in enumerate(base.years) if ahead.year == year), None)
    if at is None:
        return
    for part in base.streams:
        if part.stream is not None:
            ahead = part.years[at]
            yield WithoutLevers(part.stream, ahead.care_days.mean, None if ahead.cost is None else ahead.cost.mean)


def past_rows(
    past: Past, streams: Sequence[Stream], *, whole: bool = False
) -> tuple[tuple[str, ...], tuple[Been, ...]]:
    """The months that have been (`2018-12`), and what each stream had in them; `whole` without one counted up."""
    months = past.months[:-1] if whole and not past.complete else past.months
    names = tuple(f"{year}-{month:02d}" for year, month in months)
    return names, tuple(_been(past, stream, months) for stream in streams)


def _been(past: Past, stream: Stream, months: Sequence[Month]) -> Been:
    amounts = [past.month((stream,), month) for month in months]
    days = [monthrange(*month)[1] for month in months]
    return Been(
        stream,
        tuple(
            None if held.persons is None else float(held.persons) * length
            for held, length in zip(amounts, days, strict=True)
        ),
        tuple(None if held.cost is None else float(held.cost) for held in amounts),
    )
