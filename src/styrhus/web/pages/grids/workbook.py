"""The grids as Excel workbooks, with formulas for their sums."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from styrhus.reports.parts.grid_tables import grid_tables
from styrhus.reports.workbook.sheets import table_workbook
from styrhus.store import read
from styrhus.web.frame import current_language
from styrhus.web.pages.economy.blocks import page_setting
from styrhus.web.pages.economy.workbook import xlsx_response
from styrhus.web.permissions import board_for


@require_safe
def grid_file(request: HttpRequest, board: str, year: int, grid: str) -> HttpResponse:
    """The tables of one grid; 404 when it has none."""
    board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    tables = grid_tables(page_setting(dossier)).get(grid)
    if tables is None:
        raise Http404
    author = f"{dossier.board.municipality}, {dossier.board.name}"
    content = table_workbook(tables, title=tables[0].caption, author=author, language=current_language())
    return xlsx_response(content, f"{board}-{year}-{grid}")
