"""Target volumes of indicator tables at a mean cost of text or table, against the budget line of the same name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, in_unit, shown
from styrhus.review.understanding.figures_goals import LACKS, MEAN, NOUNS, periods_of
from styrhus.review.understanding.figures_index import Cell, Index, Row
from styrhus.review.understanding.figures_numbers import Figure, Kind
from styrhus.review.understanding.figures_subject import WIDE
from styrhus.review.understanding.figures_words import stems
from styrhus.review.understanding.grid import ColumnRole, GridKind, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number
from styrhus.values.place import Place
from styrhus.values.problem import Severity

_SHARE = stems("andel procent")
_ENOUGH = 2
_MOST = 3
"""A need that is more than three halves of the budget line is hardly what that line pays for."""


@dataclass(frozen=True)
class _Cost:
    """A mean cost with how many times a year it falls, and the stems that tell what of."""

    figure: Figure
    periods: int
    words: frozenset[str]
    place: Place
    said: bool


def goal_table_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Every target volume whose mean cost and budget line are each told once, for the document's year."""
    targets = [cell for row in index.rows if _counts(row) for cell in row.cells if _is_target(cell, about.year)]
    costs = [*_told(all_sentences, about.year), *_printed(index, about.year)] if targets else []
    for target in targets:
        nouns = target.row.label & NOUNS
        fitting = [cost for cost in costs if cost.words & nouns]
        if not fitting or len({(cost.figure.size, cost.periods) for cost in fitting}) != 1:
            continue
        lines = list(_lines(index, target.row.label | fitting[0].words, about.year))
        if lines and len({line.figure.size for line in lines}) == 1:
            yield from _claim(target, fitting[0], lines[0])


def _counts(row: Row) -> bool:
    return row.grid.kind is GridKind.INDICATORS and bool(row.label & NOUNS) and not row.label & _SHARE


def _is_target(cell: Cell, year: int | None) -> bool:
    target = cell.column.role is ColumnRole.TARGET and cell.figure.kind is Kind.COUNT and not cell.figure.price
    return target and year is not None and cell.year == year and cell.figure.size > 0


def _told(all_sentences: Sequence[Sentence], year: int | None) -> Iterator[_Cost]:
    for sentence in all_sentences:
        for mention in sentence.mentions:
            figure = mention.figure
            if figure.kind is not Kind.MONEY or not MEAN.search(sentence.text[: figure.start][-90:]):
                continue
            periods = periods_of(sentence.text)
            if periods is None or (mention.years and mention.years != {year}):
                continue
            words = sentence.stems | (stems(sentence.headings[-1]) if sentence.headings else frozenset())
            yield _Cost(figure, periods, words, sentence.place(figure), LACKS.search(sentence.text) is not None)


def _printed(index: Index, year: int | None) -> Iterator[_Cost]:
    """`Genomsnittlig kostnad per hushåll och månad, kr` as the row of a table."""
    for row in index.rows:
        label = row.row.label
        periods = periods_of(label) if MEAN.search(label) else None
        for cell in row.cells if periods else ():
            money = cell.figure.kind is Kind.MONEY and cell.unit_known
            if money and cell.year == year and cell.column.role in {ColumnRole.BUDGET, ColumnRole.TARGET}:
                yield _Cost(cell.figure, periods or 0, row.label, cell.place, said=False)


def _lines(index: Index, words: frozenset[str], year: int | None) -> Iterator[Cell]:
    """The budget lines of the year that the words name."""
    for row in index.covered(words):
        if row.row.role is not RowRole.LINE or not row.label - WIDE or MEAN.search(row.row.label):
            continue
        for cell in row.cells:
            budget = cell.column.role is ColumnRole.BUDGET and cell.year == year
            if budget and cell.unit_known and cell.figure.kind is Kind.MONEY and not cell.figure.price:
                yield cell


def _claim(target: Cell, cost: _Cost, line: Cell) -> Iterator[Claim]:
    """`stated` is the budget and `computed` the cost of the target, both in the budget's unit."""
    budget, volume = line.figure, target.figure
    need = volume.size * cost.figure.size * cost.periods
    room = budget.step + cost.figure.step / 2 * volume.size * cost.periods
    if need * _MOST < budget.size or need * _ENOUGH > budget.size * _MOST:
        return
    holds = need - budget.size <= max(room, budget.size / 100)
    expression = (
        f"{format_number(volume.value)} × {shown(cost.figure.size, budget)} × {cost.periods} = {shown(need, budget)}; "
        f"{shown(need, budget)} − {shown(budget.size, budget)} = {shown(need - budget.size, budget)}"
    )
    yield Claim(
        ClaimKind.GOAL, target.place, in_unit(budget.size, budget), in_unit(need, budget), budget.unit_text, holds,
        expression, line.row.row.label, Severity.NOTE if cost.said else Severity.WARNING, Confidence.LIKELY,
        (cost.place, line.place),
    )  # fmt: skip
