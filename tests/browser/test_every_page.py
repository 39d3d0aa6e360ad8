"""Every page of the demo in Swedish: accessible at both widths, light and dark."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.demo_site import demo_site
from tests.browser.every_page import all_faults, paths_of

BOARDS = ("lund/2020", "orebro/2019", "helsingborg/2015", "eskilstuna/2019")
ALSO = {"orebro/2019": ("economy/savings/", "economy/placements/", "documents/monthly-report/")}
"""Pages that have more to show there than at Lund."""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(scope="module")
def paths(site, browser: Browser) -> list[str]:
    return paths_of(browser, site)


def test_the_crawl_finds_the_pages_that_matter(paths):
    wanted = {"goals", "indicators", "assignments", "economy", "documents", "data", "history", "figures"}
    assert wanted <= {path.split("/")[3] for path in paths if path.startswith("/lund/2023/")}
    economy = {path.split("/")[4] for path in paths if path.startswith("/lund/2023/economy/")}
    assert {"follow-up", "forecasts", "budget", "savings", "ledger", "income-support", "reception"} <= economy
    assert len(paths) > 80


def test_every_page_is_accessible(site, paths, browser, axe):
    assert all_faults(browser, site, paths, axe=axe) == []


@pytest.mark.parametrize("board", BOARDS)
def test_the_other_boards_pages_are_accessible(site, browser, axe, board):
    names = ("", "goals/", "assignments/", "economy/", "documents/", *ALSO.get(board, ()))
    assert all_faults(browser, site, [f"/{board}/{name}" for name in names], axe=axe) == []
