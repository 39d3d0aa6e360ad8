"""Word tables as regular grids: merged cells stand once, columns that only differ by crooked borders are one."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from styrhus.paper.readers.docx_package import is_on, value, w
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import ReadCell

_WRAPPERS = frozenset({w("sdt"), w("sdtContent"), w("ins"), w("customXml"), w("moveTo")})
_MOST_COLUMNS = 400


@dataclass
class RawRow:
    """Cells by the column where each begins, with how many columns it covers."""

    cells: dict[int, tuple[ReadCell, int]] = field(default_factory=dict)
    is_header: bool = False
    page: int | None = None


def rows_of(table: Element, cell: Callable[[Element], ReadCell], page: Callable[[], int | None]) -> list[RawRow]:
    """The rows as they stand, deleted ones left out; `cell` reads a cell, `page` tells where the reading stands."""
    found = []
    for element in inside(table, "tr"):
        properties = element.find(w("trPr"))
        if properties is not None and properties.find(w("del")) is not None:
            continue
        row = RawRow(is_header=bool(is_on(properties, "tblHeader")))
        at = _count(value(properties, "gridBefore"), 0)
        for child in inside(element, "tc"):
            held = child.find(w("tcPr"))
            span = _count(value(held, "gridSpan"), 1)
            merged = held.find(w("vMerge")) if held is not None else None
            continued = merged is not None and merged.get(w("val"), "continue") == "continue"
            read = cell(child)
            row.cells[at] = (ReadCell("") if continued else read, span)
            at += span
        row.page = page()
        found.append(row)
    return found


def inside(parent: Element, name: str) -> Iterator[Element]:
    """The children of a name, also those in content controls and insertions."""
    for child in parent:
        if child.tag == w(name):
            yield child
        elif child.tag in _WRAPPERS:
            yield from inside(child, name)


def regular(rows: list[RawRow]) -> list[tuple[ReadCell, ...]]:
    """The rows with the same number of cells; `spans` counts the columns that remain."""
    starts = sorted({start for row in rows for start in row.cells})
    column = _columns(rows, starts)
    width = max(column.values(), default=-1) + 1
    made = []
    for row in rows:
        cells = [ReadCell("")] * width
        for start, (cell, span) in row.cells.items():
            last = starts[bisect_left(starts, start + span) - 1]
            spans = column[last] - column[start] + 1
            cells[column[start]] = replace(cell, spans=spans, header=row.is_header or cell.header)
        made.append(tuple(cells))
    return made


def _columns(rows: list[RawRow], starts: list[int]) -> dict[int, int]:
    """The number of each place where cells begin; two neighbours are one where no row has a cell at both."""
    column: dict[int, int] = {}
    held: set[int] = set()
    at = -1
    for start in starts:
        here = {index for index, row in enumerate(rows) if start in row.cells}
        if at < 0 or held & here:
            at += 1
            held = here
        else:
            held |= here
        column[start] = at
    return column


def _count(text: str, usual: int) -> int:
    return min(int(text), _MOST_COLUMNS) if text.isdecimal() and int(text) > 0 else usual
