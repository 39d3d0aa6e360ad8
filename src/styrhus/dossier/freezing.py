"""What is kept of a forecast when it is frozen: the forecast, the months before it, and who enters."""

from calendar import monthrange
from collections.abc import Sequence

from styrhus.dossier.placement_forecast import Fit, Material, Outlook
from styrhus.dossier.placement_forecast.past import Past
from styrhus.forecast.entering import entering
from styrhus.forecast.frozen import Been, Opened
from styrhus.forecast.lever import Lever
from styrhus.forecast.material.stream import Stream


def to_freeze(found: Outlook, material: Material, held: Fit, levers: Sequence[Lever] = ()) -> Opened:
    """The forecast of an outlook with everything that later scores and comparisons need of today."""
    past = found.past
    months = tuple(f"{year}-{month:02d}" for year, month in past.months)
    rows = tuple(_been(past, part.stream) for part in found.forecast.streams if part.stream is not None)
    persons = entering(found.year, material.data, held.learnt, found.forecast, levers)
    return Opened(found.forecast, found.year, months, rows, persons)


def _been(past: Past, stream: Stream) -> Been:
    amounts = [past.month((stream,), month) for month in past.months]
    days = [monthrange(*month)[1] for month in past.months]
    return Been(
        stream,
        tuple(
            None if held.persons is None else float(held.persons) * length
            for held, length in zip(amounts, days, strict=True)
        ),
        tuple(None if held.cost is None else float(held.cost) for held in amounts),
    )
