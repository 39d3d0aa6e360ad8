"""Words and names that differ by a slip of the pen, inflections set aside."""

from collections.abc import Iterator

_BARE = str.maketrans("åäáàöóéèüæø", "aaaaooeeuao")
_VOWELS = "aeiouyåäöæø"
_INNER_START, _INNER_END = 2, 3


def near(first: str, second: str) -> bool:
    """Whether two different texts of at least eight signs are one or two slips apart; digits must be the same."""
    if first == second or min(len(first), len(second)) < 8 or abs(len(first) - len(second)) > 2:
        return False
    start, end = middle(first, second)
    rest, other = first[start : len(first) - end], second[start : len(second) - end]
    if max(len(rest), len(other)) > 12 or any(c.isdigit() for c in rest + other):
        return False
    return distance(rest, other) <= (1 if len(first) < 12 else 2)


def middle(first: str, second: str) -> tuple[int, int]:
    """How long the common beginning and the common end of two texts are, without overlap."""
    shorter = min(len(first), len(second))
    start = 0
    while start < shorter and first[start] == second[start]:
        start += 1
    end = 0
    while end < shorter - start and first[-1 - end] == second[-1 - end]:
        end += 1
    return start, end


def distance(first: str, second: str) -> int:
    """The number of letters put in, left out, changed or swapped with the next (both texts are short)."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, a in enumerate(first, 1):
        last, before = before, row
        row = [i]
        for j, b in enumerate(second, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == second[j - 2] and first[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def is_inner(first: str, second: str) -> bool:
    """Whether two words differ inside, not in a beginning or an ending that inflects them or opens a compound."""
    start, end = middle(first, second)
    return start >= _INNER_START and end >= _INNER_END


def is_slip(first: str, second: str) -> bool:
    """Whether one long word is the other with one letter left out, put in or swapped, or without its
    dots; a changed letter often makes
    another word (inventering, investering) and does not count."""
    if not is_inner(first, second) or not first.isalpha() or not second.isalpha():
        return False
    start, end = middle(first, second)
    rest, other = first[start : len(first) - end], second[start : len(second) - end]
    if len(rest) + len(other) == 1:
        return True
    if len(rest) == len(other) == 1:
        return rest.translate(_BARE) == other.translate(_BARE)
    return len(rest) == len(other) == 2 and rest == other[::-1]


def is_light(first: str, second: str) -> bool:
    """Whether the one letter that a word has more than the other is a vowel or the same as its neighbour."""
    start, end = middle(first, second)
    longer = max(first, second, key=len)
    extra = longer[start : len(longer) - end]
    return len(extra) == 1 and (extra in _VOWELS or extra in longer[max(0, start - 1) : start])


def shortened(word: str) -> Iterator[str]:
    """The word with each one of its letters left out, where two words that differ by one letter meet."""
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
