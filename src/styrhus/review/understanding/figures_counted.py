"""Counts and percentages of prose whose row is told by the whole sentence and whose column by what is counted."""

import re
from collections.abc import Iterator, Sequence

from styrhus.review.understanding.document import About
from styrhus.review.understanding.figures import Measure, Mention, Sentence
from styrhus.review.understanding.figures_claims import Claim, ClaimKind, in_unit
from styrhus.review.understanding.figures_index import FEWEST_DIGITS, LEVELS, Cell, Index, Row
from styrhus.review.understanding.figures_near import Slip, slip
from styrhus.review.understanding.figures_numbers import Figure, Hedge, Kind
from styrhus.review.understanding.figures_subject import LAST_YEAR, WIDE, is_other_version, qualifiers
from styrhus.review.understanding.figures_words import stems
from styrhus.review.understanding.grid import ColumnRole, GridKind
from styrhus.values.number import format_number

_OTHERWISE = re.compile(
    r"\b(?:mål|målet|målnivå\w*|målvärde\w*|riket|rikets|länet|länets|nationell\w*|snitt\w*|genomsnitt\w*|jämför\w*|"
    r"jämfört|kommuner\w*|delår\w*|tertial\w*|kvartal\w*|halvår\w*|tidigare|enkät\w*|svarsfrekvens\w*|varav|"
    r"medan|planera\w*|budget\w*|prognos\w*|första|andra|än|från|landet|januari|februari|mars|april|maj|juni|juli|"
    r"augusti|september|oktober|november|december|kvartalet)\b",
    re.IGNORECASE,
)
_SEX = re.compile(r"\b(?:kvinn\w*|män\w*|flick\w*|pojk\w*|kvinner|menn|jente\w*|gutt\w*)", re.IGNORECASE)
_NAMED = re.compile(r"(?<=[a-zåäöæø,] )[A-ZÅÄÖÆØ][a-zåäöæø]{2,}")
_NUMBERS = re.compile(r"\d+")
_FEWEST_WORDS = 2
_FEWEST_PERCENT = 2
_LONG_WORD = 12
_ANY = {*LEVELS, ColumnRole.VOLUME}


def counted_claims(all_sentences: Sequence[Sentence], index: Index, about: About) -> Iterator[Claim]:
    """Volumes by row and column, and percentages of indicators; only a slip of the pen is told."""
    for sentence in all_sentences:
        kinds = [mention.figure.kind for mention in sentence.mentions]
        for mention in sentence.mentions:
            figure = mention.figure
            if mention.measure is not Measure.LEVEL or figure.hedge is not Hedge.NONE or not figure.value:
                continue
            if figure.kind is Kind.COUNT and figure.noun and figure.digits >= FEWEST_DIGITS:
                yield from _claim(sentence, mention, list(_volumes(sentence, mention, index)), about)
            elif figure.kind is Kind.PERCENT and kinds.count(Kind.PERCENT) == 1 and figure.digits >= _FEWEST_PERCENT:
                yield from _claim(sentence, mention, list(_percents(sentence, index)), about)


def _volumes(sentence: Sentence, mention: Mention, index: Index) -> Iterator[Cell]:
    """The cells of the rows that are named before the figure, in columns headed by what is counted."""
    noun = mention.figure.noun
    rows = [row for row in index.covered(mention.before | sentence.stems) if row.label - WIDE]
    for row in _narrowest(rows):
        if (qualifiers(sentence, mention) | (mention.after - {noun})) - row.context - WIDE:
            continue
        for cell in row.cells:
            role = cell.column.role in _ANY and cell.figure.kind is Kind.COUNT and not cell.figure.price
            if role and noun in stems(cell.column.heading):
                yield cell


def _percents(sentence: Sentence, index: Index) -> Iterator[Cell]:
    """The percentages of the indicator that the sentence names with all its words."""
    rows = (row for row in index.covered(sentence.stems | WIDE) if row.grid.kind is GridKind.INDICATORS)
    numbers = set(_NUMBERS.findall(sentence.text))
    for row in _narrowest([row for row in rows if len(row.label - {"andel"}) >= _FEWEST_WORDS or _is_telling(row)]):
        if not numbers >= set(_NUMBERS.findall(row.row.label)):
            continue
        yield from (cell for cell in row.cells if cell.figure.kind is Kind.PERCENT)


def _is_telling(row: Row) -> bool:
    """One word is enough when it is a long compound."""
    return max(map(len, row.label - {"andel"}), default=0) >= _LONG_WORD


def _narrowest(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows whose words no other row's words include; none when two are as good."""
    held = [row for row in rows if not any(row.label < other.label for other in rows)]
    return held if len({row.label for row in held}) == 1 else ()


def _claim(sentence: Sentence, mention: Mention, cells: Sequence[Cell], about: About) -> Iterator[Claim]:
    stated = mention.figure
    held = next((cell for cell in cells if _same(stated, cell.figure)), None)
    if held is not None:
        yield _made(sentence, mention, held, holds=True)
        return
    years = mention.years or ({about.year} if about.year else frozenset())
    fitting = [
        cell for cell in cells
        if cell.column.role in _ANY and cell.column.role is not ColumnRole.TARGET and not cell.column.period
        and (cell.year in years or cell.year is None) and not is_other_version(sentence, mention, cell)
    ]  # fmt: skip
    if len(fitting) != 1 or not _is_plain(sentence, fitting[0].row):
        return
    how = slip(stated, fitting[0].figure.amount)
    if how in {Slip.DIGIT, Slip.SWAPPED}:
        yield _made(sentence, mention, fitting[0], holds=False)


def _same(one: Figure, other: Figure) -> bool:
    """Equal, or the finer one rounded either way; printed alike they have no room."""
    off = abs(one.size - other.size)
    return off < max(one.step, other.step) if one.step != other.step else not off


def _is_plain(sentence: Sentence, row: Row) -> bool:
    """Nothing says that the figure is of another time, place or group."""
    text, label = sentence.text, row.row.label
    other = LAST_YEAR.search(text) or _OTHERWISE.search(text) or _NAMED.search(text)
    return not other and bool(_SEX.search(text)) == bool(_SEX.search(label))


def _made(sentence: Sentence, mention: Mention, cell: Cell, *, holds: bool) -> Claim:
    stated = mention.figure
    expression = f"{format_number(abs(stated.value))} {stated.unit_text}".strip() + f" ≠ {cell.figure.text}"
    return Claim(
        ClaimKind.RESTATED, sentence.place(stated), abs(stated.value), in_unit(cell.figure.size, stated),
        stated.unit_text, holds, "" if holds else expression,
        cell.row.row.label or cell.row.grid.table.caption, related=(cell.place,),
    )  # fmt: skip
