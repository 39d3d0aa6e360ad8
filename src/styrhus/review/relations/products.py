"""Finds products of columns: volume × price, hours × rate, likelihood × consequence.

Each printed number stands for an interval, and the product of intervals is what the amount may be. Outside it the
figures cannot all be right as printed. A mean price that is not weighted by volume gives another product without
anybody having miscounted, so that volume × price is never more than likely; a product whose factors are no means is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from math import prod

from styrhus.review.relations.arithmetic import written_product
from styrhus.review.relations.board import MEAN, PLAIN, sampled
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.relations.rounding import bounds, grain, is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow
from styrhus.values.finding import Confidence
from styrhus.values.number import decimals_of, format_number, round_half_up
from styrhus.values.printed import Printed
from styrhus.values.unit import Unit, convert

ZERO = Decimal(0)
ONE = Decimal(1)
PERIODS = (ONE, Decimal(12), Decimal(365), Decimal(366), Decimal(52))
ROOM = Decimal("0.3")
SCALES = (ONE, Decimal("0.001"), Decimal("0.000001"))
_AVERAGE = re.compile(r"snitt|medel|genomsn", re.IGNORECASE)
LEAP = Decimal(366)
WIDEST = 6
_RESULT = re.compile(
    r"risk(värde|nivå|poäng|tal)|\bvärde\b|belopp|summa|totalt|kostnad|produkt|risikoverdi", re.IGNORECASE
)
# What a price is for, and how the column of as many is called.
_PER = tuple(
    (re.compile(price, re.IGNORECASE), re.compile(volume, re.IGNORECASE))
    for price, volume in (
        (r"(per|/) ?(vård)?dygn|dygns(pris|kostnad)", r"dygn"),
        (r"(per|/) ?(vård)?dag\b", r"dagar|\bdygn"),
        (r"(per|/) ?tim|timpris|timkostnad", r"\btim"),
        (r"(per|/) ?plats", r"\bplatser"),
        (r"(per|/) ?(st\b|styck)|styckpris|à-?pris", r"\bantal|\bst\b|styck"),
        (r"(per|/) ?elev", r"\belever"),
        (r"(per|/) ?vuorokausi|/ ?vrk", r"vuorokau|\bvrk"),
        (r"(per|/) ?døgn", r"døgn"),
    )
)
_VERSIONS = (
    ("budget", re.compile(r"budg|internbudget|plan\b", re.IGNORECASE)),
    ("forecast", re.compile(r"progn", re.IGNORECASE)),
    ("outcome", re.compile(r"utf|bokslut|regnskap|tilinpäätös", re.IGNORECASE)),
)
_NUMERIC = {
    ColumnRole.NUMBER, ColumnRole.VOLUME, ColumnRole.PRICE, ColumnRole.AMOUNT, ColumnRole.FACTOR, ColumnRole.PRODUCT,
    ColumnRole.SUM, ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.RESULT,
}  # fmt: skip


@dataclass(frozen=True)
class Multiplied:
    """One row: the printed product, and the least and greatest that the printed factors allow."""

    row: GridRow
    factors: tuple[Decimal, ...]
    scale: Decimal
    stated: Decimal
    computed: Decimal
    low: Decimal
    high: Decimal
    room: Decimal

    @property
    def holds(self) -> bool:
        return self.low - self.room <= self.stated <= self.high + self.room

    @property
    def says(self) -> bool:
        """Whether holding means anything: no factor is one, and rounding leaves little room."""
        return all(abs(f) > 1 for f in self.factors[:2]) and self.high - self.low <= abs(self.computed) * ROOM

    @property
    def off(self) -> Decimal:
        """How far off, as a share of what was computed."""
        return abs(self.stated - self.computed) / abs(self.computed) if self.computed else ONE


@dataclass(frozen=True)
class Triple:
    """Two columns and the column that is their product; `worded` when roles or headings tell so."""

    grid: Grid
    left: GridColumn
    right: GridColumn
    target: GridColumn
    worded: bool
    with_periods: bool
    told: bool = False
    """The price's heading names the volume, so that no period can be meant and nothing is averaged."""

    @cached_property
    def rows(self) -> tuple[Multiplied, ...]:
        rows = (row for row in self.grid.rows if not PLAIN.search(row.label))
        return tuple(held for row in rows if (held := self._nearest(row)) is not None)

    @cached_property
    def holding(self) -> int:
        return sum(held.holds and held.says for held in self.rows)

    @cached_property
    def failing(self) -> int:
        return sum(not held.holds for held in self.rows)

    def _nearest(self, row: GridRow) -> Multiplied | None:
        """The product with the period that comes nearest: a price may be for a day in one row, a month in another."""
        tries = [
            held
            for scale in self._money_scales(row)
            for period in (PERIODS if self.with_periods and not self.told else (ONE,))
            if (held := self._held(row, period, scale)) is not None
        ]
        # A leap year is thought of only where it makes the product hold.
        return min(tries, key=lambda held: (not held.holds, LEAP in held.factors, held.off), default=None)

    def _held(self, row: GridRow, period: Decimal, money: Decimal) -> Multiplied | None:
        numbers = [row.value(c.index) for c in (self.left, self.right, self.target)]
        left, right, stated = numbers
        if left is None or right is None or stated is None or not left.value or not right.value:
            return None
        scale = period * money
        edges = [
            a * b * scale for a in self._bounds(row, self.left, left) for b in self._bounds(row, self.right, right)
        ]
        factors = (left.value, right.value, period) if period != 1 else (left.value, right.value)
        return Multiplied(
            row, factors, scale, stated.value, left.value * right.value * scale, min(edges), max(edges),
            slack(stated, counted=False),
        )  # fmt: skip

    def _bounds(self, row: GridRow, column: GridColumn, number: Printed) -> tuple[Decimal, Decimal]:
        # Persons of a whole year are a mean however they are printed, so that whole numbers are rounded here.
        counted = is_counted(self.grid, row, column) and not self.with_periods
        least, most = bounds(number, counted=counted or self.target.role is ColumnRole.PRODUCT)
        # A price of whole thousands may have been rounded to them.
        coarse = grain([number.value]) / 2 if self.with_periods and column is self.right else ZERO
        return (least, most) if coarse <= most - number.value else (number.value - coarse, number.value + coarse)

    def _money_scales(self, row: GridRow) -> tuple[Decimal, ...]:
        """From the unit of the price to that of the amount; where one is not told any is possible."""
        price, amount = self.grid.unit_at(row, self.right), self.grid.unit_at(row, self.target)
        money = {Unit.KR_PER_DAY: Unit.KR, Unit.KR_PER_MONTH: Unit.KR, Unit.TKR_PER_MONTH: Unit.TKR}
        price = money.get(price, price) if price else price
        if price is not None and amount is not None and price.is_money and amount.is_money:
            return (convert(ONE, price, amount),)
        return SCALES if self.with_periods else (ONE,)


