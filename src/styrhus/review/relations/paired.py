"""Finds sums of columns that belong together by words while other years stand between them.

A net of income and cost of one year, a total of women and men, a sum of all columns of its year: the words tell the
terms, the rows tell whether it is a sum at all. Rows of percentages, means and ages have no such sums.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.review.relations.arithmetic import written_sum
from styrhus.review.relations.board import MEAN, OF_WHICH, addable, is_difference
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.relations.rounding import is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Flow, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.unit import Unit

ZERO = Decimal(0)
WOMEN = re.compile(
    r"\b(kvinnor|kvinna|kvinner|flickor|jenter|naiset|naisia|naisten|tytöt|women|girls|k)\b", re.IGNORECASE
)
MEN = re.compile(r"\b(män|man|menn|pojkar|gutter|miehet|miehiä|miesten|pojat|men|boys|m)\b", re.IGNORECASE)
BOTH = re.compile(
    r"\b(totalt|total|totalen|tot|summa|sum|alla|samtliga|båda könen|begge|yhteensä|yht|i alt|all|t)\b", re.IGNORECASE
)
_COUNT = re.compile(
    r"\b(antal\w*|antall\w*|personer|individer|hushåll|medarbetare|anställda|tillsvidareanställda|visstidsanställda"
    r"|årsarbetare|årsverk|elever|barn|deltagare|brukare|lukumäärä|henkilö(?!työ)\w*|ansatte|befolkning\w*|invånare"
    r"|folkmängd|placerade|sökande|inskrivna|arbetslösa|chefer|väestö|asukkaat|innbyggere)\b",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"frånvaro|fravær|sairaus|\blön|ålder|alder\b|\bikä|tid\b|\bsyssels|dagar|nöjd|betyg|poäng|värde", re.IGNORECASE
)
_VERSIONS = {ColumnRole.OUTCOME, ColumnRole.BUDGET, ColumnRole.FORECAST}
UNKNOWN_SEX = Decimal("1.1")
Key = tuple[object, ...]


@dataclass(frozen=True)
class Paired:
    """A column and those that words make its terms, with a sign each; `counts` when only counts add up."""

    grid: Grid
    target: GridColumn
    terms: tuple[GridColumn, ...]
    signs: tuple[int, ...]
    counts: bool = False

    @cached_property
    def rows(self) -> tuple[tuple[GridRow, Decimal, Decimal, Decimal], ...]:
        """Each row where all are printed: stated, computed and how far rounding may part them."""
        return tuple(held for row in self.grid.rows if (held := self._row(row)) is not None)

    @cached_property
    def holding(self) -> int:
        return sum(abs(stated - computed) <= room for _, stated, computed, room in self.rows)

    @property
    def failing(self) -> int:
        return len(self.rows) - self.holding

    def _row(self, row: GridRow) -> tuple[GridRow, Decimal, Decimal, Decimal] | None:
        if self.counts and not is_count(self.grid, row, self.target):
            return None
        numbers = [row.value(column.index) for column in (self.target, *self.terms)]
        held = [number for number in numbers if number is not None]
        if len(held) < len(numbers) or row.role is RowRole.DIFFERENCE or sum(n.value != 0 for n in held[1:]) < 2:
            return None
        computed = sum((sign * n.value for sign, n in zip(self.signs, held[1:], strict=True)), ZERO)
        columns = (self.target, *self.terms)
        # Whole persons are exact; what is printed with decimals may have been rounded one by one.
        room = [
            slack(n, counted=self.counts or is_counted(self.grid, row, c)) for n, c in zip(held, columns, strict=True)
        ]
        return row, held[0].value, computed, sum(room, ZERO)


def paired_relations(grid: Grid, known: Iterable[int]) -> Iterator[Relation]:
    """Sums told by words for columns that are not `known` to be sums."""
    free = [c for c in grid.columns if c.index not in set(known)]
    by_target: dict[int, list[Paired]] = defaultdict(list)
    for tried in (*_nets(grid, free), *_of_years(grid, free), *_of_sexes(grid, free)):
        by_target[tried.target.index].append(tried)
    yield from _of_which_rows(grid)
    by_sex: list[Paired] = []
    for tries in by_target.values():
        best = max(tries, key=lambda held: (held.holding, -held.failing))
        if best.counts:
            by_sex.append(best)
        elif best.holding >= 2 and best.holding >= 2 * best.failing:
            yield from _relations(best, sure=best.holding >= 3 * max(1, best.failing))
    # Women and men of every year tell together whether the numbers are counts.
    holding, failing = (sum(counts) for counts in ([b.holding for b in by_sex], [b.failing for b in by_sex]))
    if holding and holding >= failing:
        yield from (relation for best in by_sex for relation in _relations(best, sure=True))


def sexes(grid: Grid) -> Iterator[tuple[GridColumn, GridColumn, GridColumn]]:
    """Every column of both sexes with its columns of women and men, when nothing else divides the same."""
    by_rest: dict[Key, dict[str, list[GridColumn]]] = defaultdict(lambda: defaultdict(list))
    for column in grid.columns:
        if column.role not in {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.DATE, ColumnRole.STATUS}:
            kind, rest = _sex(column)
            by_rest[(rest, column.period)][kind].append(column)
    for held in by_rest.values():
        women, men, both = held["women"], held["men"], held["both"] or held["plain"]
        if len(women) == len(men) == len(both) == 1:
            yield both[0], women[0], men[0]


def is_count(grid: Grid, row: GridRow, column: GridColumn) -> bool:
    """Whether words tell that a row's numbers are counted things, so that women and men are all of them."""
    unit = grid.unit_at(row, column)
    if unit in {Unit.PERCENT, Unit.INDEX, Unit.YES_NO} or (unit is not None and (unit.is_money or unit.is_price)):
        return False
    told = f"{row.label} {row.group} {column.heading}"
    if MEAN.search(told) or _NO_COUNT.search(told):
        return False
    words = f"{told} {grid.table.caption}"
    return unit in {Unit.PERSONS, Unit.FTE, Unit.HOUSEHOLDS} or _COUNT.search(words) is not None


