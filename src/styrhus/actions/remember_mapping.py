"""Remember how the files of a source are read, so that the next one is offered the same."""

from django.db import transaction

from styrhus.actions.ledger_board import board_locked
from styrhus.actions.permission import grants_of, require
from styrhus.finance.ledger.mapping import Mapping
from styrhus.store.models import AuditEvent, LedgerSource, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

LONGEST = 80


def remember_mapping(board: str, name: str, mapping: Mapping, *, by: User) -> None:
    """Keep the mapping under the source's name, over the one that was there.

    Raises NotAllowed, NotFound, and ProblemsError for a name that is empty or too long.
    """
    require(grants_of(by, board), "remember_mapping")
    name = name.strip()
    if not name or len(name) > LONGEST:
        told = msg("The name of the source is missing or too long."), msg("Give it a name of at most 80 characters.")
        raise ProblemsError((Problem(*told, column="source", value=name[:LONGEST]),))
    new = mapping.model_dump(mode="json", exclude_defaults=True)
    with transaction.atomic():
        held = board_locked(board)
        source = LedgerSource.objects.filter(board=held, name=name).first()
        if source is not None and source.mapping == new:
            return
        before = source.mapping if source else {}
        LedgerSource.objects.update_or_create(board=held, name=name, defaults={"mapping": new})
        AuditEvent.objects.create(
            action="remember_mapping", by=by, board=held, how=How.CHANGED if source else How.ADDED,
            kind="ledger_source", key=name, changes={"mapping": (before or None, new)},
        )  # fmt: skip
