"""Whether two texts say the same: compared by their telling words, without endings, order and filler."""

import re
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"[a-zåäöéü]+|\d+")
_FILLER_WORDS = """
    alla allt andra att av bland dem den denna deras dess det detta dig din du där efter eller en ett finns fler för
    från få får först genom göra ha han har hon hos hur i in inom inte kan kommer kommunen kommunens mellan men mer
    mest mot måste nu när nästa och också om oss på samt se sig sin sitt ska skall som så ta tas till under upp ur
    ut utan vad var vara vid vill vilka vilket vår växa åt är även över öka
"""
_FILLER = frozenset(_FILLER_WORDS.split())
_ENDINGS = (
    "arnas", "ernas", "ornas", "anden", "andet", "arna", "erna", "orna", "ande", "ende", "aste", "ades",
    "ens", "ets", "ers", "ars", "ade", "ast", "are", "en", "et", "er", "ar", "or", "as", "es", "ad", "at",
    "a", "e", "n", "s", "t",
)  # fmt: skip
_SHORTEST_STEM = 4
_TYPING_ERROR = 0.94
"""How alike two titles must be, letter by letter, to be the same title with a slip of the pen."""


@lru_cache(maxsize=4096)
def telling_words(text: str) -> frozenset[str]:
    """The words that carry the meaning, each cut to its stem; numbers are kept whole."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _FILLER)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word.removesuffix(ending)
    return word


def contained(first: AbstractSet[str], second: AbstractSet[str]) -> float:
    """The share of the smaller set that is found in the larger, 0 to 1; 0 when either is empty."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


def same_but_for_a_slip(first: str, second: str) -> bool:
    """Whether two texts are the same apart from case, spacing and a letter or two; other numbers are other texts."""
    one, other = (" ".join(text.lower().split()) for text in (first, second))
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _TYPING_ERROR and matcher.ratio() >= _TYPING_ERROR
