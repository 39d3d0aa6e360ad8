"""Figures of prose that restate a figure of a table: whether they agree with it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit
from styrhus.review.understanding.figures_index import (
    CHANGES,
    COUNTS,
    FEWEST_DIGITS,
    LEVELS,
    Cell,
    Index,
    Row,
    differences,
)
from styrhus.review.understanding.figures_near import Slip, slip
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_subject import (
    BOARDS,
    WIDE,
    fits_section,
    is_last_year,
    is_other_version,
    qualifiers,
)
from styrhus.review.understanding.figures_words import EMPTY_STEMS, WORD, stem, stems
from styrhus.review.understanding.grid import ColumnRole, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number
from styrhus.values.problem import Severity
from styrhus.values.unit import Unit

_CLOSE = 8
_FEWEST = 2
_CLAUSE = 90
_SURE = 4
"""A figure with more digits than this meets another by one digit hardly ever by chance."""
_FRAME = stems("ram ramen budgetram kostnadsram nettoram driftsram kommunbidrag nettokostnad omslutning driftbudget")
_NUMBER_OF = re.compile(r"\b(?:antal|antallet|lukumäärä)", re.IGNORECASE)
_VERSIONED = {ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.TARGET}
_ROLES = {Measure.LEVEL: LEVELS, Measure.CHANGE: CHANGES, Measure.DEVIATION: LEVELS | CHANGES}


@dataclass(frozen=True)
class _Match:
    """A mention with the rows it may be about; `rows` are those that nothing in the sentence narrows."""

    sentence: Sentence
    mention: Mention
    words: frozenset[str]
    rows: tuple[Row, ...]


def restated_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Every figure of prose that names a row of a table; a count must name what the row counts."""
    names = heading_names(all_sentences)
    for sentence in all_sentences:
        for mention in sentence.mentions:
            figure = mention.figure
            if _is_tested(sentence, figure):
                match = _match(sentence, mention, index, names)
                found = _claim(match, index, about.year) or _last_digit(match, index) or _total(match, index)
                if found is not None:
                    yield found


def _is_tested(sentence: Sentence, figure: Figure) -> bool:
    """Money, percent, and counts that say what they count: `412 platser`, `antalet platser var 412`."""
    known = figure.kind in {Kind.MONEY, Kind.PERCENT} or figure.noun != "" or is_counted(sentence, figure)
    return known and not figure.price and figure.value != 0 and figure.kind is not Kind.POINTS


def is_counted(sentence: Sentence, figure: Figure) -> bool:
    """Whether the words before a count say that it is the number of something."""
    return (
        figure.kind is Kind.COUNT
        and _NUMBER_OF.search(sentence.text, max(0, figure.start - _CLAUSE), figure.start) is not None
    )


def heading_names(all_sentences: Iterable[Sentence]) -> dict[str, list[frozenset[str]]]:
    """Headings by the stem of their first word: a heading is a name, whose other words then narrow nothing."""
    found: dict[str, list[frozenset[str]]] = {}
    for heading in {sentence.headings[-1] for sentence in all_sentences if sentence.headings}:
        words, first = stems(heading), WORD.search(heading)
        if 2 <= len(words) <= 6 and first is not None:
            found.setdefault(stem(first[0]), []).append(words)
    return found


def _match(sentence: Sentence, mention: Mention, index: Index, names: dict[str, list[frozenset[str]]]) -> _Match:
    words = _words(sentence, mention)
    covered = list(index.covered(words))
    if not covered:
        return _Match(sentence, mention, words, ())
    limits = qualifiers(sentence, mention) | (words & index.vocabulary)
    rows = []
    for row in covered:
        if row.row.role is RowRole.LINE and all(word.endswith(BOARDS) for word in row.label):
            continue
        noun = mention.figure.noun
        if mention.figure.kind is Kind.COUNT and noun not in row.label and not is_counted(sentence, mention.figure):
            continue
        named = {one for word in row.label for name in names.get(word, ()) if name <= words for one in name}
        if not limits - row.context - WIDE - named and fits_section(sentence, row):
            rows.append(row)
    return _Match(sentence, mention, words, tuple(rows))


