"""A controller's month in a browser: why a unit deviates, down to the rows, and a forecast that is entered."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.demo_site import demo_site, logged_in

PLAN = "/lund/2023/economy/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


def test_from_a_deviation_to_the_rows_it_is_made_of(site, browser: Browser, axe):
    context = logged_in(browser, site)
    page = context.new_page()
    page.goto(f"{PLAN}follow-up/")
    expect(page.locator("main")).to_contain_text("Syntetisk redovisning")
    page.select_option("#span", "month")
    page.wait_for_url("**span=month**")
    expect(page.locator("#follow-up")).to_contain_text("Augusti")
    page.goto(f"{PLAN}follow-up/")
    page.get_by_role("link", name="Vuxen", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vuxen")
    assert axe(page) == []
    page.get_by_role("link", name="Bidrag och ersättningar").first.click()
    expect(page.locator("#follow-up table")).to_contain_text("Summa")
    assert axe(page) == []
    page.locator("#follow-up tbody th a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Redovisningens rader")
    expect(page.locator("main table tbody tr").first).to_be_visible()
    context.close()


def test_a_forecast_is_entered_beside_what_the_ledger_proposes(site, browser: Browser, axe):
    context = logged_in(browser, site)
    page = context.new_page()
    page.goto(f"{PLAN}forecasts/vuxen/?month=8")
    expect(page.locator("#proposals")).to_contain_text("Så är förslaget gjort", timeout=60_000)
    assert axe(page) == []
    page.fill("#amount-staff", "90 500,5")
    page.fill("#comment", "Färre vakanser än väntat")
    page.get_by_role("button", name="Spara prognosen").click()
    expect(page.locator("main")).to_contain_text("Prognosen är sparad.")
    expect(page.locator("main")).to_contain_text("Färre vakanser än väntat")
    context.close()


def test_a_field_that_cannot_be_read_says_so_and_keeps_what_was_typed(site, browser: Browser, axe):
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    page.goto(f"{PLAN}forecasts/vuxen/?month=7")
    page.fill("#amount-staff", "mycket")
    page.get_by_role("button", name="Spara prognosen").click()
    expect(page.locator("#amount-staff-error")).to_be_visible()
    assert page.input_value("#amount-staff") == "mycket"
    context.close()
