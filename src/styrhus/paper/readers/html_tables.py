"""HTML tables as regular grids."""

from collections.abc import Iterator

from styrhus.paper.readers.html_words import line_of
from styrhus.paper.readers.spans import Spanning, count, regular
from styrhus.paper.readers.xml_tree import Element
from styrhus.paper.reading import ReadCell, ReadRow, ReadTable
from styrhus.values.place import Place

_ORDER = {"thead": 0, "tbody": 1, "tr": 1, "tfoot": 2}


def is_layout(table: Element) -> bool:
    """Whether it is a table only to put things beside each other."""
    if table.get("role") in {"presentation", "none"} or next(table.iterdescendants("table"), None) is not None:
        return True
    return len(list(table.iterdescendants("td", "th"))) < 2


def table_of(element: Element, line: int) -> ReadTable | None:
    """The table with number 0; None when it has no rows."""
    rows = list(_rows(element))
    grid = regular([_cells(row) for row in rows])
    if not grid or not grid[0]:
        return None
    made = tuple(ReadRow(cells, Place(line=line)) for cells in grid)
    caption = element.find("caption")
    text = line_of(caption)[0].replace("\n", " ") if caption is not None else ""
    return ReadTable(0, made, Place(line=line), caption=text, header_rows=_headers(rows))


def _rows(element: Element) -> Iterator[Element]:
    """Rows as a browser shows them: the head's first, the foot's last."""
    for part in sorted((e for e in element if e.tag in _ORDER), key=lambda e: _ORDER[str(e.tag)]):
        yield from [part] if part.tag == "tr" else part.iterchildren("tr")


def _headers(rows: list[Element]) -> int | None:
    count_ = 0
    for row in rows:
        parent = row.getparent()
        cells = [cell for cell in row if cell.tag in {"td", "th"}]
        heads = all(cell.tag == "th" and cell.get("scope") not in {"row", "rowgroup"} for cell in cells)
        if not ((parent is not None and parent.tag == "thead") or (cells and heads)):
            break
        count_ += 1
    return count_ if 0 < count_ < len(rows) else None


def _cells(row: Element) -> Iterator[Spanning]:
    for cell in row:
        if cell.tag not in {"td", "th"}:
            continue
        text, strong = line_of(cell)
        # A browser breaks a cell's text where it likes; only its own breaks are the document's.
        indent = (len(text) - len(text.lstrip("\u00a0")) + 1) // 2
        held = ReadCell(text.strip("\u00a0 "), header=cell.tag == "th", strong=strong, indent=indent)
        yield Spanning(held, count(cell.get("colspan")), count(cell.get("rowspan")))
