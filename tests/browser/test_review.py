"""Handing in a document in a browser: dropped or chosen, followed, reported; and its tables made plan data."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

DOCUMENT = (
    "Budget 2023 (tkr)\n\nVerksamhet\tBudget 2022\tBudget 2023\n"
    "Barn\t90\t100\nVuxna\t180\t200\nSumma\t270\t310\n\n"
    "Indikatorer\n\nIndikator\tUtfall 2022\tMålvärde 2023\nSvar inom tre dagar\t71,5 %\t85 %\n"
)
DROP = """([field, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], "Budget 2023.txt", { type: "text/plain" }));
  for (const name of ["dragenter", "dragover", "drop"])
    document.querySelector(field).dispatchEvent(
      new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def stranger(site, browser: Browser) -> Iterator[Page]:
    """One who has not logged in."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}, locale="sv-SE")
    yield context.new_page()
    context.close()


def payload(name: str = "Budget 2023.txt", text: str = DOCUMENT) -> dict[str, object]:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_a_dropped_file_is_reported_without_log_in_and_downloaded(stranger, axe):
    stranger.goto("/review/")
    assert axe(stranger) == []
    stranger.evaluate(DROP, ["#review-form", DOCUMENT])
    report = stranger.locator("#report")
    expect(report).to_contain_text("100 + 200 = 300")
    expect(report).to_be_focused()
    expect(stranger.locator(".drop__progress")).to_be_hidden()
    expect(report.locator("td.found")).to_contain_text("310")
    assert axe(stranger) == []
    with stranger.expect_download() as waited:
        stranger.get_by_role("button", name="som JSON").click()
    found = json.loads(waited.value.path().read_text(encoding="utf-8"))
    assert found["file"] == "Budget 2023.txt"
    assert "sum-row-differs" in {finding["rule"] for finding in found["findings"]}


def test_a_finding_leads_to_its_cell_and_to_its_rule(stranger, axe):
    stranger.goto("/review/")
    stranger.set_input_files("input[type=file]", payload())
    stranger.get_by_role("button", name="Granska", exact=True).click()
    stranger.locator("#report .review-finding a").first.click()
    assert "#table-1-row-" in stranger.url
    stranger.locator("#report .review-rule a").first.click()
    stranger.wait_for_url("**/review/rules/**")
    assert axe(stranger) == []


def test_a_file_that_cannot_be_read_is_told_where_the_report_would_stand(stranger, axe):
    stranger.goto("/review/")
    stranger.set_input_files("input[type=file]", payload("tom.txt", ""))
    stranger.get_by_role("button", name="Granska", exact=True).click()
    expect(stranger.locator("#result .note--danger")).to_contain_text("tom.txt")
    assert axe(stranger) == []


def test_it_works_without_scripts_on_a_telephone(site, browser: Browser):
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, java_script_enabled=False, locale="sv-SE"
    )
    page = context.new_page()
    page.goto("/review/")
    page.set_input_files("input[type=file]", payload())
    page.get_by_role("button", name="Granska", exact=True).click()
    expect(page.locator("#report")).to_contain_text("100 + 200 = 300")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_tables_of_a_document_become_plan_data(site, browser: Browser, axe):
    context = logged_in(browser, site)
    page = context.new_page()
    page.goto("/lund/2023/data/")
    page.get_by_role("link", name="Data ur ett dokument").click()
    page.set_input_files("input[type=file]", payload())
    page.get_by_role("button", name="Hitta tabellerna").click()
    assert axe(page) == []
    page.get_by_role("button", name="Gör plandata av den").first.click()
    assert axe(page) == []
    page.fill("input[name=caption]", "Budget ur webbläsaren")
    page.fill("input[name=key]", "ur-webblasaren")
    page.get_by_role("button", name="Läs in i planen").click()
    page.wait_for_url("**/history/")
    expect(page.locator("main")).to_contain_text("Budget ur webbläsaren")
    page.goto("/lund/2023/economy/tables/ur-webblasaren/")
    expect(page.locator("main")).to_contain_text("310")
    context.close()
