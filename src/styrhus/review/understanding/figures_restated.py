"""Figures of prose that restate a figure of a table: whether they agree with it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, agree, in_unit
from styrhus.review.understanding.figures_index import CHANGES, FEWEST_DIGITS, LEVELS, Cell, Index, Row, differences
from styrhus.review.understanding.figures_near import Slip, slip
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_words import WORD, stem, stems
from styrhus.review.understanding.grid import ColumnRole, RowRole
from styrhus.values.finding import Confidence
from styrhus.values.number import format_number
from styrhus.values.problem import Severity

# Words that name the whole board or the figure itself, so that they narrow nothing.
_WIDE = stems(
    "nämnd nämnden socialnämnd förvaltning förvaltningen kommun verksamhet verksamheten kostnad kostnaden intäkt ram "
    "ramen underskott överskott avvikelse resultat anslag medel ekonomi driftbudget internbudget tkr kommunbidrag "
    "avdelning område verksamhetsområde process projekt insats post del andel antal snitt genomsnitt person"
)
_BOARDS = ("nämnd", "styrels", "förvaltning", "kommun")
_CLOSE = 8
_FEWEST = 2
_VERSIONED = {ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.FORECAST, ColumnRole.TARGET}


@dataclass(frozen=True)
class _Match:
    """A mention with the rows it may be about; `rows` are those that nothing in the sentence narrows."""

    sentence: Sentence
    mention: Mention
    rows: tuple[Row, ...]


def restated_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Every money figure of prose that names a row of a table."""
    names = _names(all_sentences)
    for sentence in all_sentences:
        for mention in sentence.mentions:
            figure = mention.figure
            if figure.kind is Kind.MONEY and not figure.price and figure.value:
                match = _match(sentence, mention, index, names)
                found = _claim(match, index) or _last_digit(match, index)
                if found is not None:
                    yield found


def _names(all_sentences: Iterable[Sentence]) -> dict[str, list[frozenset[str]]]:
    """Headings by the stem of their first word: a heading is a name, whose other words then narrow nothing."""
    found: dict[str, list[frozenset[str]]] = {}
    for heading in {sentence.headings[-1] for sentence in all_sentences if sentence.headings}:
        words, first = stems(heading), WORD.search(heading)
        if 2 <= len(words) <= 6 and first is not None:
            found.setdefault(stem(first[0]), []).append(words)
    return found


def _match(sentence: Sentence, mention: Mention, index: Index, names: dict[str, list[frozenset[str]]]) -> _Match:
    words = mention.before
    rows = []
    for row in index.covered(words):
        if row.row.role is RowRole.LINE and all(word.endswith(_BOARDS) for word in row.label):
            continue
        named = {one for word in row.label for name in names.get(word, ()) if name <= words for one in name}
        if not (words & index.vocabulary) - row.context - _WIDE - named:
            rows.append(row)
    return _Match(sentence, mention, tuple(rows))


def _claim(match: _Match, index: Index) -> Claim | None:
    figure, mention = match.mention.figure, match.mention
    cells = [cell for row in match.rows for cell in row.cells if _comparable(figure, cell)]
    if not cells:
        return None
    held = next((cell for cell in cells if agree(figure, cell.figure.amount, (cell.figure,))), None)
    if held is not None:
        return _held(match, held)
    covered = list(index.covered(mention.before | mention.after))
    if any(_explains(figure, row) for row in covered):
        return None
    if figure.digits >= FEWEST_DIGITS and index.holds(figure):
        return None
    return _differing(match, cells)


def _comparable(figure: Figure, cell: Cell) -> bool:
    return cell.unit_known and cell.figure.kind is figure.kind and not cell.figure.price and cell.figure.value != 0


def _explains(figure: Figure, row: Row) -> bool:
    """A figure of the row, or a difference between two of them, is what the sentence states."""
    cells = [cell for cell in row.cells if cell.figure.kind is figure.kind]
    return any(agree(figure, cell.figure.amount, (cell.figure,)) for cell in cells) or any(
        agree(figure, change) for change in differences(cells)
    )


def _held(match: _Match, cell: Cell) -> Claim | None:
    """Agreement, which a figure of one digit is too coarse to tell; a last digit that is one off between two figures printed alike is worth a note."""
    stated = match.mention.figure
    if stated.digits < _FEWEST and in_unit(cell.figure.size, stated) != abs(stated.value):
        return None
    alike = stated.unit == cell.figure.unit and stated.step == cell.figure.step and stated.hedge is Hedge.NONE
    off = alike and stated.size != cell.figure.size and stated.digits >= FEWEST_DIGITS
    return _made(match, cell, holds=not off or stated.coarse != stated.step, note=off)


def _last_digit(match: _Match, index: Index) -> Claim | None:
    """A long figure that no table has, but for its last digit: 8 770 in the text and 8 771 in the table."""
    figure, sentence = match.mention.figure, match.sentence
    if figure.digits <= FEWEST_DIGITS or figure.hedge is not Hedge.NONE or index.holds(figure):
        return None
    words = sentence.stems - _WIDE
    cell = next((cell for cell in index.beside(figure) if words & (cell.row.label - _WIDE)), None)
    return None if cell is None else _made(match, cell, holds=False, note=True)


def _differing(match: _Match, cells: Sequence[Cell]) -> Claim | None:
    figure = match.mention.figure
    if figure.hedge is not Hedge.NONE or figure.digits < _FEWEST:
        return None
    fitting = [cell for cell in cells if _fits(match.mention, cell)]
    if len(fitting) > _CLOSE:
        return None
    for cell in fitting:
        how = slip(figure, cell.figure.amount)
        strong = _is_strong(match, cell, fitting)
        if how is Slip.SCALE:
            return replace(_made(match, cell, holds=False), kind=ClaimKind.UNIT)
        if how is not None and (figure.digits >= FEWEST_DIGITS or strong):
            return _made(match, cell, holds=False, sure=strong and figure.digits > FEWEST_DIGITS)
    return None


def _fits(mention: Mention, cell: Cell) -> bool:
    """Same measure, and neither year nor version speaks against it."""
    role = cell.column.role
    wanted = LEVELS if mention.measure is Measure.LEVEL else CHANGES if mention.measure is Measure.CHANGE else LEVELS | CHANGES
    if role not in wanted:
        return False
    if mention.years and cell.year is not None and cell.year not in mention.years:
        return False
    versions = mention.versions & _VERSIONED
    return not (versions and role in _VERSIONED and role not in versions)


def _is_strong(match: _Match, cell: Cell, fitting: Sequence[Cell]) -> bool:
    """The words before the figure are nearly all the row's, and year and version leave no other cell."""
    words = match.mention.before
    own = len(words & (cell.row.context | _WIDE))
    return own * 2 >= len(words) and len({c.figure.amount for c in fitting}) <= 2


def _made(match: _Match, cell: Cell, *, holds: bool, note: bool = False, sure: bool = False) -> Claim:
    stated = match.mention.figure
    computed = in_unit(abs(cell.figure.amount), stated)
    other = f"{format_number(abs(cell.figure.value))} {cell.figure.unit_text}".strip()
    severity = Severity.NOTE if note else Severity.ERROR if sure and match.mention.years else Severity.WARNING
    return Claim(
        ClaimKind.RESTATED, match.sentence.place(stated), abs(stated.value), computed, stated.unit_text, holds,
        f"{format_number(abs(stated.value))} {stated.unit_text} ≠ {other}" if not holds else "",
        cell.row.row.label or cell.row.grid.table.caption, severity,
        Confidence.ROUNDING if note else Confidence.LIKELY, (cell.place,),
    )  # fmt: skip
