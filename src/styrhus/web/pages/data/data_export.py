"""The plan folder as a download."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from styrhus.dossier.folder.archive import pack
from styrhus.store import read
from styrhus.web.permissions import board_for


@require_safe
def data_export(request: HttpRequest, board: str, year: int) -> HttpResponse:
    board_for(request.user, board, year)
    response = HttpResponse(pack(read.dossier(board, year)), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{board}-{year}.zip"'
    return response
