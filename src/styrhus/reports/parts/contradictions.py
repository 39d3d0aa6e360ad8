"""Published figures that contradict each other: told where they stand, and all together in the appendix."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.references import UnknownReference, resolve
from styrhus.finance.fact import Contradiction
from styrhus.finance.table import RowKind
from styrhus.finance.table import Table as MoneyTable
from styrhus.paper.blocks import Align, Block, Cell, Column, Heading, Note, Paragraph, Row, Run, Runs, Table, plain
from styrhus.reports.sentences import sentence, text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

ANCHOR = "contradictions"
MOST_IN_FULL = 3
"""With more at one table only the figures are told there, and the explanations in the appendix."""


def notes_at(setting: Setting, table: MoneyTable) -> Iterator[Note]:
    """The contradictions whose first table this is, in full when they are few."""
    first = _first(setting, table)
    if len(first) > MOST_IN_FULL:
        yield Note(_listed(setting, table, first), setting.say(msg("Figures that contradict each other")))
        return
    for contradiction in first:
        title = setting.say(msg("Contradiction {number}", number=number(setting, contradiction)))
        yield Note(plain(sentence(contradiction.explanation)), title)


def pointer(setting: Setting, table: MoneyTable) -> Iterator[Runs]:
    """Under a table: which contradictions, told elsewhere, its figures are part of."""
    first = _first(setting, table)
    held = [c for c in setting.dossier.contradictions if table.id in tables_of(c) and c not in first]
    if held:
        told = worded(msg("Figures in this table are part of the contradictions"), setting.language)
        yield (*told, Run(" "), *_numbers(setting, held), Run("."))


def _first(setting: Setting, table: MoneyTable) -> list[Contradiction]:
    return [c for c in setting.dossier.contradictions if tables_of(c)[:1] == (table.id,)]


def tables_of(contradiction: Contradiction) -> tuple[str, ...]:
    """The ids of the tables that it is about, in the order of its references."""
    found = (ref.split(".")[1] for ref in contradiction.refs if ref.startswith("table."))
    return tuple(dict.fromkeys(found))


def number(setting: Setting, contradiction: Contradiction) -> int:
    return setting.dossier.contradictions.index(contradiction) + 1


def _numbers(setting: Setting, held: list[Contradiction]) -> Iterator[Run]:
    for place, contradiction in enumerate(held):
        if place:
            yield Run(", ")
        yield Run(str(number(setting, contradiction)), href=f"#{ANCHOR}")


def _listed(setting: Setting, table: MoneyTable, held: list[Contradiction]) -> Runs:
    """One line each: number, row, what is printed and what it should be."""
    runs: list[Run] = []
    for contradiction in held:
        runs.append(Run("\n" if runs else ""))
        runs.append(Run(str(number(setting, contradiction)), href=f"#{ANCHOR}"))
        runs.append(Run(f" {_place(setting, table, contradiction)}: "))
        runs.extend(worded(_difference(contradiction), setting.language))
    return tuple(runs[1:])


def _difference(contradiction: Contradiction) -> Text:
    """The printed figure and the computed one."""
    unit = contradiction.unit or Unit.NUMBER
    if contradiction.stated is None:
        return msg("see the appendix.")
    stated = Figure(contradiction.stated, unit)
    if contradiction.computed is None:
        return msg("{stated} is printed.", stated=stated)
    computed = Figure(contradiction.computed, unit)
    return msg("{stated} is printed, the calculation gives {computed}.", stated=stated, computed=computed)


def _place(setting: Setting, table: MoneyTable, contradiction: Contradiction) -> str:
    """Group, row and column of the cell that is called wrong; else the name of the first figure referred to."""
    for ref in contradiction.refs:
        kind, _, rest = ref.partition(".")
        if kind == "table" and rest.split(".")[0] == table.id:
            row, column = rest.split(".")[1:3]
            value = table.cell(row, column).value
            if value is not None and abs(value) == abs(contradiction.stated or Decimal(0)):
                named = (
                    _group(table, row),
                    table.row_by_id[row].label,
                    table.columns[table.column_index[column]].label,
                )
                return ", ".join(text for text in named if text)
    return _about(setting, contradiction.refs[0])


def _group(table: MoneyTable, key: str) -> str:
    """The heading that the row stands under, if the table has headings."""
    heading = ""
    for row in table.rows:
        if row.kind is RowKind.HEADING:
            heading = row.label
        if row.id == key:
            return heading if row.parent else ""
    return ""


def contradiction_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """The appendix list: every contradiction with its figures and explanation."""
    held = setting.dossier.contradictions
    if not held:
        return
    yield Heading(level, setting.say(msg("Figures that contradict each other")), ANCHOR)
    yield Paragraph(plain(setting.say(msg(
        "Published figures are kept as they were published. Where one contradicts another, both stand here."
    ))))  # fmt: skip
    say = setting.say
    columns = (
        Column(say(msg("No.")), width=1),
        Column(say(msg("What it is about")), width=3),
        Column(say(msg("Printed")), Align.RIGHT),
        Column(say(msg("Calculated")), Align.RIGHT),
        Column(say(msg("Explanation")), width=8),
    )
    rows = tuple(_row(setting, contradiction) for contradiction in held)
    yield Table(say(msg("Contradictions between published figures")), columns, rows)


def _row(setting: Setting, contradiction: Contradiction) -> Row:
    unit = contradiction.unit or Unit.NUMBER
    amounts = (_amount(setting, value, unit) for value in (contradiction.stated, contradiction.computed))
    places = "; ".join(dict.fromkeys(_about(setting, ref) for ref in contradiction.refs))
    return Row((
        text_cell(str(number(setting, contradiction))),
        text_cell(places),
        *amounts,
        text_cell(sentence(contradiction.explanation)),
    ))  # fmt: skip


def _amount(setting: Setting, value: Decimal | None, unit: Unit) -> Cell:
    return Cell() if value is None else text_cell(Figure(value, unit).text(language=setting.language))


def _about(setting: Setting, ref: str) -> str:
    """What a reference is called: its table, or the figure's own name."""
    kind, _, rest = ref.partition(".")
    if kind == "table":
        table = setting.dossier.table_by_id.get(rest.split(".")[0])
        return table.caption if table else ref
    if kind == "section":
        return next((section.title for section in setting.dossier.sections if section.id == rest), ref)
    try:
        return resolve(setting.dossier, ref).label or ref
    except UnknownReference:
        return ref