def product_relations(grid: Grid) -> Iterator[Relation]:
    """Every product at every row, when enough rows tell that it is one."""
    if grid.kind in {GridKind.INDICATORS, GridKind.FRAME_BRIDGE}:
        return
    for tried in _triples(sampled(grid)):
        if _is_product(tried):
            triple = replace(tried, grid=grid)
            yield from (_relation(triple, held) for held in triple.rows if held.holds or held.off <= ONE)


def _is_product(triple: Triple) -> bool:
    """Words need two rows that hold and may be wrong in most; numbers alone must hold in nearly all."""
    if triple.worded:
        return triple.holding >= 2 and 3 * triple.holding >= triple.failing
    return triple.holding >= 3 and triple.holding >= 4 * triple.failing


def _triples(grid: Grid) -> Iterator[Triple]:
    columns = [c for c in grid.columns if c.role in _NUMERIC and not c.empty]
    volumes = [c for c in columns if c.role is ColumnRole.VOLUME]
    prices = [c for c in columns if c.role is ColumnRole.PRICE]
    amounts = [c for c in columns if _is_amount(grid, c)]
    if volumes and prices:
        for price in prices:
            same = [[c for c in others if _version(c) == _version(price)] for others in (volumes, amounts)]
            if all(len(found) == 1 for found in same):
                yield Triple(grid, same[0][0], price, same[1][0], worded=True, with_periods=True)
            elif len(same[1]) == 1 and (volume := _of_heading(price, same[0])) is not None:
                yield Triple(grid, volume, price, same[1][0], worded=True, with_periods=True, told=True)
    elif len(columns) <= WIDEST:
        yield from _by_numbers(grid, columns)


