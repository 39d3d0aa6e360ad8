"""The choices in the form of a table's mapping, in words."""

from collections.abc import Iterable
from collections.abc import Mapping as Words
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from styrhus.dossier.dossier import Dossier
from styrhus.finance.labels import LABELS as MONEY_LABELS
from styrhus.finance.table import ColumnKind, RowKind, Sign, TableKind
from styrhus.plan.assignment import AssignmentKind
from styrhus.plan.labels import label
from styrhus.plan.steering import Decider
from styrhus.plan.target import TargetKind
from styrhus.review.plan_data import mapping as m
from styrhus.review.plan_data.mapping import ROW_USES, USES, ColumnUse, Into, Mapping, RowUse, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit
from styrhus.web.frame import say

Choice = tuple[str, str, bool]
"""Value, word, and whether it is chosen."""


@dataclass(frozen=True)
class ColumnChoice:
    column: ColumnUse
    uses: tuple[Choice, ...]
    units: tuple[Choice, ...]


@dataclass(frozen=True)
class RowChoice:
    """`cells` are the texts of the row."""

    row: RowUse
    name: str
    cells: tuple[str, ...]
    uses: tuple[Choice, ...]
    goals: tuple[Choice, ...]


@dataclass(frozen=True)
class Choices:
    """Everything that can be changed, with what is chosen now."""

    into: tuple[Choice, ...]
    columns: tuple[ColumnChoice, ...]
    rows: tuple[RowChoice, ...]
    units: tuple[Choice, ...]
    signs: tuple[Choice, ...]
    table_kinds: tuple[Choice, ...]
    goals: tuple[Choice, ...]
    target_kinds: tuple[Choice, ...]
    assignment_kinds: tuple[Choice, ...]
    deciders: tuple[Choice, ...]


def choices(dossier: Dossier, source: Source, mapping: Mapping) -> Choices:
    goals = tuple((goal.id, goal.name) for goal in dossier.goals)
    plain = (TargetKind.AT_LEAST, TargetKind.AT_MOST, TargetKind.EXACTLY)
    return Choices(
        into=_enum(Into, mapping.into, {into: into.label for into in Into}),
        columns=tuple(_column(column, mapping.into) for column in mapping.columns),
        rows=tuple(_row(source, mapping, row, goals) for row in mapping.rows),
        units=_units(mapping.unit),
        signs=_enum(Sign, mapping.sign, _SIGNS),
        table_kinds=_enum(TableKind, mapping.table_kind, MONEY_LABELS[TableKind]),
        goals=_chosen(goals, mapping.goal),
        target_kinds=tuple((kind.value, say(label(kind)), kind is mapping.target_kind) for kind in plain),
        assignment_kinds=tuple((k.value, say(label(k)), k is mapping.assignment_kind) for k in AssignmentKind),
        deciders=tuple((d.value, d.value, d is mapping.decided_by) for d in Decider),
    )


def _column(column: ColumnUse, into: Into) -> ColumnChoice:
    words = {**_USES, m.OUTCOME: msg("outcome")} if into is Into.INDICATORS else _USES
    uses = tuple((use, say(words[use]), use == column.use) for use in USES[into])
    return ColumnChoice(column, uses, _units(column.unit))


def _row(source: Source, mapping: Mapping, row: RowUse, goals: Iterable[tuple[str, str]]) -> RowChoice:
    named = mapping.column(m.LABEL)
    read = source.table.rows[row.index]
    held = ROW_USES if mapping.into is Into.TABLE else (m.SKIP, RowKind.LINE.value)
    words = _ROWS if mapping.into is Into.TABLE else {**_ROWS, RowKind.LINE.value: msg("use")}
    return RowChoice(
        row, read.text(named.index) if named else "", tuple(cell.text for cell in read.cells),
        tuple((use, say(words[use]), use == row.use) for use in held),
        _chosen(goals, row.goal) if mapping.into is Into.INDICATORS else (),
    )  # fmt: skip


def _units(chosen: Unit | None) -> tuple[Choice, ...]:
    return tuple((unit.value, say(unit.label), unit is chosen) for unit in Unit if unit is not Unit.MIXED)


def _enum(kind: type[StrEnum], chosen: StrEnum, words: Words[Any, Text]) -> tuple[Choice, ...]:
    return tuple((code.value, say(words[code]), code is chosen) for code in kind)


def _chosen(pairs: Iterable[tuple[str, str]], chosen: str) -> tuple[Choice, ...]:
    return tuple((value, word, value == chosen) for value, word in pairs)


_SIGNS: dict[StrEnum, Text] = {
    Sign.COST_POSITIVE: msg("costs are positive"),
    Sign.COST_NEGATIVE: msg("costs are negative"),
    Sign.NOT_MONEY: msg("not money"),
}
_ROWS = {
    m.SKIP: msg("skip"),
    RowKind.LINE.value: msg("line"),
    RowKind.HEADING.value: msg("heading"),
    RowKind.SUBTOTAL.value: msg("subtotal"),
    RowKind.TOTAL.value: msg("total"),
    RowKind.OF_WHICH.value: msg("of which"),
}
_USES = {
    m.SKIP: msg("skip"),
    m.LABEL: msg("name"),
    m.UNIT: msg("unit"),
    m.TARGET: msg("target"),
    m.NUMBER: msg("number in its document"),
    m.DESCRIPTION: msg("description"),
    m.RESPONSIBLE: msg("responsible"),
    m.DEADLINE: msg("deadline"),
    m.NOTE: msg("note"),
    **{kind.value: MONEY_LABELS[ColumnKind][kind] for kind in ColumnKind},
}
