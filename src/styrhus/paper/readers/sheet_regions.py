"""What stands on a sheet: several tables, the lines above them and the notes under, told apart by where they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median_low

from styrhus.paper.readers.sheet_address import address
from styrhus.paper.reading import Block, ReadCell, ReadRow, ReadTable, TextBlock, TextKind
from styrhus.values.place import Place

Cells = Mapping[tuple[int, int], ReadCell]
Merged = Sequence[tuple[int, int, int, int]]

_UNIT = re.compile(
    r"\(?(?:i\s+)?(?:[mt]kr|mnkr|mkr|kkr|kr|kronor|tusen(?:tal)? kronor|miljoner kronor|t?sek|msek|nok|[mt]?nok|eur|"
    r"teur|1[ \u00a0]?000[ \u00a0]?(?:kr|€|euro|eur)|tusen kroner|mill\.? kr|hele tusen|t€|€|procent|%)\)?",
    re.IGNORECASE,
)
_NOTE = re.compile(r"[*†]|\d\)|(?:källa|kilde|lähde|not|obs|anm|kommentar)\b", re.IGNORECASE)
_DIGITS = re.compile(r"[-\u2212\u2013+(]? ?\d[\d \u00a0\u202f.,]*[%)*]?")
_LONG = 60
_MOST_NAMING = 3
_GAP = 2
"""How many empty rows may stand within a table, as before its total."""
_SPARSE = 20_000
"""Above so many places a table must be half full; a hostile sheet has a cell here and there over millions of rows."""


@dataclass(frozen=True)
class Piece:
    """Rows and columns with content, both in order; what lies between them is empty."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]


def blocks(cells: Cells, merged: Merged, sheet: str) -> Iterator[Block]:
    """The sheet's texts and tables, from the top."""
    layout = _Layout(cells, merged, sheet)
    for piece in layout.pieces():
        yield from layout.blocks(piece)


