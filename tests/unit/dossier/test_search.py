"""Search finds what a person means, and nothing that only looks like it."""

import unicodedata

import pytest

from styrhus.dossier.search import AROUND, Found, search
from tests.cases.example_folder import loaded


@pytest.fixture(scope="module")
def lund():
    return loaded("lund-2023")


def titles(dossier, query):
    return [hit.title for hit in search(dossier, query)]


def test_case_does_not_matter_and_every_word_must_be_there(lund):
    assert titles(lund, "sveriges TRYGGASTE") == titles(lund, "Sveriges tryggaste")
    assert "2 Sveriges tryggaste kommun" in titles(lund, "sveriges tryggaste")
    assert "2 Sveriges tryggaste kommun" not in titles(lund, "sveriges klimat")


def test_swedish_letters_are_letters_of_their_own(lund):
    assert titles(lund, "våld")
    assert titles(lund, "vald") != titles(lund, "våld")


def test_a_letter_written_as_two_characters_is_the_same_letter(lund):
    assert titles(lund, unicodedata.normalize("NFD", "våld")) == titles(lund, "våld")


def test_every_kind_of_thing_is_found_and_kept_together(lund):
    kinds = [hit.kind for hit in search(lund, "försörjningsstöd")]
    assert {Found.INDICATOR, Found.TABLE, Found.SECTION, Found.FACT} <= set(kinds)
    assert kinds == sorted(kinds, key=list(Found).index)


def test_titles_come_before_what_only_the_text_holds(lund):
    for kind in Found:
        of_kind = [hit.in_title for hit in search(lund, "barn") if hit.kind is kind]
        assert of_kind == sorted(of_kind, reverse=True)


def test_the_excerpt_shows_the_word_that_the_title_lacks(lund):
    hit = next(hit for hit in search(lund, "socialpsykiatri") if hit.kind is Found.TABLE)
    before, word, after = hit.excerpt
    assert word.casefold() == "socialpsykiatri"
    assert max(len(before), len(after)) <= AROUND + 1


@pytest.mark.parametrize("query", ["", "   ", "finnsinteallsdetta", "(", "\\", "%"])
def test_nothing_asked_or_nothing_there_gives_nothing_or_literal_hits(lund, query):
    assert all(query.strip() in str(hit) for hit in search(lund, query))


def test_a_number_that_a_text_shows_as_a_live_figure_is_found(lund):
    hits = [hit for hit in search(lund, "712 524") if hit.kind is Found.SECTION]
    assert hits
    assert all("{{" not in "".join(hit.excerpt) for hit in search(lund, "tkr"))
