"""The main flows on goals, indicators, assignments and data: without JavaScript, by keyboard, and with htmx."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

GOALS = "/lund/2023/goals/"
GOAL = f"{GOALS}fritt-fran-vald/"
INDICATOR = "/lund/2020/indicators/samhallsorientering-erbjudna/"
ASSIGNMENTS = "/lund/2023/assignments/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture
def desk(site, browser: Browser) -> Iterator[Page]:
    context = logged_in(browser, site)
    yield context.new_page()
    context.close()


@pytest.fixture
def plain(site, browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = logged_in(browser, site, javascript=False)
    yield context.new_page()
    context.close()


def press_until(page: Page, wanted: str, *, most: int = 80) -> None:
    """Press Tab until the element that matches has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
            return
    raise AssertionError(f"{wanted} is not reached with the keyboard")


def test_filters_work_without_javascript(plain):
    plain.goto(GOALS)
    plain.select_option("[name=status]", "not_reached")
    plain.fill(".filters [name=q]", "hushåll")
    plain.click(".filters button[type=submit]")
    expect(plain.locator(".line")).to_have_count(1)
    assert "status=not_reached" in plain.url


def test_the_list_follows_the_filter_and_the_address_can_be_mailed(desk):
    desk.goto(GOALS)
    desk.select_option("[name=status]", "not_judged")
    expect(desk.locator(".line")).to_have_count(3)
    expect(desk).to_have_url(re.compile("status=not_judged"))
    desk.reload()
    expect(desk.locator(".line")).to_have_count(3)
    desk.locator(".views a").nth(1).click()
    expect(desk.locator("table.indicators tbody tr")).to_have_count(3)
    expect(desk).to_have_url(re.compile("status=not_judged"))


def test_a_search_follows_what_is_typed_and_keeps_the_cursor(desk):
    desk.goto(ASSIGNMENTS)
    desk.locator("#filter-q").press_sequentially("matsvinn")
    expect(desk.locator("table.assignments tbody a")).to_have_count(1)
    expect(desk.locator("#filter-q")).to_be_focused()


def test_the_table_of_indicators_sorts_and_what_is_missing_stands_last(desk):
    desk.goto(f"{GOALS}?view=table")
    header = desk.get_by_role("columnheader", name="2022")
    header.get_by_role("button").click()
    cells = desk.locator("table.indicators tbody tr td:nth-child(6)").all_inner_texts()
    numbers = [float(text.replace("\u00a0", "")) for text in cells if text.strip().replace("\u00a0", "").isdigit()]
    assert numbers == sorted(numbers)
    assert len(numbers) > 4
    assert cells[-1].strip() == "–"


def test_a_goal_is_changed_without_javascript(plain):
    plain.goto(f"{GOAL}edit/")
    plain.fill("[name=collaboration]", "Polisen och regionen")
    plain.click("main form button[type=submit]")
    expect(plain.locator("main")).to_contain_text("Polisen och regionen")
    expect(plain.locator(".note--success")).to_be_visible()


def test_an_outcome_is_reported_with_the_keyboard_alone(desk):
    desk.goto(INDICATOR)
    press_until(desk, f"a[href='{INDICATOR}values/']")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{INDICATOR}values/")
    press_until(desk, "[name=cell-0-1]")
    desk.keyboard.type("100,5")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{INDICATOR}")
    expect(desk.locator(".verdict__word .status--reached")).to_be_visible()
    expect(desk.locator(".verdict")).to_contain_text("100,5")


def test_a_bad_number_takes_the_reader_to_what_is_wrong(desk):
    desk.goto(f"{INDICATOR}values/")
    desk.fill("[name=cell-0-0]", "91.5")
    desk.locator("form:has([name=columns]) .button-row button").click()
    expect(desk.locator("#form-errors")).to_be_focused()
    wrong = desk.locator("[name=cell-0-0]")
    expect(wrong).to_have_value("91.5")
    expect(wrong).to_have_attribute("aria-invalid", "true")
    described = wrong.get_attribute("aria-describedby")
    expect(desk.locator(f"#{described}")).to_contain_text("12,5")


def test_cells_pasted_from_a_spreadsheet_spread_over_the_table(desk):
    desk.goto("/orebro/2019/indicators/anstallningstrygghet/values/")
    desk.locator("[name=cell-0-1]").focus()
    desk.evaluate(
        "text => { const data = new DataTransfer(); data.setData('text/plain', text);"
        " document.activeElement.dispatchEvent(new ClipboardEvent('paste',"
        " { clipboardData: data, bubbles: true, cancelable: true })) }",
        "83,9\t84,1\r\n84,5\t85\r\n",
    )
    texts = [desk.input_value(f"[name=cell-{row}-{column}]") for row in (0, 1) for column in (1, 2)]
    assert texts == ["83,9", "84,1", "84,5", "85"]
    assert desk.input_value("[name=cell-0-0]") == "80,8"


