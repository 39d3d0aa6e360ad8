"""Tables as HTML: caption, scoped header cells, and a region of their own to scroll in."""

from collections.abc import Iterator

from styrhus.paper.blocks import Align, Cell, Row, RowKind, Table
from styrhus.paper.grid import SHORT_TEXT, cells, holds_sentences, numbers_at_foot, spans
from styrhus.paper.palette import status_symbol
from styrhus.paper.writers.html.text import Texts, escaped

_CLASSES = {
    RowKind.LINE: "",
    RowKind.HEADING: "group",
    RowKind.SUBTOTAL: "subtotal",
    RowKind.TOTAL: "total",
    RowKind.OF_WHICH: "of-which",
}
_DEEPEST = 4


def table_html(table: Table, texts: Texts, *, anchor: str, label: str = "") -> str:
    """The table with its notes; `label` ("Table 3") begins the caption."""
    parts = [
        f'<div class="paper-table" id="{anchor}">',
        _region(table, anchor),
        _table_start(table, anchor),
        caption_html("caption", table.caption, label, identity=f"{anchor}-caption"),
        _head(table),
        *_bodies(table, texts, anchor),
        "</table></div>",
        _description(table, anchor),
        _notes(table, texts),
        "</div>",
    ]
    return "".join(parts)


def caption_html(tag: str, caption: str, label: str, *, identity: str) -> str:
    """The caption in its element, the number set off; nothing when there is neither."""
    if not caption and not label:
        return ""
    number = f"<b>{escaped(label)}</b> " if label else ""
    return f'<{tag} id="{identity}"><span>{number}{escaped(caption)}</span></{tag}>'


def _region(table: Table, anchor: str) -> str:
    if not table.caption:
        return '<div class="paper-scroll">'
    return f'<div class="paper-scroll" role="region" aria-labelledby="{anchor}-caption" tabindex="0">'


def _table_start(table: Table, anchor: str) -> str:
    css = "" if numbers_at_foot(table) else ' class="prose"'
    about = f' aria-describedby="{anchor}-about"' if table.description else ""
    return f"<table{css}{about}>"


def _head(table: Table) -> str:
    heads = ""
    for index, column in enumerate(table.columns):
        sentences = "sentences" if index and holds_sentences(table, index) else ""
        heads += f'<th scope="col"{_css(column.align, sentences)}>{escaped(column.heading)}</th>'
    return f"<thead><tr>{heads}</tr></thead>"


def _css(align: Align, *more: str) -> str:
    names = " ".join(name for name in ("number" if align is Align.RIGHT else "", *more) if name)
    return f' class="{names}"' if names else ""


def _bodies(table: Table, texts: Texts, anchor: str) -> Iterator[str]:
    """Table bodies; a group heading opens a new one, so that its scope ends where the group does."""
    yield "<tbody>"
    for index, row in enumerate(table.rows):
        if row.kind is RowKind.HEADING and index:
            yield "</tbody><tbody>"
        name = _CLASSES[row.kind]
        yield f'<tr class="{name}">' if name else "<tr>"
        yield from _row(row, table, texts, anchor)
        yield "</tr>"
    yield "</tbody>"


def _row(row: Row, table: Table, texts: Texts, anchor: str) -> Iterator[str]:
    whole = spans(row)
    scope = "rowgroup" if row.kind is RowKind.HEADING else "row"
    for index, (cell, column) in enumerate(zip(cells(row, table), table.columns, strict=True)):
        body = _cell(cell, texts, anchor)
        if index == 0:
            indent = f"indent-{min(cell.indent, _DEEPEST)}" if cell.indent else ""
            span = f' colspan="{len(table.columns)}"' if whole else ""
            yield f'<th scope="{scope}"{span}{_css(column.align, indent)}>{body}</th>'
        elif not whole:
            short = "short" if len(cell.text) <= SHORT_TEXT and column.align is Align.LEFT else ""
            yield f"<td{_css(column.align, short)}>{body}</td>"


def _cell(cell: Cell, texts: Texts, anchor: str) -> str:
    body = texts.html(cell.runs, at=anchor)
    if not cell.status:
        return body
    symbol = f'<span aria-hidden="true">{status_symbol(cell.status)}</span>'
    return f'<span class="status {cell.status.replace("_", "-")}">{symbol}\u00a0{body}</span>'


def _description(table: Table, anchor: str) -> str:
    if not table.description:
        return ""
    return f'<p class="paper-unseen" id="{anchor}-about">{escaped(table.description)}</p>'


def _notes(table: Table, texts: Texts) -> str:
    if not table.notes:
        return ""
    return f'<div class="paper-notes">{"".join(f"<p>{texts.html(note)}</p>" for note in table.notes)}</div>'
