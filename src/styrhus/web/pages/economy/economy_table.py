"""One table by itself: the table, its versions as bars, its place in the plan, and the file."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder.write import folder_files
from styrhus.finance.labels import label
from styrhus.finance.table import Column, ColumnKind, Row, RowKind, Table
from styrhus.paper.blocks import Chart
from styrhus.paper.charts import bars
from styrhus.reports.parts.tables import Form, caption, table_blocks
from styrhus.store import read
from styrhus.values.figure import Source
from styrhus.values.unit import Unit
from styrhus.web.frame import PageFrame, board_frame, current_language
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.filters import EconomyFilter
from styrhus.web.permissions import Access, board_for

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet takes the file for another encoding and breaks å, ä and ö."""
_VERSIONS = {
    ColumnKind.OUTCOME, ColumnKind.FORECAST, ColumnKind.BUDGET, ColumnKind.COUNCIL_BUDGET, ColumnKind.INTERNAL_BUDGET,
    ColumnKind.REVISED_BUDGET,
}  # fmt: skip
MOST_BARS = 24


@dataclass(frozen=True)
class TablePage:
    frame: PageFrame
    table: Table
    kind: str
    html: SafeString
    chart: SafeString


@require_safe
def economy_table(request: HttpRequest, board: str, year: int, table: str) -> HttpResponse:
    """The page of a table, or its CSV file of the plan folder when the address asks for `format=csv`."""
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    held = dossier.table_by_id.get(table)
    if held is None:
        raise Http404
    if request.GET.get("format") == "csv":
        return _file(dossier, held)
    return render(request, "economy/table.html", {"page": _page(request, access, dossier, held)})


def _file(dossier: Dossier, table: Table) -> HttpResponse:
    name = f"{dossier.board.id}-{dossier.plan.year}-{table.id}.csv"
    content = BYTE_ORDER_MARK + folder_files(dossier)[f"budget/{table.id}.csv"]
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def _page(request: HttpRequest, access: Access, dossier: Dossier, table: Table) -> TablePage:
    chosen = EconomyFilter.read(request.GET)
    html, chart = kept(dossier, ("table", table.id, chosen.form), lambda: _drawn(access, dossier, table, chosen.form))
    return TablePage(
        frame=board_frame(request, access, dossier, section="economy", title=table.caption, lead=_lead(table)),
        table=table,
        kind=label(table.kind).render(current_language()),
        html=html,
        chart=chart,
    )


def _drawn(access: Access, dossier: Dossier, table: Table, form: Form | None) -> tuple[SafeString, SafeString]:
    """The table, and its chart when it has one."""
    setting = page_setting(dossier)
    drawn = version_chart(table, caption(setting, table))
    return (
        page_html(table_blocks(setting, table, form), access, dossier),
        page_html([drawn] if drawn else [], access, dossier, prefix="chart-"),
    )


def _lead(table: Table) -> str:
    """Where in the plan the table stands."""
    if not table.source:
        return ""
    return gettext("In the plan under “%(source)s”.") % {"source": table.source}


def version_chart(table: Table, words: str) -> Chart | None:
    """The latest versions side by side; None when there are not two of them in money, or no row to compare."""
    columns = [column for column in table.columns if column.kind in _VERSIONS and _unit(table, column).is_money]
    columns = columns[-bars.MOST_VERSIONS :]
    rows = [row for row in table.rows if row.parent is None and row.kind in {RowKind.LINE, RowKind.SUBTOTAL}]
    rows = [row for row in rows if any(table.cell(row.id, column.id).value for column in columns)]
    if len(columns) < 2 or not 1 < len(rows) <= MOST_BARS:
        return None
    if len({table.unit_of(row, column) for row in rows for column in columns}) != 1:
        return None
    unit = table.unit_of(rows[0], columns[0])
    drawn = bars.BarChart(
        tuple(column.label for column in columns), tuple(_bars(table, row, columns) for row in rows), unit
    )
    told = gettext("%(caption)s: versions side by side") % {"caption": words}
    return bars.chart(drawn, caption=told, language=current_language())


def _unit(table: Table, column: Column) -> Unit:
    return column.unit or table.unit


def _bars(table: Table, row: Row, columns: Sequence[Column]) -> bars.BarRow:
    amounts = (
        bars.Amount(table.cell(row.id, column.id).value, Source(f"table.{table.id}.{row.id}.{column.id}"))
        for column in columns
    )
    return bars.BarRow(row.label, tuple(amounts))
