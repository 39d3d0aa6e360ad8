"""What a plan holds, part by part, with the way out and in, and the contradictions noted in it."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.store import read
from styrhus.store.last_changes import IMPORT, LastChange, last_changes
from styrhus.store.parts import PARTS
from styrhus.values.text import Text
from styrhus.web.audit_words import PARTS as PART_WORDS
from styrhus.web.frame import PageFrame, board_frame
from styrhus.web.kept import fragment
from styrhus.web.pages.data.contradictions import NotedContradiction, noted
from styrhus.web.permissions import Access, board_for


@dataclass(frozen=True)
class PartRow:
    """A part of the plan: its name, how much it holds, and who changed it last; `section` is where it is read."""

    name: Text
    count: int
    change: LastChange | None
    section: str


@dataclass(frozen=True)
class DataPage:
    frame: PageFrame
    rows: tuple[PartRow, ...]
    contradictions: tuple[NotedContradiction, ...]
    may_import: bool
    may_add: bool


SECTIONS = {
    "goals": "goals", "indicators": "goals", "targets": "goals", "outcomes": "goals", "life_log": "goals",
    "assignments": "assignments", "progress": "assignments", "tables": "economy", "frames": "economy",
    "frame_changes": "economy", "sections": "documents", "ledger_months": "ledger", "balances": "follow_up",
    "budget_versions": "budget", "budget_lines": "budget", "savings": "savings", "needs": "funding_requests",
    "unit_forecasts": "unit_forecasts", "accruals": "accruals", "placement_rows": "placements",
    "placement_figures": "placements", "income_support": "income_support", "reception_cohorts": "reception",
    "unit_rules": "ledger_codes", "account_rules": "ledger_codes", "forecasts": "forecast_record",
    "capacities": "forecast_record", "saving_levers": "savings",
}  # fmt: skip
"""The page where a part is read."""


@require_safe
def data(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    frame = board_frame(request, access, dossier, section="data", title=_("Data"), lead=lead(dossier))
    page = DataPage(
        frame, part_rows(dossier, access), noted(dossier, access),
        may_import=access.may("import_plan"), may_add=access.may("add_plan_data"),
    )  # fmt: skip
    contradictions = fragment(request, dossier, "data/_contradictions.html", page)
    return render(request, "data/data.html", {"page": page, "contradictions": contradictions})


def part_rows(dossier: Dossier, access: Access) -> tuple[PartRow, ...]:
    """The parts that the plan has, in the order of the folder."""
    changes = last_changes(access.board, access.year)
    derived = dict.fromkeys(("ledger_months", "balances"), "ledger")
    kinds = {**{part: model.kind_name for part, model in PARTS.items()}, "tables": "table", **derived}
    return tuple(
        PartRow(PART_WORDS[part], count, _latest(changes, kinds[part]), SECTIONS.get(part, ""))
        for part in Dossier.model_fields
        if part in PART_WORDS and (count := len(getattr(dossier, part)))
    )


def _latest(changes: dict[str, LastChange], kind: str) -> LastChange | None:
    """The last change of a kind; what was never changed since came with an import."""
    found = [changes[name] for name in (kind, IMPORT) if name in changes]
    own = changes.get(kind)
    return own or max(found, key=lambda change: change.at, default=None)


def lead(dossier: Dossier) -> str:
    """How much the plan holds, and whether it contradicts itself."""
    rows = sum(len(table.rows) for table in dossier.tables)
    held = _("%(indicators)s indicators, %(assignments)s assignments and %(tables)s tables with %(rows)s rows") % {
        "indicators": len(dossier.indicators), "assignments": len(dossier.assignments),
        "tables": len(dossier.tables), "rows": rows,
    }  # fmt: skip
    n = len(dossier.contradictions)
    if not n:
        return f"{held}."
    told = ngettext("%(n)s contradiction is noted", "%(n)s contradictions are noted", n) % {"n": n}
    return f"{held}; {told}."
