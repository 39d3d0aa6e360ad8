"""Characters that a format cannot carry are shown, not passed on and not lost in silence."""

from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrhus.paper.fonts import coverage, showable
from styrhus.paper.palette import DARK, LIGHT, MARK_MUTED, MARKS, STATUS_SYMBOLS
from styrhus.paper.printable import one_line, printable
from styrhus.paper.words import date_in_words, iso_parts


@given(st.text(alphabet=st.characters(codec=None, categories=None)))
def test_any_text_becomes_text_that_xml_accepts(text):
    kept = printable(text).replace("&", "").replace("<", "")
    assert Tree.fromstring(f"<a>{kept}</a>").text == (kept or None)


def test_control_characters_are_shown_and_line_ends_are_one_kind():
    assert printable("a\x00b\x0bc\r\nd\x07") == "a\ufffdb\nc\nd\ufffd"
    assert one_line(" a\n b\t") == "a  b"


def test_our_fonts_show_all_that_swedish_documents_need():
    needed = "åäöÅÄÖéü–−€%§≥≤→✓●◐○“”’•«»½²\u00a0\u202f\u2009" + "".join(STATUS_SYMBOLS.values())
    assert [char for char in needed if char not in coverage()] == []


def test_what_our_fonts_lack_is_shown_as_missing_and_decomposed_letters_are_composed():
    assert showable("a\u0308 中 \ufe0fx") == "ä \ufffd x"


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["ink", "muted", "link", "reached", "partly", "not_reached", "not_judged"])
def test_text_colours_pass_on_both_grounds(scheme, name):
    for ground in (scheme.paper, scheme.shade):
        assert contrast(getattr(scheme, name), ground) >= 4.5


@pytest.mark.parametrize("colour", [*MARKS, MARK_MUTED])
def test_marks_of_charts_pass_on_light_and_dark(colour):
    assert contrast(colour, LIGHT.paper) >= 3
    assert contrast(colour, DARK.paper) >= 3


def test_dates_are_written_out_in_the_language():
    assert date_in_words("2022-12-14", "sv") == "14 december 2022"
    assert date_in_words("2023-05-02", "sv") == "2 maj 2023"
    assert date_in_words("2023-05-02", "en") == "2 May 2023"
    assert date_in_words("våren 2023", "sv") == "våren 2023"


@pytest.mark.parametrize("text", ["2022-13-01", "2022-02-30", "2022-00-10", "14 december"])
def test_what_is_no_date_is_none(text):
    assert iso_parts(text) is None
