"""Placements as blocks: what the page, the report and the spreadsheet say of them, and the grid side by side."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.grid_references import placement_unit
from styrhus.dossier.grids import PlacementGoal, placement_goals, placements_of
from styrhus.dossier.references import LiveFigure
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement_grid import GridColumn, PlacementGrid
from styrhus.finance.grids.volume import Plausibility
from styrhus.paper.blocks import Align, Cell, Column, Runs, Table
from styrhus.reports.parts.grid_cells import in_tkr, shown, summed
from styrhus.reports.parts.placement_checks import plausibility, reconciliation
from styrhus.reports.parts.placement_effects import differences
from styrhus.reports.parts.placement_lines import (
    LABEL_SHARE,
    Line,
    Pair,
    column_words,
    default_pair,
    grid_rows,
)
from styrhus.reports.sentences import paragraph, worded
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


def placement_blocks(setting: Setting) -> Blocks:
    """The lead and the tables that answer first; nothing for a plan without a placement grid."""
    grid = placements_of(setting.dossier)
    if not grid.rows or not grid.columns:
        return ()
    pair = default_pair(grid, setting.dossier.plan.year)
    told = [*placement_lead(setting, pair), *map(goal_sentence, placement_goals(setting.dossier))]
    leads = tuple(paragraph(text, setting.language, lead=not n) for n, text in enumerate(told))
    if pair is None:
        return (*leads, side_by_side(setting, near_columns(grid, setting.dossier.plan.year)))
    judged = judged_column(grid, pair)
    tables = (
        side_by_side(setting, near_columns(grid, setting.dossier.plan.year, pair)), differences(setting, pair),
        None if judged is None else plausibility(setting, judged),
        *(reconciliation(setting, column) for column in ledger_columns(grid, pair, setting.dossier.plan.year)),
    )  # fmt: skip
    return (*leads, *(table for table in tables if table is not None))


def near_columns(grid: PlacementGrid, year: int, pair: Pair | None = None) -> tuple[GridColumn, ...]:
    """The columns of the plan year and the one before, and those that are compared."""
    asked = set() if pair is None else {pair.before, pair.after}
    found = tuple(column for column in grid.columns if column.year in {year - 1, year} or column in asked)
    return found or grid.columns


def has_volumes(grid: PlacementGrid, column: GridColumn) -> bool:
    """Whether any row of a column has persons and a price."""
    return any(word in grid.verdicts(column) for word in Plausibility if word is not Plausibility.NO_VOLUME)


def ledger_columns(grid: PlacementGrid, pair: Pair, year: int) -> tuple[GridColumn, ...]:
    """What is held against the ledger: outcomes that are compared, and the budget of the plan year."""
    outcomes = [column for column in (pair.before, pair.after) if column.basis is Basis.OUTCOME]
    budgets = [column for column in grid.columns if (column.basis, column.year) == (Basis.BUDGET, year)]
    return tuple(dict.fromkeys((*outcomes, *budgets)))


def judged_column(grid: PlacementGrid, pair: Pair) -> GridColumn | None:
    """The column whose plausibility is shown: the later one that has volumes and prices."""
    return next((column for column in (pair.after, pair.before) if has_volumes(grid, column)), None)


def placement_lead(setting: Setting, pair: Pair | None) -> Iterator[Text]:
    """The difference and what it is made of, then how many rows are not plausible."""
    grid = placements_of(setting.dossier)
    effects = None if pair is None else grid.group_effects(None, pair.before, pair.after)
    if pair is None or effects is None:
        yield msg("There are not yet two columns to compare.")
        return
    amount = grid.subtotal(None, pair.after).amount.value
    figures = {"amount": _mnkr(amount), "difference": _mnkr(effects.difference, signed=True)}
    columns = {"after": column_words(pair.after), "before": column_words(pair.before)}
    if not effects.volume and not effects.price:
        yield msg("Placements, {after}: {amount}, {difference} against {before}.", **figures, **columns)
    else:
        parts = {name: _mnkr(getattr(effects, name), signed=True) for name in ("volume", "price", "other")}
        yield msg(
            "Placements, {after}: {amount}, {difference} against {before} – {volume} from volume, {price} from price "
            "and {other} that neither tells of.", **figures, **columns, **parts,
        )  # fmt: skip
    if effects.rows < len(grid.rows):
        yield msg(
            "Only {count} of {rows} rows have an amount in both columns and are compared.",
            count=effects.rows, rows=len(grid.rows),
        )  # fmt: skip
    yield from _doubt(grid, pair.after)


def _doubt(grid: PlacementGrid, column: GridColumn) -> Iterator[Text]:
    words = grid.verdicts(column)
    judged = sum(words.get(word, 0) for word in (Plausibility.AGREES, Plausibility.ROUNDING, Plausibility.DIFFERS))
    if judged:
        yield msg(
            "{count} of {judged} rows with volumes differ from persons × price × days by more than rounding allows.",
            count=words.get(Plausibility.DIFFERS, 0), judged=judged,
        )  # fmt: skip


def goal_sentence(goal: PlacementGoal) -> Text:
    """A target in persons against what the budget has for the row, with the arithmetic."""
    year = goal.volume
    words = {
        "row": f"{goal.row.target_group}: {goal.row.name}", "target": Figure(goal.target, Unit.PERSONS),
        "price": Figure(year.price, placement_unit("price", goal.row.pricing)), "units": year.units,
        "cost": _tkr(year.computed), "budget": _tkr(goal.budget),
    }  # fmt: skip
    if goal.gap is None:
        return msg(
            "{row}: the target of {target} costs {target} × {price} × {units} = {cost}; there is no budget.", **words
        )
    words["gap"] = _tkr(abs(goal.gap))
    if goal.gap < 0:
        return msg(
            "{row}: the target of {target} costs {target} × {price} × {units} = {cost}, the budget is {budget}: {gap} "
            "are lacking.", **words,
        )  # fmt: skip
    return msg(
        "{row}: the target of {target} costs {target} × {price} × {units} = {cost}, the budget is {budget}: {gap} "
        "are left.", **words,
    )  # fmt: skip


def _tkr(amount: Decimal | None) -> LiveFigure:
    return LiveFigure(Figure(amount, Unit.KR).to(Unit.TKR), 0)


def _mnkr(amount: Decimal | None, *, signed: bool = False) -> LiveFigure:
    return LiveFigure(Figure(amount, Unit.KR).to(Unit.MNKR), 1, signed)


def side_by_side(setting: Setting, columns: Sequence[GridColumn]) -> Table:
    """Persons, price and amount of each column; a measure that no row has is left out."""
    grid = placements_of(setting.dossier)
    columns_shown: list[Column] = [Column(setting.say(msg("Care")), width=LABEL_SHARE)]
    makers: list[Callable[[Line], Cell]] = []
    for words, name, make in _MEASURES:
        for column in columns:
            values = [grid.value(row, column) for row in grid.rows]
            if any(value is not None and getattr(value, name) is not None for value in values):
                columns_shown.append(Column(f"{setting.say(words)}, {setting.say(column_words(column))}", Align.RIGHT))
                makers.append(make(setting, grid, column))
    rows = grid_rows(setting, grid, lambda line: [make(line) for make in makers])
    caption = setting.say(msg("Amount in tkr, persons, and price in kr, side by side"))
    return Table(caption, tuple(columns_shown), rows, "placements-side-by-side", tuple(_notes(setting, grid, columns)))


def _persons(setting: Setting, grid: PlacementGrid, column: GridColumn) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        row, group = line
        if row is None:
            return shown(setting, grid.subtotal(group, column).persons.value, Unit.PERSONS, decimals=1)
        value = grid.value(row, column)
        ref = f"placement.{row.id}.{column.id}.persons"
        return shown(setting, value.persons if value else None, Unit.PERSONS, decimals=1, ref=ref)

    return cell


def _price(setting: Setting, grid: PlacementGrid, column: GridColumn) -> Callable[[Line], Cell]:
    def cell(line: Line) -> Cell:
        row, group = line
        if row is None:
            mean = grid.subtotal(group, column).mean_price
            return shown(setting, mean, Unit.KR_PER_DAY) if group is None or mean is not None else Cell()
        value = grid.value(row, column)
        ref = f"placement.{row.id}.{column.id}.price"
        return shown(setting, value.price if value else None, Unit.KR_PER_DAY, ref=ref)

    return cell


def _amount(setting: Setting, grid: PlacementGrid, column: GridColumn) -> Callable[[Line], Cell]:
    values = [grid.value(row, column) for row in grid.rows]
    amounts = in_tkr([value.amount if value else None for value in values])
    held = dict(zip((row.id for row in grid.rows), amounts, strict=True))

    def cell(line: Line) -> Cell:
        row, group = line
        if row is not None:
            return shown(setting, held[row.id], Unit.TKR, ref=f"placement.{row.id}.{column.id}.amount")
        return shown(setting, summed([held[row.id] for row in grid.rows_of(group)]), Unit.TKR)

    return cell


_MEASURES = ((msg("Amount"), "amount", _amount), (msg("Persons"), "persons", _persons), (msg("Price"), "price", _price))
"""What is shown: its word, the attribute of a volume, and what makes its cells."""


def _notes(setting: Setting, grid: PlacementGrid, columns: Sequence[GridColumn]) -> Iterator[Runs]:
    subtotals = {column: grid.subtotal(None, column) for column in columns}
    if any(held.mean_price is not None for held in subtotals.values()):
        yield worded(
            msg("Price in sums: the mean of the prices per day, weighted by care days, without prices per month."),
            setting.language,
        )
    for column, held in subtotals.items():
        parts = {msg("persons"): held.persons, msg("amounts"): held.amount}
        for words, part in parts.items():
            if part.is_partial and part.counted:
                told = msg(
                    "The sum of {what}, {column}, lacks {count} rows that are not known.",
                    what=words, column=column_words(column), count=part.missing,
                )  # fmt: skip
                yield worded(told, setting.language)
