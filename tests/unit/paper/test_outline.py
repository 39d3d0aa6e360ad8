"""Numbers, anchors and levels are counted once, and in a way that no format refuses."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.blocks import Chart, Heading, Table
from styrhus.paper.outline import outline, slug
from styrhus.paper.spreads import front, spreads
from tests.unit.paper.documents import blocks, charts, grant_table, wide_table


def levels(*wanted: int) -> list[int]:
    return [place.level for place in outline([Heading(level, "x") for level in wanted], "sv").placed]


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ((1, 2, 3), [1, 2, 3]),
        ((1, 3, 3, 2), [1, 2, 2, 2]),
        ((3, 2, 1), [1, 1, 1]),
        ((2, 4, 2, 1), [1, 2, 1, 1]),
    ],
)
def test_gaps_between_levels_are_closed(wanted, given):
    assert levels(*wanted) == given


@given(st.lists(st.integers(1, 9)))
def test_a_level_never_skips(wanted):
    given = levels(*wanted)
    assert all(1 <= level <= 6 for level in given)
    assert all(after <= before + 1 for before, after in zip([0, *given], given, strict=False))


def test_tables_and_figures_are_numbered_each_for_itself_in_the_language():
    placed = outline([*blocks(), *charts()], "sv").placed
    assert [place.label for place in placed if isinstance(place.block, Table)] == [f"Tabell {n}" for n in (1, 2, 3, 4)]
    assert [place.label for place in placed if isinstance(place.block, Chart)] == [f"Figur {n}" for n in (1, 2, 3, 4)]
    assert outline([grant_table()], "en").placed[0].label == "Table 1"


def test_a_table_without_caption_takes_no_number():
    bare = Table("", grant_table().columns, ())
    assert [place.label for place in outline([bare, grant_table()], "sv").placed] == ["", "Tabell 1"]


def test_fragments_can_do_without_numbers():
    assert outline([grant_table()], "sv", numbered=False).placed[0].label == ""


@given(st.lists(st.text(max_size=30)), st.text(max_size=5))
def test_anchors_are_unique_and_safe_everywhere(titles, prefix):
    anchors = [place.anchor for place in outline([Heading(1, title) for title in titles], "sv", prefix=prefix).placed]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", anchor) for anchor in anchors)


def test_swedish_letters_make_readable_anchors():
    assert slug("Mål och åtgärder för äldre, § 3") == "mal-och-atgarder-for-aldre-3"


def test_a_source_is_at_home_in_the_first_table_that_holds_it():
    again = Table("En gång till", grant_table().columns, grant_table().rows, "again")
    homes = outline([grant_table(), again], "sv").homes
    assert homes["grant.2023.Kommunbidrag"] == "grant-by-area"


def test_wide_tables_turn_the_page_and_take_their_heading_along():
    placed = outline([Heading(1, "A"), grant_table(), Heading(2, "B"), wide_table(), Heading(1, "C")], "sv").placed
    assert [(spread.on_side, len(spread.placed)) for spread in spreads(placed)] == [(False, 2), (True, 2), (False, 1)]


def test_opening_facts_belong_to_the_title_page():
    assert len(front(outline(blocks(), "sv").placed)) == 1
