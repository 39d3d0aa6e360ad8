"""What each column of a table holds, from its heading and from what stands in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from styrhus.review.understanding.grid import ColumnRole, Flow, GridCell, GridColumn
from styrhus.review.understanding.heading_words import Words, flow_of, is_percent, words_of
from styrhus.review.understanding.headings import Headings
from styrhus.review.understanding.table_units import column_unit
from styrhus.review.understanding.years import When, when, years_named
from styrhus.values.printed import year_of
from styrhus.values.unit import Unit

# A column of these holds words or marks and no amounts, whatever digits are in it.
WORDS = {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.DATE, ColumnRole.STATUS}
_KEEPS_TEXT = {ColumnRole.OUTCOME, ColumnRole.TARGET, ColumnRole.FORECAST}
_CODE = re.compile(
    r"(?:nr|nummer|löpnr|id|kod|konto(?:nr)?|ansvar|projekt(?:nr|nummer)?|pos(?:t)?|rad|prio(?:ritet)?|not|#|\u2116|tili|ansvarskod"
    r"|verksamhetskod|artikel|kst|kostnadsställe|tjeneste|funksjon|art|motpart|objekt|aktivitetskod)\.?", re.IGNORECASE,
)  # fmt: skip
_OF_WHICH = re.compile(r"(?:varav|därav|herav|hvorav|josta|of which)\b", re.IGNORECASE)
_YEARS = re.compile(r"år(?:tal)?|ar|year|vuosi|budgetår|period", re.IGNORECASE)
_NAMES = re.compile(
    r"mätetal|indikator|nyckeltal|\bmått\b|aktivitet|åtgärd|uppdrag|benämning|mittari|måleparameter|indicator|measure|tiltak"
    r"|nämnd\b|verksamhet|namn\b|kontrollmoment|risk\b", re.IGNORECASE,
)  # fmt: skip


@dataclass(frozen=True)
class Content:
    """What stands below a heading: how many cells hold something, a number, a year, a long text, different things."""

    filled: int
    numbers: int
    values: int
    years: int
    distinct: int
    longest: int
    percents: int

    @property
    def is_numeric(self) -> bool:
        return self.numbers > 0 and self.numbers * 2 >= self.values

    @property
    def is_empty(self) -> bool:
        return self.filled == 0


def content_of(cells: Sequence[GridCell]) -> Content:
    held = [cell for cell in cells if cell.text.strip()]
    numbers = [cell for cell in held if cell.number or cell.numbers]
    return Content(
        len(held), len(numbers), sum(not cell.missing for cell in held),
        sum(year_of(cell.text) is not None and len(cell.text) < 20 for cell in held),
        len({cell.text for cell in held}), max((len(cell.text) for cell in held), default=0),
        sum(cell.number is not None and cell.number.unit is Unit.PERCENT for cell in numbers),
    )  # fmt: skip


def columns_of(headings: Headings, contents: Sequence[Content]) -> tuple[GridColumn, ...]:
    """The columns with their roles, years and units; one and only one is the label column."""
    label = _label_column(headings, contents)
    columns = [
        _column(index, headings, content, label=label) for index, content in enumerate(contents)
    ]  # fmt: skip
    return tuple(_settled(column, columns, contents[column.index]) for column in columns)


def _label_column(headings: Headings, contents: Sequence[Content]) -> int:
    """The text column before the values with most different texts; the first column when there is none."""
    texts = [i for i, content in enumerate(contents) if content.filled and not content.is_numeric]
    series = [i for i, content in enumerate(contents) if i == 0 and content.years == content.filled > 0]
    if series and not any(i < 2 for i in texts):
        return 0
    values = (i for i, c in enumerate(contents) if c.is_numeric and not _is_code(headings, i, c))
    first_values = next(values, len(contents))
    before = [i for i in texts if i < first_values] or texts
    if not before:
        return 0
    named = [i for i in before if _NAMES.search(headings.texts[i])]
    return max(named or before, key=lambda i: (contents[i].distinct, -i))


def _is_code(headings: Headings, index: int, content: Content) -> bool:
    return bool(_CODE.fullmatch(headings.texts[index].strip())) or (not headings.texts[index] and content.numbers == 0)


def _column(index: int, headings: Headings, content: Content, *, label: int) -> GridColumn:
    heading, group = headings.texts[index], headings.groups[index]
    words = words_of(heading)
    role = _role(heading, words, content, _is_code(headings, index, content))
    if index <= label and not (content.is_numeric and index < label):
        # `Nämndens mål` before the indicators are goals and no targets.
        role = ColumnRole.LABEL if index == label else ColumnRole.TEXT
    if role in WORDS - {ColumnRole.DATE}:
        return GridColumn(index, heading, role, group=group, empty=content.is_empty)
    dated = _when(heading, headings.leaves[index], role)
    unit = column_unit(heading, role)
    if unit is None and content.numbers and content.percents == content.numbers:
        unit = column_unit("%", role)
    differs = role in {ColumnRole.CHANGE, ColumnRole.VARIANCE, ColumnRole.PERCENT_CHANGE}
    return GridColumn(
        index, heading, role, dated.year, dated.period, unit.unit if unit else None, dated.to_date,
        years_named(heading) if differs else (), words.of_roles if differs else (), group, words.flow, content.is_empty,
        version=words.version, of_which=_OF_WHICH.match(heading) is not None,
    )  # fmt: skip


def _role(heading: str, words: Words, content: Content, is_code: bool) -> ColumnRole:
    role = words.role
    if is_code:
        return ColumnRole.TEXT
    if content.filled > 1 and content.years == content.filled and _YEARS.fullmatch(heading.strip()):
        return ColumnRole.DATE
    if content.is_empty:
        return role or (ColumnRole.NUMBER if when(heading).year else ColumnRole.TEXT)
    if content.is_numeric and role not in {ColumnRole.DATE, ColumnRole.STATUS, ColumnRole.TEXT}:
        return role or ColumnRole.NUMBER
    if role in WORDS:
        return role or ColumnRole.TEXT
    # Answers such as `Ja` and `Mätas` are outcomes and targets too; a sentence under `Nämndens mål` is none.
    short = content.longest <= 60 or content.numbers
    return role if role in _KEEPS_TEXT and short else role if role and content.numbers else ColumnRole.TEXT


def _when(heading: str, leaf: str, role: ColumnRole) -> When:
    named = years_named(heading)
    if role in {ColumnRole.CHANGE, ColumnRole.VARIANCE, ColumnRole.PERCENT_CHANGE} and len(named) > 1:
        return When()
    found = when(heading)
    return found if found.year or not leaf else when(leaf) if when(leaf).year else found


def _settled(column: GridColumn, columns: Sequence[GridColumn], content: Content) -> GridColumn:
    """What only the other columns tell: whether a difference is between years or versions, what a lone % is."""
    others = [c for c in columns if c is not column and not c.empty]
    role = column.role
    if role is ColumnRole.VARIANCE and len(set(column.of_roles)) < 2:
        years = {c.year for c in others if c.role in _LEVELS and c.year}
        versions = {c.version or c.role for c in others if c.role in _LEVELS}
        between = not column.of_roles and len(years) > 1 and len(versions) == 1
        if len(set(column.of_years)) > 1 or between:
            role = ColumnRole.CHANGE
    if role in _DIFFERENCES and content.percents == content.numbers > 0 and not _all_percent(others):
        return replace(column, role=ColumnRole.PERCENT_CHANGE, unit=Unit.PERCENT)
    if role in {ColumnRole.PRICE, ColumnRole.VOLUME} and _is_cause(column, others):
        return replace(column, role=ColumnRole.AMOUNT, unit=None)
    if role is ColumnRole.NUMBER and re.fullmatch(r"[A-ZÅÄÖ]", column.heading) and _multiplied(columns):
        return replace(column, role=ColumnRole.FACTOR, unit=Unit.NUMBER)
    if role is ColumnRole.SUM and any(c.role is ColumnRole.TARGET for c in others):
        # `K | M | Totalt` of an indicator is no sum.
        role = ColumnRole.NUMBER
    if role in _VERSIONS and is_percent(column.heading) and _beside_amounts(column, others):
        return replace(column, role=ColumnRole.SHARE, unit=Unit.PERCENT)
    if role is ColumnRole.RESULT and column.year and not any(c.flow in {Flow.INCOME, Flow.COST} for c in others):
        role = ColumnRole.OUTCOME
    if role in {ColumnRole.NUMBER, ColumnRole.SHARE} and _is_lone_percent(column):
        before = next((c for c in columns if c.index == column.index - 1), None)
        if before and before.role in {ColumnRole.CHANGE, ColumnRole.VARIANCE}:
            return replace(column, role=ColumnRole.PERCENT_CHANGE, unit=Unit.PERCENT)
        return replace(column, unit=Unit.PERCENT)
    return replace(column, role=role) if role is not column.role else column


def _beside_amounts(column: GridColumn, others: Sequence[GridColumn]) -> bool:
    """Whether another column is the same version without percent: `Utfall | Utfall %` is the outcome and its share."""
    same = (c for c in others if c.role is column.role and column.year in {c.year, None})
    return any(not is_percent(c.heading) for c in same)


def _all_percent(others: Sequence[GridColumn]) -> bool:
    """Whether the levels are percentages too, so that a difference in percent is one of percentage points."""
    levels = [c for c in others if c.role in _LEVELS]
    return bool(levels) and all(c.unit is Unit.PERCENT for c in levels)


def _is_cause(column: GridColumn, others: Sequence[GridColumn]) -> bool:
    """`Ram 2023 | Löner | Priser | Volym | Ram 2024`: prices and volumes as causes of change are amounts."""
    budgets = [c.index for c in others if c.role is ColumnRole.BUDGET]
    between = len(budgets) >= 2 and budgets[0] < column.index < budgets[-1]
    return between and _CAUSE.fullmatch(column.heading.strip()) is not None


def _multiplied(columns: Sequence[GridColumn]) -> bool:
    """Whether a risk's value stands beside its two factors, which may be headed with a letter each (`S`, `K`)."""
    letters = sum(len(column.heading) == 1 for column in columns)
    return letters >= 2 and any(column.role is ColumnRole.PRODUCT for column in columns)


_DIFFERENCES = {ColumnRole.CHANGE, ColumnRole.VARIANCE}
_CAUSE = re.compile(
    r"(?:pris(?:er|et)?|volym(?:er|en)?|pris\w*(?:ökning|uppräkning)\w*|volym\w*ökning\w*)", re.IGNORECASE
)
_VERSIONS = {ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET}
_LEVELS = {ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.BUDGET, ColumnRole.NUMBER, ColumnRole.AMOUNT}


def _is_lone_percent(column: GridColumn) -> bool:
    rest = re.sub(r"procent|prosent|percent", "", column.heading, flags=re.IGNORECASE)
    return is_percent(column.heading) and re.search(r"[^\W\d]{3,}", rest) is None


def row_flow(label: str) -> Flow | None:
    """Which way money runs in a row, from its label; a sentence is no name of an account."""
    return flow_of(label) if len(label) <= 80 else None
