"""Which lines a line is the sum of, and how well the numbers bear it out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from styrhus.review.relations.board import Board, Sort

ZERO = Decimal(0)


@dataclass(frozen=True)
class Check:
    """A structure at one position: `telling` when at least two terms are not nothing, so that equality says something.

    `holes` is how many terms are not printed and were read as nothing, `unknown` whether one of them says that it is
    not known.
    """

    stated: Decimal
    computed: Decimal
    tolerance: Decimal
    telling: bool
    holes: int
    unknown: bool

    @property
    def miss(self) -> Decimal:
        return abs(self.stated - self.computed)

    @property
    def holds(self) -> bool:
        return self.miss <= self.tolerance

    @property
    def share(self) -> Decimal:
        """The miss as a share of the larger of the two."""
        largest = max(abs(self.stated), abs(self.computed))
        return self.miss / largest if largest else ZERO


@dataclass(frozen=True)
class Structure:
    """`target` is the sum of `terms` with `signs`; `tried` is how many structures it was chosen among."""

    board: Board
    target: int
    terms: tuple[int, ...]
    signs: tuple[int, ...]
    natural: bool = False
    tried: int = 1
    fallback: bool = field(default=False)

    @cached_property
    def checks(self) -> tuple[Check | None, ...]:
        """One for each position where the target and at least one term are printed."""
        return tuple(self._check(position) for position in range(len(self.board.positions)))

    @cached_property
    def holding(self) -> int:
        return sum(check.holds for _, check in self.evidence)

    @cached_property
    def failing(self) -> int:
        return sum(not check.holds for _, check in self.evidence)

    @cached_property
    def evidence(self) -> tuple[tuple[int, Check], ...]:
        """Positions that can bear the structure out or speak against it."""
        held = enumerate(self.checks)
        return tuple((j, c) for j, c in held if c is not None and c.telling and self.board.counts[j])

    @property
    def is_plain_sum(self) -> bool:
        return all(sign == 1 for sign in self.signs)

    def _check(self, position: int) -> Check | None:
        lines = self.board.lines
        stated = lines[self.target].values[position]
        held = [lines[term].values[position] for term in self.terms]
        if stated is None or all(value is None for value in held):
            return None
        signed = [sign * value for sign, value in zip(self.signs, held, strict=True) if value is not None]
        slack = sum((lines[term].slacks[position] for term in self.terms), lines[self.target].slacks[position])
        holes = held.count(None)
        unknown = any(lines[term].unknown[position] for term in self.terms)
        telling = sum(value != 0 for value in signed) >= 2
        return Check(stated, sum(signed, ZERO), slack, telling, holes, unknown)

    @cached_property
    def chance(self) -> float:
        """How likely it is that numbers with no relation hold as well as these do, at the most.

        At the first position any value of the printed size is thought as likely as another; at the following ones
        a value within a tenth, since a table's columns resemble each other. An exact sum tells more than one that
        rounding has parted.
        """
        chances = sorted(self._chance(position, check) for position, check in self.evidence if check.holds)
        total = float(self.tried)
        for order, chance in enumerate(chances):
            total *= min(1.0, chance if order == 0 else 10 * chance)
        return total if chances else 1.0

    def _chance(self, position: int, check: Check) -> float:
        lines = self.board.lines
        values = [abs(v) for term in self.terms if (v := lines[term].values[position]) is not None]
        size = max([abs(check.stated), *values])
        decimals = min(-_exponent(check.stated), 6)
        window = 2 * check.miss + Decimal(1).scaleb(-max(0, decimals))
        return float(min(Decimal(1), window / size)) if size else 1.0


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def is_established(structure: Structure) -> bool:
    """Whether the numbers bear a structure out, given what the words of its target say.

    A plain total needs one position that holds; a row that no word makes a total needs two, and that chance would
    hardly make them, before a third position may be called wrong.
    """
    sort = structure.board.lines[structure.target].sort
    holding, failing, chance = structure.holding, structure.failing, structure.chance
    if not holding:
        return False
    if sort is Sort.PLAIN:
        enough = holding > failing or (holding == failing and (structure.natural or chance < 0.001))
        return enough and chance < (0.2 if structure.natural else 0.05)
    if sort is Sort.NET:
        return chance < 0.02 and (holding > failing or (holding == failing and (structure.natural or chance < 0.001)))
    if sort is Sort.LAST:
        return chance < 0.005 and (holding > failing or (holding == failing and (structure.natural or chance < 0.001)))
    # Without words, what fails somewhere is more likely no sum at all, unless chance is out of the question.
    return chance < 0.005 if not failing else holding >= 2 and holding > failing and chance < 0.00002


def natural_terms(open_lines: Sequence[int], boundaries: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """The lines that a total can be expected to add up: since a boundary, and all that are not yet added up."""
    tries = [tuple(open_lines[boundary:]) for boundary in boundaries]
    return tuple(dict.fromkeys(terms for terms in (*tries, tuple(open_lines)) if terms))
