"""Budget, actual and forecast of every unit and cost type, for a month, accumulated and for the year."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.finance.follow_up.cell import ALL, UNMAPPED, Cell, Twelve
from styrhus.finance.follow_up.line import Amounts, Line, Money, Outlook, plus, total_money, total_outlook
from styrhus.plan.organisation import OrganisationUnit
from styrhus.values.missing import total

__all__ = ["Amounts", "Entered", "FollowUp", "Key", "Line"]

Key = tuple[str, str]
"""Unit (its own money, not its children's) and cost type."""
Entered = tuple[Decimal | None, Decimal | None]
"""A unit's forecast of its whole (None when it is by cost type) and the sum of the one before it."""


@dataclass(frozen=True)
class FollowUp:
    """The year as it stands after `month`; `imported` are the months of the year that the ledger has."""

    year: int
    month: int
    units: tuple[OrganisationUnit, ...]
    cells: Mapping[Key, Cell]
    imported: frozenset[int]
    whole_forecasts: Mapping[str, Entered]
    """Unit to forecast and previous forecast, for units that forecast their whole and not each cost type."""

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Months up to `month` that the ledger does not have: what is accumulated is partial without them."""
        return tuple(month for month in range(1, self.month + 1) if month not in self.imported)

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        parents = {unit.id: unit.parent for unit in self.units}
        known = set(parents)
        found: dict[str, list[str]] = {}
        for unit, parent in parents.items():
            above = parent if parent and _is_below(parents, unit) else ALL
            found.setdefault(above, []).append(unit)
        strangers = {key[0] for key in self.cells} - known - {UNMAPPED}
        found.setdefault(ALL, []).extend(sorted(strangers))
        return {above: tuple(below) for above, below in found.items()}

    @cached_property
    def _types(self) -> dict[str, tuple[str, ...]]:
        """The cost types of each unit's own money, in the order of the cells."""
        found: dict[str, list[str]] = {}
        for unit, cost_type in self.cells:
            found.setdefault(unit, []).append(cost_type)
        return {unit: tuple(types) for unit, types in found.items()}

    @cached_property
    def _below(self) -> dict[str, tuple[str, ...]]:
        return {}

    def children(self, unit: str = ALL) -> tuple[str, ...]:
        """The units right below that have money, in the order of the organisation; unmapped money last."""
        found = [child for child in self._children.get(unit, ()) if self.has_money(child)]
        loose = unit == ALL and UNMAPPED in self._types
        return (*found, UNMAPPED) if loose else tuple(found)

    def has_money(self, unit: str) -> bool:
        """Whether anything is budgeted, booked or forecast at the unit or below it."""
        return any(held in self._types or held in self.whole_forecasts for held in self.below(unit))

    def below(self, unit: str) -> Iterator[str]:
        """The unit and all that are below it."""
        if unit not in self._below:
            found = [unit]
            for child in self._children.get(unit, ()):
                found += self.below(child)
            self._below[unit] = tuple(dict.fromkeys(found))
        return iter(self._below[unit])

    def cost_types(self, unit: str = ALL, *, own: bool = False) -> tuple[str, ...]:
        """The cost types that a unit has money of, in the order of the cells."""
        wanted = {unit} if own else set(self._all_below(unit))
        return tuple(dict.fromkeys(kind for held in self._types if held in wanted for kind in self._types[held]))

    def _all_below(self, unit: str) -> Iterator[str]:
        return iter((*self.below(ALL), UNMAPPED)) if unit == ALL else self.below(unit)

    def line(self, unit: str = ALL, cost_type: str = ALL, *, own: bool = False) -> Line:
        """A unit with all below it, or with `own` alone what is booked on the unit itself."""
        money, outlook = self._own(unit, cost_type) if own else self._rolled(unit, cost_type)
        return Line(
            unit, cost_type, money.month, money.accumulated, money.budget, money.last_year,
            outlook.now, outlook.before if self._is_revised else None, outlook.entered,
        )  # fmt: skip

    @cached_property
    def _is_revised(self) -> bool:
        """Whether any unit has forecast before; then what others were expected to cost stands beside it."""
        earlier = any(before is not None for _, before in self.whole_forecasts.values())
        return earlier or any(cell.previous is not None for cell in self.cells.values())

    @cached_property
    def _memo(self) -> dict[Key, tuple[Money, Outlook]]:
        return {}

    def _rolled(self, unit: str, cost_type: str) -> tuple[Money, Outlook]:
        """A unit and all below it, reckoned once; a forecast for units together stands instead of theirs."""
        key = (unit, cost_type)
        if key not in self._memo:
            below = [self._rolled(child, cost_type) for child in self.children(unit)]
            own = [self._own(unit, cost_type)] if self._holds(unit, cost_type) else []
            outlooks = [outlook for _, outlook in (*own, *below) if outlook != _NONE]
            if own and self._speaks_for_all(unit):
                outlooks = [own[0][1]]
            self._memo[key] = total_money(money for money, _ in (*own, *below)), total_outlook(outlooks)
        return self._memo[key]

    def _holds(self, unit: str, cost_type: str) -> bool:
        whole = cost_type == ALL and unit in self.whole_forecasts
        return whole or (unit in self._types if cost_type == ALL else (unit, cost_type) in self.cells)

    def _speaks_for_all(self, unit: str) -> bool:
        """Whether a unit without money of its own has forecast for those below it together."""
        return not any(self.cells[unit, kind].has_money for kind in self._types.get(unit, ()))

    def _own(self, unit: str, cost_type: str) -> tuple[Money, Outlook]:
        kinds = self._types.get(unit, ())
        parts = [self._leaf((unit, kind)) for kind in kinds if cost_type in {ALL, kind}]
        money, outlook = total_money(part[0] for part in parts), total_outlook(part[1] for part in parts)
        if cost_type == ALL and unit in self.whole_forecasts:
            now, before = self.whole_forecasts[unit]
            outlook = Outlook(
                outlook.now if now is None else now, outlook.now if before is None else before,
                now is not None or outlook.entered, before is not None,
            )  # fmt: skip
        return money, outlook

    def _leaf(self, key: Key) -> tuple[Money, Outlook]:
        if key not in self._leaves:
            self._leaves[key] = self._reckoned(self.cells[key])
        return self._leaves[key]

    @cached_property
    def _leaves(self) -> dict[Key, tuple[Money, Outlook]]:
        return {}

    def _reckoned(self, cell: Cell) -> tuple[Money, Outlook]:
        if not cell.has_money:
            now, before = cell.forecast, cell.previous
            return Money(), Outlook(now, before, cell.forecast is not None, before is not None)
        money = Money(
            self._amounts(cell, (self.month,)), self._amounts(cell, range(1, self.month + 1)),
            _sum(cell.budget), _sum(cell.last_year),
        )  # fmt: skip
        expected = self._left(cell, money)
        now = expected if cell.forecast is None else cell.forecast
        before = expected if cell.previous is None else cell.previous
        return money, Outlook(now, before, cell.forecast is not None, cell.previous is not None)

    def _amounts(self, cell: Cell, months: Iterable[int]) -> Amounts:
        """What is booked is zero in a month that the ledger has without any row of the cell."""
        wanted = tuple(months)
        held = [month for month in wanted if month in self.imported]
        accrued = _sum(cell.accrued, held)
        booked = plus(_sum(cell.actual, held), Decimal(0) if held else None)
        return Amounts(_sum(cell.budget, wanted), plus(booked, accrued), _sum(cell.last_year, wanted), accrued)

    def _left(self, cell: Cell, money: Money) -> Decimal | None:
        """Actual so far + budget of the months that the ledger does not have yet."""
        left = [month for month in range(1, 13) if month not in self.imported or month > self.month]
        return plus(money.accumulated.actual, _sum(cell.budget, left))

    def months(self, unit: str = ALL, cost_type: str = ALL) -> tuple[Amounts, ...]:
        """The twelve months one by one; actual is None in months that the ledger does not have or that come later."""
        wanted = set(self._all_below(unit))
        cells = [held for key, held in self.cells.items() if key[0] in wanted and cost_type in {ALL, key[1]}]
        found = []
        for month in range(1, 13):
            shown = [self._amounts(cell, (month,)) for cell in cells]
            added = sum(shown, Amounts())
            late = month > self.month
            found.append(Amounts(added.budget, None, added.last_year) if late else added)
        return tuple(found)


_NONE = Outlook(entered=False)


def _is_below(parents: Mapping[str, str | None], unit: str) -> bool:
    """Whether the unit stands under another known one; not when the way up leads round to itself."""
    seen, above = {unit}, parents[unit]
    while above is not None and above in parents and above not in seen:
        seen.add(above)
        above = parents[above]
    return parents[unit] in parents and above not in seen


def _sum(twelve: Twelve, months: Iterable[int] = range(1, 13)) -> Decimal | None:
    return total(twelve[month - 1] for month in months).value