def _sex(column: GridColumn) -> tuple[str, str]:
    heading = " ".join(column.heading.split()).casefold()
    for kind, form in (("women", WOMEN), ("men", MEN), ("both", BOTH)):
        if form.search(heading):
            return kind, " ".join(form.sub(" ", heading, count=1).replace(",", " ").split())
    return "plain", heading


def _of_sexes(grid: Grid, free: list[GridColumn]) -> Iterator[Paired]:
    if grid.kind is GridKind.ASSIGNMENTS:
        return
    open_ = {column.index for column in free}
    for both, women, men in sexes(grid):
        if both.index in open_ and not any(is_difference(c) or c.unit is Unit.PERCENT for c in (both, women, men)):
            yield Paired(grid, both, (women, men), (1, 1), counts=True)


def _key(column: GridColumn) -> Key:
    version = column.version or (column.role if column.role in _VERSIONS else None)
    return column.year, column.period, version, column.group if column.year is None else ""


def _money(grid: Grid, free: list[GridColumn]) -> list[GridColumn]:
    return [c for c in free if addable(c) and not is_difference(c) and not MEAN.search(c.heading)]


def _nets(grid: Grid, free: list[GridColumn]) -> Iterator[Paired]:
    by_key: dict[Key, dict[Flow, list[GridColumn]]] = defaultdict(lambda: defaultdict(list))
    for column in (c for c in grid.columns if addable(c) and not is_difference(c)):
        if column.flow is not None:
            by_key[_key(column)][column.flow].append(column)
    for held in by_key.values():
        income, cost, net = held[Flow.INCOME], held[Flow.COST], held[Flow.NET]
        if len(income) == len(cost) == len(net) == 1 and net[0] in free:
            for signs in ((1, 1), (1, -1), (-1, 1)):
                yield Paired(grid, net[0], (income[0], cost[0]), signs)


