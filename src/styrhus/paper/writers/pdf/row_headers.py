"""Marks the first cell of every table row as a row header, which typst cannot do itself."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf


def with_row_headers(pdf: bytes) -> bytes:
    """The same file where the first data cell of each row is TH with Scope Row; deterministic."""
    with pikepdf.open(BytesIO(pdf)) as file:
        for row in _rows(file.Root.StructTreeRoot):
            first = next(iter(_children(row)), None)
            if first is not None and first.get("/S") == "/TD":
                first.S = pikepdf.Name.TH
                first.A = _with_scope(first.get("/A"))
        target = BytesIO()
        file.save(target, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return target.getvalue()


def _rows(root: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every TR of a table body, found without recursion since documents nest deeply."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.get("/S") == "/TR":
            yield element
        elif element.get("/S") != "/THead":
            waiting.extend(_children(element))


def _children(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The structure elements below `element`; marked content and references are no elements."""
    held = element.get("/K")
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child


def _with_scope(attributes: pikepdf.Object | None) -> pikepdf.Object:
    """The attributes that are there already, such as a column span, and the scope."""
    scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    if attributes is None:
        return scope
    held = list(attributes) if isinstance(attributes, pikepdf.Array) else [attributes]
    for entry in held:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/O") == "/Table":
            entry.Scope = pikepdf.Name.Row
            return attributes
    return pikepdf.Array([*held, scope])
