"""Store the drafted texts of a report, so that they can be edited."""

from styrhus.actions.document_gate import require_kind
from styrhus.actions.document_review import LANGUAGE
from styrhus.actions.draft import drafting
from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.reports import KINDS
from styrhus.store.models import User
from styrhus.store.read import NotFound

Redrafted = tuple[Section | None, Section]
"""The text as it is stored, None where there is none, and as the draft would have it."""


def draft_report_texts(board: str, year: int, kind: str, month: int, *, by: User) -> tuple[Section, ...]:
    """Store the drafts of a report of `month` (1–12), those that are stored already written anew; gives the changed.

    Other texts of the report stay. Raises NotAllowed, NotFound for a plan, and ProblemsError for a month that the
    ledger lacks.
    """
    require_kind(kind)
    with drafting("draft_report_texts", board, year, by) as draft:
        draft.require()
        changes = redrafted(draft.dossier, kind, month)
        for before, after in changes:
            if before is None:
                draft.add("sections", after)
            else:
                draft.change("sections", before, {"text": after.text})
    return tuple(after for _, after in changes)


def redrafted(dossier: Dossier, kind: str, month: int) -> tuple[Redrafted, ...]:
    """The drafts that differ from what is stored under their ids; NotFound for a plan."""
    monthly = KINDS[kind].monthly
    if monthly is None:
        raise NotFound(kind)
    monthly.require(dossier, month)
    stored = {section.id: section for section in dossier.sections}
    drafts = monthly.drafts(KINDS[kind].setting(dossier, LANGUAGE, month))
    pairs = ((stored.get(draft.id), draft) for draft in drafts)
    return tuple((before, after) for before, after in pairs if before is None or before.text != after.text)
