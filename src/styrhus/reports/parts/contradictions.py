"""Published figures that contradict each other: told where they stand, and all together in the appendix."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.references import UnknownReference, resolve
from styrhus.finance.fact import Contradiction
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
    """The contradictions of a table, in full at the first table that each is about."""
    own = [c for c in setting.dossier.contradictions if table.id in tables_of(c)]
    first = [c for c in own if tables_of(c)[0] == table.id]
    if len(first) > MOST_IN_FULL:
        yield Note(_listed(setting, first), setting.say(msg("Figures that contradict each other")))
    else:
        for contradiction in first:
            title = setting.say(msg("Contradiction {number}", number=number(setting, contradiction)))
            yield Note(plain(contradiction.explanation), title)
    elsewhere = [c for c in own if c not in first]
    if elsewhere:
        told = worded(msg("Figures in this table are part of the contradictions"), setting.language)
        yield Note((*told, Run(" "), *_numbers(setting, elsewhere), Run(".")))


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


def _listed(setting: Setting, held: list[Contradiction]) -> Runs:
    """One line each: number, row, what is printed and what it should be."""
    runs: list[Run] = []
    for contradiction in held:
        runs.append(Run("\n" if runs else ""))
        runs.append(Run(str(number(setting, contradiction)), href=f"#{ANCHOR}"))
        runs.append(Run(f" {_first_place(setting, contradiction)}: "))
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


def _first_place(setting: Setting, contradiction: Contradiction) -> str:
    """Row and column of the figure that is called wrong, which stands last among those of its own table."""
    table, row, column = contradiction.refs[-1].split(".")[1:4]
    held = setting.dossier.table_by_id[table]
    above = held.row_by_id.get(held.row_by_id[row].parent or "")
    group = f"{above.label}, " if above and above.label != held.row_by_id[row].label else ""
    return f"{group}{held.row_by_id[row].label}, {held.columns[held.column_index[column]].label}"


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
        Column(say(msg("What it is about")), width=4),
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
    try:
        return resolve(setting.dossier, ref).label or ref
    except UnknownReference:
        return ref
