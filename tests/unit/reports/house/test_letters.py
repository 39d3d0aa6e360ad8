"""Lines break so that they fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.reports.house.letters import fitted, tapered, width, wrapped

WORDS = st.text("abcåäöXYZ 0123–-.", max_size=120).map(lambda text: " ".join(text.split()))


@given(WORDS, st.floats(40, 400), st.sampled_from([400, 600, 700]))
def test_no_line_is_wider_than_its_room(text, room, weight):
    assert all(width(line, 16, weight) <= room for line in wrapped(text, room, 16, weight=weight))


@given(WORDS, st.floats(200, 400))
def test_wrapping_loses_no_word_that_fits_on_a_line(text, room):
    if all(width(word, 16) <= room for word in text.split()):
        assert " ".join(wrapped(text, room, 16)) == text


@given(WORDS, st.integers(1, 3))
def test_more_lines_than_allowed_are_cut_with_an_ellipsis(text, most):
    lines = wrapped(text, 80, 16, most=most)
    assert len(lines) <= most
    if len(wrapped(text, 80, 16)) > most:
        assert lines[-1].endswith("…")


def test_a_word_longer_than_the_line_is_cut_within():
    assert len(wrapped("socialtjänstförvaltningens", 60, 16)) > 1


@pytest.mark.parametrize("text", ["kort", "en längre text som ryms på två rader"])
def test_under_a_roof_as_few_lines_as_hold_the_text_and_the_lowest_ones(text):
    rooms = [80, 160, 240]
    lines = tapered(text, rooms, 16)
    for line, room in zip(lines, rooms[-len(lines) :], strict=True):
        assert width(line, 16) <= room


def test_fitting_text_is_left_alone():
    assert fitted("Mål", 100, 16) == "Mål"
    assert fitted("Mycket lång text om mål", 60, 16).endswith("…")
