"""Note how an assignment goes."""

from datetime import date

from django.utils import timezone

from styrhus.actions.draft import drafting
from styrhus.actions.validation import validated
from styrhus.plan.assignment import AssignmentStatus, ProgressNote
from styrhus.store.models import User


def add_progress(
    board: str, year: int, assignment_id: str, text: str, *,
    day: date | None = None, status: AssignmentStatus | None = None, version: int, by: User,
) -> ProgressNote:  # fmt: skip
    """Add a note of `day` (today when not given) and, when given, set the assignment's status.

    `version` is that of the assignment. Raises NotAllowed, Conflict, ProblemsError, NotFound.
    """
    with drafting("add_progress", board, year, by) as draft:
        assignment = draft.find("assignments", assignment_id)
        draft.require(assignment.responsible_unit)
        draft.expect("assignments", assignment_id, version)
        values = {"assignment": assignment_id, "day": day or timezone.localdate(), "text": text}
        note = validated(ProgressNote, values)
        draft.put(progress=(*draft.dossier.progress, note))
        if status is not None:
            draft.change("assignments", assignment, {"status": status})
    return note