class _Layout:
    def __init__(self, cells: Cells, merged: Merged, sheet: str) -> None:
        self._cells = cells
        self._sheet = sheet
        self._spans = {(top, left): right for top, left, _, right in merged if right > left}
        self._in_row: dict[int, list[int]] = {}
        for row, column in sorted(cells):
            self._in_row.setdefault(row, []).append(column)

    def pieces(self) -> Iterator[Piece]:
        """The tables and texts, with the rows that belong together although an empty row parts them."""
        held: Piece | None = None
        for band in _runs(self._in_row):
            parts = list(self._side_by_side(band))
            if held and len(parts) == 1 and self._continues(held, parts[0]):
                held = Piece(held.rows + parts[0].rows, tuple(sorted({*held.columns, *parts[0].columns})))
                continue
            if held:
                yield held
            *done, held = parts
            yield from done
        if held:
            yield held

    def _side_by_side(self, band: Sequence[int]) -> Iterator[Piece]:
        """An empty column parts two tables only where what stands to the right has row labels of its own."""
        used = sorted({column for row in band for column in self._in_row[row]})
        parts: list[list[int]] = []
        for run in _runs(used):
            if parts and not self._stands_alone(band, run):
                parts[-1].extend(run)
            else:
                parts.append(list(run))
        if len(parts) == 1:
            yield Piece(tuple(band), tuple(used))
            return
        for part in parts:
            within = set(part)
            rows = [row for row in band if not within.isdisjoint(self._in_row[row])]
            for run in _runs(rows):
                yield Piece(tuple(run), tuple(part))

    def _stands_alone(self, band: Sequence[int], columns: Sequence[int]) -> bool:
        within = set(columns)
        rows = [row for row in band if not within.isdisjoint(self._in_row[row])]
        labels = sum(self._is_words(row, columns[0]) for row in rows)
        return len(columns) > 1 and len(rows) > 1 and labels * 3 >= len(rows) * 2

    def _continues(self, table: Piece, more: Piece) -> bool:
        """Whether rows after an empty row go on with the table: numbers under its numbers and no heading row."""
        first = more.rows[0]
        if first - table.rows[-1] > _GAP + 1 or len(table.rows) < 2 or len(table.columns) < 2:
            return False
        if not set(more.columns) <= set(table.columns):
            return False
        row = next((row for row in more.rows[:2] if len(self._in_row[row]) > 1), None)
        return row is not None and self._is_line(row)

    def _is_line(self, row: int) -> bool:
        """Whether it is a row of the table's body: a number that is no year."""
        return any(self._is_amount(row, column) for column in self._in_row[row])

    def _is_amount(self, row: int, column: int) -> bool:
        cell = self._cells[row, column]
        if re.fullmatch(r"(?:19|20)\d\d", cell.text):
            return False
        return _is_number(cell)

    def _is_words(self, row: int, column: int) -> bool:
        cell = self._cells.get((row, column))
        return cell is not None and not _is_number(cell)

    def blocks(self, piece: Piece) -> Iterator[Block]:
        rows = list(piece.rows)
        top = self._lines_above(rows, piece)
        bottom = self._lines_under(rows[top:], piece)
        body = rows[top : len(rows) - bottom]
        if len(body) < 2 or len(piece.columns) < 2 or self._is_scattered(body, piece):
            top, body = len(rows), []
        above = [self._text(row, piece) for row in rows[:top]]
        if not body:
            yield from above
            return
        named = _naming(above)
        yield from above[: len(above) - named]
        yield from (replace(text, kind=TextKind.CAPTION) for text in above[len(above) - named :])
        table = self._table(body, piece)
        yield replace(table, caption=" ".join(_in_brackets(text.text) for text in above[len(above) - named :]))
        for row in rows[top + len(body) :]:
            yield self._text(row, piece)

    def _lines_above(self, rows: Sequence[int], piece: Piece) -> int:
        """How many rows at the top are titles or a unit rather than the table's heading."""
        count = 0
        usual = median_low(len(self._held(row, piece)) for row in rows)
        for row, under in pairwise(rows):
            held = self._held(row, piece)
            if not (
                self._is_title(row, held) or self._is_unit_line(row, held, under) or self._is_fact(row, held, usual)
            ):
                break
            count += 1
        return count

    def _is_title(self, row: int, held: Sequence[int]) -> bool:
        alone = len(held) == 1 and self._is_words(row, held[0])
        return alone and (held[0] == min(self._in_row[row]) and not self._heads_numbers(row, held[0]))

    def _heads_numbers(self, row: int, column: int) -> bool:
        """Whether a lone cell is the heading of the column under it, with no row label beside it."""
        return self._is_filled(row + 1, column) and any(c < column for c in self._in_row.get(row + 1, ()))

    def _is_filled(self, row: int, column: int) -> bool:
        return (row, column) in self._cells and (row, column) not in self._spans

    def _is_unit_line(self, row: int, held: Sequence[int], under: int) -> bool:
        units = [column for column in held if _UNIT.fullmatch(self._cells[row, column].text)]
        words = all(self._is_words(row, column) for column in held)
        return bool(units) and len(held) <= 3 and words and not self._is_line(under) and len(self._in_row[under]) > 1

    def _is_fact(self, row: int, held: Sequence[int], usual: int) -> bool:
        """Whether it says something about the whole table, as `Board | Social services` above four columns."""
        if usual < 4 or len(held) != 2 or held[0] != min(self._in_row[row]) or held[1] > held[0] + 2:
            return False
        merged = any((row, column) in self._spans for column in held)
        return not merged and self._is_words(row, held[0]) and not self._is_line(row)

    def _lines_under(self, rows: Sequence[int], piece: Piece) -> int:
        count = 0
        for row in reversed(rows):
            held = self._held(row, piece)
            text = self._cells[row, held[0]].text
            if len(held) > 1 or not (len(text) > _LONG or _NOTE.match(text)):
                break
            count += 1
        return count

    def _is_scattered(self, rows: Sequence[int], piece: Piece) -> bool:
        places = len(rows) * len(piece.columns)
        return places > _SPARSE and places > 8 * sum(len(self._in_row[row]) for row in rows)

    def _held(self, row: int, piece: Piece) -> list[int]:
        first, last = piece.columns[0], piece.columns[-1]
        return [column for column in self._in_row[row] if first <= column <= last]

    def _text(self, row: int, piece: Piece) -> TextBlock:
        held = [self._cells[row, column] for column in self._held(row, piece)]
        texts = [held[0].text, *(_in_brackets(cell.text) for cell in held[1:])]
        place = Place(cell=held[0].address, sheet=self._sheet)
        return TextBlock(TextKind.PARAGRAPH, " ".join(texts), place, strong=held[0].strong)

    def _table(self, rows: Sequence[int], piece: Piece) -> ReadTable:
        """The table without the columns that are empty in all of its rows."""
        inside = set(piece.columns)
        columns = sorted({column for row in rows for column in self._in_row[row] if column in inside})
        read = tuple(ReadRow(tuple(self._row(row, columns)), self._place(row, columns)) for row in rows)
        return ReadTable(0, read, read[0].place)

    def _place(self, row: int, columns: Sequence[int]) -> Place:
        return Place(cell=address(row, columns[0]), sheet=self._sheet)

    def _row(self, row: int, columns: Sequence[int]) -> Iterator[ReadCell]:
        for column in columns:
            cell = self._cells.get((row, column)) or ReadCell("", address=address(row, column))
            end = self._spans.get((row, column))
            if end is None:
                yield cell
            else:
                spans = sum(column <= other <= end for other in columns)
                yield replace(cell, spans=spans)


def _naming(above: Sequence[TextBlock]) -> int:
    """How many of the lines above a table, counted from it, name it: short ones that are no sentences."""
    count = 0
    for text in reversed(above):
        if count == _MOST_NAMING or len(text.text) > _LONG * 2 or text.text.endswith((".", ":")):
            break
        count += 1
    return count


def _is_number(cell: ReadCell) -> bool:
    return cell.exact is not None or _DIGITS.fullmatch(cell.text) is not None


def _in_brackets(text: str) -> str:
    return f"({text})" if _UNIT.fullmatch(text) and not text.startswith("(") else text


def _runs(numbers: Mapping[int, object] | Sequence[int]) -> Iterator[list[int]]:
    """Numbers in order, parted where one is left out."""
    held: list[int] = []
    for number in sorted(numbers):
        if held and number > held[-1] + 1:
            yield held
            held = []
        held.append(number)
    if held:
        yield held
