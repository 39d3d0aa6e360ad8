"""A stored plan and a browser for any role."""

import pytest
from django.test import Client

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from tests.people import member, someone
from tests.store.plans import rich_plan
from tests.web.examples import example


@pytest.fixture
def visit(db):
    """A client for a role at an example board such as `lund-2023`, which is stored first."""
    stored = set()

    def visiting(name, role=None, **where):
        dossier = example(name)
        if name not in stored:
            import_plan(dossier, by=operator())
            stored.add(name)
        browser = Client()
        if role is not None:
            browser.force_login(member(role, board=dossier.board.id, **where))
        return browser

    return visiting


@pytest.fixture
def plan(db):
    """The rich plan, stored; gives its board and year."""
    import_plan(rich_plan(), by=operator())
    return "lund", 2023


@pytest.fixture
def client_of(plan):
    """A client for a role at the board, for an outsider (None), or for nobody ("anonymous")."""

    def client(role, **where):
        browser = Client()
        if role != "anonymous":
            browser.force_login(someone("outsider") if role is None else member(role, **where))
        return browser

    return client
