"""Reception as blocks: who was there, came and left, what the state pays for them, and units that must come to zero."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.references import LiveFigure
from styrhus.finance.grids.flows import YearFlow, grant_incomes, year_flows
from styrhus.finance.grids.national import grant_per_person
from styrhus.finance.labels import label
from styrhus.finance.table import Row as MoneyRow
from styrhus.finance.table import RowKind as MoneyKind
from styrhus.finance.table import Sign, TableKind
from styrhus.finance.table import Table as MoneyTable
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table
from styrhus.reports.parts.grid_cells import in_tkr, shown
from styrhus.reports.sentences import paragraph, text_cell, worded
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

LABEL_SHARE = 3


def reception_blocks(setting: Setting) -> Blocks:
    """What answers first in words, then the tables; nothing for a plan without reception."""
    if not setting.dossier.reception_cohorts:
        return ()
    leads = tuple(paragraph(text, setting.language, lead=not n) for n, text in enumerate(reception_lead(setting)))
    tables = (flow_table(setting), income_table(setting), *result_units(setting))
    return (*leads, *(table for table in tables if table is not None))


def reception_lead(setting: Setting) -> Iterator[Text]:
    """Who comes, who leaves and who is there at the end of the plan year, group by group; then what the state pays."""
    year = setting.dossier.plan.year
    flows = [flow for flow in year_flows(setting.dossier.reception_cohorts) if flow.year == year]
    for flow in flows:
        yield from _flow_sentence(flow)
    if not flows:
        yield msg("Nothing is counted for {year}.", year=year)
    if not setting.dossier.grant_instalments:
        yield from _without_instalments(flows, year)


def _flow_sentence(flow: YearFlow) -> Iterator[Text]:
    words = {"group": flow.group, "year": flow.year}
    if flow.left is not None and flow.opening is not None:
        yield msg(
            "{group}: {received} are received in {year} and {left} move on, so that {opening} become {closing}.",
            **words, received=_persons(flow.arrived.value), left=_persons(flow.left), opening=_persons(flow.opening),
            closing=_persons(flow.closing),
        )  # fmt: skip
    elif flow.arrived.value is not None:
        yield msg("{group}: {received} are received in {year}.", **words, received=_persons(flow.arrived.value))


def _without_instalments(flows: list[YearFlow], year: int) -> Iterator[Text]:
    national = grant_per_person(year)
    if national is None:
        yield msg("The state's grant cannot be reckoned: no instalments are given.")
        return
    for flow in flows:
        if flow.arrived.value is not None:
            whole = LiveFigure(Figure(flow.arrived.value * national.value, Unit.KR).to(Unit.MNKR), 1)
            yield msg(
                "No instalments are given. For scale: {group}, {count} × {amount}, the whole grant for persons under "
                "65 received in {year}, is {whole} over two years.",
                group=flow.group, count=_persons(flow.arrived.value), amount=Figure(national.value, Unit.KR), year=year,
                whole=whole,
            )  # fmt: skip


def _persons(count: Decimal | None) -> LiveFigure:
    whole = count is None or count == count.to_integral_value()
    return LiveFigure(Figure(count, Unit.PERSONS), 0 if whole else 1)


def flow_table(setting: Setting) -> Table:
    """Groups and years: opening + received − left = closing, in persons."""
    flows = year_flows(setting.dossier.reception_cohorts)
    has_middle = any(flow.middle is not None for flow in flows)
    rows, before = [], ""
    for flow in flows:
        if flow.group != before:
            rows.append(Row((text_cell(flow.group),), RowKind.HEADING))
            before = flow.group
        rows.append(Row(tuple(_flow_cells(setting, flow, has_middle=has_middle))))
    words = [msg("At the beginning"), msg("Received"), msg("Moved on"), msg("In the middle"), msg("At the end")]
    if not has_middle:
        del words[3]
    numbers = [Column(setting.say(word), Align.RIGHT) for word in words]
    first = Column(setting.say(msg("Year")), width=LABEL_SHARE)
    columns = (first, *numbers[:2], Column(setting.say(msg("of whom")), width=2), *numbers[2:])
    note = msg(
        "Moved on is reckoned: at the beginning + received − at the end. Who was there at the beginning is taken from "
        "the end of the year before where it is not counted."
    )
    caption = setting.say(msg("Reception, persons"))
    return Table(caption, columns, tuple(rows), "reception-flows", (worded(note, setting.language),))


def _flow_cells(setting: Setting, flow: YearFlow, *, has_middle: bool) -> Iterator[Cell]:
    yield text_cell(f"{flow.year} ({setting.say(label(flow.basis))})", indent=1)
    yield shown(setting, flow.opening, Unit.PERSONS, decimals=1)
    yield shown(setting, flow.arrived.value, Unit.PERSONS, decimals=1)
    parts = [f"{part} {shown(setting, count, Unit.PERSONS, decimals=1).text}" for part, count in flow.received if part]
    yield text_cell(", ".join(parts))
    yield shown(setting, flow.left, Unit.PERSONS, decimals=1)
    if has_middle:
        yield shown(setting, flow.middle, Unit.PERSONS, decimals=1)
    yield shown(setting, flow.closing, Unit.PERSONS, decimals=1)


def income_table(setting: Setting) -> Table | None:
    """The grant by cohort down and year of payment across, in tkr; None without instalments."""
    dossier = setting.dossier
    found = grant_incomes(dossier.reception_cohorts, dossier.grant_instalments)
    if not found:
        return None
    years = sorted({income.year for income in found})
    cohorts = list(dict.fromkeys((income.group, income.cohort) for income in found))
    amounts = dict(zip(((i.group, i.cohort, i.year) for i in found), in_tkr([i.amount for i in found]), strict=True))
    rows = []
    for group, cohort in cohorts:
        name = setting.say(msg("{group}, received in {year}", group=group, year=cohort))
        held = [amounts.get((group, cohort, year)) for year in years]
        rows.append(Row((text_cell(name), *(shown(setting, amount, Unit.TKR) for amount in held))))
    sums = [sum((v or Decimal(0) for key, v in amounts.items() if key[2] == year), Decimal(0)) for year in years]
    total = (text_cell(setting.say(msg("Total"))), *(shown(setting, amount, Unit.TKR) for amount in sums))
    rows.append(Row(total, RowKind.TOTAL))
    columns = (Column(setting.say(msg("Cohort")), width=4), *(Column(str(year), Align.RIGHT) for year in years))
    note = msg("A year's reception without months is spread evenly over its months. The grant is that of the year of "
               "reception. A dash: nothing is paid.")  # fmt: skip
    caption = setting.say(msg("State grant by the year that it is paid in, tkr"))
    return Table(caption, columns, tuple(rows), "reception-income", (worded(note, setting.language),))


def result_units(setting: Setting) -> Iterator[Table]:
    """The plan's tables of result units with a word for whether they come to zero, as they must."""
    for table in setting.dossier.tables:
        if table.kind is TableKind.RESULT_UNITS and any(row.organisation_unit for row in table.rows):
            yield _result_table(setting, table)


