"""Every page of the demo: accessible in both languages and at both widths, whole without JavaScript."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.demo_site import crawl, demo_site, logged_in

LIGHT_LOOKS = ((1280, "light"), (390, "light"))
LOOKS = (*LIGHT_LOOKS, (1280, "dark"))
BOARDS = ("lund/2023", "lund/2020", "orebro/2019", "helsingborg/2015", "eskilstuna/2019")


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(scope="module")
def paths(site, browser: Browser) -> dict[str, str]:
    """One path for each kind of page of Lund 2023 and of the site itself."""
    context = logged_in(browser, site)
    found = crawl(context.new_page(), "/lund/2023/")
    context.close()
    return found


def faults_of(page: Page, path: str, axe, looks) -> list[str]:
    """What is wrong with a page: its answer, its console, and at each look what axe finds and what sticks out."""
    told: list[str] = []
    page.on("console", lambda m: told.append(f"console: {m.text}") if m.type == "error" else None)
    page.on("pageerror", lambda error: told.append(f"script: {error}"))
    answer = page.goto(path)
    assert answer is not None
    found = [] if answer.status == 200 else [f"answers {answer.status}"]
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found += [f"{width} px, {scheme}: {fault}" for fault in axe(page)]
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        found += [f"{wider} px wider than a window of {width} px"] if wider > 0 else []
    return [f"{path}: {fault}" for fault in (*found, *told)]


def all_faults(browser: Browser, site: str, paths: Iterable[str], *, axe, language: str = "sv") -> list[str]:
    context = logged_in(browser, site)
    in_language(context.new_page(), language)
    # Colours do not depend on the language, words do not depend on the scheme.
    looks = LOOKS if language == "sv" else LIGHT_LOOKS
    faults = []
    for path in paths:
        page = context.new_page()
        faults += faults_of(page, path, axe, looks)
        page.close()
    context.close()
    return faults


def in_language(page: Page, language: str) -> None:
    """Switch with the button that every page has."""
    page.goto("/")
    if page.locator("html").get_attribute("lang") != language:
        page.locator("form[action='/language/'] button").first.click()
        page.wait_for_load_state()
    assert page.locator("html").get_attribute("lang") == language


def test_the_crawl_finds_the_pages_that_matter(paths):
    wanted = {"goals", "indicators", "assignments", "economy", "documents", "data", "history", "figures"}
    assert wanted <= {path.split("/")[3] for path in paths.values() if path.startswith("/lund/2023/")}
    assert len(paths) > 25


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_page_is_accessible(site, paths, browser, axe, language):
    assert all_faults(browser, site, paths.values(), axe=axe, language=language) == []


@pytest.mark.parametrize("board", BOARDS[1:])
def test_the_other_boards_pages_are_accessible(site, browser, axe, board):
    names = ("", "goals/", "assignments/", "economy/", "documents/")
    assert all_faults(browser, site, [f"/{board}/{name}" for name in names], axe=axe) == []


def test_every_page_is_whole_without_javascript(site, paths, browser):
    """Content, navigation and forms are there when no script runs."""
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    for path in paths.values():
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 200, path
        assert page.locator("main h1").count() == 1, path
        assert page.locator("main").inner_text().strip(), path
        for form in page.locator("main form").all():
            method = form.get_attribute("method") or "get"
            assert method == "get" or form.locator("[name=csrfmiddlewaretoken]").count() == 1, path
    context.close()


def test_every_page_can_be_used_from_the_keyboard(site, paths, browser):
    """The first tab leads past the navigation, and every further one shows where it is."""
    context = logged_in(browser, site)
    page = context.new_page()
    for path in paths.values():
        page.goto(path)
        page.keyboard.press("Tab")
        first = page.evaluate("document.activeElement.getAttribute('href')")
        assert first is not None, path
        assert first.startswith("#"), path
        page.keyboard.press("Enter")
        target = page.evaluate("document.activeElement.id")
        assert target == first[1:], path
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return e === document.body || s.outlineStyle !== 'none' || s.boxShadow !== 'none' }"
        )
        assert seen, path
    context.close()
