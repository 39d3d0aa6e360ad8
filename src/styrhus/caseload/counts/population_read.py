"""Reads a table of population by age and year, long or wide; rows of the same age and year (women, men) are added."""

import re
from collections import defaultdict

import numpy as np

from styrhus.caseload.counts.population import OLDEST, Ages, Population
from styrhus.caseload.counts.rows import Numbers, Row, rows
from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.months import period_of
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import at_most
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

_AGE = re.compile(
    r"(?:age|ålder)?\s*(\d{1,3})\s*(?:(?:-|–|−|till|to)\s*(\d{1,3})|(\+|-?(?:w|\s*år och äldre)))?\s*(?:år)?"
)
_ALL = re.compile(r"tot(al(t|en)?)?|samtliga|alla( åldrar)?|all( ages)?.*|summa")


def ages_of(text: str) -> Ages | None:
    """`17`, `17 år`, `18-24`, `65+`; None for what is no age."""
    found = _AGE.fullmatch(" ".join(text.lower().split()))
    if not found:
        return None
    low = int(found[1])
    return low, OLDEST if found[3] else int(found[2] or low)


def read(opened: Prepared, mapping: CaseMapping) -> Population:
    """The population of a file; ProblemsError with everything that is wrong in it."""
    if "age" not in mapping.columns or not (mapping.periods or {"year", "persons"} <= mapping.columns.keys()):
        told = msg("The file has no columns of year, age and persons."), msg("Say in the mapping which they are.")
        raise ProblemsError((Problem(*told, opened.name),))
    numbers = Numbers(opened, mapping)
    cells: dict[tuple[Ages, int], list[float | None]] = defaultdict(list)
    for row in rows(opened, mapping):
        _take(row, mapping, numbers, cells)
    if numbers.faults:
        raise ProblemsError(at_most(numbers.faults, opened.name))
    if not cells:
        raise ProblemsError((Problem(msg("The file has no numbers of persons."),
                                     msg("See that the mapping names the right column."), opened.name),))  # fmt: skip
    return _population(cells)


def _take(row: Row, mapping: CaseMapping, numbers: Numbers, cells: dict[tuple[Ages, int], list[float | None]]) -> None:
    text = row.cell(mapping, "age")
    if _ALL.fullmatch(text.lower().strip()):
        return
    ages = ages_of(text)
    if ages is None or ages[1] < ages[0]:
        told = msg("The age cannot be read."), msg("Write it as 17, 18-24 or 65+.")
        numbers.fault(row, mapping.columns["age"], text, told)
        return
    for heading in mapping.periods or (mapping.columns["persons"],):
        period = period_of(heading if mapping.periods else row.cell(mapping, "year"))
        if period is None:
            told = msg("The year cannot be read."), msg("Write it as 2024.")
            numbers.fault(row, mapping.columns.get("year", heading), row.cell(mapping, "year"), told)
            continue
        cells[ages, period[0]].append(numbers.read(row, heading))


def _population(cells: dict[tuple[Ages, int], list[float | None]]) -> Population:
    years = [year for _ages, year in cells]
    groups = tuple(sorted({ages for ages, _year in cells}))
    first = min(years)
    persons = np.full((len(groups), max(years) - first + 1), np.nan)
    for (ages, year), told in cells.items():
        if None not in told:
            persons[groups.index(ages), year - first] = sum(number or 0 for number in told)
    return Population(groups, first, persons)
