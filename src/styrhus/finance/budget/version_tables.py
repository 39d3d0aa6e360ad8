"""One version as tables in kr: by cost type across, by month across, and what a copy changes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from styrhus.finance.budget.amounts import NO_UNIT, net_cost_of
from styrhus.finance.budget.copying import Copy
from styrhus.finance.budget.grid import PLAIN, Amounts, Grid, Key, Layout, whole
from styrhus.finance.budget.indexation import Effect
from styrhus.finance.budget.source import BudgetSource, version_of
from styrhus.finance.budget.words import EFFECT_WORDS
from styrhus.finance.codes.cost_type_words import COST_TYPE_WORDS
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.months import MONTHS
from styrhus.finance.table import Column, ColumnKind, Table
from styrhus.values.text import Text, msg

MONTH_WORDS = (
    msg("Jan"), msg("Feb"), msg("Mar"), msg("Apr"), msg("May"), msg("Jun"), msg("Jul"), msg("Aug"), msg("Sep"),
    msg("Oct"), msg("Nov"), msg("Dec"),
)  # fmt: skip


def cost_type_table(source: BudgetSource, key: str, *, layout: Layout = PLAIN, language: str = "sv") -> Table:
    """A version with its net cost, and a column for each cost type that it has; NoVersion when there is none."""
    amounts: dict[str, dict[Key, Decimal]] = {}
    for kind in CostType:
        found = _by_place(source, key, kind)
        if found:
            amounts[kind.value.replace("_", "-")] = found
    named = {kind.value.replace("_", "-"): COST_TYPE_WORDS[kind] for kind in CostType}
    columns = [(column, named[column]) for column in amounts]
    return _table(source, columns, amounts, key=key, layout=layout, language=language)


def month_table(source: BudgetSource, key: str, *, layout: Layout = PLAIN, language: str = "sv") -> Table:
    """A version with its year, and a column for each month; months that are not known are left out of their sums."""
    amounts: dict[str, dict[Key, Decimal]] = {month: defaultdict(Decimal) for month in MONTHS}
    for entry in net_cost_of(source, key):
        for month, amount in zip(MONTHS, entry.months, strict=True):
            if amount is not None:
                amounts[month][entry.unit or NO_UNIT, entry.cost_type] += amount
    columns = list(zip(MONTHS, MONTH_WORDS, strict=True))
    return _table(source, columns, amounts, key=key, layout=layout, language=language)


def _by_place(source: BudgetSource, key: str, kind: CostType) -> dict[Key, Decimal]:
    found: dict[Key, Decimal] = {}
    for entry in net_cost_of(source, key):
        if entry.cost_type is kind:
            place = (entry.unit or NO_UNIT, kind)
            found[place] = found.get(place, Decimal(0)) + entry.amount
    return found


def _table(
    source: BudgetSource, columns: Sequence[tuple[str, Text]], amounts: Mapping[str, Amounts], *,
    key: str, layout: Layout, language: str,
) -> Table:  # fmt: skip
    version = version_of(source, key)
    year: dict[Key, Decimal] = defaultdict(Decimal)
    for entry in net_cost_of(source, key):
        year[entry.unit or NO_UNIT, entry.cost_type] += entry.amount
    named = (("year", msg("Whole year")), *columns)
    headed = tuple(
        Column(id=column, label=word.render(language), kind=ColumnKind.BUDGET, year=version.year)
        for column, word in named
    )
    grid = Grid(source.organisation, headed, {**amounts, "year": year}, layout, language)
    return grid.table(msg("{version}, net cost", version=version.name), key="budget")


def effects_table(source: BudgetSource, copy: Copy, *, layout: Layout = PLAIN, language: str = "sv") -> Table:
    """From the old version to the copy: a column for each effect that there is; each row adds up across, exactly."""
    told = {effect for effects in copy.effects.values() for effect, amount in effects.items() if amount}
    columns: list[tuple[str, Text, Amounts]] = [("old", msg("Before"), _placed(copy.old))]
    for effect in Effect:
        if effect in told:
            found = {place: amounts[effect] for place, amounts in copy.effects.items() if effect in amounts}
            columns.append((effect.value.replace("_", "-"), EFFECT_WORDS[effect], _placed(found)))
    columns.append(("new", msg("After"), _placed(copy.new)))
    headed = tuple(
        Column(
            id=key, label=word.render(language), kind=ColumnKind.BUDGET if key in {"old", "new"} else ColumnKind.AMOUNT
        )
        for key, word, _ in columns
    )
    amounts = {key: found for key, _, found in columns}
    grid = Grid(source.organisation, headed, amounts, layout, language)
    return grid.table(msg("What the copy changes"), key="effects")


def _placed(amounts: Mapping[tuple[str | None, CostType], Decimal]) -> Amounts:
    return whole([{(unit or NO_UNIT, kind): amount} for (unit, kind), amount in amounts.items()])
