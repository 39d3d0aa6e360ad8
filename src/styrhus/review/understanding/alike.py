"""Assignments that stand twice: the same words, or nearly the same."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from styrhus.review.understanding.assignments import Assignment
from styrhus.review.understanding.outline import folded, numbered
from styrhus.review.understanding.spelling import distance

_RUN = 4
_SHARED_BY = 6
_ALIKE = 0.7
_FEW_WORDS = 4
_MEANS = 5


def alike(assignments: Sequence[Assignment]) -> Iterator[tuple[Assignment, Assignment]]:
    """Pairs of assignments with the same or nearly the same text, and not given to different parties.

    Two texts are alike when one has at least seven tenths of the runs of four words of the other (of the shorter).
    Runs that more than a handful share are set phrases and do not bring texts together.
    """
    words = [folded(numbered(a.text)[1]).split() for a in assignments]
    runs = [_runs(text) for text in words]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(runs):
        for run in own:
            holders[run].append(index)
    pairs = {
        (first, second)
        for held in holders.values()
        if len(held) <= _SHARED_BY
        for place, first in enumerate(held)
        for second in held[place + 1 :]
    }
    for first, second in sorted(pairs):
        if not _same(runs[first], runs[second]) or not _same_words(words[first], words[second]):
            continue
        if _same_parties(assignments[first], assignments[second]):
            yield assignments[first], assignments[second]


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    if len(words) < _FEW_WORDS:
        return frozenset()
    return frozenset(tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))


def _same(first: frozenset[tuple[str, ...]], second: frozenset[tuple[str, ...]]) -> bool:
    shorter, longer = sorted((len(first), len(second)))
    if first == second:
        return True
    # A short text within a long one may be a heading of it and still another assignment.
    if shorter < 8 or longer > 3 * shorter:
        return False
    return len(first & second) >= _ALIKE * shorter


def _same_words(first: list[str], second: list[str]) -> bool:
    """Whether every word that carries meaning in the shorter text is in the longer, slips of the pen allowed."""
    shorter, longer = sorted((first, second), key=len)
    if {word for word in shorter if word.isdigit()} != {word for word in longer if word.isdigit()}:
        return False  # the same work for another year or another number of units
    others = [word for word in set(longer) - set(shorter) if len(word) >= _MEANS]
    joined = "".join(longer)
    return all(
        len(word) < _MEANS or word in joined or any(_is_same(word, other) for other in others)
        for word in set(shorter) - set(longer)
    )


def _is_same(word: str, other: str) -> bool:
    return word in other or other in word or (abs(len(word) - len(other)) <= 1 and distance(word, other) <= 1)


def _same_parties(first: Assignment, second: Assignment) -> bool:
    one, other = folded(first.others), folded(second.others)
    return one == other or not one or not other or one.startswith(other) or other.startswith(one)
