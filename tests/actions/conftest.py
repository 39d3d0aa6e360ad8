"""Every action starts from the same stored plan."""

import pytest

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store.role import Role
from tests.people import member
from tests.store.plans import rich_plan


@pytest.fixture
def plan(db):
    """The rich plan, stored; gives its board and year, the first two arguments of every action on a plan."""
    import_plan(rich_plan(), by=operator())
    return "lund", 2023


@pytest.fixture
def editor(plan):
    return member(Role.EDITOR)
