"""Finds which lines of a board are sums of which, from words and from numbers together.

Lines are read in order and kept open until a total adds them up; a total is then open itself, so that totals of totals
are found. Only runs of open lines that end at the total are tried, with few patterns of signs, so that the work grows
with the square of the lines at most. Totals that stand above their parts are found by the same reading from below.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from styrhus.review.relations.board import BARE, CLOSING, COST_TOTAL, OPENING, Board, Line, Sort
from styrhus.review.relations.relation import RelationKind
from styrhus.review.relations.structure import ZERO, Structure, is_established, natural_terms
from styrhus.review.understanding.grid import Flow

DEEPEST = 60
STEPS = 40_000
# A total that no column bears out and that misses by more than this is more likely a total of something else.
NEAR = Decimal("0.1")
_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")
_STOCK = re.compile(r"(ram|kommunbidrag|anslag|balans|saldo|budget|eget kapital|ramme|kehys)", re.IGNORECASE)
# A total with or without something may take in what stands elsewhere; only numbers can tell.
_EXCEPT = re.compile(r"\b(exkl|inkl|utan\b|utom\b|före\b|efter\b|ekskl|pl\.|ml\.|ilman\b)", re.IGNORECASE)
_NET_COST = re.compile(
    r"nettokostnad|årets resultat|periodens resultat|nettoutgift|årsresultat|^\W*netto\W*$", re.IGNORECASE
)
_INCOME = re.compile(r"intäkt|inntekt|statsbidrag|tuotot|tulot", re.IGNORECASE)


@dataclass(frozen=True)
class Pattern:
    """The sign of a term: `rest`, and what is added to it for the first term and for an income."""

    rest: int
    first: int = 0
    income: int = 0

    def sign(self, *, first: bool, income: bool) -> int:
        return self.rest + self.first * first + self.income * income


ALL = Pattern(1)
NET_OF_COSTS = Pattern(-1, income=2)
NET_OF_INCOME = Pattern(1, income=-2)
FIRST_LESS_REST = Pattern(-1, first=2)
REST_LESS_FIRST = Pattern(1, first=-2)
PATTERNS = {
    Sort.PLAIN: (ALL, NET_OF_INCOME, NET_OF_COSTS),
    Sort.NET: (ALL, NET_OF_INCOME, NET_OF_COSTS, FIRST_LESS_REST, REST_LESS_FIRST),
}


def structures(board: Board) -> list[Structure]:
    """What adds up to what; the last resort of a total that no position bears out is marked `fallback`.

    When something does not add up, totals above their parts are looked for once more with less evidence: that is the
    right reading when more adds up with them than without.
    """
    strict = _structures(board, eager=False)
    if not any(structure.failing for structure in strict):
        return strict
    eager = _structures(board, eager=True)
    found = eager if _borne_out(eager) > _borne_out(strict) else strict
    if any(structure.target < min(structure.terms) for structure in eager):
        # Where lines may be parts of others in several ways, a total that is far off says nothing.
        return [structure for structure in found if not structure.fallback or _if_near(structure) is not None]
    return found


def _structures(board: Board, *, eager: bool) -> list[Structure]:
    above = list(_totals_above(board, eager=eager))
    children = {term for structure in above for term in structure.terms}
    return above + list(_totals_below(board, children, {structure.target for structure in above}))


def _borne_out(found: list[Structure]) -> int:
    return sum(structure.holding - structure.failing for structure in found)


@dataclass
class _Open:
    """Lines not yet added up; those before `boundary` belong before the last total or heading."""

    lines: list[int] = field(default_factory=list)
    boundary: int = 0
    closed: int = 0
    """As `boundary`, but of totals alone: a row that looks like a heading may be a line where nothing is printed."""

    def add(self, line: int, *, closes: bool) -> None:
        self.lines.append(line)
        if closes:
            self.boundary = self.closed = len(self.lines)

    def take(self, terms: Iterable[int]) -> None:
        gone = set(terms)
        self.boundary = sum(line not in gone for line in self.lines[: self.boundary])
        self.closed = sum(line not in gone for line in self.lines[: self.closed])
        self.lines = [line for line in self.lines if line not in gone]


def _totals_below(board: Board, children: set[int], above: set[int]) -> Iterator[Structure]:
    held = _Open()
    for index, line in enumerate(board.lines):
        if line.sort is Sort.HEADING:
            held.boundary = len(held.lines)
        if line.is_empty or line.sort is Sort.OF_WHICH or index in children:
            continue
        found = None if index in above else _best(board, index, held)
        if (found is None or _leaves_out(found, held)) and index not in above:
            found = _last_resort(board, index, held)
        if found is None and _is_without(line):
            yield from _without_one(board, index, held)
            continue
        if found is not None:
            held.take(found.terms)
            yield found
        held.add(index, closes=line.sort is Sort.PLAIN)


def closes_bridge(board: Board, index: int) -> bool:
    """Whether a row is what an opening amount became: the first row's kind of amount, in a later state."""
    if index < 2 or board.kind is not RelationKind.ROW_SUM:
        return False
    first, line = board.lines[0].label, board.lines[index].label
    if OPENING.search(first):
        return CLOSING.search(line) is not None
    opening, closing = _STOCK.search(first), _STOCK.search(line)
    is_last = index == len(board.lines) - 1
    return is_last and opening is not None and closing is not None and opening[1].lower() == closing[1].lower()


