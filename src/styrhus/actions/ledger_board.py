"""What every write to a board's ledger shares: the lock, closed months, the plan years that read it, the audit."""

from collections.abc import Collection, Iterable, Mapping

from styrhus.finance.codes.rules import CodeName
from styrhus.store.ledger.journal import closed_months
from styrhus.store.ledger.refresh import YEARS_BEFORE, refresh
from styrhus.store.models import AuditEvent, Board, PlanYear, User
from styrhus.store.models.audit_event import How
from styrhus.store.read import NotFound
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg


def board_locked(board: str) -> Board:
    """The board's row, so that a second writer of its ledger waits here; NotFound when there is none."""
    found = Board.objects.select_for_update().filter(key=board).first()
    if found is None:
        raise NotFound(board)
    return found


def refresh_all(board: Board, years: Collection[int], names: Iterable[CodeName] = ()) -> None:
    """The balances of every plan year that shows one of the ledger `years` anew; takes the plan years in order."""
    named = tuple(names)
    shown = {year + ahead for year in years for ahead in range(YEARS_BEFORE + 1)}
    held = PlanYear.objects.select_for_update(of=("self",)).select_related("board")
    for plan_year in held.filter(board=board, year__in=shown).order_by("year"):
        refresh(plan_year, named)


def require_open(board: Board, months: Iterable[tuple[int, int]], file: str = "") -> None:
    """ProblemsError when one of the months is closed."""
    closed = closed_months(board.key)
    found = [f"{year}-{month:02d}" for year, month in months if (year, month) in closed]
    if found:
        told = msg("The month is closed."), msg("Open it again first, or leave its rows out.")
        raise ProblemsError(tuple(Problem(*told, file, value=month) for month in found))


def record_board(
    action: str, by: User, board: Board, year: int, *, how: How, key: str, after: Mapping[str, object],
) -> None:  # fmt: skip
    """A line of the audit trail about the ledger: at the plan of its year, else at the first that shows the year."""
    shown = PlanYear.objects.filter(board=board, year__range=(year, year + YEARS_BEFORE)).order_by("year").first()
    AuditEvent.objects.create(
        action=action, by=by, board=board, plan_year=shown, revision=shown.revision if shown else None,
        how=how, kind="ledger", key=key, changes={name: (None, value) for name, value in after.items()},
    )  # fmt: skip
