"""The example boards, stored, and a reader of them."""

import re
from functools import cache

from django.test import Client

from styrhus.actions.import_plan import import_plan
from styrhus.actions.operator import operator
from styrhus.store.role import Role
from tests.cases.example_folder import loaded
from tests.people import member

example = cache(loaded)


def reader_of(*names: str, role: Role = Role.READER) -> Client:
    """A browser of one who has a role at each of the boards, whose plans are stored first."""
    browser = Client()
    for name in names:
        import_plan(example(name), by=operator())
        user = member(role, board=name.rpartition("-")[0], username="anna")
    browser.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def words(response: object) -> str:
    """What a reader of the page sees, tags taken away."""
    return " ".join(re.sub(r"<[^>]+>", "", plain(response)).split())


def plain(response: object) -> str:
    """The page's text with ordinary spaces."""
    return response.content.decode().replace("\u00a0", " ")  # type: ignore[attr-defined]
