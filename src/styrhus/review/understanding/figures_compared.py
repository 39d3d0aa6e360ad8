"""Changes that prose states beside a level that a table has: the table gives the other level."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit, shown
from styrhus.review.understanding.figures_index import LEVELS, Cell, Index
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_restated import heading_names, held_cells
from styrhus.review.understanding.grid import ColumnRole
from styrhus.values.finding import Confidence
from styrhus.values.number import decimals_of, format_number, round_half_up
from styrhus.values.problem import Severity

_BEFORE_LEVEL = re.compile(r"^\s*(?:till|til)\s*$", re.IGNORECASE)
_AFTER_LEVEL = re.compile(
    r"^\s*,?\s*(?:vilket|det|som)?\s*(?:är|var|innebär|motsvarar)?\s*(?:en |ett )?"
    r"(?:\w*(?:ökning|minskning|överskridande|underskridande)\s+(?:med|på|om)\s*)?$",
    re.IGNORECASE,
)
_BUDGET = re.compile(
    r"^[^.;,]{0,25}\b(?:än|jämfört med|mot|över|under)\s+(?:den\s+)?(?:budget|budsjett)\w*", re.IGNORECASE
)
_YEAR = re.compile(
    r"^[^.;,]{0,25}\b(?:än|jämfört med|sedan|från|mot)\s+"
    r"(?:(?:år|bokslut(?:et)?|utfall(?:et)?|under)\s+)?((?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"^[^.;,]{0,25}\b(?:föregående år|förra året|året innan|året före|i fjol|fjolåret|forrige år|fjoråret|året før)\b",
    re.IGNORECASE,
)


def compared_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Every change that stands beside a level of a table and that names what it is a change from."""
    names = heading_names(all_sentences)
    for sentence in all_sentences:
        for one, other in zip(sentence.mentions, sentence.mentions[1:], strict=False):
            between = sentence.text[one.figure.end : other.figure.start]
            if other.measure is Measure.CHANGE and _AFTER_LEVEL.match(between):
                level, change = one, other
            elif one.measure is Measure.CHANGE and _BEFORE_LEVEL.match(between):
                level, change = other, one
            else:
                continue
            if change.figure.hedge is Hedge.NONE and change.figure.kind in {level.figure.kind, Kind.PERCENT}:
                words = one.before
                cells = held_cells(sentence, (level, words), index, names)
                yield from _claim(sentence, change, cells, max(one.figure.end, other.figure.end))


def _claim(sentence: Sentence, change: Mention, cells: Sequence[Cell], end: int) -> Iterator[Claim]:
    """Nothing is said unless one cell alone can be the other level."""
    after = sentence.text[end : end + 60]
    pairs = [(cell, base) for cell in cells if (base := _base(cell, after)) is not None]
    if not pairs:
        return
    claims = [_made(sentence, change.figure, cell, base) for cell, base in pairs]
    holding = next((claim for claim in claims if claim.holds), None)
    if holding is not None:
        yield holding
    elif len({claim.computed for claim in claims}) == 1:
        yield claims[0]


def _base(cell: Cell, after: str) -> Cell | None:
    """The cell of the same row that the change is from: the budget of the year, or the year that is named."""
    year = cell.column.year
    if year is None or cell.column.role not in LEVELS or cell.column.period:
        return None
    others = [c for c in cell.row.cells if c is not cell and c.column.role in LEVELS and not c.column.period]
    if _BUDGET.match(after):
        fitting = [c for c in others if c.column.role is ColumnRole.BUDGET and c.column.year == year]
    else:
        named = _YEAR.match(after)
        wanted = int(named[1]) if named else year - 1 if _LAST.match(after) else None
        fitting = [c for c in others if c.column.year == wanted and _comparable(cell, c)]
    return fitting[0] if len(fitting) == 1 else None


def _comparable(cell: Cell, other: Cell) -> bool:
    """The same version, or an outcome for what is now a forecast or a budget."""
    return other.column.role in {cell.column.role, ColumnRole.OUTCOME}


def _made(sentence: Sentence, stated: Figure, cell: Cell, base: Cell) -> Claim:
    last, first = cell.figure, base.figure
    change = last.size - first.size
    if stated.kind is Kind.PERCENT:
        computed = change / first.size * 100 if first.size else Decimal(0)
        room = stated.step
        holds = abs(abs(computed) - stated.size) < room
        value = round_half_up(abs(computed), max(1, decimals_of(stated.value)))
        base_shown = shown(first.size, last)
        expression = f"({shown(last.size, last)} − {base_shown}) / {base_shown} = {format_number(value)} %"
    else:
        holds = agree(stated, change, (last, first))
        value = in_unit(abs(change), stated)
        expression = f"{shown(last.size, stated)} − {shown(first.size, stated)} = {shown(change, stated)}"
    return Claim(
        ClaimKind.GROWTH, sentence.place(stated), abs(stated.value), value, stated.unit_text or stated.noun, holds,
        expression, cell.row.row.label, Severity.WARNING, Confidence.LIKELY, (cell.place, base.place),
    )  # fmt: skip
