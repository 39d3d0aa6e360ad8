"""Overview, economy, figures and search in a browser: seen, printed, filtered, reached by keyboard."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

PHONE = {"width": 390, "height": 844}
SMALL_TARGETS = """() => [...document.querySelectorAll('nav a, button, summary, select, .button')]
    .filter(e => e.offsetParent !== null && !e.closest('.visually-hidden'))
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width && (box.width < 24 || box.height < 24) && !e.closest('td, th'))
    .map(([e]) => e.outerHTML.slice(0, 120))"""


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
def phone(site, browser: Browser) -> Iterator[Page]:
    context = logged_in(browser, site)
    page = context.new_page()
    page.set_viewport_size(PHONE)
    yield page
    context.close()


def test_the_house_is_drawn_wide_on_a_desk(desk):
    desk.goto("/lund/2023/")
    expect(desk.locator(".house--wide")).to_be_visible()
    expect(desk.locator(".house--tall")).to_be_hidden()


def test_the_house_is_drawn_tall_on_a_phone_and_printed_wide_without_the_bars(phone):
    phone.goto("/lund/2023/")
    expect(phone.locator(".house--tall")).to_be_visible()
    expect(phone.locator(".house--wide")).to_be_hidden()
    phone.emulate_media(media="print")
    expect(phone.locator(".house--wide")).to_be_visible()
    expect(phone.locator(".topbar")).to_be_hidden()
    expect(phone.locator(".sidenav")).to_be_hidden()


def test_no_words_of_the_house_are_wider_than_their_room(desk):
    """The drawing reckons with the width of letters; here the browser measures them."""
    outside = """() => [...document.querySelectorAll('.house--wide a.part')].flatMap(part => {
        const ground = part.querySelector('.ground').getBoundingClientRect();
        return [...part.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()])
            .filter(([, box]) => box.left < ground.left || box.right > ground.right || box.bottom > ground.bottom)
            .map(([words]) => words) })"""
    for board in ("lund/2023", "lund/2020", "orebro/2019", "helsingborg/2015", "eskilstuna/2019"):
        desk.goto(f"/{board}/")
        assert desk.evaluate(outside) == []


@pytest.mark.parametrize("path", ["/", "/lund/2023/", "/lund/2023/economy/", "/lund/2023/search/?q=barn"])
def test_what_is_pressed_is_large_enough_for_a_finger(phone, path):
    phone.goto(path)
    phone.get_by_text("Meny", exact=True).click()
    assert phone.evaluate(SMALL_TARGETS) == []


def test_a_room_is_reached_and_entered_by_keyboard(desk):
    desk.goto("/lund/2023/")
    desk.keyboard.press("Tab")
    expect(desk.locator(".skip-link")).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    expect(desk.get_by_role("link", name="Läs planen")).to_be_focused()
    for _ in range(3):
        desk.keyboard.press("Tab")
    focused = desk.evaluate("document.activeElement.querySelector('title')?.textContent ?? ''")
    assert focused.startswith("3 Fler Lundabor i arbete: 1 mål")
    desk.keyboard.press("Enter")
    desk.wait_for_url("**/goals/fler-lundabor-i-arbete/")


def test_navigation_filter_and_language_work_without_scripts(site, browser):
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    page.set_viewport_size(PHONE)
    page.goto("/lund/2023/")
    page.get_by_text("Meny", exact=True).click()
    page.get_by_role("link", name="Ekonomi", exact=True).click()
    page.get_by_label("Avser").select_option("care")
    page.get_by_label("Visa belopp i").select_option("mnkr")
    page.get_by_role("button", name="Visa", exact=True).click()
    assert re.search(r"\?kind=care&unit=mnkr$", page.url)
    expect(page.get_by_text("Externa placeringar per enhet, mnkr").first).to_be_visible()
    page.get_by_text("Meny", exact=True).click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url.endswith("?kind=care&unit=mnkr")
    # The choice follows the user to the next log-in.
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    context.close()


def test_filters_answer_at_once_and_stay_in_the_address(desk):
    desk.goto("/lund/2023/economy/")
    desk.get_by_label("Avser").select_option("volume")
    expect(desk.get_by_text("Externa placeringar per enhet, tkr")).to_have_count(0)
    desk.wait_for_url("**/economy/?kind=volume*")
    expect(desk.get_by_role("heading", name="Ekonomi", level=1)).to_have_count(1)


def test_search_finds_while_one_writes(desk):
    desk.goto("/lund/2023/search/")
    desk.locator("#search-words").press_sequentially("trygga")
    expect(desk.get_by_role("link", name="2 Sveriges tryggaste kommun")).to_be_visible()
    desk.wait_for_url("**/search/?q=trygga")


def test_a_menu_closes_on_escape_and_gives_the_focus_back(desk):
    desk.goto("/lund/2023/")
    year = desk.locator(".topbar summary", has_text="2023")
    year.click()
    expect(desk.get_by_role("link", name="2020", exact=True)).to_be_visible()
    desk.keyboard.press("Tab")
    desk.keyboard.press("Escape")
    expect(desk.get_by_role("link", name="2020", exact=True)).to_be_hidden()
    expect(year).to_be_focused()


def test_a_table_of_facts_sorts_by_number_both_ways(desk):
    desk.goto("/lund/2023/economy/")
    table = desk.locator("[data-sortable] table").first
    header = table.locator("th", has_text="Värde")
    values = []
    for way in ("ascending", "descending"):
        header.get_by_role("button").click()
        expect(header).to_have_attribute("aria-sort", way)
        shown = table.locator("tbody tr > td.number").all_inner_texts()
        numbers = [re.search(r"−?\d[\d\s]*(?:,\d+)?", text)[0] for text in shown]
        values.append([float(re.sub(r"\s", "", n).replace("−", "-").replace(",", ".")) for n in numbers])
    assert values[0] == sorted(values[0])
    assert values[1] == sorted(values[0], reverse=True)


def test_a_figure_tells_its_source_on_focus(desk):
    desk.goto("/lund/2023/economy/tables/externa-placeringar/")
    figure = desk.locator("td a.figure").first
    figure.focus()
    desk.keyboard.press("Shift+Tab")
    desk.keyboard.press("Tab")
    told = figure.evaluate("element => getComputedStyle(element, '::after').content")
    assert "Externa placeringar per enhet: Barn, Bokslut 2021" in told
