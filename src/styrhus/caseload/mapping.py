"""How a file of spells, counts or population is read: which column is what, and how things are written in it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from styrhus.finance.ledger.mapping import DateOrder, FileKind, Heading
from styrhus.finance.ledger.mapping import Mapping as TableMapping
from styrhus.values.record import Record


class MaterialKind(StrEnum):
    """What the rows of a file are."""

    SPELLS = "spells"
    COUNTS = "counts"
    POPULATION = "population"
    EPISODES = "episodes"


class Unit(StrEnum):
    """The unit of amounts; amounts are kept in kr."""

    KR = "kr"
    TKR = "tkr"
    MNKR = "mnkr"

    @property
    def kr(self) -> int:
        return {"kr": 1, "tkr": 1000, "mnkr": 1_000_000}[self.value]


SPELL_FIELDS = ("person", "group", "type", "provider", "start", "end", "price", "price_unit")
COUNT_FIELDS = ("month", "year", "group", "type", "provider", "persons", "price", "price_unit", "cost")
POPULATION_FIELDS = ("year", "age", "persons")


class CaseMapping(Record):
    """The columns of a file, by heading, and its way of writing; remembered per board and headings.

    `columns` names the column of each field of the kind. `periods` are the columns of a wide table, each a month or
    a year. `words` translates what stands in a field: `{"provider": {"Egen regi": "own"}}`. `only` keeps the rows in
    which a column holds one of some words. `price_unit` is day or month where no column says. `last_day_counts` says
    that the end is the last day of care, and not the day of leaving. `group` names who is counted where no column does.
    """

    kind: MaterialKind = MaterialKind.SPELLS
    file: FileKind = FileKind.CSV
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    heading_row: Annotated[int, Field(ge=1)] = 1
    decimal: Annotated[str, Field(pattern="^[,.]$")] = "."
    date_order: DateOrder = DateOrder.YEAR_FIRST
    columns: dict[str, Heading] = {}
    periods: tuple[Heading, ...] = ()
    words: dict[str, dict[str, str]] = {}
    only: dict[Heading, tuple[str, ...]] = {}
    price_unit: Annotated[str, Field(pattern="^(day|month)?$")] = ""
    cost_unit: Unit = Unit.KR
    last_day_counts: bool = False
    group: str = ""

    @property
    def table(self) -> TableMapping:
        """What the readers of tables must know of it."""
        return TableMapping(
            kind=self.file, encoding=self.encoding, delimiter=self.delimiter, sheet=self.sheet,
            heading_row=self.heading_row, decimal=self.decimal,
        )  # fmt: skip
