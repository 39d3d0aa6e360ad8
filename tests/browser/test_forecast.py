"""A controller moves levers in a browser and sees the figures follow, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.demo_site import demo_site, logged_in

FORECAST = "/orebro/2019/forecast/"


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    with demo_site(tmp_path_factory.mktemp("demo")) as address:
        yield address


def answer(page: Page):
    return page.locator("#lever-answer")


def test_the_figures_follow_a_lever_without_a_new_page(site, browser: Browser, axe):
    context = logged_in(browser, site)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda m: refused.append(m.text) if m.type == "error" else None)
    page.goto(FORECAST)
    expect(answer(page)).to_contain_text("Flytta en spak")
    page.evaluate("window.same = true")
    page.fill("#lever-inflow", "-10")
    expect(answer(page)).to_contain_text("Inflöde (alla) −10")
    sentence = answer(page).locator(".levers__sentence")
    first = sentence.inner_text()
    page.locator("input[data-slide=lever-inflow]").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#lever-inflow")).to_have_value("-11")
    expect(answer(page)).to_contain_text("Inflöde (alla) −11")
    assert sentence.inner_text() != first
    page.fill("#lever-home", "5")
    expect(answer(page)).to_contain_text("Alla spakar tillsammans")
    expect(answer(page).locator("svg").first).to_be_attached()
    page.select_option("#measure", "persons")
    expect(page.locator("#fan-figure")).to_contain_text("personer per dygn")
    assert page.evaluate("window.same === true")
    assert "inflow=-11" in page.url
    assert "home=5" in page.url
    assert axe(page) == []
    assert refused == []
    page.reload()
    expect(answer(page)).to_contain_text("Inflöde (alla) −11")
    context.close()


def test_without_scripts_the_same_answer_comes_with_the_page(site, browser: Browser):
    context = logged_in(browser, site, javascript=False)
    page = context.new_page()
    page.goto(FORECAST)
    expect(page.locator("input[data-slide=lever-inflow]")).to_be_hidden()
    page.fill("#lever-inflow", "-10")
    page.fill("#lever-stay", "-10")
    page.click("#lever-form button[type=submit]")
    expect(answer(page)).to_contain_text("Spakarna var för sig, summerade")
    expect(answer(page)).to_contain_text("de går i varandra med")
    page.click("#lever-answer a.button")
    expect(page.locator("main")).to_contain_text("Uppsättning A")
    context.close()
