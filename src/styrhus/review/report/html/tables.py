"""The document's tables as HTML, the faults marked in their cells."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from html import escape

from styrhus.review.report.html.findings import mark
from styrhus.review.review import Review
from styrhus.review.understanding.grid import ColumnRole, Grid
from styrhus.review.understanding.personal import masked
from styrhus.values.finding import Finding
from styrhus.values.text import msg

Marks = Mapping[tuple[int, int], Sequence[tuple[int, Finding]]]
"""The numbered findings of a table by row and column counted from 1; column 0 is the whole row."""
_SHORT = 24
"""Up to so many characters a cell of a number column is kept on one line."""
_WORDS = {ColumnRole.LABEL, ColumnRole.TEXT, ColumnRole.STATUS, ColumnRole.DATE}


def tables_html(review: Review, language: str) -> str:
    """Tables with faults open, the others folded away below them."""
    found: dict[int, dict[tuple[int, int], list[tuple[int, Finding]]]] = defaultdict(lambda: defaultdict(list))
    for number, finding in enumerate(review.findings, 1):
        place = finding.place
        if place.table is not None:
            found[place.table][place.row_number or 0, place.column_number or 0].append((number, finding))
    grids = review.examined.grids
    marked = "".join(_table(g, found[g.table.number], language) for g in grids if g.table.number in found)
    others = "".join(_table(g, {}, language) for g in grids if g.table.number not in found)
    heading = escape(msg("The tables with the faults marked").render(language))
    parts = [f"<section><h2>{heading}</h2>{marked}</section>"] if marked else []
    if others:
        folded = escape(msg("Tables where nothing was found").render(language))
        parts.append(f'<details class="review-others"><summary>{folded}</summary>{others}</details>')
    return "".join(parts)


def _table(grid: Grid, marks: Marks, language: str) -> str:
    table = grid.table
    name = f"table-{table.number}"
    label = msg("Table {number}", number=table.number).render(language)
    caption = " ".join((table.caption or (table.headings[-1] if table.headings else "")).split())
    heads = "".join(f'<th scope="col"{_css(grid, c.index)}>{escape(c.heading)}</th>' for c in grid.columns)
    rows = "".join(_row(grid, row.index, marks, language) for row in grid.rows)
    whole = "".join(_mark(number, finding, language) for number, finding in marks.get((0, 0), ()))
    notes = "".join(f"<p>{escape(masked(note))}</p>" for note in table.notes)
    return (
        f'<div class="paper-table" id="{name}"><div class="paper-scroll" role="region" tabindex="0" '
        f'aria-labelledby="{name}-caption"><table><caption id="{name}-caption"><span><b>{escape(label)}</b> '
        f"{escape(caption)} {whole}</span></caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
        f'{f"""<div class="paper-notes">{notes}</div>""" if notes else ""}</div>'
    )


def _row(grid: Grid, index: int, marks: Marks, language: str) -> str:
    cells = "".join(_cell(grid, index, column.index, marks, language=language) for column in grid.columns)
    return f'<tr id="table-{grid.table.number}-row-{index + 1}">{cells}</tr>'


def _cell(grid: Grid, row: int, column: int, marks: Marks, *, language: str) -> str:
    text = escape(masked(grid.table.rows[row].text(column)))
    own = [*marks.get((row + 1, column + 1), ())]
    if column == grid.label_column:
        own += marks.get((row + 1, 0), ())
    shown = " ".join([text, *(_mark(number, finding, language) for number, finding in own)])
    found = f" found {own[0][1].severity.value}" if own else ""
    if column == grid.label_column and shown.strip():
        return f'<th scope="row" class="{found.strip()}">{shown}</th>'
    wordy = " wordy" if len(text) > _SHORT else ""
    return f"<td{_css(grid, column, wordy + found)}>{shown}</td>"


def _mark(number: int, finding: Finding, language: str) -> str:
    return f'<a class="review-to" href="#finding-{number}">{mark(number, finding.severity, language)}</a>'


def _css(grid: Grid, column: int, more: str = "") -> str:
    role = grid.columns[column].role
    names = ("" if role in _WORDS else "number") + more
    return f' class="{names.strip()}"' if names.strip() else ""
