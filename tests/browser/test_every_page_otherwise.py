"""Every page of the demo in English, without JavaScript, and from the keyboard."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.demo_site import demo_site, logged_in
from tests.browser.every_page import all_faults, paths_of


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


@pytest.fixture(scope="module")
def paths(site, browser: Browser) -> list[str]:
    return paths_of(browser, site)


def test_every_page_is_accessible_in_english(site, paths, browser, axe):
    assert all_faults(browser, site, paths, axe=axe, language="en") == []


def test_every_page_is_whole_without_javascript(site, paths, browser):
    """Content, navigation and forms are there when no script runs."""
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    for path in paths:
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
    for path in paths:
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