def _totals_above(board: Board, *, eager: bool) -> Iterator[Structure]:
    """Lines followed by their parts; a plain total is one only when it comes first, as in a table of men and women."""
    held = _Open()
    for index in range(len(board.lines) - 1, -1, -1):
        line = board.lines[index]
        if line.is_empty:
            continue
        if line.sort in {Sort.PLAIN, Sort.NET} and index > 0:
            held = _Open()
            continue
        found = _best(board, index, held, eager=eager)
        if found is not None and _is_total_above(found, eager=eager):
            held.take(found.terms)
            yield found
        if line.sort is not Sort.OF_WHICH:
            held.add(index, closes=False)


def _is_total_above(found: Structure, *, eager: bool) -> bool:
    sure = found.board.lines[found.target].sort is Sort.PLAIN
    if found.board.kind is RelationKind.COLUMN_SUM and not sure:
        # A budget is its outcome and the deviation added; the deviation is what was worked out.
        return False
    if eager:
        return found.is_plain_sum and found.chance < 0.05
    return found.is_plain_sum and (sure or (found.holding >= 2 and found.chance < 0.0005))


def _best(board: Board, target: int, held: _Open, *, eager: bool = False) -> Structure | None:
    """The structure that holds at most positions, when the numbers bear it out; `eager` asks for less."""
    line = board.lines[target]
    # A month among months is no sum of those before it, however well the third of a rising line adds up.
    if not _affordable(board, line) or (line.sort is Sort.LINE and _MONTH.fullmatch(line.label.strip())):
        return None
    usable = _of_unit(board, held.lines, line)
    best: tuple[tuple[int, int, bool, int, int], Structure] | None = None
    tried = 0
    for scan in _scans(board, target, usable):
        depth = scan.depth
        natural = depth in {len(held.lines) - held.boundary, len(usable)}
        for order, pattern in enumerate(_patterns(line, scan)):
            tried += 1
            holding, failing = scan.score(pattern)
            rank = (holding, -failing, natural, -order, depth if natural else -depth)
            if holding and (best is None or rank > best[0]):
                best = rank, _structure(board, target, usable[-depth:], pattern=pattern, natural=natural)
    if best is None:
        return None
    found = replace(best[1], tried=tried)
    enough = found.holding >= found.failing if eager else is_established(found)
    return found if enough else None


def _patterns(line: Line, scan: "_Scan") -> tuple[Pattern, ...]:
    patterns = PATTERNS.get(line.sort, (ALL,))
    return patterns if scan.has_income else tuple(p for p in patterns if not p.income)


def _is_without(line: Line) -> bool:
    return line.sort is Sort.PLAIN and _EXCEPT.search(line.label) is not None


def _without_one(board: Board, target: int, held: _Open) -> Iterator[Structure]:
    """A total without one of the lines (`Summa exkl. avskrivningar`), which leaves them open for the whole total."""
    for left_out in held.lines:
        terms = [index for index in held.lines if index != left_out]
        if len(terms) >= 2:
            found = _structure(board, target, terms, pattern=ALL, natural=False)
            if found.holding and not found.failing:
                yield found
                return


def _leaves_out(found: Structure, held: _Open) -> bool:
    """Whether a bare total in a lone column holds only without the first lines, which nothing sets apart.

    What opens a bridge or pays for the rest is set apart by its words; in several columns consistency sets apart.
    """
    lines = found.board.lines
    if found.natural or found.holding + found.failing > 1 or not BARE.search(lines[found.target].label):
        return False
    outside = [lines[index] for index in held.lines[held.boundary :] if index not in found.terms]
    return bool(outside) and not any(_STOCK.search(line.label) or _is_income(line) for line in outside)


def _last_resort(board: Board, target: int, held: _Open) -> Structure | None:
    """What a line that words make a total should be the sum of, where no position bears it out."""
    line = board.lines[target]
    if _EXCEPT.search(line.label):
        return None
    if line.sort is Sort.PLAIN or closes_bridge(board, target):
        return _only_line(board, target, held) or _fallback(board, target, held)
    if board.kind is not RelationKind.ROW_SUM:
        return None
    # Words like these are used of lines too, so that only what comes near may be what they add up.
    if line.sort is Sort.NET and _NET_COST.search(line.label):
        return _if_near(_fallback(board, target, held))
    if COST_TOTAL.search(line.label) and not _is_income(line):
        costs = [index for index in held.lines if not _is_income(board.lines[index])]
        return _if_near(_fallback(board, target, _Open(costs, 0)))
    return None


