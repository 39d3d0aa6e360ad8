"""Undo the latest import of cases: what counted before it counts again."""

from uuid import UUID

from django.db import transaction
from django.utils.timezone import now

from styrhus.actions.import_caseload import record
from styrhus.actions.ledger_board import board_locked
from styrhus.actions.permission import grants_of, require
from styrhus.store.models import CaseloadImport, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def undo_caseload_import(board: str, stamp: UUID | None = None, *, by: User) -> CaseloadImport:
    """Take the latest import back; its rows are kept, but count no more.

    `stamp` names the import that the user saw as the latest; it may be left out. Raises NotAllowed, NotFound, and
    ProblemsError when there is nothing to undo or another import has come since.
    """
    require(grants_of(by, board), "undo_caseload_import")
    with transaction.atomic():
        held = board_locked(board)
        latest = CaseloadImport.objects.filter(board=held, undone_at=None).order_by("-pk").first()
        if latest is None:
            raise ProblemsError((Problem(msg("There is no import to undo."), msg("Nothing is changed.")),))
        if stamp is not None and latest.stamp != stamp:
            raise ProblemsError((Problem(msg("This is not the latest import any more."), msg("Load the page anew.")),))
        latest.undone_at, latest.undone_by = now(), by
        latest.save(update_fields=["undone_at", "undone_by"])
        record("undo_caseload_import", by, held, latest, how=How.REMOVED)
    return latest
