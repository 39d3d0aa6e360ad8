"""A block of cells from a spreadsheet filled into a table of records before anything is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from styrhus.web.forms.record_table import MOST_LINES, Field, Line, RecordTable


def filled(table: RecordTable, pasted: str, *, match: Sequence[str]) -> tuple[RecordTable, str]:
    """The table with the pasted rows, and what was wrong with the block ("" when nothing was).

    A first row of headings says which column is which; without it the columns are those of the table, in order. A row
    that agrees with a line in all fields of `match` changes that line, any other is new.
    """
    rows = [line.rstrip("\r").split("\t") for line in pasted.split("\n") if line.strip()]
    if not rows:
        return table, _("There is nothing to fill in. Copy the cells in the spreadsheet and paste them here.")
    fields, unknown = _columns(table.fields, rows[0])
    if unknown:
        return table, _("There is no column “%(name)s” in the table.") % {"name": unknown}
    body = rows if fields is None else rows[1:]
    columns = table.fields if fields is None else fields
    widest = max(map(len, body), default=0)
    if widest > len(columns):
        told = _("A pasted row has %(width)d cells, the table has %(columns)d columns.")
        return table, told % {"width": widest, "columns": len(columns)}
    kept = [line for line in table.lines if line.key or not line.is_blank]
    if len(kept) + len(body) > MOST_LINES:
        return table, _("The block is too large. Paste at most %(count)d rows at a time.") % {"count": MOST_LINES}
    for row in body:
        _place(kept, {held.name: text.strip() for held, text in zip(columns, row, strict=False)}, table, match)
    lines = tuple(replace(line, number=number) for number, line in enumerate(kept))
    return replace(table, lines=lines), ""


def _columns(fields: Sequence[Field], first: Sequence[str]) -> tuple[tuple[Field, ...] | None, str]:
    """The fields that the first row names, None when it holds values; a heading that is none of them."""
    by_heading = {held.heading.casefold(): held for held in fields}
    named = [by_heading.get(text.strip().casefold()) for text in first]
    known = tuple(held for held in named if held is not None)
    if len(known) * 2 < len(first) or not known:
        return None, ""
    unknown = next((text.strip() for text, held in zip(first, named, strict=True) if held is None), "")
    return known, unknown


def _place(lines: list[Line], texts: dict[str, str], table: RecordTable, match: Sequence[str]) -> None:
    wanted = _identity(table, texts, match)
    for place, line in enumerate(lines):
        if all(name in texts for name in match) and _identity(table, line.texts, match) == wanted:
            lines[place] = replace(line, texts={**line.texts, **texts}, errors={}, error="")
            return
    lines.append(Line(len(lines), "", texts))


def _identity(table: RecordTable, texts: Mapping[str, str], match: Sequence[str]) -> tuple[object, ...]:
    """What tells a row from the others, read so that a name and its short name are the same."""
    by_name = {held.name: held for held in table.fields}
    return tuple(by_name[name].read(texts.get(name, ""))[0] or texts.get(name, "").casefold() for name in match)
