"""Who may do what at a board: memberships turned into grants, and the refusal."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied

from styrhus.actions.roles import Grant, Grants, allowed
from styrhus.plan.organisation import OrganisationUnit
from styrhus.store import read
from styrhus.store.models import User
from styrhus.store.role import Role


class NotAllowed(PermissionDenied):
    """The user's role does not allow the action."""


def grants_of(user: User, board_id: str, organisation: Iterable[OrganisationUnit] = ()) -> Grants:
    """What a user may do at a board; a role at a unit holds for the units below it too. Nothing when inactive."""
    if not user.is_active:
        return Grants()
    if user.is_superuser:
        return Grants((Grant(Role.ADMINISTRATOR),))
    held = [(role, unit) for board, role, unit in read.memberships(user) if board == board_id]
    units = tuple(organisation)
    return Grants(tuple(Grant(Role(role), with_units_below(unit, units) if unit else None) for role, unit in held))


def with_units_below(unit: str, organisation: tuple[OrganisationUnit, ...]) -> frozenset[str]:
    """A unit and all that lie under it, at any depth."""
    found = {unit}
    while below := {u.id for u in organisation if u.parent in found} - found:
        found |= below
    return frozenset(found)


def require(grants: Grants, verb: str, unit: str | None = None) -> None:
    """NotAllowed unless the grants allow the verb on an object of `unit`."""
    if not allowed(grants, verb, unit):
        raise NotAllowed(verb)
