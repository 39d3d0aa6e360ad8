"""Build the example boards and one demo user for each role."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.db.models import Max

from styrhus.actions.audit import record_person
from styrhus.actions.grant_membership import grant_membership
from styrhus.actions.import_plan import AlreadyThere, import_plan
from styrhus.actions.operator import operator
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.folder import read_folder
from styrhus.store import read
from styrhus.store.models import AuditEvent, Membership, User
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
        plans = tuple(_import(folder.parent) for folder in sorted(examples.glob("*/plan.toml")))
        for username, role in DEMO_USERS.items():
            _user(username, role, password, {board for board, _ in plans})
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
    imports = AuditEvent.objects.filter(plan_year=plan_year, action="import_plan", by=operator())
    untouched = imports.aggregate(last=Max("revision"))["last"] == plan_year.revision
    if untouched and read.dossier(dossier.board.id, dossier.plan.year) != dossier:
        import_plan(dossier, by=operator(), replace=True)


def _user(username: str, role: Role, password: str, boards: set[str]) -> None:
    user, new = User.objects.get_or_create(username=username)
    user.set_password(password)
    user.save()
    if new:
        record_person("build_demo", operator(), None, how=How.ADDED, kind="user", key=username)
    known = set(Membership.objects.filter(user=user).values_list("board__key", flat=True))
    for board in sorted(boards - known):
        grant_membership(username, board, role, by=operator())
