"""The drawing is sound SVG, holds every room, and never lets words out of the house."""

import re
from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest

from styrhus.paper.drawing import for_page, size
from styrhus.reports.house import TALL, WIDE, draw, house, house_svg
from styrhus.reports.house.letters import width
from tests.cases.example_folder import loaded

SVG = "{http://www.w3.org/2000/svg}"
NAMES = ("lund-2023", "lund-2020", "orebro-2019", "helsingborg-2015", "eskilstuna-2019")
FORMS = {"wide": WIDE, "tall": TALL}


def drawn(name, form="wide", language="sv", link=None):
    return Tree.fromstring(house_svg(loaded(name), language, form=FORMS[form], link=link))


def words(root):
    return " ".join(element.text or "" for element in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", NAMES)
def test_no_text_reaches_outside_the_drawing(name, form):
    root = drawn(name, form)
    whole = float(root.get("width"))
    for element in root.iter(f"{SVG}text"):
        size_of, x = float(element.get("font-size")), float(element.get("x"))
        wide = width(element.text, size_of, int(element.get("font-weight", "400")))
        left = {"middle": x - wide / 2, "end": x - wide}.get(element.get("text-anchor"), x)
        assert left >= 0, element.text
        assert left + wide <= whole, element.text


@pytest.mark.parametrize("form", FORMS)
def test_each_part_is_a_link_with_a_name(form):
    dossier = loaded("lund-2023")
    root = drawn("lund-2023", form, link=lambda kind, key: f"/{kind}/{key}")
    links = {link.get("href"): link.find(f"{SVG}title").text for link in root.iter(f"{SVG}a")}
    tops = [goal.id for goal in dossier.goals if not goal.parents]
    assert {f"/goal/{goal}" for goal in tops} | {"/economy/", "/goals/", "/assignments/"} <= set(links)
    assert all(links.values())


def test_a_document_gets_no_links():
    assert not list(drawn("lund-2023").iter(f"{SVG}a"))


@pytest.mark.parametrize("name", NAMES)
def test_the_drawing_can_stand_in_a_document(name):
    svg = house_svg(loaded(name), "sv")
    assert size(svg)[0] == WIDE.width
    assert for_page(svg, alt="Huset", identity="hus").count("<svg") == 1


def test_no_script_and_no_style_that_a_strict_policy_would_refuse():
    svg = house_svg(loaded("lund-2023"), "sv", link=lambda kind, key: "/x/")
    assert not re.search(r"<script|<style|style=|onclick|javascript:", svg)


def test_what_the_plan_says_is_escaped():
    held = replace(house(loaded("lund-2023")), vision='<script>alert("x")</script> & mer')
    svg = draw(held, "sv")
    assert "<script" not in svg
    Tree.fromstring(svg)


def test_the_same_house_in_english_has_english_words_and_the_plans_own_names():
    english, swedish = words(drawn("orebro-2019", language="en")), words(drawn("orebro-2019"))
    assert "Economy, goals and quality" in english
    assert "Ekonomi, mål och kvalitet" in swedish
    assert "Trygg välfärd" in english


@pytest.mark.parametrize("rooms", [1, 2, 3, 5, 6, 7, 9, 12])
def test_any_number_of_rooms_fills_the_width(rooms):
    held = house(loaded("lund-2023"))
    many = replace(held, rooms=tuple(replace(held.rooms[1], goal=f"g{n}") for n in range(rooms)))
    root = Tree.fromstring(draw(many, "sv", link=lambda kind, key: f"/{kind}/{key}"))
    edges = {}
    for link in root.iter(f"{SVG}a"):
        if link.get("href").startswith("/goal/"):
            ground = link.find(f"{SVG}g/{SVG}rect")
            edges.setdefault(ground.get("y"), []).append(float(ground.get("width")))
    assert sum(len(row) for row in edges.values()) == rooms
    inner = WIDE.width - 2 * WIDE.overhang
    assert all(sum(row) == pytest.approx(inner, abs=0.1) for row in edges.values())
    assert max(len(row) for row in edges.values()) - min(len(row) for row in edges.values()) <= 1


def test_the_column_of_the_frame_is_as_high_as_the_frames_are_to_each_other():
    held = house(loaded("lund-2023"))
    svg = draw(held, "sv")
    heights = [float(h) for h in re.findall(r'width="52" height="([\d.]+)" class="f-sea(?:-light)?"', svg)]
    before, added = heights[:2]
    assert before / (before + added) == pytest.approx(675373 / 712524, rel=1e-3)
