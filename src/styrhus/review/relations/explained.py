"""What a difference looks like: a line left out or counted twice, a sign, digits that changed places, a unit."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from styrhus.review.relations.relation import CellRef, Relation
from styrhus.values.number import decimals_of

THOUSAND = Decimal(1000)


class Cause(Enum):
    """LEFT_OUT, TWICE and SIGN are about a line; UNIT is a line printed in thousands too many or too few."""

    LEFT_OUT = auto()
    TWICE = auto()
    SIGN = auto()
    UNIT = auto()
    DIGITS_SWAPPED = auto()


@dataclass(frozen=True)
class Explanation:
    """`cell` is the line that explains the difference, None for digits of the total itself; `value` is printed there.

    `meant` is what the line would be if the explanation is right.
    """

    cause: Cause
    cell: CellRef | None
    value: Decimal
    meant: Decimal | None = None


def explanation(relation: Relation) -> Explanation | None:
    """The one thing that a failing sum's difference looks like; None when nothing or more than one thing fits."""
    found = list(_about_lines(relation))
    if len(found) == 1:
        return found[0]
    if not found and in_another_unit(relation.stated, relation.computed):
        return Explanation(Cause.UNIT, relation.target, relation.stated, relation.computed)
    if not found and swapped_digits(relation.stated, relation.computed):
        return Explanation(Cause.DIGITS_SWAPPED, None, relation.stated, relation.computed)
    return None


def _about_lines(relation: Relation) -> Iterator[Explanation]:
    for cell, sign in zip(relation.terms, relation.signs, strict=True):
        number = cell.row.value(cell.column.index)
        if number is None or not number.value:
            continue
        value, lacking = number.value, relation.difference
        for cause, meant in _causes(value, sign * lacking):
            # A round line equals a round difference too easily to explain anything.
            if cause in {Cause.UNIT, Cause.SIGN} or digits(value) >= 2 or relation.tolerance == 0:
                yield Explanation(cause, cell, value, meant)


def _causes(value: Decimal, lacking: Decimal) -> Iterator[tuple[Cause, Decimal]]:
    """What a line must have been for the sum to hold: it is `value` and should be `value + lacking`."""
    meant = value + lacking
    if meant == 0:
        yield Cause.LEFT_OUT, meant
    elif meant == 2 * value:
        yield Cause.TWICE, meant
    elif meant == -value:
        yield Cause.SIGN, meant
    elif in_another_unit(value, meant):
        yield Cause.UNIT, meant


def in_another_unit(value: Decimal, meant: Decimal) -> bool:
    """Whether one is the other in thousands."""
    return _about_equal(meant, value * THOUSAND) or _about_equal(meant * THOUSAND, value)


def _about_equal(one: Decimal, other: Decimal) -> bool:
    """Equal within half a percent, since what is given in thousands is rounded to them."""
    return one * other > 0 and abs(one - other) <= abs(other) / 200


def digits(value: Decimal) -> int:
    """How many digits a number has without the noughts at its end."""
    return len(str(abs(value)).replace(".", "").strip("0"))


def swapped_digits(stated: Decimal, computed: Decimal) -> bool:
    """Whether two neighbouring digits changed places between two numbers of the same length."""
    if decimals_of(stated) != decimals_of(computed) or stated * computed <= 0:
        return False
    one, other = (str(abs(value)).replace(".", "") for value in (stated, computed))
    differing = [i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    return (
        len(one) == len(other) >= 3
        and len(differing) == 2
        and differing[1] == differing[0] + 1
        and one[differing[0]] == other[differing[1]]
        and one[differing[1]] == other[differing[0]]
    )
