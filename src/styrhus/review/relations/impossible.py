"""Finds values that cannot be: counted things, shares, ages and risks below nothing, shares of persons above all.

Changes, deviations and money are never looked at, and a value only where it is alone: a row or column with several
negative numbers counts something that can be negative, whatever its words are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from styrhus.review.relations.board import CHANGE_WORDS, MEAN, NET, is_difference
from styrhus.review.relations.paired import is_count, sexes
from styrhus.review.relations.relation import CellRef, Relation
from styrhus.review.relations.rounding import slack
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.unit import Unit

HUNDRED = Decimal(100)
# A sheet of more is a list of data, as where relations are looked for.
MOST_CELLS = 60_000
_MEASURED = re.compile(
    r"frånvaro|sykefravær|poissaolo|\bandel\w*|\bosuus|\w*ålder\b|\balder\b|\bantal\w*|\bantall\w*|lukumäärä|\bpersoner\b"
    r"|\bhushåll\b|\w*dygn\b|\btimmar\b|årsarbet\w*|årsverk|\belever\b|\bbrukare\b|\binvånare\b"
    r"|risk ?(?:värde|tal|poäng)|sannolikhet|konsekvens|väsentlighet|\bplatser\b|vårddagar|handläggningstid"
    r"|utredningstid|personalomsättning",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"förändr|ändring|flytt|överför|juster|korriger|effektivis|bespar|minsk|ökning|tillväxt|avgå|avslut|utskriv|slutat"
    r"|omfördel|reduc|neddrag|utveckling|trend|index|skillnad|gap\b|mot (?:budget|föregående)|jämför|avvik|poikkeama"
    r"|muutos|endring|vakans|konvert|tillkom|sparkrav|balans|saldo|över-? ?/ ?underskott|±|\+/-",
    re.IGNORECASE,
)
_OF_PERSONS = re.compile(
    r"frånvaro|\b(?:andel\w*|osuus)\b(?!.*(?:budget|förbruk|nyttj|beläg|jämf|index|mål|föregå|tidigare|intäkt|kostnad"
    r"|belopp|prognos|täck)).*\b(?:personer|elever|hushåll|brukare|kvinnor|män|barn|unga|medarbetare|anställda|ärenden"
    r"|beslut|utredningar|vuxna|klienter|deltagare|chefer|invånare|flickor|pojkar|heltid\w*)",
    re.IGNORECASE,
)
_SURE_MEAN = re.compile(r"frånvaro|medelålder|genomsnittsålder|snittålder|gjennomsnittsalder|keski-?ikä", re.IGNORECASE)
_MONEY = re.compile(r"kostnad|intäkt|resultat|utgift|inkomst|bidrag|\bt?kr\b|\bmn?kr\b|€|kulut|tuotot", re.IGNORECASE)
_PLAIN_ROLES = {ColumnRole.FACTOR, ColumnRole.PRODUCT, ColumnRole.VOLUME, ColumnRole.SHARE}
_OTHER = {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.DATE, ColumnRole.STATUS, ColumnRole.RESULT}


class Reason(Enum):
    """NEGATIVE is below nothing; ABOVE_ALL more than hundred percent; OUTSIDE a mean that is not between its parts."""

    NEGATIVE = auto()
    ABOVE_ALL = auto()
    OUTSIDE = auto()


@dataclass(frozen=True)
class Impossible:
    """A cell whose `value` cannot be; `sure` when no other reading is left; `parts` are what a mean is a mean of."""

    grid: Grid
    cell: CellRef
    value: Decimal
    reason: Reason
    sure: bool
    parts: tuple[CellRef, ...] = ()


def impossible_values(grid: Grid, relations: Iterable[Relation]) -> Iterator[Impossible]:
    """Every value of a grid that cannot be; `relations` are the grid's, since what adds up is meant."""
    if len(grid.rows) * len(grid.columns) > MOST_CELLS:
        return
    if grid.kind is GridKind.FRAME_BRIDGE or _MOVES.search(grid.table.caption):
        return
    meant = {
        cell.key for r in relations if r.holds and r.is_linear and len(r.terms) >= 2 for cell in (r.target, *r.terms)
    }
    columns = [c for c in grid.columns if c.role not in _OTHER and not is_difference(c) and not _moves(c)]
    columns = [c for c in columns if c.role is not ColumnRole.PERCENT_CHANGE]
    found = [*_negative(grid, columns), *_above_all(grid, columns), *_outside(grid)]
    yield from (held for held in found if held.cell.key not in meant)


