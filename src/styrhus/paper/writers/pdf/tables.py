"""Tables as the print template reads them, and all tables of a document as one file of data."""

import json

from styrhus.paper.blocks import Align, Cell, Chart, Row, Table
from styrhus.paper.grid import TALL_LINES, cells, is_wide, lines, numbers_at_foot, spans, stays_whole, widths
from styrhus.paper.outline import Outline, Placed
from styrhus.paper.palette import status_symbol
from styrhus.paper.printable import printable
from styrhus.paper.words import TABLES_AS_DATA
from styrhus.paper.writers.pdf.text import Data, pieces, shown
from styrhus.values.number import write_decimal

FILE_NAME = "tables.json"


def table_data(table: Table, place: Placed, outline: Outline) -> Data:
    """Everything that `table-of` in plan.typ needs."""
    return {
        "caption": shown(table.caption),
        "label": place.label,
        "anchor": place.anchor,
        "columns": [
            {"heading": shown(column.heading), "right": column.align is Align.RIGHT} for column in table.columns
        ],
        "widths": list(widths(table)),
        "at_foot": numbers_at_foot(table),
        "wide": is_wide(table),
        "whole": stays_whole(table),
        "rows": [
            {"tall": tall > TALL_LINES, **_row(row, table, outline, place.anchor)}
            for row, tall in zip(table.rows, lines(table), strict=True)
        ],
        "notes": [pieces(note, outline) for note in table.notes],
    }


def _row(row: Row, table: Table, outline: Outline, anchor: str) -> Data:
    held = cells(row, table)
    whole = spans(row)
    return {
        "kind": row.kind.value,
        "span": whole,
        "cells": [_cell(cell, outline, anchor) for cell in (held[:1] if whole else held)],
    }


def _cell(cell: Cell, outline: Outline, anchor: str) -> Data:
    data: Data = {"runs": pieces(cell.runs, outline, at=anchor), "indent": cell.indent}
    if cell.status:
        data |= {"status": cell.status, "symbol": status_symbol(cell.status)}
    return data


def tables_file(outline: Outline, language: str) -> Data:
    """Every table and every chart's data as JSON, exact values with decimal comma beside the printed text."""
    tables = []
    for place in outline.placed:
        table = place.block.data if isinstance(place.block, Chart) else place.block
        if isinstance(table, Table):
            tables.append(_exact(table, place))
    text = json.dumps({"tables": tables}, ensure_ascii=False, indent=1)
    description = TABLES_AS_DATA.render(language)
    return {"name": FILE_NAME, "type": "application/json", "text": text, "description": description}


def _exact(table: Table, place: Placed) -> Data:
    return {
        "id": place.anchor,
        "label": place.label,
        "caption": printable(table.caption),
        "columns": [printable(column.heading) for column in table.columns],
        "rows": [
            {"kind": row.kind.value, "cells": [_exact_cell(cell) for cell in cells(row, table)]} for row in table.rows
        ],
    }


def _exact_cell(cell: Cell) -> Data:
    data: Data = {"text": printable(cell.text)}
    figure = next((run.figure for run in cell.runs if run.figure is not None), None)
    if figure is not None:
        value = None if figure.value is None else write_decimal(figure.value)
        data |= {"value": value, "unit": figure.unit.value, "source": figure.source.ref}
    return data
