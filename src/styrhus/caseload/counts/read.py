"""Reads a table of counts by month or year, long or wide."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from styrhus.caseload.counts.rows import Numbers, Row, rows
from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.months import Period, month_of, period_of
from styrhus.caseload.spells.words import PROVIDERS, UNITS
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import at_most
from styrhus.forecast.material import Counts, Stream
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

DAYS_A_MONTH = 365.25 / 12
_PERIOD_REMEDY = msg("Write a month as 2024-03 and a year as 2024.")
_PROVIDER = {word: provider for provider, words in PROVIDERS.items() for word in words}
_UNIT = {word: unit for unit, words in UNITS.items() for word in words}


@dataclass(frozen=True)
class _Cell:
    """What is told of a stream in a period; kr a person and month."""

    persons: float | None
    price: float | None


@dataclass
class _Told:
    """Everything that the rows tell, by stream and period."""

    numbers: Numbers
    cells: dict[tuple[Stream, Period], _Cell] = field(default_factory=dict)


def read(opened: Prepared, mapping: CaseMapping) -> Counts:
    """The counts of a file; ProblemsError with everything that is wrong in it."""
    if not mapping.periods and not {"month", "year"} & mapping.columns.keys():
        raise ProblemsError((_lacks_period(opened.name),))
    if not mapping.periods and "persons" not in mapping.columns:
        raise ProblemsError((_lacks_persons(opened.name),))
    told = _Told(Numbers(opened, mapping))
    for row in rows(opened, mapping):
        for period, heading in _periods(row, mapping, told):
            _take(row, mapping, told, (period, heading))
    if told.numbers.faults:
        raise ProblemsError(at_most(told.numbers.faults, opened.name))
    if not any(cell.persons is not None for cell in told.cells.values()):
        raise ProblemsError((_nothing(opened.name),))
    return _counts(told.cells, opened.name)


def _periods(row: Row, mapping: CaseMapping, told: _Told) -> Iterator[tuple[Period, str]]:
    """The periods that a row tells of, each with the heading of its number of persons."""
    if mapping.periods:
        found = ((period_of(heading), heading) for heading in mapping.periods)
        yield from ((period, heading) for period, heading in found if period is not None)
        return
    month, year = row.cell(mapping, "month"), row.cell(mapping, "year")
    period = period_of(month)
    if period is None or (period[1] == 0 and year):
        number, whole = month_of(month), period_of(year)
        period = (whole[0], number) if number and whole else whole if whole and not month else None
    if period is None:
        heading = mapping.columns.get("month") or mapping.columns["year"]
        told.numbers.fault(row, heading, month or year, (msg("The period cannot be read."), _PERIOD_REMEDY))
        return
    yield period, mapping.columns["persons"]


def _take(row: Row, mapping: CaseMapping, told: _Told, place: tuple[Period, str]) -> None:
    period, heading = place
    stream = _stream(row, mapping, told)
    persons = told.numbers.read(row, heading)
    price = None
    if not mapping.periods:
        price = _price(row, mapping, told, (persons, 12 if period[1] == 0 else 1))
    if told.cells.get((stream, period), _Cell(persons, price)) != _Cell(persons, price):
        remedy = msg("Say in the mapping which columns tell the rows apart, or which rows are to be read.")
        told.numbers.fault(row, heading, " ".join((_name(period), stream.key)),
                           (msg("The same period is told of twice, differently."), remedy))  # fmt: skip
    told.cells[stream, period] = _Cell(persons, price)


def _name(period: Period) -> str:
    return f"{period[0]}-{period[1]:02d}" if period[1] else str(period[0])


def _stream(row: Row, mapping: CaseMapping, told: _Told) -> Stream:
    provider = row.cell(mapping, "provider")
    known = _PROVIDER.get(provider.lower(), "" if not provider else None)
    if known is None:
        remedy = msg("Write own (egen) or external (extern), or translate the word in the mapping.")
        told.numbers.fault(row, mapping.columns["provider"], provider, (msg("The provider is not known."), remedy))
    return Stream(row.cell(mapping, "group") or mapping.group, row.cell(mapping, "type"), known or "")


def _price(row: Row, mapping: CaseMapping, told: _Told, base: tuple[float | None, int]) -> float | None:
    """Kr a person and month: as it is told, or the cost by persons and months."""
    persons, months = base
    if "price" in mapping.columns:
        price = told.numbers.read(row, mapping.columns["price"])
        unit = _UNIT.get(row.cell(mapping, "price_unit").lower(), mapping.price_unit or "month")
        return price if price is None or unit == "month" else price * DAYS_A_MONTH
    if "cost" not in mapping.columns:
        return None
    cost = told.numbers.read(row, mapping.columns["cost"])
    return None if cost is None or not persons else cost * mapping.cost_unit.kr / (persons * months)


def _counts(cells: dict[tuple[Stream, Period], _Cell], name: str) -> Counts:
    known = [period for (_stream, period), cell in cells.items() if cell.persons is not None]
    if len({bool(month) for _year, month in known}) > 1:
        told = msg("Some periods of the file are months and others years."), msg("Hand them in as files of their own.")
        raise ProblemsError((Problem(*told, name),))
    each = 1 if known[0][1] else 12
    numbers = [_number(period, each) for period in known]
    first, last = min(numbers), max(numbers)
    streams = tuple(sorted({stream for stream, _period in cells}))
    place = {stream: number for number, stream in enumerate(streams)}
    persons = _empty(len(streams), last - first + 1)
    price = _empty(len(streams), last - first + 1)
    for (stream, period), cell in cells.items():
        column = _number(period, each) - first
        if 0 <= column < persons.shape[1] and (period[1] != 0) == (each == 1):
            persons[place[stream], column] = np.nan if cell.persons is None else cell.persons
            price[place[stream], column] = np.nan if cell.price is None else cell.price
    return Counts(streams, (first // 12, first % 12 + 1) if each == 1 else (first, 1), persons, price, each)


def _number(period: Period, each: int) -> int:
    return period[0] * 12 + period[1] - 1 if each == 1 else period[0]


def _empty(rows: int, columns: int) -> NDArray[np.float64]:
    return np.full((rows, columns), np.nan)


def _lacks_period(name: str) -> Problem:
    told = msg("The file has no column of months or years."), msg("Say in the mapping in which column they stand.")
    return Problem(*told, name)


def _lacks_persons(name: str) -> Problem:
    told = msg("The file has no column of persons."), msg("Say in the mapping in which column they stand.")
    return Problem(*told, name)


def _nothing(name: str) -> Problem:
    told = msg("The file has no numbers of persons."), msg("See that the mapping names the right column.")
    return Problem(*told, name)
