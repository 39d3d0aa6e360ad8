"""Every address × every role: what the table says, and no address that the table does not know."""

from decimal import Decimal

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils.timezone import now

from styrhus.actions.freeze_document import freeze_document
from styrhus.actions.mark_ready import mark_ready
from styrhus.actions.operator import operator
from styrhus.store import read
from styrhus.store.ledger.folders import RAW, folder_of
from styrhus.store.models import Board, LedgerImport
from styrhus.store.role import Role
from tests.people import member
from tests.web.url_matrix import EVERYBODY, LEDGER_STAMP, LOGGED_IN, MATRIX, NOBODY

VISITORS = ("anonymous", None, *Role)


def names(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns)
        elif isinstance(pattern, URLPattern):
            yield pattern.name


def test_every_address_has_a_line_and_every_line_an_address():
    assert set(names(get_resolver().url_patterns)) == set(MATRIX)


def allowed(least, visitor):
    """Whether a visitor may, by the table."""
    if least == EVERYBODY:
        return True
    if visitor == "anonymous":
        return False
    if least == LOGGED_IN:
        return True
    return visitor is not None and visitor.rank >= least.rank


def expected(line, least, visitor):
    """The answer that the table asks for; a method that is for nobody is refused before the role is looked at."""
    if visitor == "anonymous" and EVERYBODY not in {line.get, line.post}:
        return "login"
    if least == NOBODY:
        return 405
    if allowed(least, visitor):
        return "answered"
    return 404 if visitor is None or not line.of_board else 403


def outcome(response, login):
    """`answered` for a page, a redirect to a page or a form with errors; `login` for the way there."""
    if response.status_code == 302 and response.url.startswith(login):
        return "login"
    return "answered" if response.status_code in {200, 302, 303, 400, 409, 422} else response.status_code


def freeze_one():
    """A decided version of the plan's document, for the addresses that show one."""
    seen = read.version("lund", 2023).revision
    mark_ready("lund", 2023, "board-plan", seen=seen, by=operator())
    decision = {"decided_on": "2022-12-14", "paragraph": "§ 118"}
    freeze_document("lund", 2023, "board-plan", decision, seen=seen, by=operator())


def import_one():
    """An import whose file is kept, for the address that gives it out."""
    row = LedgerImport.objects.create(
        board=Board.objects.get(key="lund"), stamp=LEDGER_STAMP, source="bok", file_name="bok.csv", digest="0" * 64,
        year=2023, rows=0, total=Decimal(0), imported_at=now(),
    )  # fmt: skip
    raw = folder_of("lund", row.stamp) / RAW
    raw.mkdir(parents=True, exist_ok=True)
    (raw / "bok.csv").write_text("Konto;Belopp")


@pytest.mark.parametrize("name", sorted(MATRIX))
def test_each_visitor_gets_what_the_table_says(name, client_of):
    line = MATRIX[name]
    member(Role.REPORTER)
    if name.startswith("frozen_"):
        freeze_one()
    if name == "ledger_file":
        import_one()
    address = reverse(name, kwargs=line.kwargs)
    wrong = {}
    for visitor in VISITORS:
        for method, least in (("get", line.get), ("post", line.post)):
            browser = client_of(visitor)
            found = outcome(
                getattr(browser, method)(address, line.data if method == "post" else None), reverse("login") + "?next="
            )
            if found != expected(line, least, visitor):
                wrong[f"{method} by {visitor}"] = found
    assert wrong == {}


def test_one_who_has_a_role_elsewhere_is_an_outsider_here(client_of, plan):
    from styrhus.actions.import_plan import import_plan
    from styrhus.actions.operator import operator
    from styrhus.dossier.document import Board
    from tests.store.plans import rich_plan

    import_plan(rich_plan(board=Board(id="malmo", municipality="Malmö", name="Nämnden")), by=operator())
    browser = client_of(Role.ADMINISTRATOR, board="malmo")
    assert browser.get(reverse("history", args=["malmo", 2023])).status_code == 200
    assert browser.get(reverse("history", args=["lund", 2023])).status_code == 404


def test_an_outsider_cannot_tell_a_board_from_none(client_of):
    browser = client_of(None)
    pages = [browser.get(reverse("history", args=[board, 2023])) for board in ("lund", "saknas")]
    assert [page.status_code for page in pages] == [404, 404]


def test_a_closed_account_is_nobody(client_of):
    from styrhus.store.models import User

    browser = client_of(Role.EDITOR)
    User.objects.filter(username="editor").update(is_active=False)
    assert browser.get(reverse("boards")).url.startswith(reverse("login"))