def test_the_second_editor_sees_both_texts_and_takes_over_the_stored_one(site, browser: Browser, plain):
    other = logged_in(browser, site, javascript=False)
    theirs = other.new_page()
    address = f"{GOALS}sjalvforsorjning/edit/"
    plain.goto(address)
    theirs.goto(address)
    theirs.fill("[name=strategy]", "Deras strategi")
    theirs.click("main form button[type=submit]")
    plain.fill("[name=strategy]", "Min strategi")
    plain.click("#edit-form .button-row button")
    expect(plain.locator("#conflict")).to_be_visible()
    expect(plain.locator(".differences")).to_contain_text("Deras strategi")
    expect(plain.locator(".differences")).to_contain_text("Min strategi")
    expect(plain.locator("[name=strategy]")).to_have_value("Min strategi")
    plain.click("button[name=take_stored]")
    expect(plain.locator("[name=strategy]")).to_have_value("Deras strategi")
    other.close()


def test_a_note_is_added_to_an_assignment_with_the_keyboard(desk):
    desk.goto(f"{ASSIGNMENTS}kost-information/")
    press_until(desk, "textarea[name=text]")
    desk.keyboard.type("Skyltarna är uppe")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Tab")
    desk.keyboard.press("Enter")
    expect(desk.locator(".progress")).to_contain_text("Skyltarna är uppe")


def test_duplicates_lead_to_each_other(plain):
    plain.goto(f"{ASSIGNMENTS}?remarks=1")
    plain.locator(".remarks a").first.click()
    expect(plain.locator(".note--warning .remarks a").first).to_be_visible()
    plain.locator(".note--warning .remarks a").first.click()
    expect(plain).to_have_url(re.compile("assignments/heder-1-1/"))


def test_a_folder_goes_out_and_in_again_without_javascript(plain, tmp_path: Path):
    plain.goto("/eskilstuna/2019/data/")
    with plain.expect_download() as download:
        plain.click("a[download]")
    packed, changed = tmp_path / "ut.zip", tmp_path / "in.zip"
    download.value.save_as(packed)
    with zipfile.ZipFile(packed) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            target.writestr(name, text.replace('status = "proposal"', 'status = "adopted"'))
    plain.goto("/eskilstuna/2019/data/import/")
    plain.set_input_files("[name=archive]", changed)
    plain.click("main form button[type=submit]")
    expect(plain.locator("ins")).to_be_visible()
    plain.locator("form:has([name=token]) button").first.click()
    plain.wait_for_url("**/eskilstuna/2019/data/")
    expect(plain.locator(".note--success")).to_be_visible()


@pytest.mark.parametrize("path", [f"{GOALS}?view=table", f"{INDICATOR}values/", ASSIGNMENTS, "/lund/2023/data/import/"])
def test_what_is_refused_or_filtered_is_accessible_too(desk, axe, path):
    """Axe on the states that a crawl does not meet: filtered lists and refused forms."""
    desk.goto(path)
    if path.endswith("values/"):
        desk.fill("[name=cell-0-0]", "fel")
        desk.locator("form:has([name=columns]) .button-row button").click()
        expect(desk.locator("[aria-invalid=true]")).to_be_visible()
    elif path.endswith("import/"):
        desk.click("main form button[type=submit]")
        expect(desk.locator("#form-errors")).to_be_visible()
    else:
        desk.locator("#filter-q").press_sequentially("finns inte")
        expect(desk.locator(".empty")).to_be_visible()
    assert axe(desk) == []


def test_every_goal_and_indicator_of_the_plan_with_all_variants_is_accessible(desk, axe):
    desk.goto("/orebro/2019/goals/?view=table")
    paths = set(desk.eval_on_selector_all("main table a", "all => all.map(a => a.getAttribute('href'))"))
    desk.goto("/orebro/2019/goals/")
    paths |= set(desk.eval_on_selector_all(".branch__head a", "all => all.map(a => a.getAttribute('href'))"))
    pages = sorted(path for path in paths if "/figures/" not in path)
    assert len(pages) > 40
    faults = []
    for path in pages:
        desk.goto(path)
        faults += [f"{path}: {fault}" for fault in axe(desk)]
    assert faults == []