def _words(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """The words before the figure; `…, vilket är 3 mnkr mer än budget` goes on about what stands before the comma."""
    if mention.figure.kind is Kind.COUNT:
        return mention.before | ({mention.figure.noun} - {""})
    if mention.before - EMPTY_STEMS or mention.measure is not Measure.CHANGE:
        return mention.before
    number = sentence.mentions.index(mention)
    return sentence.mentions[number - 1].before if number else mention.before


def held_cells(
    sentence: Sentence, level: tuple[Mention, frozenset[str]], index: Index, names: dict[str, list[frozenset[str]]]
) -> list[Cell]:
    """The cells that a level in prose restates, by the words that stand with it; empty when it is none or unlike."""
    mention, words = level
    match = _match(sentence, replace(mention, before=words | mention.before), index, names)
    cells = (cell for row in match.rows for cell in row.cells if _comparable(mention.figure, cell))
    same = [
        cell
        for cell in cells
        if cell.column.role in LEVELS and agree(mention.figure, cell.figure.amount, (cell.figure,))
    ]
    years = [cell for cell in same if not mention.years or cell.year in mention.years]
    return years or same


def _claim(match: _Match, index: Index, year: int | None) -> Claim | None:
    figure, mention = match.mention.figure, match.mention
    cells = [cell for row in match.rows for cell in row.cells if _comparable(figure, cell)]
    if not cells:
        return None
    held = next((cell for cell in cells if agree(figure, cell.figure.amount, (cell.figure,))), None)
    if held is not None:
        return _held(match, held)
    covered = list(index.covered(match.words | mention.after))
    if any(_explains(figure, row) for row in covered):
        return None
    if figure.digits >= FEWEST_DIGITS and index.holds(figure):
        return None
    return _differing(match, cells, year)


def _comparable(figure: Figure, cell: Cell) -> bool:
    if figure.kind is Kind.COUNT:
        counted = cell.figure.kind is Kind.COUNT and cell.figure.unit in COUNTS and cell.row.grid.unit is None
        return counted and not cell.figure.price
    return cell.unit_known and cell.figure.kind is figure.kind and not cell.figure.price and cell.figure.value != 0


def _explains(figure: Figure, row: Row) -> bool:
    """A figure of the row, or a difference between two of them, is what the sentence states."""
    cells = [cell for cell in row.cells if cell.figure.kind is figure.kind]
    return any(agree(figure, cell.figure.amount, (cell.figure,)) for cell in cells) or any(
        agree(figure, change) for change in differences(cells)
    )


def _held(match: _Match, cell: Cell) -> Claim | None:
    """Agreement, which one digit is too coarse to tell; a long figure whose last digit is one off is worth a note."""
    stated = match.mention.figure
    if stated.digits < _FEWEST and in_unit(cell.figure.size, stated) != abs(stated.value):
        return None
    alike = stated.unit == cell.figure.unit and stated.step == cell.figure.step and stated.hedge is Hedge.NONE
    off = alike and stated.size != cell.figure.size and stated.digits >= FEWEST_DIGITS
    exact = stated.coarse == stated.step or (stated.digits > FEWEST_DIGITS and stated.coarse <= 10 * stated.step)
    told = off and exact
    return _made(match, cell, holds=not told, note=told)


def _last_digit(match: _Match, index: Index) -> Claim | None:
    """A long figure that no table has, but for its last digit: 8 770 in the text and 8 771 in the table."""
    figure, sentence = match.mention.figure, match.sentence
    if (
        figure.kind is not Kind.MONEY
        or figure.digits <= FEWEST_DIGITS
        or figure.hedge is not Hedge.NONE
        or index.holds(figure)
    ):
        return None
    words = sentence.stems - WIDE
    cell = next((cell for cell in index.beside(figure) if words & (cell.row.label - WIDE)), None)
    return None if cell is None else _made(match, cell, holds=False, note=True)


def _total(match: _Match, index: Index) -> Claim | None:
    """A long figure said to be the frame, which is a total but for a digit, whatever the total is called."""
    figure, mention, sentence = match.mention.figure, match.mention, match.sentence
    if figure.kind is not Kind.MONEY or figure.hedge is not Hedge.NONE or mention.measure is Measure.CHANGE:
        return None
    if not mention.before & _FRAME or index.holds(figure):
        return None
    cells = [
        cell for cell in index.similar(figure)
        if cell.row.row.role in {RowRole.TOTAL, RowRole.RESULT} and _fits(mention, cell)
        and not is_other_version(sentence, mention, cell)
    ]  # fmt: skip
    return _made(match, cells[0], holds=False) if len({cell.figure.size for cell in cells}) == 1 else None


def _differing(match: _Match, cells: Sequence[Cell], year: int | None) -> Claim | None:
    figure = match.mention.figure
    if figure.hedge is not Hedge.NONE or figure.digits < _FEWEST:
        return None
    mention, sentence = match.mention, match.sentence
    fitting = [cell for cell in cells if _fits(mention, cell) and not is_other_version(sentence, mention, cell)]
    if is_last_year(sentence, mention):
        fitting = [cell for cell in fitting if year is not None and cell.year == year - 1]
    elif not mention.years and any(cell.year == year for cell in fitting):
        fitting = [cell for cell in fitting if cell.year in {year, None}]
    if len(fitting) > _CLOSE:
        return None
    slips = [(cell, how) for cell in fitting if (how := slip(figure, cell.figure.amount)) is not None]
    # Swapped digits are the surer sign.
    for cell, how in sorted(slips, key=lambda found: found[1] is Slip.DIGIT):
        strong = _is_strong(match, cell, fitting)
        if how is Slip.SCALE and figure.kind is Kind.MONEY:
            return replace(_made(match, cell, holds=False), kind=ClaimKind.UNIT)
        if strong or (figure.digits >= FEWEST_DIGITS and figure.kind is Kind.MONEY):
            return _made(match, cell, holds=False, sure=strong and figure.digits > _SURE)
    return None


def _fits(mention: Mention, cell: Cell) -> bool:
    """Same measure, and neither year nor version speaks against it."""
    role = cell.column.role
    if role not in _ROLES[mention.measure]:
        return False
    if mention.years and cell.year is not None and cell.year not in mention.years:
        return False
    versions = mention.versions & _VERSIONED
    return not (versions and role in _VERSIONED and role not in versions)


def _is_strong(match: _Match, cell: Cell, fitting: Sequence[Cell]) -> bool:
    """The words before the figure are nearly all the row's, and year and version leave no other cell."""
    own = len(match.words & (cell.row.context | WIDE))
    return own * 2 >= len(match.words) and len({c.figure.amount for c in fitting}) <= 2


def _made(match: _Match, cell: Cell, *, holds: bool, note: bool = False, sure: bool = False) -> Claim:
    stated = match.mention.figure
    computed = in_unit(abs(cell.figure.amount), stated)
    unit = "" if cell.figure.unit is Unit.NUMBER else cell.figure.unit_text
    other = f"{format_number(abs(cell.figure.value))} {f'({unit})' if unit[:1].isdigit() else unit}".strip()
    severity = Severity.NOTE if note else Severity.ERROR if sure else Severity.WARNING
    return Claim(
        ClaimKind.RESTATED, match.sentence.place(stated), abs(stated.value), computed, stated.unit_text, holds,
        f"{format_number(abs(stated.value))} {stated.unit_text}".strip() + f" ≠ {other}" if not holds else "",
        cell.row.row.label or cell.row.grid.table.caption, severity,
        Confidence.ROUNDING if note else Confidence.LIKELY, (cell.place,),
    )  # fmt: skip
