"""What single lines look like: captions, notes, page numbers, list marks, headings."""

import re

from styrhus.paper.reading import Block, ReadTable, TextBlock, TextKind

TABLE_WORD = re.compile(
    r"(?:tabell|tabel|table|tab\.|taulukko|tabellen)\b\s*(?:nr\.?\s*)?\d*\w?\s*[.:–-]?", re.IGNORECASE
)
_NUMBERED_TABLE = re.compile(r"(?:tabell|tabel|table|tab\.|taulukko)\s*(?:nr\.?\s*)?\d+\w?\b", re.IGNORECASE)
PICTURE_WORD = re.compile(
    r"(?:not till )?(?:diagram|figur|figure|bild|graf|kuva|kuvio)\b\s*(?:\d|[.:–-])", re.IGNORECASE
)
_UNITS = (
    r"[tmk]kr|mnkr|mdkr|kr|sek|nok|kronor|kroner|mill\.?(?: kr(?:oner)?)?|tusental|miljoner|1 ?000(?: kr(?:oner)?)?|"
    r"t€|te|m€|me|euroa?|eur|€|procent|prosent|%|antal|st"
)
UNIT_IN_LINE = re.compile(
    rf"\((?:[^()]{{0,30}}\b)?(?:{_UNITS})(?!\w)[^()]{{0,30}}\)|"
    rf",\s*(?:i\s+)?(?:1 ?000\s|tusen\s|miljoner\s)?(?:{_UNITS})\s*$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:not(?:er)?(?: till tabell(?:en)?)?(?: \d+)?|note|merk|merknad|anm(?:ärkning|erkning)?|käll(?:a|or)|kilder?|"
    r"source|lähde|lähteet|huom(?:autus)?|kommentar till tabell(?:en)?)\s*[.:]|[*†‡]{1,3}\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S",
    re.IGNORECASE,
)
UNIT_LINE = re.compile(
    r"\(?(?:alla\s|alle\s)?(?:belopp(?:en)?|siffror(?:na)?|tal(?:en|l|lene)?|beløp|luvut)?\s*"
    r"(?:anges|är|redovisas|er|ovat)?\s*(?:i\s+)?(?:1 ?000\s|tusen\s|miljoner\s|hele\s|milj\.?\s){0,2}"
    rf"(?:{_UNITS})\)?\s*[.:]?",
    re.IGNORECASE,
)
_NUMBERED_NOTE = re.compile(r"(\d{1,2}|[a-e])\)\s*\S")
_STARRED = re.compile(r"\*{1,3}\s*[^*\s]")
_PAGE_WORDS = re.compile(
    r"(?:sida|sid|side|page|sivu|s)?\.?\s*\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|(?:av|of|/)\s*\d{1,4})|"
    r"(?:sida|sid|side|page|sivu)\.?\s*\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—]",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivx]{1,6}", re.IGNORECASE)
SECTION = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,4})\.?[ \t\u00a0]+(?=[^\W\d_])")
BULLET = re.compile(r"(\s*)(?:[-–—•●▪◦‣\uf0b7\uf0a7*o]|\d{1,2}[.)]|[a-zåäö]\))[ \t\u00a0]+(?=\S)")
SENTENCE_END = re.compile(r"[.!?:;…][\"”')\]]*$")
_LETTERS = re.compile(r"[^\W\d_]")
FOOTNOTE = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S")
AMOUNT = re.compile(r"\d\s*(?:tkr|mnkr|mkr|kkr|mdkr|kr|kronor|miljoner|procent|%|t€|m€|euro)(?!\w)", re.IGNORECASE)
_VERB = re.compile(r"\b(?:har|ska|skall|är|kan|innebär|ansvarar|uppgår|behöver|omfattar|skal|er|must|is|are|has|on)\b")
_UNFINISHED = frozenset(
    {
        *("för", "att", "som", "avser", "inom", "med", "av", "och", "på", "till", "i", "är", "kan", "samt", "eller"),
        *("från", "om", "vid", "ska", "där", "vilka", "for", "til", "og", "å", "er", "ved", "fra", "eller", "hvor"),
        *("ja", "tai", "sekä", "että", "joka", "the", "of", "and", "to", "for", "in", "with", "by"),
    }
)
_LONGEST_HEADING, _MOST_WORDS = 130, 18


def is_text(block: Block, *kinds: TextKind) -> bool:
    """Whether it is a text with something in it, of one of the kinds when any is named."""
    return isinstance(block, TextBlock) and bool(block.text) and (not kinds or block.kind in kinds)


def is_blank(block: Block) -> bool:
    return isinstance(block, TextBlock) and not block.text


def is_skipped(block: Block) -> bool:
    """Whether it stands between blocks without parting them."""
    return isinstance(block, TextBlock) and (not block.text or block.kind is TextKind.FURNITURE)


def is_note(text: str, table: ReadTable | None = None) -> bool:
    """Whether a line belongs under a table; a lone star is a list's mark unless the table has one too."""
    numbered = _NUMBERED_NOTE.match(text) if table is not None else None
    if numbered and table is not None:
        return any(f"{numbered[1]})" in cell.text for row in table.rows for cell in row.cells)
    if not _NOTE.match(text):
        return False
    return not _STARRED.match(text) or table is None or text.startswith("**") or text[1:2] != " " or starred(table)


def starred(table: ReadTable) -> bool:
    """Whether a cell or the caption refers to a note by a star."""
    return "*" in table.caption or any("*" in cell.text for row in table.rows for cell in row.cells)


def told(text: str) -> bool:
    """Whether a line has a verb of a statement, as a sentence has that lacks its full stop."""
    return bool(_VERB.search(text))


def is_numbered_caption(text: str) -> bool:
    return bool(_NUMBERED_TABLE.match(text)) and len(text) <= 250 and not _told(text)


def _told(text: str) -> bool:
    """Whether it is a sentence about a table, such as one that begins with its name and goes on with a verb."""
    rest = _NUMBERED_TABLE.sub("", text, count=1)
    return bool(re.match(r"\s+(?:visar|redovisar|ovan|nedan|och|framgår|beskriver|viser|shows)\b", rest, re.IGNORECASE))


def is_page_number(text: str, *, at_edge: bool) -> bool:
    """Whether a line holds a page's number only; a bare number tells so only at the edge of a page."""
    return bool(_PAGE_WORDS.fullmatch(text) or (at_edge and _BARE_NUMBER.fullmatch(text)))


def is_sentence(text: str) -> bool:
    return bool(SENTENCE_END.search(text))


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone may be a heading: short, no sentence, begun by a capital or a number."""
    if not 2 < len(text) <= _LONGEST_HEADING or "\t" in text or "\n" in text or text[-1] in ".,;:!–-" or "@" in text:
        return False
    words = text.split()
    if len(words) > _MOST_WORDS or words[-1].casefold() in _UNFINISHED:
        return False
    first = text.lstrip("\"”'»(")[:1]
    if not (first.isupper() or first.isdigit()) or PICTURE_WORD.match(text):
        return False
    letters = len(_LETTERS.findall(text))
    return letters >= 3 and letters >= len(text.replace(" ", "")) / 2


def squeezed(text: str) -> str:
    """For comparing headings: without spaces, hyphens and case."""
    return re.sub(r"[\s\u00ad-]+", "", text).casefold()
