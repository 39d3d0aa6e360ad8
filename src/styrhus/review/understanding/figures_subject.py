"""What narrows the subject of a figure in prose, so that it is not the row that its words would name."""

import re

from styrhus.review.understanding.figures import Mention, Sentence
from styrhus.review.understanding.figures_index import Cell, Row
from styrhus.review.understanding.figures_words import stems

# Words that name the whole board or the figure itself, so that they narrow nothing.
WIDE = stems(
    "nämnd nämnden socialnämnd förvaltning förvaltningen kommun verksamhet verksamheten kostnad kostnaden intäkt ram "
    "ramen underskott överskott avvikelse resultat anslag medel ekonomi driftbudget internbudget tkr kommunbidrag "
    "avdelning område verksamhetsområde process projekt insats post del andel antal snitt genomsnitt person "
    "balans samband enlighet form förhållande storlek slut början följd grund storleksordning hel helhet drift stort "
    "driftsbudget kostnadsram budgetram årsbudget redovisning helårsprognos nettobudget"
)
BOARDS = ("nämnd", "styrels", "förvaltning", "kommun", "utvalg", "lautakun")
# What an account is called is the same for every unit, so that the heading above tells whose it is.
ACCOUNTS = stems(
    "personal personalkostnad lokal lokalkostnad lokalhyra hyra intäkt kostnad nettokostnad bruttokostnad köp tjänst "
    "övrig övriga resultat avvikelse bidrag statsbidrag kommunbidrag avskrivning kapitalkostnad kapitaltjänst "
    "tjänster verksamhet material konsult netto lön löner försäljning avgift taxa ram driftskostnad driftsutgift lønn "
    "inntekt utgift henkilöstökulut toimintatuotot toimintakulut toimintakate årets periodens"
)
GENERAL = WIDE | ACCOUNTS | stems(
    "sammanfattning inledning året korthet kort analys kommentar uppföljning delårsrapport månadsuppföljning "
    "årsredovisning bokslut budget prognos utfall ekonomisk ekonomiskt läge översikt bilaga verksamhetsplan plan "
    "internbudget tabell driftredovisning resultaträkning driftsbudjett driftbudsjett sammendrag tiivistelmä talous "
    "økonomi helår per bakgrund ärendet missiv förslag beslut planering resurser samlad total nämndens"
)  # fmt: skip
_PREPOSITION = re.compile(
    r"\b(?:inom|för|i|på|hos|vid|avseende|gällande|beträffande|rörande|av|innenfor|ved)\s+"
    r"([^\W\d_]{2,}(?:-[^\W\d_]+)*)", re.IGNORECASE,
)  # fmt: skip
_GENITIVE = re.compile(r"\b([^\W\d_]{4,}s)\s+(?=[^\W\d_])")
_OTHER_VERSION = re.compile(
    r"\b(?:tidigare|ursprunglig\w*|tertial\w*|delår\w*|kvartal\w*|månad\w*|hittills|"
    r"exklusive|exkl|inklusive|inkl|utöver|utan|justera\w*|rensat|avdrag|brutto\w*|preliminär\w*|reviderad\w*|jämförbar\w*|"
    r"ytterligare|resterande|återstående)\b",
    re.IGNORECASE,
)
LAST_YEAR = re.compile(
    r"\b(?:föregående års?|förra året|året innan|året före|i fjol|fjolåret\w*|forrige år|fjoråret|edellis\w*)\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:föregående|förra|forrige|innan)\b", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\b", re.IGNORECASE
)


def qualifiers(sentence: Sentence, mention: Mention) -> frozenset[str]:
    """The stems that say whose a figure is: after a preposition (`inom hemtjänsten`) or as a genitive."""
    text = _before(sentence, mention)
    words = [*_PREPOSITION.findall(text), *_GENITIVE.findall(text)]
    return frozenset(one for word in words for one in stems(word))


def fits_section(sentence: Sentence, row: Row) -> bool:
    """Whether the heading that a sentence stands under leaves it open that it is about the row.

    An account such as staff costs under the heading of a unit is the unit's; the row must then be in its table.
    """
    if not row.label <= ACCOUNTS | WIDE or not sentence.headings:
        return True
    own = sentence.headings[-1]
    return own in row.grid.table.headings or not stems(own) - GENERAL - row.context


def is_last_year(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words before a figure say that it is last year's."""
    return LAST_YEAR.search(_before(sentence, mention)) is not None


def is_other_version(sentence: Sentence, mention: Mention, cell: Cell) -> bool:
    """Whether the words before a figure say that it is of an earlier version, a part of the year, or a part of it."""
    text = _before(sentence, mention)
    if _OTHER_VERSION.search(text) or (_LAST.search(text) and not LAST_YEAR.search(text)):
        return True
    return not cell.column.period and _MONTH.search(text) is not None


def _before(sentence: Sentence, mention: Mention) -> str:
    return sentence.text[mention.begin : mention.figure.start]