def _result_table(setting: Setting, table: MoneyTable) -> Table:
    rows = []
    for row in table.rows:
        cells = [_money(setting, table, row, column) for column in range(len(table.columns))]
        depth = int(row.parent is not None)
        kind = RowKind(row.kind.value)
        rows.append(Row((text_cell(row.label, indent=depth), *cells, _zero(setting, table, row)), kind))
    heads = (Column(column.label, Align.RIGHT) for column in table.columns)
    columns = (Column(setting.say(msg("Result unit")), width=4), *heads, Column(setting.say(msg("Judged"))))
    words = setting.say(table.unit.label)
    caption = setting.say(msg("Result units: do they come to zero? {unit}", unit=words))
    notes = [msg("A unit with a unit above it may have a surplus or a deficit; together they must come to zero.")]
    if table.sign is Sign.COST_NEGATIVE:
        notes.append(msg("Costs are written with a minus sign."))
    return Table(
        caption, columns, tuple(rows), f"reception-{table.id}", tuple(worded(note, setting.language) for note in notes)
    )


def _money(setting: Setting, table: MoneyTable, row: MoneyRow, column: int) -> Cell:
    ref = f"table.{table.id}.{row.id}.{table.columns[column].id}"
    return shown(setting, row.cells[column].value, table.unit, decimals=0, ref=ref)


def _zero(setting: Setting, table: MoneyTable, row: MoneyRow) -> Cell:
    """The word for a row that must come to zero: its own net, and what its parts come to."""
    values = [cell.value for cell in row.cells if cell.value is not None]
    if row.parent is not None or not values:
        return Cell()
    net = values[-1]
    parts = [part.cells[-1].value for part in table.parts_of(row)] if row.kind is not MoneyKind.LINE else []
    adds_up = not parts or (None not in parts and sum((p or Decimal(0) for p in parts), Decimal(0)) == net)
    if net == 0 and adds_up:
        return Cell(text_cell(setting.say(msg("comes to zero"))).runs, status="reached")
    return Cell(text_cell(setting.say(msg("does not come to zero"))).runs, status="not_reached")
