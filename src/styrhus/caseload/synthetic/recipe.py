"""What spells of a board are made up from: rows with levels by year, stays, moves and prices."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from styrhus.forecast.material.horizon import day_number

DAYS_OF_YEAR = 365.25


def year_edges(year: int) -> tuple[int, int]:
    """The first day of a year and of the one after, as day numbers."""
    return day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))


@dataclass(frozen=True)
class Row:
    """One row of the placement grid.

    unit     `day` or `month`, what the price is for
    levels   persons a day by year, those of published years and plausible ones before
    days     care days that a published year must have, to the day
    stay     mean stay in days; one in four stays a short time, so that the hazard falls as in real data
    moves    share of those who leave that go on to another row, by its id
    price    kr in the year `Recipe.priced`; providers differ by `spread` (coefficient of variation)
    amounts  kr that a published year must come to
    exact_price  the mean price of `Recipe.priced`, weighted by care days, to the printed krona
    """

    id: str
    group: str
    type: str
    provider: str
    unit: str
    levels: Mapping[int, float]
    days: Mapping[int, int]
    stay: float
    price: float
    moves: Mapping[str, float] = field(default_factory=dict)
    spread: float = 0.12
    amounts: Mapping[int, int] = field(default_factory=dict)
    exact_price: float | None = None


@dataclass(frozen=True)
class Recipe:
    """A board's rows; spells are told of from the first day of `first` to the last day of `last`.

    Who came earlier and was there on the first day is in the data with the own first day; who had left is not, as in
    an extract of a case system. `priced` is the year of the prices, `index` their yearly growth.
    """

    board: str
    rows: tuple[Row, ...]
    first: int
    last: int
    priced: int
    index: float = 0.025


@dataclass(eq=False)
class Made:
    """A made-up spell; `end` None is still there, `fixed` tells which ends others hang on."""

    person: int
    row: Row
    start: int
    end: int | None
    fixed_start: bool = False
    fixed_end: bool = False
    price: int = 0

    def days_in(self, first: int, after: int) -> int:
        """Care days from day `first` to the day before `after`."""
        end = after if self.end is None else min(self.end, after)
        return max(0, end - max(self.start, first))
