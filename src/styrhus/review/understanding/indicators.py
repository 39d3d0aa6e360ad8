"""Indicators as the tables of a document give them: goal, outcomes and targets of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from styrhus.review.understanding.grid import ColumnRole, Grid, GridColumn, GridKind, GridRow
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
_PART = re.compile(
    r"(?:[-–•]\s?)?(?:varav|kvinnor|män|flickor|pojkar|totalt|samtliga|kvinner|menn|jenter|gutter|naiset|miehet|k|m)\b",
    re.IGNORECASE,
)
_LONG = 25
_CONTINUES = re.compile(r"[-–•*]?\s?[a-zåäöæø]")


@dataclass(frozen=True)
class Indicator:
    """`cells` are the texts of its row by column; `goal` is the one it stands under, empty when there is none."""

    row: GridRow
    label: str
    goal: str
    cells: tuple[str, ...]

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
    targets = tuple(c for c in grid.columns if c is not goal and _is_target(grid, c))
    outcomes = tuple(c for c in grid.columns if c is not goal and c not in targets and _is_outcome(c))
    named = next((c for c in grid.columns if c not in targets and c is not goal and _LABEL.search(c.heading)), None)
    if not _is_indicators(grid, named, targets, outcomes):
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
    for row in table.grid.rows:
        cells = tuple(plain(cell.text) for cell in row.cells)
        label = cells[table.label.index]
        stated = cells[table.goal.index] if table.goal else ""
        if held is not None and _continues(table, held, cells):
            held = _joined(table, held, cells)
            continue
        if held is not None and not _opens(table, held, label):
            yield held
        held = None
        goal = stated or goal
        if label and not _is_group(table, row, cells):
            held = Indicator(row, label, goal or row.group, cells)
        elif label:
            goal = label
    if held is not None:
        yield held


def _opens(table: IndicatorTable, held: Indicator, label: str) -> bool:
    """A row without values whose values stand in the rows below it (women, men), and which is their heading."""
    values = [held.cells[c.index] for c in (*table.outcomes, *table.targets)]
    return not any(values) and _PART.match(label) is not None


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
