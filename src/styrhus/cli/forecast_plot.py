"""A forecast drawn as a fan: what a month costs, or how many there are where no price is known."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from styrhus.cli.language import Language
from styrhus.cli.output import stop
from styrhus.cli.whole_file import write_whole

if TYPE_CHECKING:
    from styrhus.forecast import Counts, Forecast, Spells
    from styrhus.paper.charts.series import FanChart, Point

SUFFIXES = (".svg", ".png")
YEARS_BACK = 2


def require_suffix(target: Path, language: Language) -> None:
    """Ends the command for a picture of another kind, before anything is reckoned."""
    from styrhus.values.text import msg

    if target.suffix.lower() not in SUFFIXES:
        stop(msg("{file} cannot be drawn; the name has to end with .svg or .png.", file=target), language)


def draw(forecast: "Forecast", material: "Spells | Counts | None", target: Path, language: Language) -> None:
    """Write the fan of the total; ends the command with 2 when the file cannot be written."""
    from styrhus.paper.charts import png, svg
    from styrhus.paper.charts.fan import specification

    drawn = specification(fan(forecast, material), language.code)
    is_svg = target.suffix.lower() == ".svg"
    content = svg(drawn, language.code).encode() if is_svg else png(drawn, language.code)
    write_whole(target, content, language)


def fan(forecast: "Forecast", material: "Spells | Counts | None") -> "FanChart":
    """Outcome of the last two years, where there is material, and forecast by month, in tkr, else in persons."""
    from styrhus.paper.charts.series import FanChart, Spread
    from styrhus.values.unit import Unit

    priced = forecast.total.whole.cost is not None
    spreads = []
    for month, measures in zip(forecast.months, forecast.total.months, strict=True):
        held = measures.cost if priced else measures.persons
        if held is not None:
            values = (held.mean, held.p10, held.p25, held.p75, held.p90)
            spreads.append(Spread(month, *(_shown(value, priced=priced) for value in values)))
    outcome = () if material is None else past(material, int(forecast.months[0][:4]), priced=priced)
    return FanChart(Unit.TKR if priced else Unit.PERSONS, outcome, tuple(spreads))


def past(material: "Spells | Counts", year: int, *, priced: bool) -> "tuple[Point, ...]":
    """Cost (or persons) of all streams together by month of the last two years; none where there are only years."""
    from styrhus.dossier.placement_forecast import Material
    from styrhus.dossier.placement_forecast.past import past_of
    from styrhus.forecast import Counts
    from styrhus.paper.charts.series import Point

    if isinstance(material, Counts) and material.months_each > 1:
        return ()
    held = past_of(Material(f"{id(material)}", material), year - YEARS_BACK)
    found = []
    for year_, month in held.months:
        amounts = held.month(held.streams, (year_, month))
        value = amounts.cost if priced else amounts.persons
        if value is not None:
            found.append(Point(f"{year_}-{month:02d}", _shown(float(value), priced=priced)))
    return tuple(found)


def _shown(value: float, *, priced: bool) -> Decimal:
    """tkr without decimals, persons with one."""
    return Decimal(str(round(value / 1000))) if priced else Decimal(str(round(value, 1)))
