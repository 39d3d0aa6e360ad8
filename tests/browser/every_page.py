"""What is tried on every page of the demo, in any language."""

from collections.abc import Iterable

from playwright.sync_api import Browser, Page

from tests.browser.demo_site import crawl, logged_in

LIGHT_LOOKS = ((1280, "light"), (390, "light"))
LOOKS = (*LIGHT_LOOKS, (1280, "dark"))
NARROW = ((390, "light"),)
"""Words of another length stick out first where there is least room."""


def paths_of(browser: Browser, site: str) -> list[str]:
    """One path for each kind of page of Lund 2023 and of the site itself."""
    context = logged_in(browser, site)
    found = crawl(context.new_page(), "/lund/2023/")
    context.close()
    return list(found.values())


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
    looks = LOOKS if language == "sv" else NARROW
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
