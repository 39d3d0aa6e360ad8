"""Sum rows and sum columns as relations: how sure each is, and which differences say nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from styrhus.review.relations.arithmetic import written_sum
from styrhus.review.relations.board import Board, Sort
from styrhus.review.relations.explained import digits, in_another_unit, swapped_digits
from styrhus.review.relations.relation import Agreement, Relation, RelationKind
from styrhus.review.relations.rounding import grain
from styrhus.review.relations.structure import Check, Structure
from styrhus.review.relations.sums import NEAR, closes_bridge, structures
from styrhus.values.finding import Confidence

_WHOLE_PROJECT = re.compile(
    r"total\w*[ -]?(budget|utgift|kalkyl|kostnad|anslag|ram|projekt|investering)|projekt(budget|kalkyl|kostnad)"
    r"|beslutad (budget|ram|total)|totalramme|kokonais",
    re.IGNORECASE,
)
FAR = Decimal("0.4")


@dataclass(frozen=True)
class _Judged:
    structure: Structure
    position: int
    check: Check
    agreement: Agreement
    confidence: Confidence


def sum_relations(board: Board) -> Iterator[Relation]:
    """Every sum of a board at every position where it is printed."""
    found = structures(board)
    judged = [held for structure in found for held in _judged(structure)]
    for held in judged:
        if held.agreement is Agreement.DIFFERS and _says_nothing(board, judged, held):
            continue
        yield _relation(held)


def _judged(structure: Structure) -> Iterator[_Judged]:
    if structure.fallback and not _worth_telling(structure):
        return
    for position, check in enumerate(structure.checks):
        if check is not None:
            agreement, confidence = _judge(structure, position, check)
            yield _Judged(structure, position, check, agreement, confidence)


def _covers_other_years(structure: Structure) -> bool:
    """Whether a sum column is a project's whole cost, of which the years beside it may be a part.

    Its words tell, or that it is larger than the years in several rows.
    """
    lines = structure.board.lines
    column = lines[structure.target].column
    if column is None:
        return False
    years = {held.year for term in structure.terms if (held := lines[term].column) is not None}
    larger = sum(abs(check.stated) > abs(check.computed) + check.tolerance for _, check in structure.evidence)
    by_year = None not in years and len(years) == len(structure.terms)
    return _WHOLE_PROJECT.search(column.heading) is not None or (by_year and larger >= 2)


def _judge(structure: Structure, position: int, check: Check) -> tuple[Agreement, Confidence]:
    if check.holds:
        exact = check.stated == check.computed
        return (Agreement.EXACT if exact else Agreement.ROUNDED), Confidence.CERTAIN
    if structure.board.positions[position].derived and not structure.is_plain_sum:
        # A deviation of income and one of costs are often both counted as good or bad, whatever the net is.
        return Agreement.PARTIAL, Confidence.LIKELY
    if _covers_other_years(structure) and abs(check.stated) > abs(check.computed):
        return Agreement.PARTIAL, Confidence.LIKELY
    if check.unknown or (check.holes and (not check.telling or _hole_explains(structure, position, check))):
        return Agreement.PARTIAL, Confidence.LIKELY
    sure = not check.holes and _is_sure(structure, check) and not _coarse(structure, position, check)
    return Agreement.DIFFERS, Confidence.CERTAIN if sure else Confidence.LIKELY


def _is_sure(structure: Structure, check: Check) -> bool:
    plain = structure.board.lines[structure.target].sort is Sort.PLAIN or closes_bridge(
        structure.board, structure.target
    )
    if structure.fallback:
        return plain and structure.failing == 1 and check.share <= NEAR
    if plain and (structure.natural or structure.chance < 0.0005):
        return True
    return structure.holding >= 2 and structure.chance < 0.001


def _hole_explains(structure: Structure, position: int, check: Check) -> bool:
    """Whether a term that is not printed could be what is lacking.

    It cannot when the rest already passes the total, or when lines of its kind are printed elsewhere without
    anything (a dash for nothing) and the sum holds at other positions.
    """
    if structure.holding:
        return False
    values = [v for term in structure.terms if (v := structure.board.lines[term].values[position]) is not None]
    one_sided = all(v >= 0 for v in values) or all(v <= 0 for v in values)
    return not one_sided or abs(check.stated) > abs(check.computed)


def _coarse(structure: Structure, position: int, check: Check) -> bool:
    """Whether rounding to whole thousands may explain the difference, and no other position speaks against it."""
    board = structure.board
    unit = grain(board.coarse[position])
    if unit == 1 or check.miss > unit * (len(structure.terms) + 1) / 2:
        return False
    exact = sum(
        other is not None and other.telling and other.stated == other.computed and grain(board.coarse[j]) == unit
        for j, other in enumerate(structure.checks)
    )
    return exact < 3


def _worth_telling(structure: Structure) -> bool:
    """A total whose words are plain but which no position bears out: told only when it is alone and near."""
    checks = [check for _, check in structure.evidence]
    if structure.holding and structure.holding >= structure.failing:
        return all(check.share <= FAR for check in checks)
    if len(structure.evidence) == 1:
        ((position, check),) = structure.evidence
        if _repeats(structure, position, check):
            return False
        near = check.share <= FAR and not _is_mean_like(structure, position)
        return near or _is_explained(structure, position, check)
    return len(checks) == 2 and all(check.share <= Decimal("0.02") for check in checks)


def _repeats(structure: Structure, position: int, check: Check) -> bool:
    """Whether what is too much is printed twice, as an area and its only unit are."""
    values = [structure.board.lines[term].values[position] for term in structure.terms]
    surplus = check.computed - check.stated
    return sum(value is not None and abs(value - surplus) <= check.tolerance for value in values) >= 2


def _is_explained(structure: Structure, position: int, check: Check) -> bool:
    """Whether a large miss is digits that changed places, another unit, or exactly one line of three digits or more."""
    values = (structure.board.lines[term].values[position] for term in structure.terms)
    return (
        swapped_digits(check.stated, check.computed)
        or in_another_unit(check.stated, check.computed)
        or any(value is not None and abs(value) == check.miss and digits(value) >= 3 for value in values)
    )


def _says_nothing(board: Board, judged: list[_Judged], held: _Judged) -> bool:
    """Whether a position is not added up at all: it holds means or prices, or no sum of several holds at it."""
    at = [j for j in judged if j.position == held.position and (j.check.telling or j is held)]
    holding = sum(j.check.holds for j in at)
    failing = _causes([j.structure for j in at if j.agreement is Agreement.DIFFERS])
    if holding > failing:
        return False
    if board.positions[held.position].doubtful:
        return True
    if _holds_at_like(held):
        return False
    if _is_mean_like(held.structure, held.position):
        return not _is_explained(held.structure, held.position, held.check)
    return failing >= 2 and not holding


def _holds_at_like(held: _Judged) -> bool:
    """Whether the same sum holds at a position of the same kind, so that it is a sum here too."""
    positions = held.structure.board.positions
    return any(
        check is not None and check.telling and check.holds and positions[other].is_like(positions[held.position])
        for other, check in enumerate(held.structure.checks)
    )


def _causes(failing: list[Structure]) -> int:
    """How many sums fail of themselves, and not because a sum among their terms does."""
    targets = {structure.target for structure in failing}
    return sum(not targets & set(structure.terms) for structure in failing)


def _is_mean_like(structure: Structure, position: int) -> bool:
    """Whether a stated total lies among its terms, as a mean does, rather than beyond them.

    Rows are of many kinds, so that a sum column may hold a mean or what stood at the end of the year in one of them;
    terms of one size are then needed, since a sum of them is well beyond them, or one that it repeats.
    """
    lines = structure.board.lines
    stated = lines[structure.target].values[position]
    values = [v for term in structure.terms if (v := lines[term].values[position]) is not None]
    if stated is None or len(values) < 2 or not structure.is_plain_sum:
        return False
    least, most = min(abs(v) for v in values), max(abs(v) for v in values)
    if not (all(v > 0 for v in values) or all(v < 0 for v in values)) or not least <= abs(stated) <= most:
        return False
    return structure.board.kind is RelationKind.ROW_SUM or most <= 3 * least or stated in (values[0], values[-1])


def _relation(held: _Judged) -> Relation:
    structure, check, board = held.structure, held.check, held.structure.board
    bridge = structure.terms[:1] == (0,) and closes_bridge(board, structure.target)
    terms = [
        (term, sign) for term, sign in zip(structure.terms, structure.signs, strict=True)
        if board.lines[term].values[held.position] is not None
    ]  # fmt: skip
    values = [(sign, value) for t, sign in terms if (value := board.lines[t].values[held.position]) is not None]
    return Relation(
        RelationKind.BRIDGE if bridge else board.kind, board.grid, board.cell(structure.target, held.position),
        tuple(board.cell(t, held.position) for t, _ in terms), check.stated, check.computed,
        held.agreement, held.confidence, written_sum(values, check.computed),
        signs=tuple(sign for _, sign in terms), tolerance=check.tolerance,
    )  # fmt: skip
