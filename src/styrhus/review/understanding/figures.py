"""Figures in prose: every sentence of a document with the figures it states, and what each figure is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from styrhus.paper.reading import Reading, TextBlock, TextKind
from styrhus.review.understanding.figures_numbers import Figure, figures_in
from styrhus.review.understanding.figures_words import stems
from styrhus.review.understanding.grid import ColumnRole
from styrhus.values.place import Place

QUOTE = 160
LONGEST = 3000
PARTED = 60
_WITHIN = re.compile(r"\s*(?:[a-zåäöæø(]|\d[\d \u00a0]*(?:,\d+)?\s?(?:%|[a-zåäöæø]))")
YEAR = re.compile(r"(?<![\d.,/:-])((?:19|20)\d\d)(?![\d]|[.,]\d|[-\u2013/]\d{2})")
_READ = {TextKind.PARAGRAPH, TextKind.ITEM, TextKind.NOTE, TextKind.HEADING, TextKind.CAPTION}
_COMPARED = re.compile(
    r"\b(?:än|jämfört med|jämfört mot|jämförelse med|sedan|mot|från|fra|före|innan|efter|enn)\s+(?:[^\W\d]+\s+){0,2}$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?]+[)\"\u201d]?\s+(?=[A-ZÅÄÖÆØ\"\u201d(\d\-\u2013\u2212])|\n+")
_SHORT = re.compile(
    r"(?:\b(?:bl\.a|t\.ex|t\.o\.m|fr\.o\.m|m\.m|m\.fl|dvs|ca|kap|nr|inkl|exkl|resp|avd|milj|mill|enl|kl|jfr|osv|s\.k|"
    r"p\.g\.a|f\.d|mn|st|tel|t\.om|jf)|\b\w|^\d+)\.\s+$",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:ök|utök|tillför|tillskott|förstärk|stärk|höj|höjn|minsk|reducer|sänk|försämr|förbättr|uppräkn|räknats? upp|"
    r"växt|väx|stig|stigit|sjunk|sjönk|neddrag|nedgång|uppgång|nedgang|oppgang|vekst|vokst|økt|øk|redus|reduksjon|kasva|"
    r"lisään|vähen|laske|nous)\w*"
    r"(?:[ \u00a0]+[^\s,.;:()]+){0,5}?[ \u00a0]+(?:med|på|om|av)(?:[ \u00a0]+(?:totalt|sammanlagt|hela|i snitt))?"
    r"(?:[ \u00a0]+(?:cirka|ca\.?|drygt|knappt|nästan|ungefär|omkring|närmare))?[ \u00a0]*$",
    re.IGNORECASE,
)
_GIVEN = re.compile(r"\b(?:tillförs|tillfördes|tillförts|tillskjuts)\s+(?:cirka |ca |drygt |knappt )?$", re.IGNORECASE)
_MORE_OR_LESS = re.compile(
    r"\s*(?:[^\W\d]+[ \u00a0]+)?(?:högre|lägre|mer|mindre|fler|färre|flere|færre|bättre|sämre)\b",
    re.IGNORECASE,
)
_DEVIATION = re.compile(
    r"\b(?:under|över)skott|\bavvik|\böverskrid|\bunderskrid|\bmerforbruk|\bmindreforbruk|\balijääm|\bylijääm|\bplus\b|"
    r"\bminus\b|\bomställningskrav|\bresultat",
    re.IGNORECASE,
)
_VERSIONS = {
    ColumnRole.BUDGET: re.compile(r"budget|budsjett|talousarvio|\bram(?:en)?\b|anslag|reserver", re.IGNORECASE),
    ColumnRole.OUTCOME: re.compile(
        r"utfall|bokslut|redovisa|regnskap|toteuma|tilinpäätö|uppgick|\bblev\b", re.IGNORECASE
    ),
    ColumnRole.FORECAST: re.compile(r"prognos|ennuste", re.IGNORECASE),
    ColumnRole.TARGET: re.compile(r"\bmål(?:et|nivå\w*|värde\w*)?\b|\btavoite", re.IGNORECASE),
}


class Measure(StrEnum):
    """What a figure in prose measures: a level, a change between two levels, or a deviation from the budget."""

    LEVEL = "level"
    CHANGE = "change"
    DEVIATION = "deviation"


@dataclass(frozen=True)
class Mention:
    """A figure in a sentence; `before` and `after` are the stems that stand between it and its neighbours."""

    figure: Figure
    measure: Measure
    before: frozenset[str]
    after: frozenset[str]
    years: frozenset[int]
    versions: frozenset[ColumnRole]
    begin: int = 0
    """Where in the sentence the words before the figure begin."""


@dataclass(frozen=True)
class Sentence:
    """A sentence with its figures in order; `position` is its block's number in the reading, `start` its place there.

    `headings` are those above it from the chapter down.
    """

    text: str
    block: TextBlock
    position: int
    start: int
    headings: tuple[str, ...]
    years: frozenset[int]
    stems: frozenset[str]
    mentions: tuple[Mention, ...]

    def place(self, figure: Figure | None = None) -> Place:
        """Where the sentence stands, quoting it, or what stands around one of its figures."""
        if figure is None or len(self.text) <= QUOTE:
            return self.block.place.quoting(self.text[:QUOTE].strip())
        first = max(0, min(figure.start - QUOTE // 2, len(self.text) - QUOTE))
        if first:
            first = self.text.find(" ", first) + 1
        return self.block.place.quoting(self.text[first : first + QUOTE].strip())


def sentences(reading: Reading) -> Iterator[Sentence]:
    """Every sentence of the running text, headings and notes too; contents and furniture are left out.

    A paragraph that a page break has parted is read as one, at the place of its first part.
    """
    headings: list[tuple[int, str]] = []
    for position, block, whole in _joined(reading):
        if block.kind is TextKind.HEADING:
            headings = [*((level, text) for level, text in headings if level < block.level), (block.level, block.text)]
        for start, text in _split(whole):
            yield _sentence(text, block, (position, start), tuple(text for _, text in headings))


def _joined(reading: Reading) -> Iterator[tuple[int, TextBlock, str]]:
    """The blocks that are read, each with its number and its whole text."""
    held: tuple[int, TextBlock, str] | None = None
    for position, block in enumerate(reading.blocks):
        if isinstance(block, TextBlock) and block.kind not in _READ:
            continue
        if held is not None and isinstance(block, TextBlock) and _goes_on(held[1], held[2], block):
            held = (held[0], held[1], f"{held[2]} {block.text}")
            continue
        if held is not None:
            yield held
        held = (position, block, block.text) if isinstance(block, TextBlock) else None
    if held is not None:
        yield held


def _goes_on(first: TextBlock, text: str, following: TextBlock) -> bool:
    """A paragraph without an end, and one that starts within a sentence."""
    both = first.kind is TextKind.PARAGRAPH and following.kind is TextKind.PARAGRAPH
    open_end = PARTED <= len(text) <= LONGEST and text.rstrip()[-1:] not in ".!?:;"
    return both and open_end and _WITHIN.match(following.text) is not None


def _split(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with where they start; what has no end for long is cut, so that no work grows with its length."""
    for start, sentence in _ended(text):
        for first in range(0, len(sentence), LONGEST):
            yield start + first, sentence[first : first + LONGEST]


