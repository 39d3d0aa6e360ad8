"""The table by stream: last year, budget and forecast of persons and cost, and what drives the difference."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext

from styrhus.dossier.placement_forecast import Outlook, StreamYear
from styrhus.dossier.placement_forecast.words import short_of, stream_name
from styrhus.finance.rounding import rounded_to_total
from styrhus.values.number import format_number, round_half_up
from styrhus.values.unit import KRONOR, Unit
from styrhus.web.frame import current_language, say
from styrhus.web.pages.forecast.chosen import Chosen

MNKR = KRONOR[Unit.MNKR]
NOTHING = "–"


@dataclass(frozen=True)
class Cell:
    text: str
    unfavourable: bool = False


@dataclass(frozen=True)
class TableRow:
    """`href` shows the stream in the chart; `driver` says in words what drives the difference."""

    name: str
    href: str
    cells: tuple[Cell, ...]
    driver: str = ""
    is_total: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class StreamTable:
    """Columns: persons (last year, budget, forecast, interval), cost (the same, and the difference)."""

    last_year: str
    year: str
    rows: tuple[TableRow, ...]


def stream_table(found: Outlook, chosen: Chosen) -> StreamTable:
    """All streams and their total; amounts are rounded so that the rows add up."""
    order = sorted(found.streams, key=lambda part: -(part.cost.mean if part.cost else Decimal(0)))
    costs = [
        _added_up([_last_year(part) for part in order], found.total.last_year.cost),
        _added_up([part.budget.cost for part in order], found.total.budget.cost),
        _added_up([part.cost.mean if part.cost else None for part in order], _mean(found.total)),
    ]
    rows = [_row(part, tuple(column[number] for column in costs), chosen) for number, part in enumerate(order)]
    rows.append(_row(found.total, tuple(column[-1] for column in costs), chosen))
    return StreamTable(str(found.year - 1), str(found.year), tuple(rows))


def _last_year(part: StreamYear) -> Decimal | None:
    return part.last_year.cost


def _mean(part: StreamYear) -> Decimal | None:
    return part.cost.mean if part.cost else None


def _added_up(values: Sequence[Decimal | None], total: Decimal | None) -> list[Decimal | None]:
    """Mnkr with one decimal, the total last; each row by itself where the rows do not come to the total."""
    known = [value for value in values if value is not None]
    shown: Callable[[Decimal], Decimal] = lambda value: round_half_up(value / MNKR, 1)  # noqa: E731
    last = None if total is None else shown(total)
    if total is None or abs(sum(known, Decimal(0)) - total) > len(known) + 1:
        return [*(None if value is None else shown(value) for value in values), last]
    rounded = iter(rounded_to_total([value / MNKR for value in known], 1))
    return [*(None if value is None else next(rounded) for value in values), last]


def _row(part: StreamYear, costs: tuple[Decimal | None, ...], chosen: Chosen) -> TableRow:
    last_year, budget, mean = costs
    over = None if budget is None or mean is None else mean - budget
    persons, cost = part.persons, part.cost
    cells = (
        _number(part.last_year.persons), _number(part.budget.persons), _number(persons.mean if persons else None),
        Cell(f"{_text(persons.low)}–{_text(persons.high)}" if persons else NOTHING),
        _amount(last_year), _amount(budget), _amount(mean),
        Cell(f"{_text(cost.low / MNKR)}–{_text(cost.high / MNKR)}" if cost else NOTHING),
        _amount(over, signed=True),
    )  # fmt: skip
    return TableRow(
        gettext("Total") if part.stream is None else say(stream_name(part.stream, part.rows)),
        f"{chosen.query(part.stream)}#fan",
        cells,
        say(short_of(part)) if over else "",
        part.stream is None,
        part.stream == chosen.stream,
    )


def _number(value: Decimal | None) -> Cell:
    return Cell(NOTHING if value is None else _text(value))


def _amount(value: Decimal | None, *, signed: bool = False) -> Cell:
    """An amount that is rounded already; a difference above the budget is unfavourable."""
    if value is None:
        return Cell(NOTHING)
    return Cell(format_number(value, 1, signed=signed, language=current_language()), signed and value > 0)


def _text(value: Decimal) -> str:
    return format_number(value, 1, language=current_language())
