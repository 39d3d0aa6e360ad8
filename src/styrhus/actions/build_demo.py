"""Build the example boards with made-up ledgers, and one demo user for each role."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from styrhus.actions.audit import record_person
from styrhus.actions.grant_membership import grant_membership
from styrhus.actions.import_folder_caseload import import_folder_caseload
from styrhus.actions.import_ledger import AlreadyHeld, import_ledger
from styrhus.actions.import_plan import AlreadyThere, import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.finance import synthetic
from styrhus.store import read
from styrhus.store.ledger.journal import closed_months
from styrhus.store.ledger.refresh import with_ledger
from styrhus.store.models import AuditEvent, CaseloadImport, LedgerImport, Membership, PlanYear, User
from styrhus.store.models.audit_event import How
from styrhus.store.role import Role
from styrhus.values.problem import ProblemsError

DEMO_USERS = {
    "demo-lasare": Role.READER,
    "demo-rapportor": Role.REPORTER,
    "demo-redaktor": Role.EDITOR,
    "demo-controller": Role.CONTROLLER,
    "demo-chef": Role.HEAD,
    "demo-admin": Role.ADMINISTRATOR,
}
LEDGER_SOURCE = "syntetisk"
"""The source that the made-up ledgers are imported as."""


@dataclass(frozen=True)
class Demo:
    """What was built: the plans as (board, year), and the users with their roles."""

    plans: tuple[tuple[str, int], ...]
    users: dict[str, Role]


def build_demo(examples: Path, *, password: str) -> Demo:
    """Import every plan folder in `examples` and give the demo users a role at each of their boards.

    All demo users get the same `password`. Running it again changes nothing that somebody has edited, and brings
    in what is new in the folders. ProblemsError when a folder cannot be read; then nothing is stored.
    """
    with transaction.atomic():
        folders = [path.parent for path in sorted(examples.glob("*/plan.toml"))]
        plans = tuple(_import(folder) for folder in folders)
        for username, role in DEMO_USERS.items():
            _user(username, role, password, {board for board, _ in plans})
    for (board, year), folder in zip(plans, folders, strict=True):
        _import_ledgers(board, year)
        _import_cases(board, folder)
    return Demo(plans, DEMO_USERS)


def _import(folder: Path) -> tuple[str, int]:
    dossier, problems = read_folder(folder)
    if dossier is None:
        raise ProblemsError(problems)
    try:
        import_plan(dossier, by=operator())
    except AlreadyThere:
        _renew(dossier)
    return dossier.board.id, dossier.plan.year


def _renew(dossier: Dossier) -> None:
    """Bring in a folder that has changed, unless somebody has edited the plan since it was imported."""
    plan_year = read.find(dossier.board.id, dossier.plan.year)
    if _untouched(plan_year) and read.dossier(dossier.board.id, dossier.plan.year) != with_ledger(dossier):
        import_plan(dossier, by=operator(), replace=True)


def _untouched(plan_year: PlanYear) -> bool:
    """Whether only imports of this command have changed the plan."""
    own = {"by": operator(), "action__in": ("import_plan", "import_ledger", "import_caseload")}
    return not AuditEvent.objects.filter(plan_year=plan_year).exclude(**own).exists()


def _import_ledgers(board: str, plan_year: int) -> None:
    """The made-up ledgers of a plan that has any, marked as such; those that are there already are left as they are.

    Outside the transaction of the plans, because the files of a ledger cannot be rolled back with it.
    """
    dossier = read.dossier(board, plan_year)
    with TemporaryDirectory() as folder:
        for year, content in _new_ledgers(dossier):
            path = Path(folder) / synthetic.file_name(board, year)
            path.write_bytes(content)
            try:
                import_ledger(
                    board, year, path, synthetic.mapping(), source=LEDGER_SOURCE, by=operator(), synthetic=True
                )
            except AlreadyHeld:
                continue


def _import_cases(board: str, folder: Path) -> None:
    """The cases of the folder, where the board has none or those of this command alone."""
    by = operator()
    if not CaseloadImport.objects.filter(board__key=board).exclude(imported_by=by, undone_at=None).exists():
        import_folder_caseload(board, folder, by=by)


def _new_ledgers(dossier: Dossier) -> Iterator[tuple[int, bytes]]:
    """Ledger years that were never imported with this content; years with closed months stay as they are."""
    board = dossier.board.id
    held = LedgerImport.objects.filter(board__key=board, source=LEDGER_SOURCE)
    known = set(held.values_list("year", "digest"))
    closed = {year for year, _month in closed_months(board)}
    for year in synthetic.years(board, dossier.plan.year, dossier.tables):
        if year in closed:
            continue
        content = synthetic.ledger(board, dossier.plan.year, dossier.tables, year=year)
        if (year, hashlib.sha256(content).hexdigest()) not in known:
            yield year, content


def _user(username: str, role: Role, password: str, boards: set[str]) -> None:
    user, new = User.objects.get_or_create(username=username)
    user.set_password(password)
    user.save()
    if new:
        record_person("build_demo", operator(), None, how=How.ADDED, kind="user", key=username)
    known = set(Membership.objects.filter(user=user).values_list("board__key", flat=True))
    for board in sorted(boards - known):
        grant_membership(username, board, role, by=operator())
