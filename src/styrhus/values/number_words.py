"""Words and marks that stand before a number, after it, or instead of one."""

import re

SIGN = r"\+/[-\u2212\u2013]|\+[-\u2212\u2013](?=\s?0)|[-\u2212\u2013+±]"
MINUSES = "-\u2212\u2013\u2014"
_BOUNDS = {
    ">=": r"≥|>=|minst|minimum|min\b\.?|lägst|vähintään|at least|ej under|inte under",
    "<=": r"≤|<=|högst|maximalt|maximum|max\b\.?|høyst|maks(?:imalt)?|enintään|at most|ej över|inte över",
    ">": r">|över|mer än|fler än|större än|högre än|mer enn|flere enn|yli|more than|over",
    "<": r"<|under|mindre än|färre än|lägre än|mindre enn|færre enn|alle|less than",
}
BOUND = re.compile("|".join(f"(?P<b{i}>{words})" for i, words in enumerate(_BOUNDS.values())), re.IGNORECASE)
APPROXIMATE = re.compile(
    r"(?:cirka|circa|ca|c:a|drygt|knappt|omkring|ungefär|runt|nästan|uppskattningsvis|närmare|i storleksordningen"
    r"|noin|omtrent|rundt|nesten|om lag|about|approximately|nearly)\b\.?|[~≈]", re.IGNORECASE,
)  # fmt: skip
MARK = re.compile(r"\*{1,3}|[†‡¹²³⁴⁵⁶⁷⁸⁹⁰■●▲▼○◆•✓✔↑↓→↗↘]+|\d\)|[a-e]\)|\[\d\]")
MEASURE = re.compile(r"(?:nki|nöjd kund ?index|index|hme|betyg|poäng|antal)\b:?", re.IGNORECASE)
APPROXIMATE_BEFORE = re.compile(rf"(?<!\w)(?:{APPROXIMATE.pattern})\s?$", re.IGNORECASE)
BOUND_BEFORE = re.compile(rf"(?<!\w)(?:{BOUND.pattern})\s?$", re.IGNORECASE)
PREFIX = re.compile(r"(?P<unit>[mtk]sek|sek|nok|kr|€|eur)(?![\w/])\.?", re.IGNORECASE)

PREFIX_BEFORE = re.compile(rf"(?<!\w){PREFIX.pattern}\s?$", re.IGNORECASE)

_MISSING = re.compile(
    r"[-\u2010-\u2015\u2212]{1,3}|\.{1,4}|…|n\.?/?a\.?|i\.?u\.?|u\.s\.?|\?"
    r"|(?:ej|inte|ikke|icke) (?:aktuellt?|relevant|tillämpligt?|mätt?|målt|redovisat|redovisas|känt|tillgängligt?"
    r"|uppmätt|beräknat|bestämt|fastställt)"
    r"|(?:uppgift(?:er)? |värde |utfall |data )?saknas(?: ännu| för närvarande)?|ingen uppgift|inga uppgifter|mäts ej"
    r"|mangler|ei (?:tietoa|mitattu)|puuttuu|not available|not applicable|missing|inget värde"
    r"|inget utfall|kommer senare"
    r"|redovisas senare|tas fram senare|under (?:utveckling|framtagande)|avvaktas|inväntas",
    re.IGNORECASE,
)  # fmt: skip


def is_missing(text: str) -> bool:
    """Whether a cell holds a mark that stands for no value (`-`, `..`, `n/a`, `Ej aktuellt`, `saknas`)."""
    return _MISSING.fullmatch(text.strip().rstrip("*").strip()) is not None if 0 < len(text) < 40 else False


def bound_of(found: re.Match[str]) -> str:
    """The limit that a match of BOUND tells: ">=", "<=", ">" or "<"."""
    return list(_BOUNDS)[int((found.lastgroup or "b0")[1:])]
