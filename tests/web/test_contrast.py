"""Every pair of colours that carries text passes 4.5:1, and what must be seen 3:1, in both schemes."""

import re
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "src" / "styrhus" / "web" / "static" / "styrhus" / "tokens.css"
GROUNDS = ("paper", "surface", "sunken")
TEXTS = ("ink", "muted", "sea", "sea-deep", "falu", "reached", "partly", "not-reached", "not-judged")
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS] + [
    ("on-sea", "sea"),
    ("on-sea", "sea-deep"),
    ("on-falu", "not-reached"),
    ("on-falu", "falu-deep"),
    ("on-roof", "roof"),
    ("ink", "granite"),
    ("muted", "granite"),
    ("ink", "sea-soft"),
    ("ink", "partly-soft"),
    ("ink", "not-reached-soft"),
    ("ink", "reached-soft"),
    ("sea", "partly-soft"),
    ("partly", "partly-soft"),
    ("paper", "ink"),
]
SEEN = [("rule-strong", ground) for ground in GROUNDS] + [("focus", "paper"), ("sea", "chart-light")]


def scheme(name):
    """The tokens of a scheme; dark holds only what differs from light."""
    text = TOKENS.read_text(encoding="utf-8")
    light, dark = text.split("@media (prefers-color-scheme: dark)", 1)
    read = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", light))
    if name == "dark":
        read |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", dark))
    return read


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_measure_is_the_one_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_can_be_read(name):
    tokens = scheme(name)
    weak = {pair: round(contrast(*(tokens[token] for token in pair)), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("name", ["light", "dark"])
def test_edges_and_bars_can_be_seen(name):
    tokens = scheme(name)
    weak = {pair: round(contrast(*(tokens[token] for token in pair)), 2) for pair in SEEN}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 3} == {}
