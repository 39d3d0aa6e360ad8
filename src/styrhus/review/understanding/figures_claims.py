"""What prose claims about figures and what follows from the other figures, whether the two agree or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.values.finding import Confidence
from styrhus.values.number import decimals_of, format_number, round_half_up
from styrhus.values.place import Place
from styrhus.values.problem import Severity


class ClaimKind(StrEnum):
    """RESTATED: the same fact elsewhere; GROWTH: a change between two levels; SUM: parts of a total; SHARE: of a whole.

    GOAL is a target volume that the budget is to pay for; UNIT an amount that is a thousand times off; DEVIATION what
    outcome and budget differ by.
    """

    RESTATED = "restated"
    GROWTH = "growth"
    SUM = "sum"
    SHARE = "share"
    GOAL = "goal"
    UNIT = "unit"
    DEVIATION = "deviation"


@dataclass(frozen=True)
class Claim:
    """`stated` is printed at `place` in `unit`, `computed` follows from the rest; both as in the expression.

    `subject` names what it is about in the document's own words; `severity` and `confidence` are for when it does
    not hold.
    """

    kind: ClaimKind
    place: Place
    stated: Decimal
    computed: Decimal
    unit: str
    holds: bool
    expression: str
    subject: str = ""
    severity: Severity = Severity.WARNING
    confidence: Confidence = Confidence.LIKELY
    related: tuple[Place, ...] = ()


def tolerance(stated: Figure, terms: Sequence[Figure] = ()) -> Decimal:
    """How far a printed figure may be from what its printed terms give, rounding down allowed; unit of `amount`."""
    room = stated.step + sum((term.step for term in terms), Decimal(0)) / 2
    if stated.hedge is not Hedge.NONE:
        room = max(room, stated.coarse, stated.size / 10)
    return room


def agree(stated: Figure, computed: Decimal, terms: Sequence[Figure] = ()) -> bool:
    """Whether a figure is `computed` as far as printing, rounding and its hedge allow; signs are left aside.

    A figure that ends in zeros may be rounded to them: 23 000 tkr agrees with 23 056.
    """
    off = abs(stated.size - abs(computed))
    room = tolerance(stated, terms)
    return off < room or off <= room - stated.step / 2 or rounded_to(stated, computed)


def rounded_to(stated: Figure, computed: Decimal, digits: int = 2) -> bool:
    """Whether a figure that ends in zeros, and has at least so many other digits, is `computed` rounded to them."""
    off = abs(stated.size - abs(computed))
    return off * 2 <= stated.coarse and stated.coarse * 10 ** (digits - 1) <= stated.size


def shown(value: Decimal, like: Figure) -> str:
    """An amount in the unit of a figure, with its decimals."""
    return format_number(in_unit(value, like))


def in_unit(value: Decimal, like: Figure) -> Decimal:
    """An amount in the unit that a figure is printed in, with at least its decimals."""
    if like.kind is Kind.MONEY and like.value:
        value = value * abs(like.value) / like.size
    return round_half_up(value, max(decimals_of(like.value), min(decimals_of(value.normalize()), 3)))
