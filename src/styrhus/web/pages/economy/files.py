"""Tables of the economy's pages as Excel workbooks: follow-up, budget, savings, frame."""

from collections.abc import Callable, Iterable, Mapping

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import latest_month
from styrhus.finance.budget.lines_table import lines_table
from styrhus.finance.budget.version_tables import cost_type_table, month_table
from styrhus.paper.blocks import Block, Table
from styrhus.paper.writers.xlsx.sheet import Sheet
from styrhus.reports.parts.frame_ledger import ledger_blocks
from styrhus.reports.parts.needs import need_blocks
from styrhus.reports.parts.savings import savings_blocks
from styrhus.reports.setting import Setting
from styrhus.reports.workbook.blocks import sheet_of_block
from styrhus.reports.workbook.follow_up import follow_up_tables
from styrhus.reports.workbook.sheets import sheet_of, sheets_workbook
from styrhus.store import read
from styrhus.web.frame import current_language, say
from styrhus.web.pages.economy.blocks import page_setting
from styrhus.web.pages.economy.workbook import xlsx_response
from styrhus.web.permissions import board_for

Blocks = Callable[[Setting], Iterable[Block]]
PARTS: Mapping[str, Blocks] = {
    "savings": savings_blocks,
    "frame_changes": ledger_blocks,
    "funding_requests": lambda setting: need_blocks(setting, 1),
}
"""Parts that are written as blocks, by the names of their pages."""


@require_safe
def economy_file(request: HttpRequest, board: str, year: int, part: str) -> HttpResponse:
    """The tables of a part; 404 when there is no such part or nothing in it. `month` chooses the follow-up's."""
    board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    sheets = _sheets(dossier, part, request.GET)
    if not sheets:
        raise Http404
    author = f"{dossier.board.municipality}, {dossier.board.name}"
    content = sheets_workbook(sheets, title=dossier.plan.title, author=author, language=current_language())
    return xlsx_response(content, f"{board}-{year}-{part.replace('_', '-')}")


def _sheets(dossier: Dossier, part: str, asked: Mapping[str, str]) -> list[Sheet]:
    if part == "follow_up":
        month = asked.get("month", "")
        held = int(month) if month.isdecimal() and 1 <= int(month) <= 12 else latest_month(dossier)
        tables = follow_up_tables(dossier, held, current_language()) if held else ()
        return [sheet_of(table, say) for table in tables]
    if part == "budget":
        return _budget(dossier)
    if part == "lines":
        return _lines(dossier, asked.get("version", ""))
    if part not in PARTS:
        return []
    blocks = [block for block in PARTS[part](page_setting(dossier)) if isinstance(block, Table)]
    return [sheet_of_block(table, table.anchor or f"{part}-{number}") for number, table in enumerate(blocks, start=1)]


def _budget(dossier: Dossier) -> list[Sheet]:
    """Each version by cost type and by month."""
    language = current_language()
    return [
        sheet_of(make(dossier, version.id, language=language), say)
        for version in dossier.budget_versions
        for make in (cost_type_table, month_table)
    ]


def _lines(dossier: Dossier, version: str) -> list[Sheet]:
    """The lines of a version, which come back changed where workbooks are handed in."""
    if version not in {held.id for held in dossier.budget_versions}:
        return []
    return [sheet_of(lines_table(dossier, version, language=current_language()), say)]
