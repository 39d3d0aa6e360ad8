"""Random sound tables as a board would print them, and the same with one cell spoilt."""

from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from styrhus.paper.readers.text import read
from styrhus.review.examined import Examined

NAMES = (
    "Barn", "Unga", "Vuxna", "Familjehem", "Boende", "Öppenvård", "Mottagning", "Utredning", "Stab", "Tolkar",
    "Råd och stöd", "Personlig assistans", "Daglig verksamhet", "Hemtjänst", "Kontaktperson", "Skyddat boende",
)  # fmt: skip
VERSIONS = ("Bokslut 2021", "Bokslut 2022", "Budget 2023", "Prognos 2023", "Budget 2024")
COSTS = ("Personalkostnader", "Lokalhyror", "Köp av tjänster", "Övriga kostnader")


@dataclass(frozen=True)
class Row:
    """A row of exact values; `parts` are the rows it is the sum of, counted from the table's first row."""

    label: str
    values: tuple[Decimal | None, ...]
    is_sum: bool = False


@dataclass(frozen=True)
class Table:
    """Rows under version columns, printed with `decimals`; `change` adds the last column less the one before."""

    rows: tuple[Row, ...]
    columns: tuple[str, ...]
    unit: str
    decimals: int
    change: bool = False

    def text(self) -> str:
        heads = [f"Verksamhet, {self.unit}", *self.columns, *(["Förändring"] if self.change else [])]
        return "\n".join("\t".join(cells) for cells in [heads, *(self._cells(row) for row in self.rows)]) + "\n"

    def _cells(self, row: Row) -> list[str]:
        values = list(row.values)
        if self.change:
            last, before = (value or Decimal(0) for value in (values[-1], values[-2]))
            values.append(None if row.values[-1] is None and row.values[-2] is None else last - before)
        return [row.label, *(self._printed(value) for value in values)]

    def _printed(self, value: Decimal | None) -> str:
        if value is None:
            return ""
        shown = round(value, self.decimals)
        return f"{shown:,f}".replace(",", " ").replace(".", ",")


def examined(table: Table) -> Examined:
    """The table read and understood."""
    return Examined(read(table.text().encode(), "random.txt"))


def sound_table(random: Random) -> Table:
    """A table whose sums hold exactly before they are rounded for print."""
    build = random.choice((_flat, _flat, _grouped, _areas, _statement, _groups_headed))
    columns = tuple(sorted(random.sample(VERSIONS, random.randint(1, 5)), key=VERSIONS.index))
    unit, decimals = random.choice((("tkr", 0), ("tkr", 0), ("mnkr", 1), ("mnkr", 2)))
    size = 40_000 if unit == "tkr" else 60
    rows = build(random, len(columns), size)
    change = len(columns) >= 2 and random.random() < 0.4
    return Table(tuple(rows), columns, unit, decimals, change)


def _line(random: Random, label: str, *, width: int, size: int) -> Row:
    """Values of one kind that resemble each other from column to column, with a gap now and then."""
    level = Decimal(random.randint(size // 60 + 1, size))
    values: list[Decimal | None] = [
        (level * Decimal(random.randint(80, 125)) / 100 + Decimal(random.randint(0, 999)) / 1000) for _ in range(width)
    ]
    if random.random() < 0.08:
        values[random.randrange(width)] = None if random.random() < 0.5 else Decimal(0)
    return Row(label, tuple(values))


def _added(rows: list[Row], label: str) -> Row:
    columns = zip(*(row.values for row in rows), strict=True)
    return Row(label, tuple(sum((v for v in column if v is not None), Decimal(0)) for column in columns), True)


def _lines(random: Random, count: int, *, width: int, size: int) -> list[Row]:
    return [_line(random, label, width=width, size=size) for label in random.sample(NAMES, count)]


def _flat(random: Random, width: int, size: int) -> list[Row]:
    lines = _lines(random, random.randint(2, 9), width=width, size=size)
    return [*lines, _added(lines, random.choice(("Summa", "Totalt", "Summa verksamheter", "Total")))]


def _grouped(random: Random, width: int, size: int) -> list[Row]:
    rows: list[Row] = []
    totals: list[Row] = []
    for number in range(random.randint(2, 3)):
        lines = _lines(random, random.randint(2, 5), width=width, size=size)
        totals.append(_added(lines, f"Summa område {'ABC'[number]}"))
        rows += [*lines, totals[-1]]
    return [*rows, _added(totals, "Totalt")]


def _groups_headed(random: Random, width: int, size: int) -> list[Row]:
    rows: list[Row] = []
    totals: list[Row] = []
    for number in range(2):
        lines = _lines(random, random.randint(2, 5), width=width, size=size)
        totals.append(_added(lines, "Summa"))
        rows += [Row(f"Område {'ABC'[number]}", (None,) * width), *lines, totals[-1]]
    alone = _line(random, "Gemensamt", width=width, size=size)
    return [*rows, alone, _added([*totals, alone], "Totalt")]


def _areas(random: Random, width: int, size: int) -> list[Row]:
    rows: list[Row] = []
    totals: list[Row] = []
    for number in range(random.randint(2, 4)):
        lines = _lines(random, random.randint(3, 6), width=width, size=size)
        totals.append(_added(lines, f"Område {'ABCD'[number]}"))
        rows += [totals[-1], *lines]
    return [*rows, _added(totals, "Summa")]


def _statement(random: Random, width: int, size: int) -> list[Row]:
    income = _line(random, "Verksamhetens intäkter", width=width, size=size)
    costs = [_negative(_line(random, label, width=width, size=size)) for label in COSTS]
    total = _added(costs, "Verksamhetens kostnader")
    net = _added([income, total], "Verksamhetens nettokostnader")
    grant = _line(random, "Kommunbidrag", width=width, size=size * 3)
    return [income, *costs, total, net, grant, _added([net, grant], "Årets resultat")]


def _negative(row: Row) -> Row:
    return replace(row, values=tuple(None if value is None else -value for value in row.values))


def spoilt(table: Table, random: Random) -> tuple[Table, str, str]:
    """The table with one printed number changed well beyond rounding, and its row and column."""
    places = [
        (r, c) for r, row in enumerate(table.rows) for c, value in enumerate(row.values) if value is not None and value
    ]
    r, c = random.choice(places)
    row = table.rows[r]
    value = row.values[c] or Decimal(0)
    lines = len(table.rows) + 3
    least = Decimal(lines) * Decimal(10) ** -table.decimals
    change = max(abs(value) * Decimal(random.randint(4, 30)) / 100, least) * random.choice((1, -1))
    values = (*row.values[:c], round(value + change, table.decimals), *row.values[c + 1 :])
    # A change column is worked out from what was right, as when a single cell is mistyped.
    rows = (*table.rows[:r], replace(row, values=values), *table.rows[r + 1 :])
    return replace(table, rows=rows), row.label, table.columns[c]