def _moves(column: GridColumn) -> bool:
    return any(form.search(f"{column.group} {column.heading}") for form in (_MOVES, CHANGE_WORDS, NET))


def _held(row: GridRow, columns: Iterable[GridColumn]) -> list[tuple[GridColumn, Decimal]]:
    return [(c, n.value) for c in columns if (n := row.value(c.index)) is not None]


def _plain(row: GridRow) -> bool:
    words = f"{row.group} {row.label}"
    return row.role is not RowRole.DIFFERENCE and not any(f.search(words) for f in (_MOVES, CHANGE_WORDS, NET))


def _negative(grid: Grid, columns: list[GridColumn]) -> Iterator[Impossible]:
    """The only negative number of its row, or of its column, that words tell cannot be negative."""
    lowest: dict[int, list[int]] = {c.index: [0, 0] for c in columns}
    for row in grid.rows:
        for column, value in _held(row, columns):
            lowest[column.index][value < 0] += 1
    for row in grid.rows:
        held = _held(row, columns) if _plain(row) else []
        below = [(c, value) for c, value in held if value < 0]
        if len(below) != 1:
            continue
        column, value = below[0]
        others = sum(v > 0 for c, v in held if _alike(grid, row, c, column))
        counted, negative = lowest[column.index]
        if negative > 1 or not _cannot_be_negative(grid, row, column):
            continue
        if others >= 2 or (column.role in _PLAIN_ROLES and counted >= 3):
            # A lone column of numbers of places may be what is added and taken away.
            sure = others >= 2 or column.role is not ColumnRole.VOLUME
            yield Impossible(grid, CellRef(row, column), value, Reason.NEGATIVE, sure)


def _alike(grid: Grid, row: GridRow, column: GridColumn, other: GridColumn) -> bool:
    return column is not other and grid.unit_at(row, column) is grid.unit_at(row, other)


def _cannot_be_negative(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    unit = grid.unit_at(row, column)
    if unit is not None and (unit.is_money or unit.is_price):
        return False
    if _MONEY.search(f"{row.label} {column.heading}"):
        return False
    told = column.role in _PLAIN_ROLES and (column.role is not ColumnRole.SHARE or _all_positive(row, column))
    return told or _MEASURED.search(f"{row.label} {column.heading}") is not None


def _all_positive(row: GridRow, column: GridColumn) -> bool:
    """Whether a share's row holds nothing negative beside it, so that it is no share of a deficit."""
    others = [c.number.value for i, c in enumerate(row.cells) if i != column.index and c.number is not None]
    return bool(others) and all(value >= 0 for value in others)


def _above_all(grid: Grid, columns: list[GridColumn]) -> Iterator[Impossible]:
    """The only percentage of its row above a hundred where the row is a share of persons or cases."""
    for row in grid.rows:
        held = _held(row, columns) if _OF_PERSONS.search(row.label) and _plain(row) else []
        held = [(c, v) for c, v in held if grid.unit_at(row, c) is Unit.PERCENT or "%" in row.label]
        above = [(c, v) for c, v in held if v > HUNDRED]
        if len(above) == 1 and len(held) >= 3:
            yield Impossible(grid, CellRef(row, above[0][0]), above[0][1], Reason.ABOVE_ALL, sure=True)


def _outside(grid: Grid) -> Iterator[Impossible]:
    """Means and shares of all that are not between those of women and men, which every mean of both is."""
    for both, women, men in sexes(grid):
        if any(is_difference(c) or _moves(c) for c in (both, women, men)):
            continue
        inside, outside = 0, []
        for row in grid.rows:
            numbers = [row.value(c.index) for c in (both, women, men)]
            held = [n for n in numbers if n is not None]
            if len(held) < 3 or not _plain(row) or is_count(grid, row, both) or not _is_mean(grid, row, both):
                continue
            stated, one, other = (n.value for n in held)
            room = sum((slack(n, counted=False) for n in held), Decimal(0))
            if min(one, other) - room <= stated <= max(one, other) + room:
                inside += 1
            elif abs(stated - one - other) > room and min(stated, one, other) >= 0:
                outside.append((row, stated))
        for row, stated in outside:
            sure = inside > 0 and len(outside) == 1 and _SURE_MEAN.search(row.label) is not None
            parts = (CellRef(row, women), CellRef(row, men))
            yield Impossible(grid, CellRef(row, both), stated, Reason.OUTSIDE, sure, parts)


def _is_mean(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    told = f"{row.label} {column.heading}"
    if _SURE_MEAN.search(told):
        return True
    return grid.unit_at(row, column) is Unit.PERCENT and MEAN.search(told) is not None