def _of_years(grid: Grid, free: list[GridColumn]) -> Iterator[Paired]:
    columns = _money(grid, free)
    for target in columns:
        if target.role is not ColumnRole.SUM or target.year is None:
            continue
        terms = tuple(c for c in columns if c.role is not ColumnRole.SUM and _key(c) == _key(target) and not c.of_which)
        if len(terms) >= 2:
            yield Paired(grid, target, terms, (1,) * len(terms))


def _relations(paired: Paired, *, sure: bool) -> Iterator[Relation]:
    for row, stated, computed, room in paired.rows:
        target, cells = CellRef(row, paired.target), tuple(CellRef(row, column) for column in paired.terms)
        summed = _Summed(paired.grid, target, cells, paired.signs, stated, computed, room)
        yield _relation(summed, RelationKind.COLUMN_SUM, sure=sure, counts=paired.counts)


@dataclass(frozen=True)
class _Summed:
    grid: Grid
    target: CellRef
    cells: tuple[CellRef, ...]
    signs: tuple[int, ...]
    stated: Decimal
    computed: Decimal
    room: Decimal


def _relation(summed: _Summed, kind: RelationKind, *, sure: bool, counts: bool) -> Relation:
    stated, computed, room = summed.stated, summed.computed, summed.room
    held = abs(stated - computed) <= room
    agreement = Agreement.EXACT if stated == computed else Agreement.ROUNDED if held else Agreement.DIFFERS
    numbers = [cell.row.value(cell.column.index) for cell in summed.cells]
    values = [(sign, n.value) for sign, n in zip(summed.signs, numbers, strict=True) if n is not None]
    if agreement is Agreement.DIFFERS and counts:
        plain = [value for _, value in values]
        # What lies between women and men is a mean, whatever the words are.
        agreement = Agreement.PARTIAL if min(plain) <= stated <= max(plain) else agreement
        # Somewhat more than women and men may be those whose sex is not known.
        sure = sure and not computed < stated < computed * UNKNOWN_SEX
    return Relation(
        kind, summed.grid, summed.target, summed.cells, stated, computed, agreement,
        Confidence.CERTAIN if sure else Confidence.LIKELY, written_sum(values, computed), signs=summed.signs,
        tolerance=room,
    )  # fmt: skip


def _of_which_rows(grid: Grid) -> Iterator[Relation]:
    """A row of counts followed by its women and its men, as rows of which."""
    found = [held for rows in zip(grid.rows, grid.rows[1:], grid.rows[2:], strict=False) for held in _split(grid, rows)]
    holding = sum(held.stated == held.computed for held in found)
    for held in found:
        if 2 * holding >= len(found):
            yield _relation(held, RelationKind.ROW_SUM, sure=holding >= 2 * (len(found) - holding), counts=True)


def _split(grid: Grid, rows: tuple[GridRow, ...]) -> Iterator[_Summed]:
    whole, one, other = rows
    sexed = {kind for row in (one, other) for kind, form in (("w", WOMEN), ("m", MEN)) if form.search(row.label)}
    if sexed != {"w", "m"} or not OF_WHICH.search(one.label) or not OF_WHICH.search(other.label):
        return
    for column in grid.columns:
        numbers = [row.value(column.index) for row in rows]
        if is_difference(column) or None in numbers or not is_count(grid, whole, column):
            continue
        stated, *values = (n.value for n in numbers if n is not None)
        room = sum((slack(n, counted=True) for n in numbers if n is not None), ZERO)
        terms = (CellRef(one, column), CellRef(other, column))
        yield _Summed(grid, CellRef(whole, column), terms, (1, 1), stated, sum(values, ZERO), room)
