"""A forecast drawn as a fan: what a month costs, or how many there are where no price is known."""

from decimal import Decimal
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop

if TYPE_CHECKING:
    from styrhus.forecast import Counts, Forecast, Spells
    from styrhus.paper.charts.series import FanChart

SUFFIXES = (".svg", ".png")
MONTHS_BACK = 24


def require_suffix(target: Path, language: Language) -> None:
    """Ends the command for a picture of another kind, before anything is reckoned."""
    from styrhus.values.text import msg

    if target.suffix.lower() not in SUFFIXES:
        stop(msg("{file} cannot be drawn; the name has to end with .svg or .png.", file=target), language)


def draw(forecast: "Forecast", material: "Spells | Counts | None", target: Path, language: Language) -> None:
    """Write the fan of the total; ends the command with 2 when the file cannot be written."""
    from styrhus.paper.charts import png, svg
    from styrhus.paper.charts.fan import specification
    from styrhus.values.text import msg

    drawn = specification(fan(forecast, material), language.code)
    is_svg = target.suffix.lower() == ".svg"
    content = svg(drawn, language.code).encode() if is_svg else png(drawn, language.code)
    try:
        target.write_bytes(content)
    except OSError as error:
        stop(msg("{file} cannot be written: {why}.", file=target, why=error.strerror), language)


def fan(forecast: "Forecast", material: "Spells | Counts | None") -> "FanChart":
    """Outcome of the last two years, where there is material, and forecast by month, in tkr, else in persons."""
    from styrhus.paper.charts.series import FanChart, Point, Spread
    from styrhus.values.unit import Unit

    priced = forecast.total.whole.cost is not None
    spreads = []
    for month, measures in zip(forecast.months, forecast.total.months, strict=True):
        held = measures.cost if priced else measures.persons
        if held is not None:
            values = (held.mean, held.p10, held.p25, held.p75, held.p90)
            spreads.append(Spread(month, *(_shown(value, priced=priced) for value in values)))
    been = [] if material is None else past(material, priced=priced)
    outcome = tuple(Point(month, _shown(value, priced=priced)) for month, value in been)
    return FanChart(Unit.TKR if priced else Unit.PERSONS, outcome, tuple(spreads))


def past(material: "Spells | Counts", *, priced: bool) -> list[tuple[str, float]]:
    """Month and cost (or persons) of all streams together, the last two years; none where there are only years."""
    import numpy as np

    from styrhus.cli.forecast_counted import counted
    from styrhus.forecast import Counts, Horizon

    counts = material if isinstance(material, Counts) else counted(material)
    if counts.months_each > 1:
        return []
    values = counts.persons * counts.price if priced else counts.persons
    months = Horizon(*counts.first, len(counts)).names
    total = np.where(np.isnan(values).all(axis=0), np.nan, np.nansum(values, axis=0))
    found = zip(months, total.tolist(), strict=True)
    return [(month, value) for month, value in found if isfinite(value)][-MONTHS_BACK:]


def _shown(value: float, *, priced: bool) -> Decimal:
    """tkr without decimals, persons with one."""
    return Decimal(str(round(value / 1000))) if priced else Decimal(str(round(value, 1)))
