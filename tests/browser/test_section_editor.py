"""Writing a text in a browser: the preview follows, figures are found and copied, and nothing needs a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

EDITOR = "/lund/2023/documents/sections/budget/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def desk(site, browser: Browser) -> Iterator[Page]:
    context = logged_in(browser, site)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def test_the_preview_follows_what_is_typed_and_tells_what_leads_nowhere(desk, axe):
    desk.goto(EDITOR)
    desk.fill("textarea[name=text]", "Ramen är {{ grant.2023 }}.")
    expect(desk.locator("#preview")).to_have_text("Ramen är 712 524 tkr.", use_inner_text=True)
    desk.fill("textarea[name=text]", "Ramen är {{ grant.2032 }}.")
    expect(desk.locator("#preview .note--danger")).to_contain_text("Menade du 2023")
    assert axe(desk) == []


def test_a_figure_is_found_and_copied_beside_the_text(desk, axe):
    desk.goto(EDITOR)
    desk.fill("input[name=q] >> nth=-1", "kommunbidrag vuxen budget")
    line = desk.locator("#references tr", has_text="vuxen.budget-2023")
    expect(line).to_contain_text("309 600 tkr")
    line.get_by_role("button").click()
    copied = desk.evaluate("navigator.clipboard.readText()")
    assert copied == "{{ table.kommunbidrag-per-omrade.vuxen.budget-2023 }}"
    assert axe(desk) == []


def test_without_scripts_the_preview_is_a_button_that_keeps_the_text(site, browser):
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    page.goto(EDITOR)
    page.fill("textarea[name=text]", "Ramen är {{ grant.2023 }}.")
    page.get_by_role("button", name="Förhandsvisa").click()
    expect(page.locator("#preview")).to_contain_text("712 524 tkr")
    expect(page.locator("textarea[name=text]")).to_have_value("Ramen är {{ grant.2023 }}.")
    page.get_by_role("button", name="Spara").click()
    page.wait_for_url("**/documents/")
    context.close()


@pytest.mark.parametrize("path", ["lund/2020", "orebro/2019", "helsingborg/2015", "eskilstuna/2019"])
def test_documents_of_every_board_are_accessible_on_the_site(desk, axe, path):
    for kind in ("board-plan", "scorecard"):
        desk.goto(f"/{path}/documents/{kind}/")
        assert axe(desk) == []
        desk.set_viewport_size({"width": 390, "height": 844})
        assert desk.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        desk.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("name", ["lund-2023-verksamhetsplan.html", "lund-2023-styrkort.html"])
def test_a_downloaded_page_is_accessible_by_itself(desk, axe, tmp_path, name):
    kind = "scorecard" if "styrkort" in name else "board-plan"
    answer = desk.request.get(f"/lund/2023/documents/{kind}.html")
    (tmp_path / name).write_bytes(answer.body())
    desk.goto((tmp_path / name).as_uri())
    assert axe(desk) == []
