"""What stands where a target or an outcome is asked for: a value, a direction, nothing, or an honest word."""

import re

from styrhus.review.understanding.grid import GridColumn
from styrhus.review.understanding.indicators import IndicatorTable

_EMPTY = re.compile(r"[\s\-\u2013\u2014\u2212._/]*")
_MARKS = re.compile(r"[\W_]*")
_HONEST = re.compile(
    r"\b(?:mäts|mätas|följs|följas|följs upp|följas upp|ska mätas|under (?:utveckling|framtagande|utredning)|tas fram|"
    r"nytt mått|ny indikator|ny mätning|nytt|mäthistorik saknas|mätthistorik saknas|fastställs|sätts (?:senare|under)|"
    r"ej (?:aktuellt|relevant|tillämpligt|målsatt|fastställt)|ingen målnivå|inget mål|saknas|basår|nollmätning|"
    r"baslinje|ikke aktuelt|under arbeid|måles|følges|seurataan|kehitteillä|not applicable|n/?a)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹*]")
_AWAITED = re.compile(
    r"\b(?:väntar|väntas|inväntar|kommer|redovisas|publiceras|mäts|mättes|mätning\w*|saknas|avventer|"
    r"måles|foreligger|odotetaan|mitataan|julkaistaan)\b",
    re.IGNORECASE,
)
_IN_LABEL = re.compile(
    r"\b(?:under (?:utveckling|framtagande)|mäth?t?historik saknas|under arbeid|kehitteillä)\b", re.IGNORECASE
)
_TARGET_IN_LABEL = re.compile(
    r"(?:\b(?:minst|högst|max|lägst|under|över|inte överstiga|till|≥|≤)\s(?:\w+\s){0,2}?\d|\b(?:minst|"
    r"högst)\s(?:två|tre|fyra|fem|tio)\b|"
    r"^\d+ ?(?:%|procent) av )",
    re.IGNORECASE,
)
_YES_NO = re.compile(r"\b(?:ja|nej|nei|kyllä|ei|yes|no|uppfyllt|uppnått|grönt?|gult?|rött?)\b", re.IGNORECASE)
_DIRECTION = re.compile(
    r"(?:\b(?:ök|minsk|höj|sänk|bibehåll|behåll|oförändr|bevar|upprätthåll|fler|färre|högre|lägre|minst|högst|max|"
    r"min\b|"
    r"mer\b|mindre|bättre|förbättr|stärk|över|under|lik|nivå|samma|stabil|topp|bland de|snabb|kort|läng|all[at]?\b|"
    r"samtlig|ing[ae]|inget|noll|hälften|halver|fördubbl|kvartil|medel|genomsnitt|snitt|riket|rikssnitt|balans|"
    r"två|tre\b|fyra|fem\b|sex\b|sju\b|åtta|nio|tio|klart?\b|genomför|genomfört|färdig|infört?|"
    r"øk|reduser|opprettholt?|opprettholde|flere|færre|kasva|nous|vähen|lask|säily|paran|vähintään|enintään|"
    r"increas|decreas|at least|at most|maintain|keep|higher|lower)|[<>≥≤↑↓→↗↘±])",
    re.IGNORECASE,
)


def target_column(table: IndicatorTable, year: int | None) -> GridColumn | None:
    """The column with the targets that the document is about: of its year, else the latest after outcomes, else the
    first; None when the table has no targets."""
    if not table.targets:
        return None
    own = [column for column in table.targets if column.year == year] if year else []
    if own:
        return own[-1]
    return table.targets[-1] if table.outcomes else table.targets[0]


def outcome_column(table: IndicatorTable) -> GridColumn | None:
    """The column with the latest outcomes."""
    years = [column for column in table.outcomes if column.year]
    if years:
        return max(years, key=lambda column: (column.year or 0, column.index))
    return table.outcomes[-1] if table.outcomes else None


def is_empty(text: str) -> bool:
    """Whether a cell holds nothing but dashes."""
    return _EMPTY.fullmatch(text) is not None


def is_mark(text: str) -> bool:
    """Whether a cell holds only a sign whose colour or shape was its meaning (■, ●)."""
    return bool(text) and not is_empty(text) and _MARKS.fullmatch(text) is not None


def is_honest(text: str, label: str) -> bool:
    """Whether it is said that there is no target: measured only, followed, under development."""
    if _HONEST.search(text) and not re.search(r"\d", text):
        return True
    return is_empty(text) and _IN_LABEL.search(label) is not None


def is_explained(table: IndicatorTable, label: str) -> bool:
    """Whether a note under the table that the indicator's mark points at says that the value is still to come."""
    marks = set(_MARKED.findall(label))
    return any(note[:1] in marks and _AWAITED.search(note) for note in table.grid.table.notes)


def is_in_label(label: str) -> bool:
    """Whether the words of the indicator give the target themselves (at least four jobs)."""
    return _TARGET_IN_LABEL.search(label) is not None


def is_measurable(text: str) -> bool:
    """Whether a target can be said to be reached or not: a number, yes or no, or a direction."""
    return any(sign.isdigit() for sign in text) or bool(_YES_NO.search(text)) or bool(_DIRECTION.search(text))
