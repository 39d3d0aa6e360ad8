"""Tables among adjacent lines of text: cells parted by tabs, by wide spaces, by semicolons or by bars."""

import re
from collections.abc import Iterator

from styrhus.paper.readers.assemble_shapes import is_note, is_numbered_caption
from styrhus.paper.readers.text_columns import spaced
from styrhus.paper.readers.text_drawn import drawn
from styrhus.paper.readers.text_lines import Line
from styrhus.paper.reading import ReadCell, ReadRow, ReadTable
from styrhus.values.place import Place

_HAS_NUMBER = re.compile(r"\d")
_VERSION = re.compile(
    r"(?:bokslut|utfall|budget|prognos|ram|plan|mål|målvärde|förändring|differens|avvikelse|regnskap|budsjett|resultat|"
    r"tilinpäätös|talousarvio|toteuma|ennuste|muutos|tp|ta)\b[\s\d/.:–-]*(?:tkr|mnkr|%)?|(?:19|20)\d\d",
    re.IGNORECASE,
)
_MARK = re.compile(r"\s*(?:[-–—•●▪◦*o\uf0b7\uf0a7]|\d{1,2}[.)]|[a-zåäö]\)|\d{1,2}(?:\.\d{1,2}){0,4}\.?)\s*")
_GROUP = 60
_FEWEST_ROWS = 3


def tables_in(run: list[Line]) -> Iterator[Line | ReadTable]:
    """The lines of a run, those that are rows as tables with number 0."""
    if any("\t" in line.text for line in run):
        yield from _tabbed(run)
    elif len(run) >= _FEWEST_ROWS and (rows := _separated(run)):
        yield from rows
    else:
        yield from run


def _tabbed(run: list[Line]) -> Iterator[Line | ReadTable]:
    held: list[Line] = []
    for index, line in enumerate(run):
        if _is_row(line, held) or (held and _is_group(run, index)):
            held.append(line)
            continue
        yield from _tables(held)
        held = []
        yield Line(line.number, line.text.replace("\t", " "), line.page, line.strong)
    yield from _tables(held)


def _is_row(line: Line, held: list[Line]) -> bool:
    """Whether a line has cells; a mark or number with a tab after it begins an item or heading, unless in a table."""
    if "\t" not in line.text:
        return False
    cells = line.text.split("\t")
    marked = len(cells) == 2 and bool(_MARK.fullmatch(cells[0])) and not held
    return not marked and (len(cells) > 2 or bool(cells[0].strip()) or bool(held))


def _is_group(run: list[Line], index: int) -> bool:
    """Whether a line without tabs between two rows is a row with one cell."""
    text = run[index].text.strip()
    if index + 1 == len(run) or not _is_row(run[index + 1], run[:index]) or len(text) > _GROUP:
        return False
    return not (is_note(text) or is_numbered_caption(text) or text.endswith((".", ":")))


def _tables(lines: list[Line]) -> Iterator[Line | ReadTable]:
    if len(lines) == 1 and len([c for c in lines[0].text.split("\t") if c.strip()]) == 1:
        yield Line(lines[0].number, lines[0].text.strip(), lines[0].page, lines[0].strong)
        return
    piece: list[tuple[Line, list[str]]] = []
    for line, cells in zip(lines, _cells(lines), strict=True):
        if piece and _begins_anew(piece, cells):
            yield table_of(piece)
            piece = []
        piece.append((line, cells))
    if piece:
        yield table_of(piece)


def _cells(lines: list[Line]) -> list[list[str]]:
    """The cells of each row; several tabs are one where they only make columns stand straight."""
    cells = [line.text.split("\t") for line in lines]
    if len({len(row) for row in cells}) == 1 or not any("\t\t" in line.text for line in lines):
        return cells
    joined = [re.split(r"\t+", line.text.rstrip("\t")) for line in lines]
    return joined if len({len(row) for row in joined}) == 1 else cells


def _begins_anew(piece: list[tuple[Line, list[str]]], cells: list[str]) -> bool:
    """Whether a row is the heading row of a further table: the first row again, or column headings after numbers."""
    if [cell.strip() for cell in cells] == [cell.strip() for cell in piece[0][1]] and sum(map(bool, cells)) > 1:
        return True
    rest = [cell.strip() for cell in cells[1:] if cell.strip()]
    if len(rest) < 2 or len(piece) < 2 or not all(map(_VERSION.fullmatch, rest)):
        return False
    if not any(cell[:1].isalpha() for cell in rest):
        return False
    return any(_HAS_NUMBER.search(cell) for cell in piece[-1][1][1:])


def table_of(rows: list[tuple[Line, list[str]]], header_rows: int | None = None) -> ReadTable:
    """A table of rows of texts, filled up to the widest."""
    width = max(len(cells) for _, cells in rows)
    rows = _headed(rows, width)
    made = tuple(
        ReadRow(
            tuple(_cell(text) for text in [*cells, *[""] * (width - len(cells))]),
            Place(page=line.page, line=line.number),
        )
        for line, cells in rows
    )
    return ReadTable(0, made, made[0].place, header_rows=header_rows)


def _headed(rows: list[tuple[Line, list[str]]], width: int) -> list[tuple[Line, list[str]]]:
    """The rows with an empty first heading where the headings begin at the second column."""
    (line, first), *rest = rows
    if len(first) != width - 1 or not rest or any(len(cells) not in {1, width} for _, cells in rest):
        return rows
    return [(line, ["", *first]), *rest] if all(_VERSION.match(cell.strip()) for cell in first[:2]) else rows


def _cell(text: str) -> ReadCell:
    indent = len(text) - len(text.lstrip(" \u00a0"))
    return ReadCell(text.strip(), indent=(indent + 1) // 2 if text.strip() else 0)


def _separated(run: list[Line]) -> list[Line | ReadTable]:
    """The run as a table where its lines have bars, semicolons or wide spaces at the same places; else nothing."""
    held = drawn(run)
    if held is not None:
        return [table_of(held[0], header_rows=held[1])]
    counts = {line.text.count(";") for line in run}
    if counts != {0} and len(counts) == 1 and counts.pop() >= 2 and _is_numeric([line.text for line in run[1:]]):
        return [table_of([(line, line.text.split(";")) for line in run])]
    return [piece if isinstance(piece, Line) else table_of(piece) for piece in spaced(run)]


def _is_numeric(texts: list[str]) -> bool:
    return sum(bool(_HAS_NUMBER.search(text)) for text in texts) >= len(texts) / 2
