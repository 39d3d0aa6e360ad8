"""Live figures of the follow-up, at addresses such as `followup.2019-08.all.staff.variance`."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up, followed_budget, latest_month
from styrhus.dossier.unknown_reference import unknown
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.line import Line
from styrhus.finance.labels import label
from styrhus.values.figure import Figure, Source
from styrhus.values.text import DEFAULT_LANGUAGE, Text, msg
from styrhus.values.unit import Unit

OWN = "~own"
"""After a unit in an address: what is booked on the unit itself, without those below it."""
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Column:
    """A column of the follow-up: its reader's word, its amount in a line, and the formula of computed ones."""

    word: Text
    value: Callable[[Line], Decimal | None]
    formula: tuple[str, str, str] | None = None


COLUMNS = {
    "month-budget": Column(msg("budget of the month"), lambda line: line.month.budget),
    "month-actual": Column(msg("actual of the month"), lambda line: line.month.actual),
    "month-variance": Column(
        msg("variance of the month"), lambda line: line.month.variance, ("month-budget", "−", "month-actual")
    ),
    "budget-to-date": Column(msg("budget to date"), lambda line: line.accumulated.budget),
    "actual-to-date": Column(msg("actual to date"), lambda line: line.accumulated.actual),
    "variance-to-date": Column(
        msg("variance to date"), lambda line: line.accumulated.variance, ("budget-to-date", "−", "actual-to-date")
    ),
    "last-year-to-date": Column(msg("last year to date"), lambda line: line.accumulated.last_year),
    "budget": Column(msg("budget of the year"), lambda line: line.budget),
    "forecast": Column(msg("full-year forecast"), lambda line: line.forecast),
    "variance": Column(msg("forecast variance"), lambda line: line.variance, ("budget", "−", "forecast")),
    "previous": Column(msg("previous forecast"), lambda line: line.previous),
    "forecast-change": Column(
        msg("change since the previous forecast"), lambda line: line.change, ("forecast", "−", "previous")
    ),
    "last-year": Column(msg("outcome of last year"), lambda line: line.last_year),
}
"""By their name in an address; variances are budget − actual, so positive is favourable."""


def follow_up_figure(dossier: Dossier, address: str, steps: list[str]) -> Figure:
    """The figure at `followup.<yyyy-mm>.<unit|all|->.<cost type|all|->.<column>`, in kr.

    `<unit>~own` is what is booked on a unit itself, without those below it.
    """
    found = _MONTH.fullmatch(steps[0])
    if found is None or int(found["year"]) != dossier.plan.year:
        raise unknown(address, steps[0], tuple(f"{dossier.plan.year}-{month:02d}" for month in range(1, 13)))
    unit, cost_type, column = (*steps[1:], "", "", "")[:3]
    view = follow_up(dossier, int(found["month"]))
    units = (ALL, *(held.id for held in dossier.organisation), UNMAPPED)
    whole = unit.removesuffix(OWN)
    if whole not in units and unit not in view.children():
        raise unknown(address, unit, units)
    kinds = (ALL, *(kind.value for kind in CostType if kind.is_net_cost), UNMAPPED)
    if cost_type not in kinds:
        raise unknown(address, cost_type, kinds)
    if column not in COLUMNS or len(steps) != 4:
        raise unknown(address, column, tuple(COLUMNS))
    return _figure(dossier, address, view.line(whole, cost_type, own=whole != unit), column)


def _figure(dossier: Dossier, address: str, line: Line, column: str, *, language: str = DEFAULT_LANGUAGE) -> Figure:
    place = _place(dossier, address, line, column=column, language=language)
    _, period, unit, *_ = address.split(".")
    label = f"{line_name(dossier, unit, line.cost_type, language)}: {COLUMNS[column].word.render(language)}"
    return Figure(COLUMNS[column].value(line), Unit.KR, period, Source(address, place), label)


def in_language(dossier: Dossier, figure: Figure, language: str) -> Figure:
    """A figure of the follow-up with its label and its place in a language; any other as it is."""
    kind, *steps = figure.source.ref.split(".")
    if kind != "followup":
        return figure
    unit = steps[1].removesuffix(OWN)
    line = follow_up(dossier, int(steps[0][-2:])).line(unit, steps[2], own=unit != steps[1])
    return _figure(dossier, figure.source.ref, line, steps[3], language=language)


def line_name(dossier: Dossier, unit: str, cost_type: str, language: str = DEFAULT_LANGUAGE) -> str:
    """`Barn och unga, personal`; the board's own name for the whole."""
    where = unit_name(dossier, unit, language)
    return where if cost_type == ALL else f"{where}, {type_name(cost_type).render(language).lower()}"


def unit_name(dossier: Dossier, unit: str, language: str = DEFAULT_LANGUAGE) -> str:
    """What a unit of the follow-up is called: the board for all, words for unmapped codes."""
    if unit == ALL:
        return dossier.board.name
    if unit == UNMAPPED:
        return msg("Codes without a unit").render(language)
    held = dossier.unit_by_id.get(unit.removesuffix(OWN))
    name = held.name if held else unit
    return name if held is None or held.id == unit else msg("{unit}, in common", unit=name).render(language)


def type_name(cost_type: str) -> Text:
    """The reader's word for a cost type of the follow-up."""
    if cost_type == ALL:
        return msg("all cost types")
    return msg("unknown accounts") if cost_type == UNMAPPED else label(CostType(cost_type))


def _place(dossier: Dossier, address: str, line: Line, *, column: str, language: str) -> str:
    """The formula of what is computed, the forecast's or the budget's name, or which import of the ledger."""
    formula = COLUMNS[column].formula
    base = address.rpartition(".")[0]
    if formula:
        return f"{base}.{formula[0]} {formula[1]} {base}.{formula[2]}"
    if column in {"forecast", "previous"}:
        return (_FORECAST if line.entered else _EXPECTED).render(language)
    if "budget" in column:
        version = followed_budget(dossier)
        return version.name if version else ""
    return _ledger_place(dossier, last="last" in column).render(language)


_FORECAST = msg("forecast of the units")
_EXPECTED = msg("actual so far + budget of the months that are left, where no unit has entered a forecast")


@lru_cache(maxsize=64)
def _ledger_place(dossier: Dossier, *, last: bool) -> Text:
    year = dossier.plan.year - (1 if last else 0)
    months = [held for held in dossier.ledger_months if held.year == year]
    if not months:
        return Text("")
    latest = max(months, key=lambda held: held.month)
    words = {"source": latest.source, "day": latest.imported.isoformat() if latest.imported else f"{latest.year}"}
    told = msg("ledger import of {day}, {source}", **words)
    if any(held.synthetic for held in months):
        told = msg("ledger import of {day}, {source} (synthetic ledger)", **words)
    return told


def follow_up_addresses(dossier: Dossier) -> Iterator[str]:
    """Every figure of the latest month: the whole and each unit, in all and by cost type."""
    month = latest_month(dossier)
    if month is None:
        return
    view = follow_up(dossier, month)
    for unit in (ALL, *_units(dossier, view.children())):
        for cost_type in (ALL, *view.cost_types(unit)):
            yield from (f"followup.{dossier.plan.year}-{month:02d}.{unit}.{cost_type}.{column}" for column in COLUMNS)


def _units(dossier: Dossier, top: tuple[str, ...]) -> tuple[str, ...]:
    held = tuple(unit.id for unit in dossier.organisation)
    view = follow_up(dossier, latest_month(dossier) or 12)
    return tuple(unit for unit in dict.fromkeys((*held, *top)) if view.has_money(unit))
