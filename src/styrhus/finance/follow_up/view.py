"""Budget, actual and forecast of every unit and cost type, for a month, accumulated and for the year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.finance.follow_up.cell import ALL, UNMAPPED, Cell, Twelve
from styrhus.plan.organisation import OrganisationUnit
from styrhus.values.missing import difference, total

Key = tuple[str, str]
"""Unit (its own money, not its children's) and cost type."""


@dataclass(frozen=True)
class Amounts:
    """Budget, actual and last year's actual of the same stretch of months, in kr."""

    budget: Decimal | None
    actual: Decimal | None
    last_year: Decimal | None

    @property
    def variance(self) -> Decimal | None:
        """Budget − actual: positive is favourable."""
        return difference(self.budget, self.actual)


@dataclass(frozen=True)
class Line:
    """One unit (or all) and cost type (or all), in kr; `entered` when the forecast is what units entered throughout.

    Where a unit has not entered any, its forecast is actual so far + budget of the months that are left.
    """

    unit: str
    cost_type: str
    month: Amounts
    accumulated: Amounts
    budget: Decimal | None
    last_year: Decimal | None
    forecast: Decimal | None
    previous: Decimal | None
    entered: bool

    @property
    def variance(self) -> Decimal | None:
        """Budget of the year − full-year forecast."""
        return difference(self.budget, self.forecast)

    @property
    def change(self) -> Decimal | None:
        """Forecast − previous forecast: positive is dearer than was thought."""
        return difference(self.forecast, self.previous)


@dataclass(frozen=True)
class FollowUp:
    """The year as it stands after `month`; `imported` are the months of the year that the ledger has."""

    year: int
    month: int
    units: tuple[OrganisationUnit, ...]
    cells: Mapping[Key, Cell]
    imported: frozenset[int]
    whole_forecasts: Mapping[str, tuple[Decimal, Decimal | None]]
    """Unit to forecast and previous forecast, for units that forecast their whole and not each cost type."""

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Months up to `month` that the ledger does not have: what is accumulated is partial without them."""
        return tuple(month for month in range(1, self.month + 1) if month not in self.imported)

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        known = {unit.id for unit in self.units}
        found: dict[str, list[str]] = {}
        for unit in self.units:
            above = unit.parent if unit.parent in known else ALL
            found.setdefault(above or ALL, []).append(unit.id)
        return {above: tuple(below) for above, below in found.items()}

    def children(self, unit: str = ALL) -> tuple[str, ...]:
        """The units right below that have money, in the order of the organisation; unmapped money last."""
        found = [child for child in self._children.get(unit, ()) if self._keys(child, ALL)]
        loose = UNMAPPED if unit == ALL and any(key[0] == UNMAPPED for key in self.cells) else None
        return (*found, loose) if loose else tuple(found)

    def below(self, unit: str) -> Iterator[str]:
        """The unit and all that are below it."""
        yield unit
        for child in self._children.get(unit, ()):
            yield from self.below(child)

    def cost_types(self, unit: str = ALL, *, own: bool = False) -> tuple[str, ...]:
        """The cost types that a unit has money of, in the order of the cells."""
        return tuple(dict.fromkeys(key[1] for key in self._keys(unit, ALL, own=own)))

    def line(self, unit: str = ALL, cost_type: str = ALL, *, own: bool = False) -> Line:
        """A unit with all below it, or with `own` alone what is booked on the unit itself."""
        keys = self._keys(unit, cost_type, own=own)
        cells = [self.cells[key] for key in keys]
        budget, last_year = (_year(getattr(cell, name) for cell in cells) for name in ("budget", "last_year"))
        forecast, previous, entered = self._forecast(keys, cost_type)
        return Line(
            unit, cost_type, self._amounts(cells, (self.month,)), self._amounts(cells, range(1, self.month + 1)),
            budget, last_year, forecast, previous, entered,
        )  # fmt: skip

    def _keys(self, unit: str, cost_type: str, *, own: bool = False) -> tuple[Key, ...]:
        wanted = {unit} if own or unit == UNMAPPED else set(self.below(unit)) if unit != ALL else None
        return tuple(
            key for key in self.cells if (wanted is None or key[0] in wanted) and cost_type in {ALL, key[1]}
        )  # fmt: skip

    def _amounts(self, cells: Sequence[Cell], months: Sequence[int]) -> Amounts:
        held = [month for month in months if month in self.imported]
        actual = [value for cell in cells for twelve in (cell.actual, cell.accrued) for value in _of(twelve, held)]
        booked = total(actual).value
        if booked is None and held and cells:
            booked = Decimal(0)
        budget = total(value for cell in cells for value in _of(cell.budget, months))
        last = total(value for cell in cells for value in _of(cell.last_year, months))
        return Amounts(budget.value, booked, last.value)

    def _forecast(self, keys: Sequence[Key], cost_type: str) -> tuple[Decimal | None, Decimal | None, bool]:
        """Forecast, the one before it, and whether all of it was entered by units."""
        now: list[Decimal | None] = []
        before: list[Decimal | None] = []
        entered = bool(keys)
        whole = set(self.whole_forecasts) if cost_type == ALL else set()
        for unit in dict.fromkeys(key[0] for key in keys if key[0] in whole):
            now.append(self.whole_forecasts[unit][0])
            before.append(self.whole_forecasts[unit][1] or self._expected([k for k in keys if k[0] == unit]))
        for key in keys:
            if key[0] not in whole:
                cell = self.cells[key]
                entered = entered and cell.forecast is not None
                expected = self._expected([key])
                now.append(expected if cell.forecast is None else cell.forecast)
                before.append(expected if cell.previous is None else cell.previous)
        return total(now).value, total(before).value if self._has_previous(keys) else None, entered

    def _has_previous(self, keys: Sequence[Key]) -> bool:
        units = {key[0] for key in keys}
        whole = any(self.whole_forecasts[unit][1] is not None for unit in units & set(self.whole_forecasts))
        return whole or any(self.cells[key].previous is not None for key in keys)

    def _expected(self, keys: Sequence[Key]) -> Decimal | None:
        """Actual so far + budget of the months that the ledger does not have yet."""
        cells = [self.cells[key] for key in keys]
        held = [month for month in range(1, self.month + 1) if month in self.imported]
        left = [month for month in range(1, 13) if month not in held]
        booked = self._amounts(cells, held).actual if held else None
        rest = total(value for cell in cells for value in _of(cell.budget, left)).value
        return total((booked, rest)).value


def _of(twelve: Twelve, months: Iterable[int]) -> Iterator[Decimal]:
    return (value for month in months if (value := twelve[month - 1]) is not None)


def _year(cells: Iterable[Twelve]) -> Decimal | None:
    return total(value for twelve in cells for value in _of(twelve, range(1, 13))).value
