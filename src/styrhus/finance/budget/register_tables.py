"""Positions, reserve, surplus projects, investments and result units of a version as tables."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.finance.budget.capital import capital_year
from styrhus.finance.budget.checks import result_units
from styrhus.finance.budget.entries import version_entries
from styrhus.finance.budget.position import Position
from styrhus.finance.budget.reserve import ReserveState, SurplusProject
from styrhus.finance.budget.source import BudgetSource
from styrhus.finance.budget.staffing import is_funded_elsewhere, staff_cost, vacancy_saving, year_fte
from styrhus.finance.budget.version_tables import MONTH_WORDS
from styrhus.finance.budget.words import RESERVE_WORDS
from styrhus.finance.codes.cost_type_words import COST_TYPE_WORDS
from styrhus.finance.months import MONTHS
from styrhus.finance.table import Cell, Column, ColumnKind, Row, RowKind, Sign, Table, TableKind
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

Value = Decimal | str | None
Head = tuple[str, Text, ColumnKind, Unit | None]
MONEY, FTE, TEXT = (ColumnKind.AMOUNT, None), (ColumnKind.VOLUME, Unit.FTE), (ColumnKind.TEXT, None)


def positions_table(source: BudgetSource, budget: str, *, language: str = "sv") -> Table:
    """Positions under their units: FTE, FTE over the year, salary, overhead, cost, what a vacancy keeps, who pays."""
    heads: tuple[Head, ...] = (
        ("fte", msg("Full-time equivalents"), *FTE),
        ("year-fte", msg("Over the year"), *FTE),
        ("cost", msg("Staff cost"), *MONEY),
        ("vacancy", msg("Vacancy held"), *MONEY),
        ("salary", msg("Salary"), ColumnKind.PRICE, Unit.KR_PER_MONTH),
        ("overhead", msg("Overhead"), ColumnKind.PRICE, Unit.PERCENT),
        ("months", msg("Months"), *TEXT),
        ("funding", msg("Paid by"), *TEXT),
    )
    rows: list[Row] = []
    held = [position for position in source.positions if position.budget == budget]
    projects = {project.id: project.name for project in source.surplus_projects}
    for unit in dict.fromkeys(position.unit for position in held):
        own = [position for position in held if position.unit == unit]
        rows.append(_row(f"unit-{unit}", _unit_name(source, unit), _sums(own), kind=RowKind.SUBTOTAL))
        for position in own:
            rows.append(_row(position.id, position.title, _position(position, projects), parent=f"unit-{unit}"))
    if held:
        rows.append(_row("total", msg("All positions").render(language), _sums(held), kind=RowKind.TOTAL))
    return _table(msg("Positions"), TableKind.POSITIONS, heads, rows=rows, language=language)


def _position(position: Position, projects: dict[str, str]) -> tuple[Value, ...]:
    months = f"{position.first_month}–{position.last_month}"
    whole = year_fte(position).quantize(Decimal("0.01"))
    paid_by = projects.get(position.surplus_project or "", position.funding)
    costs = staff_cost(position), vacancy_saving(position)
    return position.fte, whole, *costs, position.salary, position.overhead_rate, months, paid_by


def _sums(positions: Sequence[Position]) -> tuple[Value, ...]:
    """FTE over the year are added exactly and then rounded, so that a sum may differ by a hundredth."""
    whole = sum((year_fte(position) for position in positions), Decimal(0)).quantize(Decimal("0.01"))
    fte = sum((position.fte for position in positions), Decimal(0))
    kept = sum((vacancy_saving(position) for position in positions), Decimal(0))
    return fte, whole, sum((staff_cost(position) for position in positions), Decimal(0)), kept, None, None, "", ""


def funded_elsewhere(source: BudgetSource, budget: str) -> Decimal:
    """The cost in kr of the positions that another than the frame pays for."""
    held = (p for p in source.positions if p.budget == budget and is_funded_elsewhere(p))
    return sum((staff_cost(position) for position in held), Decimal(0))


def reserve_table(source: BudgetSource, budget: str, *, language: str = "sv") -> Table:
    """The items of the central reserve with what has become of them; those withdrawn are not in the total."""
    heads: tuple[Head, ...] = (
        ("amount", msg("Amount"), *MONEY),
        ("state", msg("State"), *TEXT),
        ("goes-to", msg("Goes to"), *TEXT),
        ("condition", msg("Condition"), *TEXT),
        ("decision", msg("Decision"), *TEXT),
    )
    rows, counted = [], Decimal(0)
    for item in source.reserve_items:
        if item.budget != budget:
            continue
        gone = item.state is ReserveState.WITHDRAWN
        counted += Decimal(0) if gone else item.amount
        unit = _unit_name(source, item.unit) if item.unit else ""
        to = msg("{unit} from month {month}", unit=unit, month=item.month).render(language) if item.month else unit
        values = (item.amount, RESERVE_WORDS[item.state].render(language), to, item.condition, item.decision)
        rows.append(_row(item.id, item.name, values, kind=RowKind.OF_WHICH if gone else RowKind.LINE))
    if rows:
        values = (counted, "", "", "", "")
        rows.append(_row("total", msg("Reserve").render(language), values, kind=RowKind.TOTAL))
    return _table(msg("The central reserve"), TableKind.ALLOCATION, heads, rows=rows, language=language)


def surplus_table(source: BudgetSource, budget: str, *, language: str = "sv") -> Table:
    """Projects that accumulated surplus pays for: positions, their cost, other cost, both together."""
    heads: tuple[Head, ...] = (
        ("fte", msg("Full-time equivalents"), *FTE),
        ("positions", msg("Staff cost"), *MONEY),
        ("amount", msg("Other costs"), *MONEY),
        ("cost", msg("Paid by surplus"), *MONEY),
        ("unit", msg("Unit"), *TEXT),
        ("later", msg("Paid later by"), *TEXT),
    )
    rows, sums = [], [Decimal(0)] * 4
    for project in source.surplus_projects:
        if project.budget == budget:
            found = _project(source, project)
            sums = [before + more for before, more in zip(sums, found, strict=True)]
            unit = _unit_name(source, project.unit) if project.unit else ""
            rows.append(_row(project.id, project.name, (*found, unit, project.later_funding)))
    if rows:
        total = msg("Use of accumulated surplus").render(language)
        rows.append(_row("total", total, (*sums, "", ""), kind=RowKind.TOTAL))
    return _table(msg("Projects paid by accumulated surplus"), TableKind.SURPLUS, heads, rows=rows, language=language)


def _project(source: BudgetSource, project: SurplusProject) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    own = [p for p in source.positions if p.surplus_project == project.id and p.budget == project.budget]
    staff = sum((staff_cost(position) for position in own), Decimal(0))
    fte = sum((position.fte for position in own), Decimal(0))
    return fte, staff, project.amount, staff + project.amount


def capital_table(source: BudgetSource, year: int, *, language: str = "sv") -> Table:
    """Each investment in a year: opening book value, depreciation, interest, capital cost and closing book value."""
    heads: tuple[Head, ...] = (
        ("amount", msg("Purchase"), *MONEY),
        ("in-use", msg("In use from"), *TEXT),
        ("lifetime", msg("Years"), *TEXT),
        ("opening", msg("Opening value"), *MONEY),
        ("depreciation", msg("Depreciation"), *MONEY),
        ("interest", msg("Internal interest"), *MONEY),
        ("cost", msg("Capital cost"), *MONEY),
        ("closing", msg("Closing value"), *MONEY),
    )
    rows: list[Row] = []
    for held in source.investments:
        found = capital_year(held, year)
        known = (found.opening, found.depreciation, found.interest, found.cost, found.closing) if found else (None,) * 5
        first: tuple[Value, ...] = (held.amount, f"{held.year}-{held.month:02d}", str(held.lifetime))
        rows.append(_row(held.id, held.name, (*first, *known)))
    return _summed(
        _table(msg("Capital cost {year}", year=year), TableKind.INVESTMENT, heads, rows=rows, language=language),
        language,
    )


def capital_months_table(source: BudgetSource, year: int, *, language: str = "sv") -> Table:
    """The capital cost of each investment by month; a month out of use shows nothing."""
    heads: list[Head] = [(key, word, *MONEY) for key, word in zip(MONTHS, MONTH_WORDS, strict=True)]
    heads.append(("year", msg("Whole year"), *MONEY))
    rows: list[Row] = []
    for held in source.investments:
        found = capital_year(held, year)
        if found is not None:
            costs = {month.month: month.cost for month in found.months}
            rows.append(_row(held.id, held.name, (*(costs.get(month) for month in range(1, 13)), found.cost)))
    caption = msg("Capital cost {year} by month", year=year)
    return _summed(_table(caption, TableKind.INVESTMENT, heads, rows=rows, language=language), language)


def result_unit_table(source: BudgetSource, budget: str, *, language: str = "sv") -> Table:
    """Result units with costs, income and what is left, which must be nothing."""
    heads: tuple[Head, ...] = (
        ("costs", msg("Costs"), *MONEY),
        ("income", msg("Income"), *MONEY),
        ("net", msg("Net"), *MONEY),
        ("verdict", msg("Nets to zero"), *TEXT),
    )
    rows = []
    for found in result_units(source, budget):
        word = msg("No") if found.net else msg("Yes")
        values = (found.costs, found.income, found.net, word.render(language))
        rows.append(_row(found.unit.id, found.unit.name, values))
    return _table(msg("Result units"), TableKind.RESULT_UNITS, heads, rows=rows, language=language)


def falling_table(source: BudgetSource, budget: str, year: int, *, language: str = "sv") -> Table:
    """Temporary money whose last year is `year`, which falls away the next."""
    heads: tuple[Head, ...] = (
        ("amount", msg("Amount"), *MONEY),
        ("unit", msg("Unit"), *TEXT),
        ("cost-type", msg("Cost type"), *TEXT),
    )
    rows, total = [], Decimal(0)
    for number, entry in enumerate(version_entries(source, budget), start=1):
        if entry.last_year == year and entry.is_net_cost:
            total += entry.amount
            kind = COST_TYPE_WORDS[entry.cost_type].render(language)
            unit = _unit_name(source, entry.unit) if entry.unit else ""
            rows.append(_row(f"entry-{number}", entry.label or kind, (entry.amount, unit, kind)))
    if rows:
        rows.append(_row("total", msg("Falls away").render(language), (total, "", ""), kind=RowKind.TOTAL))
    return _table(msg("Falls away after {year}", year=year), TableKind.ALLOCATION, heads, rows=rows, language=language)


def _unit_name(source: BudgetSource, key: str) -> str:
    return next((unit.name for unit in source.organisation if unit.id == key), key)


def _row(
    key: str, name: str, values: Sequence[Value], *, kind: RowKind = RowKind.LINE, parent: str | None = None
) -> Row:
    return Row(id=key, label=name or key, kind=kind, parent=parent, cells=tuple(_cell(value) for value in values))


def _cell(value: Value) -> Cell:
    return Cell(mark=value) if isinstance(value, str) else Cell(value=value)


def _table(caption: Text, kind: TableKind, heads: Sequence[Head], *, rows: Sequence[Row], language: str) -> Table:
    columns = tuple(
        Column(id=key, label=word.render(language), kind=column, unit=unit) for key, word, column, unit in heads
    )
    return Table(
        id="budget", caption=caption.render(language), kind=kind, unit=Unit.KR, sign=Sign.COST_POSITIVE,
        columns=columns, rows=tuple(rows),
    )  # fmt: skip


def _summed(table: Table, language: str) -> Table:
    """The table with a total of its money columns; a column without any amount has none."""
    if not table.rows:
        return table
    cells = tuple(_sum(table, place, column) for place, column in enumerate(table.columns))
    total = Row(id="total", label=msg("Total").render(language), kind=RowKind.TOTAL, cells=cells)
    held = {name: getattr(table, name) for name in Table.model_fields}
    return Table.model_validate(held | {"rows": (*table.rows, total)})


def _sum(table: Table, place: int, column: Column) -> Cell:
    amounts = list(_amounts(table, place)) if column.kind is ColumnKind.AMOUNT else []
    return Cell(value=sum(amounts, Decimal(0))) if amounts else Cell()


def _amounts(table: Table, place: int) -> Iterator[Decimal]:
    for row in table.rows:
        value = row.cells[place].value
        if value is not None:
            yield value
