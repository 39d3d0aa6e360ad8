"""The blocks of documents as parts of a page: each figure a link, contradicted ones marked where they stand."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Block, Cell, Note, Row, Run, Table
from styrhus.paper.writers.html import blocks_html
from styrhus.reports.parts.contradictions import ANCHOR
from styrhus.reports.setting import Setting
from styrhus.web.frame import current_language
from styrhus.web.permissions import Access

MARK = "*"


def page_setting(dossier: Dossier) -> Setting:
    """What the parts of documents are written from, on a page that has no text sections."""
    return Setting(dossier, current_language(), sections=(), placed={}, prose=lambda *_: ())


def figure_link(access: Access) -> Callable[[str], str]:
    """Gives the page about the figure at an address."""
    return lambda ref: reverse("figure", args=[access.board, access.year, ref])


def page_html(blocks: Iterable[Block], access: Access, dossier: Dossier, *, prefix: str = "") -> SafeString:
    """Blocks as HTML; the writer escapes every text, so the result can stand in a template."""
    contested = {ref for contradiction in dossier.contradictions for ref in contradiction.refs}
    link = figure_link(access)
    marked = [_marked(block, contested, link) if isinstance(block, Table) else block for block in blocks]
    marked = [_led_home(block, access) if isinstance(block, Note) else block for block in marked]
    return mark_safe(blocks_html(marked, current_language(), link, prefix=prefix, top=3))


def _led_home(note: Note, access: Access) -> Note:
    """A note's numbers lead to the list of contradictions on the economy page."""
    home = f"{reverse('economy', args=[access.board, access.year])}#{ANCHOR}"
    runs = tuple(replace(run, href=home) if run.href == f"#{ANCHOR}" else run for run in note.runs)
    return replace(note, runs=runs)


def _marked(table: Table, contested: set[str], link: Callable[[str], str]) -> Table:
    rows = tuple(replace(row, cells=_marked_cells(row, contested, link)) for row in table.rows)
    return replace(table, rows=rows)


def _marked_cells(row: Row, contested: set[str], link: Callable[[str], str]) -> tuple[Cell, ...]:
    return tuple(replace(cell, runs=(*cell.runs, *_marks(cell, contested, link))) for cell in row.cells)


def _marks(cell: Cell, contested: set[str], link: Callable[[str], str]) -> tuple[Run, ...]:
    refs = {run.figure.source.ref for run in cell.runs if run.figure is not None}
    return tuple(Run(MARK, strong=True, href=link(ref)) for ref in sorted(refs & contested))
