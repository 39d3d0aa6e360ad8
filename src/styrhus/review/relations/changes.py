"""Finds which two columns a change column is the difference of, from its heading and from all rows together.

The difference is later less earlier, outcome less budget, or the other way round; the rows decide. Where income and
costs are both printed positive an increase may be good in some rows and bad in others, so that several rows with the
other sign are a convention and no fault; a single one among many is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from math import comb, prod

from styrhus.review.relations.arithmetic import written_sum
from styrhus.review.relations.board import NET, NEVER_ADDED, PLAIN, addable, is_difference, sampled
from styrhus.review.relations.relation import Agreement, CellRef, Relation, RelationKind
from styrhus.review.relations.rounding import grain, is_counted, slack
from styrhus.review.understanding.grid import ColumnRole, Flow, Grid, GridColumn, GridKind, GridRow, RowRole
from styrhus.values.finding import Confidence

ZERO = Decimal(0)
WIDEST = 14
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NOTHING = {"", "-", "–", "—", "--", "−", "0"}


@dataclass(frozen=True)
class Step:
    """One row of a change column: what is printed, and what the two columns give."""

    row: GridRow
    stated: Decimal
    computed: Decimal
    tolerance: Decimal
    whole: bool
    full: bool
    largest: Decimal

    @property
    def says(self) -> bool:
        return self.stated != 0 or self.computed != 0

    @property
    def holds(self) -> bool:
        return abs(self.stated - self.computed) <= self.tolerance

    @property
    def chance(self) -> float:
        """How likely it is to hold this well by chance, as any value up to the largest is as likely as another."""
        size = max(abs(self.stated), self.largest)
        miss = min(abs(self.stated - self.computed), abs(self.stated + self.computed))
        # Three numbers make up the tolerance, each with half a unit.
        window = 2 * miss + (self.tolerance * 2 / 3 or Decimal(1))
        return float(min(Decimal(1), window / size)) if size else 1.0

    @property
    def turned(self) -> bool:
        return not self.holds and abs(self.stated + self.computed) <= self.tolerance


@dataclass(frozen=True)
class Fit:
    """A change column as the difference `later − earlier`, row by row; `named` when its heading tells so."""

    grid: Grid
    target: GridColumn
    later: GridColumn
    earlier: GridColumn
    named: bool

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        return tuple(step for row in self.grid.rows if (step := self._step(row)) is not None)

    @cached_property
    def holding(self) -> int:
        return sum(step.says and step.holds for step in self.steps)

    @cached_property
    def telling(self) -> int:
        """Rows that hold where nothing is nothing, so that no column is taken for another less an empty one."""
        return sum(step.holds and step.full and step.stated != 0 for step in self.steps)

    @cached_property
    def turned(self) -> int:
        return sum(step.turned for step in self.steps)

    @cached_property
    def failing(self) -> int:
        return sum(not step.holds and not step.turned and step.whole for step in self.steps)

    @property
    def chance(self) -> float:
        """How likely it is that these rows hold by chance and the others do not; both signs are tried at each."""
        found = [2 * step.chance for step in self.steps if step.says and (step.holds or step.turned)]
        product: float = prod(min(1.0, chance) for chance in found)
        return product * comb(len(self.steps), self.failing)

    @property
    def rank(self) -> tuple[int, bool, int, int]:
        order = (self.later.year or 0) - (self.earlier.year or 0)
        return self.holding + self.turned, self.named, self.holding, order

    @cached_property
    def _is_broken(self) -> bool:
        """Whether lines are empty where both columns have numbers: then its sums are no difference of theirs."""
        lines = [row for row in self.grid.rows if row.role is RowRole.LINE]
        both = (self.later.index, self.earlier.index)
        full = [row for row in lines if all(row.value(index) is not None for index in both)]
        return not self.named and any(row.value(self.target.index) is None for row in full)

    def _step(self, row: GridRow) -> Step | None:
        stated = row.value(self.target.index)
        held = [row.value(self.later.index), row.value(self.earlier.index)]
        if stated is None or held == [None, None]:
            return None
        if self._is_broken and row.role in {RowRole.SUBTOTAL, RowRole.TOTAL}:
            return None
        whole = all(n or _is_nothing(row, c) for n, c in zip(held, (self.later, self.earlier), strict=True))
        later, earlier = (number.value if number else ZERO for number in held)
        printed = [(number, column) for number, column in
                   ((stated, self.target), (held[0], self.later), (held[1], self.earlier)) if number]  # fmt: skip
        room = sum((slack(n, counted=is_counted(self.grid, row, c)) for n, c in printed), ZERO)
        return Step(
            row, stated.value, later - earlier, room, whole, later != 0 and earlier != 0, max(abs(later), abs(earlier))
        )


def change_relations(grid: Grid, *, worded: bool, without: frozenset[int] = frozenset()) -> Iterator[Relation]:
    """Every change column at every row, when it is known what it is a change of.

    `worded` chooses between columns whose words tell that they are changes and those where only the numbers do;
    columns in `without` are known to be something else.
    """
    if grid.kind is GridKind.INDICATORS:
        return
    columns = [c for c in grid.columns if addable(c)]
    if not 3 <= len(columns) <= WIDEST:
        return
    for target in columns:
        if target.index in without or is_difference(target) is not worded:
            continue
        fit = _fit(grid, target, columns)
        if fit is not None:
            yield from _relations(fit)


def _fit(grid: Grid, target: GridColumn, columns: list[GridColumn]) -> Fit | None:
    worded = is_difference(target)
    if not worded and (target.year is not None or target.role is not ColumnRole.NUMBER or PLAIN.search(target.heading)):
        return None
    values = [c for c in columns if c is not target and not is_difference(c) and _same_unit(c, target)]
    sample = sampled(grid)
    fits = [Fit(sample, target, a, b, _named(target, a, b)) for a in values for b in values if a is not b]
    best = max(fits, key=lambda fit: fit.rank, default=None)
    if best is None:
        return None
    if _is_established(best, worded=worded, pairs=len(fits) // 2):
        return replace(best, grid=grid)
    return _lone(fits, len(values)) if worded else None


def _is_established(fit: Fit, *, worded: bool, pairs: int) -> bool:
    holding = fit.holding + fit.turned
    if fit.failing and fit.chance * pairs > 0.02:
        return False
    if worded and pairs == 1 and fit.failing == 1:
        # Two columns and a heading that says change: one row that holds is enough beside one that does not.
        return holding >= 1
    if worded:
        return (holding >= 2 and holding >= 1.5 * fit.failing) or (fit.named and holding > fit.failing)
    return fit.telling >= 3 and fit.telling >= 4 * fit.failing and not fit.turned


def _lone(fits: list[Fit], values: int) -> Fit | None:
    """The difference in a table with a single row, when the heading or the number of columns leaves no choice."""
    candidates = [fit for fit in fits if len(fit.steps) == 1 and fit.steps[0].whole]
    named = [fit for fit in candidates if fit.named and (fit.later.year or 0) > (fit.earlier.year or 0)]
    if len(named) == 1:
        return named[0]
    return candidates[-1] if values == 2 and candidates and not named else None


def _named(target: GridColumn, later: GridColumn, earlier: GridColumn) -> bool:
    """Whether the heading tells the years or the versions that the change is between."""
    years = set(target.of_years) or {int(year) for year in _YEAR.findall(target.heading)}
    if len(years) == 2:
        return {later.year, earlier.year} == years and later.role is not ColumnRole.FORECAST
    roles = set(target.of_roles)
    return len(roles) == 2 and {later.role, earlier.role} == roles


def _same_unit(column: GridColumn, target: GridColumn) -> bool:
    return column.unit is None or target.unit is None or column.unit is target.unit


def _is_nothing(row: GridRow, column: GridColumn) -> bool:
    return row.cells[column.index].text.strip() in _NOTHING


def _relations(fit: Fit) -> Iterator[Relation]:
    lone = not fit.holding and not fit.turned
    # The better of the two directions is the rule, the other the exception.
    if fit.turned > fit.holding:
        fit = Fit(fit.grid, fit.target, fit.earlier, fit.later, fit.named)
    for step in fit.steps:
        if step.row.unit in NEVER_ADDED:
            continue
        agreement, confidence = _judge(fit, step, lone=lone)
        terms = [(sign, c) for sign, c in ((1, fit.later), (-1, fit.earlier)) if step.row.value(c.index)]
        values = [(sign, number.value) for sign, c in terms if (number := step.row.value(c.index))]
        yield Relation(
            RelationKind.CHANGE, fit.grid, CellRef(step.row, fit.target),
            tuple(CellRef(step.row, c) for _, c in terms), step.stated, step.computed, agreement, confidence,
            written_sum(values, step.computed), signs=tuple(sign for sign, _ in terms),
            tolerance=step.tolerance, turned=step.turned,
        )  # fmt: skip


def _judge(fit: Fit, step: Step, *, lone: bool) -> tuple[Agreement, Confidence]:
    if step.holds:
        exact = step.stated == step.computed
        return (Agreement.EXACT if exact else Agreement.ROUNDED), Confidence.CERTAIN
    if not step.whole:
        return Agreement.PARTIAL, Confidence.LIKELY
    if step.turned:
        return _judge_turned(fit, step)
    enough = fit.named if lone else fit.holding >= 2 and fit.holding >= 2 * fit.failing
    sure = enough and not _coarse(fit, step)
    return Agreement.DIFFERS, Confidence.CERTAIN if sure else Confidence.LIKELY


def _judge_turned(fit: Fit, step: Step) -> tuple[Agreement, Confidence]:
    """Several turned rows, an income or a net among costs: a convention. One line among many: a fault."""
    is_net = step.row.flow in {Flow.INCOME, Flow.NET} or NET.search(step.row.label) is not None
    if fit.turned > 1 or is_net or step.row.role in {RowRole.TOTAL, RowRole.RESULT} or fit.holding < 3:
        return Agreement.EXACT, Confidence.LIKELY
    # A deviation may be counted as good or bad in a row whose words do not tell that it is an income.
    counted_alike = fit.target.role is not ColumnRole.VARIANCE or step.row.flow is Flow.COST
    return Agreement.DIFFERS, Confidence.CERTAIN if fit.holding >= 4 and counted_alike else Confidence.LIKELY


def _coarse(fit: Fit, step: Step) -> bool:
    """Whether rounding to whole thousands may explain the difference, and too few rows speak against it."""
    columns = (fit.target, fit.later, fit.earlier)
    unit = grain([n.value for c in columns if (n := step.row.value(c.index))])
    if unit == 1 or abs(step.stated - step.computed) > unit * 3 / 2:
        return False
    exact = [s for s in fit.steps if s.says and s.stated == s.computed and s.stated % unit == 0]
    return len(exact) < 3