def _only_line(board: Board, target: int, held: _Open) -> Structure | None:
    """A total of a group that has a single line, which it repeats."""
    since = held.lines[held.boundary :]
    if len(since) != 1 or len(held.lines) < 2:
        return None
    found = _structure(board, target, since, pattern=ALL, natural=True)
    return found if all(check is None or check.holds for check in found.checks) else None


def _if_near(found: Structure | None) -> Structure | None:
    if found is None or not all(check is None or check.share <= NEAR for check in found.checks):
        return None
    return found


def _fallback(board: Board, target: int, held: _Open) -> Structure | None:
    """The terms that come nearest to a total that no position bears out."""
    line = board.lines[target]
    usable = [index for index in held.lines if _same_unit(board.lines[index], line)]
    boundaries = [sum(index in usable for index in held.lines[:end]) for end in (held.boundary, held.closed)]
    tries = [
        _structure(board, target, terms, pattern=pattern, natural=True)
        for terms in natural_terms(usable, boundaries)
        if len(terms) >= 2
        for pattern in (ALL, NET_OF_INCOME, NET_OF_COSTS)
        if not pattern.income or any(_is_income(board.lines[term]) for term in terms)
    ]
    nearest = min(tries, key=_distance, default=None)
    return None if nearest is None else replace(nearest, fallback=True)


def _distance(structure: Structure) -> Decimal:
    return sum((check.share for check in structure.checks if check is not None), ZERO)


def _structure(board: Board, target: int, terms: Iterable[int], *, pattern: Pattern, natural: bool) -> Structure:
    ordered = sorted(terms, key=lambda term: (target < term, term))
    first = next(iter(terms))
    signs = tuple(pattern.sign(first=term == first, income=_is_income(board.lines[term])) for term in ordered)
    return Structure(board, target, tuple(ordered), signs, natural)


def _is_income(line: Line) -> bool:
    return line.flow is Flow.INCOME or (line.flow is None and _INCOME.search(line.label) is not None)


def _of_unit(board: Board, lines: list[int], line: Line) -> list[int]:
    return [i for i in lines if _same_unit(board.lines[i], line)] if line.unit is not None else lines


def _same_unit(line: Line, other: Line) -> bool:
    return line.unit is None or other.unit is None or line.unit is other.unit


class _Scan:
    """Running sums over the last `depth` open lines, at every position where the target is printed."""

    def __init__(self, board: Board, target: int) -> None:
        self.board, self.depth, self.has_income = board, 0, False
        values = board.lines[target].values
        self.stated = [(j, v) for j, v in enumerate(values) if v is not None and board.counts[j]]
        size = len(board.positions)
        self.plus, self.income, self.first = [ZERO] * size, [ZERO] * size, [ZERO] * size
        self.slack = list(board.lines[target].slacks)
        self.terms = [0] * size

    def add(self, line: Line) -> None:
        self.depth += 1
        is_income = _is_income(line)
        self.has_income = self.has_income or is_income
        for j, _ in self.stated:
            value = line.values[j]
            self.first[j] = value or ZERO
            if value:
                self.plus[j] += value
                self.terms[j] += 1
                if is_income:
                    self.income[j] += value
            self.slack[j] += line.slacks[j]

    def score(self, pattern: Pattern) -> tuple[int, int]:
        """At how many positions with two terms or more the pattern holds and fails."""
        holding = failing = 0
        for j, stated in self.stated:
            if self.terms[j] >= 2:
                computed = pattern.rest * self.plus[j] + pattern.first * self.first[j] + pattern.income * self.income[j]
                if abs(stated - computed) <= self.slack[j]:
                    holding += 1
                else:
                    failing += 1
        return holding, failing


def _affordable(board: Board, line: Line) -> int:
    """How many lines to go back from this one at most; 0 where looking costs too much.

    A sheet of ten thousand numbers is a list of data; its totals are those that are named.
    """
    if line.sort is Sort.PLAIN:
        return len(board.lines)
    affordable = STEPS // (len(board.lines) * len(board.positions) + 1)
    return affordable if affordable >= 3 else 0


def _scans(board: Board, target: int, usable: list[int]) -> Iterator[_Scan]:
    scan = _Scan(board, target)
    # A total takes what it adds up off the open lines, so that its depth costs nothing in the long run.
    line = board.lines[target]
    deepest = len(usable) if line.sort is Sort.PLAIN else min(DEEPEST, _affordable(board, line))
    for index in reversed(usable[-deepest:]):
        scan.add(board.lines[index])
        if scan.depth >= 2:
            yield scan
