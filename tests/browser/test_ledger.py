"""A controller imports a file in a browser: mapped, previewed, booked behind the page, drilled down to and undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in
from tests.ledgers import ledger_file, many_rows

LEDGER = "/lund/2020/economy/ledger/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def file(tmp_path) -> Path:
    return ledger_file(tmp_path / "huvudbok.csv", many_rows(2400, year=2020))


def handed_in(page: Page, file: Path) -> None:
    page.goto(f"{LEDGER}import/")
    page.set_input_files("input[type=file]", file)
    page.click("main form button[type=submit]")


def test_a_file_is_imported_found_again_and_undone(site, browser: Browser, file, axe):
    context = logged_in(browser, site)
    page = context.new_page()
    handed_in(page, file)
    assert axe(page) == []
    page.fill("#source", "huvudbok")
    page.check("input[value=debit_positive]")
    page.click("button[name=read]")
    expect(page.locator("button[name=import]")).to_be_visible(timeout=30_000)
    expect(page.locator("main")).to_contain_text("2 400")
    assert axe(page) == []
    page.click("button[name=import]")
    expect(page.locator(".note--success")).to_be_visible(timeout=30_000)
    assert axe(page) == []
    page.goto(f"{LEDGER}rows/?account=3010&month=2")
    expect(page.locator("tbody tr").first).to_contain_text("3010")
    assert axe(page) == []
    page.goto(f"{LEDGER}codes/")
    assert axe(page) == []
    page.goto(LEDGER)
    assert axe(page) == []
    page.get_by_role("button", name="Ångra").click()
    expect(page.locator("main")).to_contain_text("är ångrad")
    context.close()


def test_without_scripts_the_page_leads_there_as_well(site, browser: Browser, file):
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    handed_in(page, file)
    page.fill("#source", "utan skript")
    page.check("input[value=debit_positive]")
    page.click("button[name=read]")
    expect(page.locator("button[name=import]")).to_be_visible(timeout=30_000)
    page.click("button[name=cancel]")
    expect(page).to_have_url(f"{site}{LEDGER}")
    context.close()
