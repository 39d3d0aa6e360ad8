"""A plan folder as something to review: its tables, indicators, assignments and texts, each with file and row."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.sections import place_of, section_file
from styrhus.dossier.references import UnknownReference, evaluate
from styrhus.finance.table import RowKind, Table
from styrhus.paper.reading import Block, ReadCell, Reading, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.plan.assignment import Assignment
from styrhus.plan.indicator import Indicator
from styrhus.plan.target_words import target_words
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.place import Place
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

FORMAT = "plan-folder"
_LIVE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_DIRECTIVE = re.compile(r"\s*\{\{\s*block\s+([^{}]*?)\s*\}\}\s*")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_ITEM = re.compile(r"( *)(?:[-*+]|\d+[.)])\s+(.*)")
_MARKS = re.compile(r"\*\*|__|`")
INDICATORS, ASSIGNMENTS, FACTS = "indicators.toml", "assignments.csv", "facts.csv"


def reading_of_dossier(dossier: Dossier, *, language: str = "sv", folder: Path | None = None) -> Reading:
    """What the plan says, as read; `file` of a place is the folder's file, `line` its row in a CSV file or its line.

    `folder` is where the plan was read from, if it was: then texts have the file names and lines that they have
    there, else those that an export gives them. Live figures stand as they would be written. Nothing is reckoned
    here: totals and changes are those that the plan states.
    """
    numbered = _Numbered()
    blocks: list[Block] = []
    for table in dossier.tables:
        blocks.append(numbered.table(_budget(table, language)))
    blocks += (numbered.table(drawn) for drawn in _indicators(dossier, language))
    if dossier.assignments:
        blocks.append(numbered.table(_assignments(dossier.assignments, language)))
    blocks += _facts(dossier, language)
    blocks += _sections(dossier, language, folder)
    return Reading(dossier.plan.title, FORMAT, tuple(blocks))


@dataclass(frozen=True)
class _Drawn:
    """A table before it has its number: headings, then cells with the row of the file that each stands in."""

    file: str
    caption: str
    heading: str
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[ReadCell, ...]], ...]
    notes: tuple[str, ...] = ()


class _Numbered:
    """Counts the tables."""

    def __init__(self) -> None:
        self._count = 0

    def table(self, drawn: _Drawn) -> ReadTable:
        self._count += 1
        place = Place(table=self._count, file=drawn.file)
        head = ReadRow(tuple(ReadCell(text, header=True) for text in drawn.head), replace(place, line=1, row_number=1))
        rows = (
            ReadRow(cells, replace(place, line=line, row_number=number))
            for number, (line, cells) in enumerate(drawn.rows, 2)
        )
        return ReadTable(
            self._count, (head, *rows), place,
            caption=drawn.caption, headings=(drawn.heading,) if drawn.heading else (), notes=drawn.notes, header_rows=1,
        )  # fmt: skip


def _budget(table: Table, language: str) -> _Drawn:
    unit = table.unit.label.render(language)
    mixed = table.unit in {Unit.MIXED, Unit.NUMBER}
    head = (table.row_heading, *(column.label for column in table.columns))
    rows = tuple((line, _budget_row(table, position)) for position, line in enumerate(_csv_lines(table.rows)))
    caption = table.caption if mixed else f"{table.caption} ({unit})"
    return _Drawn(f"budget/{table.id}.csv", caption, "", head, rows, table.notes)


def _budget_row(table: Table, position: int) -> tuple[ReadCell, ...]:
    row = table.rows[position]
    strong = row.kind in {RowKind.TOTAL, RowKind.SUBTOTAL}
    indent = 1 if row.parent is not None or row.kind is RowKind.OF_WHICH else 0
    texts = (cell.mark if cell.value is None else format_number(cell.value) for cell in row.cells)
    return (ReadCell(row.label, strong=strong, indent=indent), *(ReadCell(text, strong=strong) for text in texts))


def _csv_lines(rows: Sequence[object]) -> Iterable[int]:
    """The first row of a CSV file is its header."""
    return range(2, len(rows) + 2)


def _indicators(dossier: Dossier, language: str) -> Iterator[_Drawn]:
    """One table for each goal that has indicators, with a column for each year of outcomes and of targets."""
    numbers = {indicator.id: number for number, indicator in enumerate(dossier.indicators, 1)}
    for goal in dossier.goals:
        held = dossier.indicators_of(goal.id)
        if not held:
            continue
        periods = _periods(dossier, held)
        years = _years(dossier, held)
        head = (
            _say(msg("Indicator"), language), _say(msg("Unit"), language),
            *(_say(msg("Outcome {period}", period=period), language) for period in periods),
            *(_say(msg("Target {year}", year=year), language) for year in years),
        )  # fmt: skip
        rows = tuple((numbers[i.id], _indicator_row(dossier, i, (periods, years), language)) for i in held)
        yield _Drawn(INDICATORS, _say(msg("Indicators"), language), goal.name, head, rows)


def _periods(dossier: Dossier, held: Sequence[Indicator]) -> tuple[str, ...]:
    return tuple(sorted({o.period for i in held for o in dossier.outcomes_of(i.id) if not o.part}))


def _years(dossier: Dossier, held: Sequence[Indicator]) -> tuple[int, ...]:
    return tuple(sorted({t.year for i in held for t in dossier.targets_of(i.id) if not t.part}))


def _indicator_row(
    dossier: Dossier, indicator: Indicator, held: tuple[tuple[str, ...], tuple[int, ...]], language: str
) -> tuple[ReadCell, ...]:
    outcomes = {o.period: o for o in dossier.outcomes_of(indicator.id) if not o.part}
    targets = {t.year: t for t in dossier.targets_of(indicator.id) if not t.part}
    texts = [indicator.name, indicator.unit.label.render(language)]
    for period in held[0]:
        outcome = outcomes.get(period)
        shown = None if outcome is None else Figure(outcome.value, indicator.unit, mark=outcome.mark)
        texts.append("" if shown is None else shown.number(language=language))
    for year in held[1]:
        target = targets.get(year)
        texts.append("" if target is None else target_words(target, indicator.unit, bare=True).render(language))
    return tuple(ReadCell(text) for text in texts)


def _assignments(held: Sequence[Assignment], language: str) -> _Drawn:
    words = (msg("No."), msg("Assignment"), msg("Origin"), msg("Decided by"), msg("Responsible"), msg("Deadline"))
    rows = tuple((line, _assignment_row(assignment)) for line, assignment in zip(_csv_lines(held), held, strict=True))
    caption = _say(msg("Assignments"), language)
    return _Drawn(ASSIGNMENTS, caption, "", tuple(_say(word, language) for word in words), rows)


def _assignment_row(held: Assignment) -> tuple[ReadCell, ...]:
    deadline = held.deadline.isoformat() if held.deadline else ""
    texts = (held.number, held.title, held.origin, held.decided_by.value, ", ".join(held.responsible), deadline)
    return tuple(ReadCell(text) for text in texts)


def _facts(dossier: Dossier, language: str) -> Iterator[TextBlock]:
    """Figures that only stand in the prose of a plan are sentences of their own."""
    for line, fact in zip(_csv_lines(dossier.facts), dossier.facts, strict=True):
        if fact.value is not None:
            shown = Figure(fact.value, fact.unit, fact.period).text(language=language)
            words = " ".join(filter(None, (fact.label, fact.period))) + ": " + f"{fact.qualifier} {shown}".strip()
            yield TextBlock(TextKind.PARAGRAPH, words, Place(line=line, file=FACTS))


def _sections(dossier: Dossier, language: str, folder: Path | None) -> Iterator[TextBlock]:
    for position, section in enumerate(dossier.sections):
        name, content = section_file(section, position)
        placed = place_of(folder, f"text/{section.id}.md") if folder is not None else None
        above = content.count("\n") - section.text.count("\n") - 1
        file, above = placed or (name, above)
        yield TextBlock(TextKind.HEADING, section.title, Place(line=1, file=file), level=1, declared=True)
        yield from _texts(dossier, section.text, Place(line=above, file=file), language)


def _texts(dossier: Dossier, text: str, above: Place, language: str) -> Iterator[TextBlock]:
    """Paragraphs, headings and items of Markdown, each with its first line; tables are made by directives."""
    held: list[str] = []
    start = 0
    for number, line in enumerate([*text.split("\n"), ""], 1):
        heading, item, directive = _HEADING.fullmatch(line), _ITEM.fullmatch(line), _DIRECTIVE.fullmatch(line)
        ends = not line.strip() or heading or item or directive
        if held and ends:
            yield _block(TextKind.PARAGRAPH, " ".join(held), (dossier, language), _at(above, start))
            held = []
        if heading:
            found = _block(TextKind.HEADING, heading[2], (dossier, language), _at(above, number))
            yield replace(found, level=len(heading[1]) + 1, declared=True)
        elif item:
            found = _block(TextKind.ITEM, item[2], (dossier, language), _at(above, number))
            yield replace(found, level=len(item[1]) // 2, declared=True)
        elif directive:
            # What it places is read elsewhere; here it tells that the section is not empty.
            yield TextBlock(TextKind.NOTE, directive[1], _at(above, number))
        elif not ends:
            start = start if held else number
            held.append(line.strip())


def _at(above: Place, number: int) -> Place:
    return replace(above, line=(above.line or 0) + number)


def _block(kind: TextKind, text: str, plan: tuple[Dossier, str], place: Place) -> TextBlock:
    dossier, language = plan

    def figure(found: re.Match[str]) -> str:
        try:
            return evaluate(dossier, found[1]).text(language)
        except UnknownReference:
            return found[0]

    return TextBlock(kind, _MARKS.sub("", _LIVE.sub(figure, text)), place)


def _say(text: Text, language: str) -> str:
    return text.render(language)


def ref_at(dossier: Dossier, place: Place) -> str:
    """The address of the figure at a place of the reading, such as `table.<table>.<row>.<column>`.

    Without a column that of the row (`table.<table>.<row>`, `indicator.<id>`, `assignment.<id>`), for a text
    `section.<id>`; empty when the place is none of these.
    """
    if place.file.startswith("budget/"):
        return _cell_at(dossier, place)
    row = (place.line or 0) - 2
    if place.file == ASSIGNMENTS and 0 <= row < len(dossier.assignments):
        return f"assignment.{dossier.assignments[row].id}"
    if place.file == FACTS and 0 <= row < len(dossier.facts):
        return f"fact.{dossier.facts[row].id}"
    if place.file == INDICATORS and 0 <= row + 1 < len(dossier.indicators):
        return f"indicator.{dossier.indicators[row + 1].id}"
    found = (section.id for section in dossier.sections if place.file.endswith(f"-{section.id}.md"))
    return next((f"section.{key}" for key in found), "")


def _cell_at(dossier: Dossier, place: Place) -> str:
    table = dossier.table_by_id.get(place.file.removeprefix("budget/").removesuffix(".csv"))
    if table is None:
        return ""
    steps = ["table", table.id]
    if place.row_number is not None and 2 <= place.row_number < len(table.rows) + 2:
        steps.append(table.rows[place.row_number - 2].id)
        if place.column_number is not None and 2 <= place.column_number < len(table.columns) + 2:
            steps.append(table.columns[place.column_number - 2].id)
    return ".".join(steps)
