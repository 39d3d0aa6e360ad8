"""Indicators as the tables of a document give them: goal, outcomes and targets of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow
from styrhus.review.understanding.indicator_parts import filled, is_part, names_part
from styrhus.review.understanding.task_words import lists_tasks
from styrhus.review.understanding.wording import plain
from styrhus.values.place import Place

_LABEL = re.compile(
    r"\b(?:\w*indikator(?:er|n|erna)?|mätetal(?:et)?|mätare|nyckeltal(?:et)?|mått(?:et|en)?|\w*mått|resultatmål|"
    r"indicators?|måleparameter|styringsparameter\w*|mittari\w*|tunnusluku|tunnusluvut)\b",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"\b(?:mål(?!grupp|område)(?:värden?|nivå(?:er)?|tal|sättning)?|målsatt|målsatta|tavoite\w*|targets?|måltal|"
    r"ambisjon\w*)\b",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:utfall\w*|resultat(?:et)?|bokslut\w*|toteuma\w*|outcomes?|nuläge|startvärde|basvärde|faktiskt?|värde|"
    r"årsutfall|mätvärde|status ?quo|resultat)\b",
    re.IGNORECASE,
)
_GOAL = re.compile(
    r"\b(?:\w+mål(?:et|en)?|mål(?:et|en)?|målområden?|fokusområden?|tavoitteet|tavoite|goals?)\b", re.IGNORECASE
)
_METHOD = re.compile(
    r"\b(?:källa|datakälla|mätmetod|mätning|metod|mäts|uppföljningsmetod|så (?:mäter|följer) vi|hur (?:mäts|följs)|"
    r"kilde|målemetode|lähde|mittaustapa|source|method)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:20\d\d|[12]\d{3})(?!\d)")
_PARENT = re.compile(r"\b(?:goal|mål)\b", re.IGNORECASE)
_LONG = 25
_CONTINUES = re.compile(r"[-–•*]?\s?[a-zåäöæø]")


@dataclass(frozen=True)
class Indicator:
    """`cells` are the texts of its row by column; `goal` is the one it stands under, empty when there is none.

    `parts` are the labels of the rows below it that divide it (women, men); a value that only they have stands in
    `cells` too.
    """

    row: GridRow
    label: str
    goal: str
    cells: tuple[str, ...]
    parts: tuple[str, ...] = ()

    def text(self, column: GridColumn) -> str:
        return self.cells[column.index]


@dataclass(frozen=True)
class IndicatorTable:
    """A table of indicators; columns of outcomes and targets in printed order."""

    grid: Grid
    label: GridColumn
    goal: GridColumn | None
    outcomes: tuple[GridColumn, ...]
    targets: tuple[GridColumn, ...]
    method: GridColumn | None
    indicators: tuple[Indicator, ...]

    def place(self, indicator: Indicator, column: GridColumn | None = None) -> Place:
        """Where an indicator or one of its values stands; the row is named by the indicator, not by its goal."""
        held = self.grid.place(indicator.row, column)
        quote = indicator.text(column) if column else indicator.label
        return replace(held, row=indicator.label, quote=quote)


def indicator_tables(grids: Sequence[Grid]) -> tuple[IndicatorTable, ...]:
    """Every table that lists indicators with outcomes or targets."""
    return tuple(found for grid in grids if (found := indicator_table(grid)) is not None)


def indicator_table(grid: Grid) -> IndicatorTable | None:
    """The table as indicators; None when it is something else."""
    goal = _goal(grid)
    above = _goals_above(grid)
    targets = tuple(c for c in grid.columns if c is not goal and c not in above and _is_target(grid, c))
    outcomes = tuple(c for c in grid.columns if c is not goal and c not in targets and _is_outcome(c))
    named = next((c for c in grid.columns if c not in targets and c is not goal and _LABEL.search(c.heading)), None)
    if not _is_indicators(grid, named, targets, outcomes) or _is_series(grid) or (not named and _is_tasks(grid)):
        return None
    label = named or _first_text(grid, goal)
    if label is None or label in outcomes:
        return None
    method = next((c for c in grid.columns if c not in {label, goal} and _METHOD.search(c.heading)), None)
    shell = IndicatorTable(grid, label, goal, outcomes, targets, method, ())
    return replace(shell, indicators=tuple(_indicators(shell)))


def _is_indicators(
    grid: Grid, named: GridColumn | None, targets: tuple[GridColumn, ...], outcomes: tuple[GridColumn, ...]
) -> bool:
    if grid.kind is GridKind.INDICATORS:
        return bool(targets or outcomes)
    if grid.kind in {
        GridKind.BUDGET,
        GridKind.FRAME_BRIDGE,
        GridKind.VOLUME_PRICE,
        GridKind.ASSIGNMENTS,
        GridKind.RISKS,
    }:
        return False
    return bool(named and (targets or outcomes)) or bool(targets and outcomes)


def _is_series(grid: Grid) -> bool:
    """One indicator over the years, each in a row of its own."""
    return len(grid.rows) > 1 and all(row.year is not None for row in grid.rows)


def _is_tasks(grid: Grid) -> bool:
    """Assignments with a column that says which goal each of them serves."""
    return lists_tasks([column.heading for column in grid.columns]) and not any(
        cell.number is not None for row in grid.rows for column in grid.columns[1:] if column.role is ColumnRole.TARGET
        for cell in (row.cells[column.index],)
    )  # fmt: skip


def _goal(grid: Grid) -> GridColumn | None:
    """A column of goals is headed by a word for goal without a year, and is followed by the indicators or holds
    sentences."""
    label = next((c.index for c in grid.columns if _LABEL.search(c.heading)), None)
    for column in grid.columns[:3]:
        if _GOAL.search(column.heading) and not _YEAR.search(column.heading) and not _LABEL.search(column.heading):
            texts = [plain(row.cells[column.index].text) for row in grid.rows]
            held = [text for text in texts if text]
            words = held and not any(row.cells[column.index].number for row in grid.rows)
            if words and (column.index < (label or 0) or sum(map(len, held)) / len(held) >= _LONG):
                return column
    return None


def _goals_above(grid: Grid) -> tuple[GridColumn, ...]:
    """Columns of goals before the column of indicators: the council's and the board's."""
    label = next((c.index for c in grid.columns if _LABEL.search(c.heading)), 0)
    return tuple(
        c for c in grid.columns[:label]
        if _GOAL.search(c.heading) and not _YEAR.search(c.heading)
        and not any(row.cells[c.index].number for row in grid.rows)
    )  # fmt: skip


def _is_target(grid: Grid, column: GridColumn) -> bool:
    if (
        column.role in {ColumnRole.LABEL, ColumnRole.BUDGET, ColumnRole.VARIANCE, ColumnRole.STATUS}
        and column.index == 0
    ):
        return False
    return column.role is ColumnRole.TARGET or (column.index > 0 and _TARGET.search(column.heading) is not None
        and not _OUTCOME.search(column.heading) and "uppfyll" not in column.heading.casefold())  # fmt: skip


def _is_outcome(column: GridColumn) -> bool:
    named = column.index > 0 and _OUTCOME.search(column.heading) is not None
    return column.role is ColumnRole.OUTCOME or (named and column.role is not ColumnRole.VARIANCE)


def _first_text(grid: Grid, goal: GridColumn | None) -> GridColumn | None:
    if grid.kind is not GridKind.INDICATORS and goal is None:
        return None
    after = goal.index + 1 if goal else grid.label_column
    return grid.columns[after] if after < len(grid.columns) else None


def _indicators(table: IndicatorTable) -> Iterator[Indicator]:
    """The rows with an indicator; a row that goes on with the one before it over a page break is joined to it."""
    held: Indicator | None = None
    goal = ""
    headed = ""
    parts: list[tuple[str, ...]] = []
    for row in table.grid.rows:
        cells = tuple(plain(cell.text) for cell in row.cells)
        label = cells[table.label.index]
        stated = cells[table.goal.index] if table.goal else ""
        if held is not None and _divides(table, held, row, cells):
            parts.append(cells)
            continue
        if held is not None and not parts and _continues(table, held, cells):
            held = _joined(table, held, cells)
            continue
        if held is not None:
            yield _with_parts(table, held, parts)
        held, parts = None, []
        goal = stated or goal
        if label and not _is_group(table, row, cells):
            # A heading with the words of an indicator has its first part just below it.
            own = headed if headed and names_part(label) else label
            parts = [cells] if own is not label else []
            held, headed = Indicator(row, own, goal or row.group, cells), ""
        elif label:
            goal = headed = label
    if held is not None:
        yield _with_parts(table, held, parts)


def _divides(table: IndicatorTable, held: Indicator, row: GridRow, cells: tuple[str, ...]) -> bool:
    """Whether a row with a value is a part of the indicator above it."""
    label = cells[table.label.index]
    valued = [c.index for c in (*table.outcomes, *table.targets)]
    if not label or any(cells[: table.label.index]):
        return False
    if not any(cells[i] for i in valued):
        return names_part(label) and any(cells[table.label.index + 1 :])
    read = table.grid.table.rows
    deeper = read[row.index].cells[table.label.index].indent > read[held.row.index].cells[table.label.index].indent
    others = [i for i in range(len(cells)) if i not in valued and i != table.label.index]
    bare = any(held.cells[i] for i in others) and not any(cells[i] for i in others)
    bare = bare and bool(table.targets) and not any(cells[c.index] for c in table.targets)
    # A row with its own unit and target is an indicator, however short and indented.
    own = any(cells[c.index] for c in table.targets) and any(cells[i] for i in others)
    return is_part(label, deeper=deeper and not own, bare=bare)


def _with_parts(table: IndicatorTable, held: Indicator, parts: list[tuple[str, ...]]) -> Indicator:
    if not parts:
        return held
    columns = [c.index for c in (*table.outcomes, *table.targets)]
    labels = tuple(part[table.label.index] for part in parts)
    return replace(held, cells=filled(held.cells, parts, columns), parts=labels)


def _continues(table: IndicatorTable, held: Indicator, cells: tuple[str, ...]) -> bool:
    label = cells[table.label.index]
    before = [i for i in range(table.label.index) if held.cells[i]]
    if not label:
        return not any(cells[: table.label.index]) and any(cells)
    if not _CONTINUES.match(label) or any(cells[: table.label.index]):
        return False
    values = [cells[c.index] for c in (*table.outcomes, *table.targets)]
    return not any(values) or (bool(before) and held.label[:1].isupper())


def _joined(table: IndicatorTable, held: Indicator, cells: tuple[str, ...]) -> Indicator:
    joined = tuple(f"{a} {b}".strip() for a, b in zip(held.cells, cells, strict=True))
    return replace(held, cells=joined, label=joined[table.label.index])


def _is_group(table: IndicatorTable, row: GridRow, cells: tuple[str, ...]) -> bool:
    """A heading row for the indicators under it: it says goal, is bold or spans, and holds nothing else."""
    if any(text for i, text in enumerate(cells) if i != table.label.index):
        return False
    first = table.grid.table.rows[row.index].cells[table.label.index]
    return first.spans > 1 or first.strong or first.header or _PARENT.match(cells[table.label.index]) is not None