def _ended(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _END.finditer(text):
        if "\n" in match[0] or not _SHORT.search(text, max(start, match.start() - 8), match.end()):
            yield start, text[start : match.end()]
            start = match.end()
    if text[start:].strip():
        yield start, text[start:]


def _sentence(text: str, block: TextBlock, at: tuple[int, int], headings: tuple[str, ...]) -> Sentence:
    figures = figures_in(text)
    years = frozenset(int(match[1]) for match in YEAR.finditer(text))
    own = _own_years(text) if figures else years
    held = tuple(_mention(text, figures, number, own) for number in range(len(figures)))
    return Sentence(text, block, at[0], at[1], headings, years, stems(text), held)


def _own_years(text: str) -> frozenset[int]:
    """The years that a sentence is about, without those that it compares with (`än 2022`)."""
    found = (
        match for match in YEAR.finditer(text) if not _COMPARED.search(text, max(0, match.start() - 30), match.start())
    )
    return frozenset(int(match[1]) for match in found)


def _mention(text: str, figures: tuple[Figure, ...], number: int, years: frozenset[int]) -> Mention:
    figure = figures[number]
    first = figures[number - 1].end if number else 0
    last = figures[number + 1].start if number + 1 < len(figures) else len(text)
    before, after = text[first : figure.start], text[figure.end : last]
    versions = frozenset(role for role, words in _VERSIONS.items() if words.search(before))
    when = _years(text, before, figure) or years
    return Mention(figure, _measure(before, after), stems(before), stems(after), when, versions, first)


def _measure(before: str, after: str) -> Measure:
    if _CHANGE.search(before[-90:]) or _GIVEN.search(before[-40:]) or _MORE_OR_LESS.match(after):
        return Measure.CHANGE
    return Measure.DEVIATION if _DEVIATION.search(before) else Measure.LEVEL


def _years(text: str, before: str, figure: Figure) -> frozenset[int]:
    """The year right after a figure is its own (`159,2 mnkr 2013`), else those before it."""
    own = re.match(r"\W{0,2}(?:år |för |under |i )?((?:19|20)\d\d)\b", text[figure.end : figure.end + 12])
    if own:
        return frozenset({int(own[1])})
    return frozenset(int(match[1]) for match in YEAR.finditer(before))
