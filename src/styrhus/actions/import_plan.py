"""Import a plan year from a dossier, as a new one or over the one that is there."""

from typing import Any

from django.db import transaction

from styrhus.actions.conflict import conflict_since
from styrhus.actions.draft import drafting
from styrhus.actions.frozen_forecasts import with_those_of
from styrhus.actions.permission import grants_of, require
from styrhus.actions.validation import refuse
from styrhus.dossier.dossier import Dossier
from styrhus.store.ledger.refresh import with_ledger
from styrhus.store.models import AuditEvent, Board, PlanYear, User
from styrhus.store.models.audit_event import How
from styrhus.store.parts import PARTS
from styrhus.store.write import write
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


class AlreadyThere(ProblemsError):
    """The board has a plan of that year already, and the import was not told to replace it."""


def import_plan(dossier: Dossier, *, by: User, replace: bool = False, seen: int | None = None) -> int:
    """Store a dossier; gives the revision of its plan year.

    A new board can only be brought in by the operator. Raises NotAllowed, AlreadyThere, or ProblemsError when the
    dossier does not hang together; then nothing is stored. `seen` is the revision that the user compared with;
    Conflict when it is no longer the present one. Replacing keeps the memberships of the board and the versions of
    what did not change, and audits every object that did. Frozen forecasts that the dossier lacks stay.
    """
    with transaction.atomic():
        present = (
            PlanYear.objects.select_for_update().filter(board__key=dossier.board.id, year=dossier.plan.year).first()
        )
        if present is None:
            return _create(dossier, by)
        if seen is not None and present.revision != seen:
            raise conflict_since(seen, present, (), "")
        require(grants_of(by, dossier.board.id), "import_plan")
        if not replace:
            raise AlreadyThere((_already_there(dossier),))
        return _replace(dossier, by)


def _already_there(dossier: Dossier) -> Problem:
    return Problem(
        msg("{board} already has a plan of {year}.", board=dossier.board.name, year=dossier.plan.year),
        msg("Say that it is to be replaced, or choose another year."),
    )


def _create(dossier: Dossier, by: User) -> int:
    require(grants_of(by, dossier.board.id), "import_plan")
    refuse(dossier)
    board, _ = Board.objects.get_or_create(key=dossier.board.id)
    # No ledger import may end between what is reckoned here and the plan year being there for it to see.
    Board.objects.select_for_update().get(pk=board.pk)
    dossier = with_ledger(dossier)
    plan_year = PlanYear(board=board, year=dossier.plan.year, revision=1)
    write(plan_year, None, dossier)
    _summarise(plan_year, None, dossier, by)
    return plan_year.revision


def _replace(dossier: Dossier, by: User) -> int:
    with drafting("import_plan", dossier.board.id, dossier.plan.year, by) as draft:
        draft.require()
        refuse(dossier)
        draft.dossier = with_ledger(dossier)
        draft.put(forecasts=with_those_of(draft.dossier, draft.before.forecasts))
    _summarise(draft.plan_year, draft.before, dossier, by)
    return draft.plan_year.revision


def _summarise(plan_year: PlanYear, before: Dossier | None, after: Dossier, by: User) -> None:
    """One line that tells how many there are of each part; a new plan year has no line for each object."""
    AuditEvent.objects.create(
        action="import_plan",
        by=by,
        board_id=plan_year.board_id,
        plan_year=plan_year,
        revision=plan_year.revision,
        how=How.ADDED if before is None else How.CHANGED,
        kind="import",
        key=str(plan_year.year),
        changes=_counts(before, after),
    )


def _counts(before: Dossier | None, after: Dossier) -> dict[str, Any]:
    parts = (*PARTS, "tables")
    pairs = {part: (len(getattr(before, part, ())), len(getattr(after, part))) for part in parts}
    return {part: (None if before is None else old, new) for part, (old, new) in pairs.items() if old or new}
