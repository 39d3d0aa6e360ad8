"""Tables of the plan as Excel workbooks: all of them, or one by itself."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.finance.table import Table
from styrhus.reports.workbook.sheets import table_workbook
from styrhus.store import read
from styrhus.web.frame import current_language
from styrhus.web.permissions import board_for

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def economy_workbook(request: HttpRequest, board: str, year: int) -> HttpResponse:
    """Every table of the plan, a sheet each; 404 when the plan has none."""
    board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    if not dossier.tables:
        raise Http404
    return _workbook(dossier, dossier.tables, f"{board}-{year}-tables", dossier.plan.title)


@require_safe
def table_file(request: HttpRequest, board: str, year: int, table: str) -> HttpResponse:
    """One table of the plan."""
    board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = dossier.table_by_id.get(table)
    if held is None:
        raise Http404
    return _workbook(dossier, (held,), f"{board}-{year}-{table}", held.caption)


def _workbook(dossier: Dossier, tables: Sequence[Table], name: str, title: str) -> HttpResponse:
    author = f"{dossier.board.municipality}, {dossier.board.name}"
    content = table_workbook(tables, title=title, author=author, language=current_language())
    return xlsx_response(content, name)


def xlsx_response(content: bytes, name: str) -> HttpResponse:
    """A workbook as a download called `name`.xlsx."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.xlsx"'}
    return HttpResponse(content, content_type=XLSX, headers=headers)
