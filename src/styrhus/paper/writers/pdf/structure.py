"""Completes the structure tree with what typst cannot say yet: row headers and summaries of tables."""

from collections.abc import Iterator, Sequence
from io import BytesIO

import pikepdf


def completed(pdf: bytes, summaries: Sequence[str]) -> bytes:
    """The same file where the first cell of each body row is TH with Scope Row; deterministic.

    typst names each cell's column header in Headers, and a reader that finds those looks for no row header;
    without them both scopes count. `summaries` holds one text for each table in order, empty for none.
    """
    with pikepdf.open(BytesIO(pdf)) as file:
        tables = [element for element in _elements(file.Root.StructTreeRoot) if element.get("/S") == "/Table"]
        for table, summary in zip(tables, summaries, strict=True):
            if summary:
                _table_attributes(table).Summary = pikepdf.String(summary)
            for row in _body_rows(table):
                _mark(row)
        target = BytesIO()
        file.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()


def _mark(row: pikepdf.Object) -> None:
    for index, cell in enumerate(_children(row)):
        if cell.get("/S") != "/TD":
            continue  # a group heading, which already is a header of what stands below it
        attributes = _table_attributes(cell)
        if "/Headers" in attributes:
            del attributes["/Headers"]
        if index == 0:
            cell.S = pikepdf.Name.TH
            attributes.Scope = pikepdf.Name.Row


def _elements(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every structure element in reading order, found without recursion since documents nest deeply."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(reversed(list(_children(element))))


def _body_rows(table: pikepdf.Object) -> Iterator[pikepdf.Object]:
    for part in _children(table):
        if part.get("/S") == "/TBody":
            yield from _children(part)


def _children(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below `element`; marked content and references are no elements."""
    held = element.get("/K")
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child


def _table_attributes(element: pikepdf.Object) -> pikepdf.Object:
    """The element's attributes as part of a table, which hold a column span too; made when there are none."""
    held = element.get("/A")
    entries = list(held) if isinstance(held, pikepdf.Array) else [held] if held is not None else []
    for entry in entries:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/O") == "/Table":
            return entry
    element.A = pikepdf.Array([pikepdf.Dictionary(O=pikepdf.Name.Table), *entries])
    return _table_attributes(element)