def _of_heading(price: GridColumn, volumes: list[GridColumn]) -> GridColumn | None:
    """The volume that a price's heading tells it is for: `Kr per dygn` is for each of the days."""
    form = next((words for words in _PER if words[0].search(price.heading)), None)
    found = [c for c in volumes if form is not None and form[1].search(c.heading)]
    return found[0] if len(found) == 1 else None


def _is_amount(grid: Grid, column: GridColumn) -> bool:
    if column.role in {ColumnRole.VOLUME, ColumnRole.PRICE, ColumnRole.FACTOR}:
        return False
    unit = column.unit or grid.unit
    is_money = unit is not None and unit.is_money
    return is_money or column.role is not ColumnRole.NUMBER or _RESULT.search(column.heading) is not None


def _by_numbers(grid: Grid, columns: list[GridColumn]) -> Iterator[Triple]:
    """Without roles: factors stand before their product, and nearly all rows must hold."""
    for left, right, target in combinations(columns, 3):
        if left.year is None and right.year is None and target.role is not ColumnRole.FACTOR:
            told = target.role is ColumnRole.PRODUCT or (
                left.role is right.role is ColumnRole.FACTOR and _RESULT.search(target.heading) is not None
            )
            yield Triple(grid, left, right, target, worded=told, with_periods=False)


def _version(column: GridColumn) -> tuple[int | None, str]:
    kind = next((name for name, words in _VERSIONS if words.search(column.heading)), "")
    return column.year, kind


def _relation(triple: Triple, held: Multiplied) -> Relation:
    exact = held.stated == held.computed
    agreement = Agreement.EXACT if exact else Agreement.ROUNDED if held.holds else Agreement.DIFFERS
    means = triple.with_periods or any(MEAN.search(c.heading) for c in (triple.left, triple.right))
    sure = not means and triple.holding >= 3 and triple.holding >= 3 * triple.failing
    if triple.told and not _AVERAGE.search(triple.right.heading):
        sure = triple.holding >= 2 * triple.failing
    computed = held.stated if exact else round_half_up(held.computed, decimals_of(held.stated))
    return Relation(
        RelationKind.PRODUCT, triple.grid, CellRef(held.row, triple.target),
        (CellRef(held.row, triple.left), CellRef(held.row, triple.right)), held.stated, computed, agreement,
        Confidence.CERTAIN if sure else Confidence.LIKELY, _written(triple, held, computed),
        tolerance=held.room + (held.high - held.low) / 2,
    )  # fmt: skip


def _written(triple: Triple, held: Multiplied, computed: Decimal) -> str:
    """The product in the unit of the price first, since nobody multiplies by a millionth."""
    plain = prod(held.factors, start=ONE)
    if plain == computed or held.low == held.high == computed:
        return written_product(held.factors, computed)
    amount = triple.grid.unit_at(held.row, triple.target)
    shown = f"{format_number(computed)} {amount.value}" if amount else format_number(computed)
    return f"{written_product(held.factors, plain)}; {shown}"
