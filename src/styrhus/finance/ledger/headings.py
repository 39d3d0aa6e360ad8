"""What a column's heading and cells tell of what it holds: a suggestion for the mapping, which a person confirms."""

import re
from collections.abc import Iterable, Sequence

from styrhus.finance.codes.dimension import Dimension

_WORDS: dict[str, str] = {
    "responsibility": r"ansvar(s?(kod|nr|nummer|enhet|ställe))?|ansv|kostnadsställe|kst|enhet|"
    r"responsibility|cost ?cent(re|er)|department",
    "account": r"konto ?(nr|nummer|kod|no)?|account( ?(no|number|code))?|art",
    "activity_code": r"verksamhet(skod)?|vht|vsh|verks?|tjen?este|funk(sj|t)ion|function",
    "task": r"aktivitet(skod)?|akt|uppgift|task",
    "project": r"projekt(nr|kod)?|proj|prosjekt|project",
    "counterparty": r"motpart(skod)?|mp|mpart|counterparty",
    "date": r"(bokförings|bokf|verifikations?|ver|trans(aktions)?|fakt(ura)?)?[ .]*dat(um|o)|"
    r"((posting|booking|voucher) ?)?date",
    "period": r"(bokförings|redovisnings|bokf)?[ .]*period|månad|mån|month",
    "voucher": r"ver(ifikat(ion)?s?)?[ .-]*(nr|nummer|id)?|voucher( ?(no|number|id))?",
    "text": r"(ver(ifikations?)?|trans(aktions)?|rad)?[ .-]*text|beskrivning|description",
    "amount": r"(netto)?belopp|utfall|beløp|amount|saldo",
    "debit": r"debet|debit",
    "credit": r"kredit|credit",
    "code_string": r"kodsträng|konterings?(sträng)?|kontosträng",
}
_KINDS = {field: re.compile(pattern) for field, pattern in _WORDS.items()}
_DIMENSIONS = frozenset(Dimension)
_NAME = re.compile(r"(.+?)[ _.(-]*(namn|tekst|text|\(?t\)|benämning|beskrivning|klartext)\)?")
_UNIT = re.compile(r"[ ,]*\(?(i )?(tkr|kr|sek|kronor)\)?$")
AMOUNT = re.compile(r"[-+\u2212(]? ?\d[\d \u00a0\u202f\u2009.,']*[-)]?")
_MIXED = re.compile(r"\d[\d\w]*([-./| ;])\d\w*\1")


def columns(headings: Sequence[str]) -> dict[str, str]:
    """The heading of each field of a mapping that one tells; the first of several."""
    found: dict[str, str] = {}
    for heading in headings:
        bare = _UNIT.sub("", heading.strip().lower()).replace("_", " ")
        for field, pattern in _KINDS.items():
            if field not in found and pattern.fullmatch(bare):
                found[field] = heading
                break
    return found


def names(headings: Sequence[str], codes: dict[Dimension, str]) -> dict[Dimension, str]:
    """The columns of what codes are called: `konto_tekst` beside `konto`, `Ansvar (T)` beside `Ansvar`."""
    found: dict[Dimension, str] = {}
    for heading in headings:
        bare = heading.strip().lower()
        match = _NAME.fullmatch(bare)
        fields = columns([match[1]]) if match else {}
        for field in fields:
            if field in _DIMENSIONS and Dimension(field) in codes and heading not in codes.values():
                found.setdefault(Dimension(field), heading)
    return found


def heading_row(rows: Sequence[Sequence[str]]) -> int:
    """The row, from 1, with most headings that are known; else the first that is full and holds no number."""
    known = [len(columns(row)) for row in rows]
    if known and max(known) > 1:
        return known.index(max(known)) + 1
    width = max((len(row) for row in rows), default=0)
    full = (
        number for number, row in enumerate(rows, 1)
        if len(row) == width and all(row) and not any(AMOUNT.fullmatch(cell.strip()) for cell in row)
    )  # fmt: skip
    return next(full, 1)


def decimal_sign(cells: Iterable[str]) -> str:
    """The sign before the last one or two digits, as most amounts have it; a comma where none tells."""
    ends = [found[1] for cell in cells if (found := re.search(r"([.,])\d{1,2}[-)]?$", cell.strip()))]
    return "." if ends.count(".") > ends.count(",") else ","


def date_order(cells: Iterable[str]) -> str:
    """Which part of the dates comes first, by the parts that can be no month."""
    parts = [re.split(r"[-/.]", cell.strip()) for cell in cells if cell.strip()]
    three = [part for part in parts if len(part) == 3 and all(each.isdigit() for each in part)]
    if not three or any(len(part[0]) == 4 for part in three):
        return "year_first"
    return "month_first" if any(int(part[1]) > 12 for part in three) else "day_first"


def separator(cells: Iterable[str]) -> str:
    """The sign between the codes of a code string."""
    found = [match[1] for cell in cells if (match := _MIXED.search(cell.strip()))]
    return max(set(found), key=found.count) if found else "-"


def amount_columns(headings: Sequence[str], rows: Sequence[Sequence[str]], taken: Iterable[str]) -> tuple[str, ...]:
    """Columns with nothing but amounts that no other field has taken."""
    others = set(taken)
    cells = {
        heading: [row[place].strip() for row in rows if place < len(row)] for place, heading in enumerate(headings)
    }
    return tuple(
        heading for heading, held in cells.items()
        if heading not in others and any(held) and all(AMOUNT.fullmatch(cell) for cell in held if cell)
    )  # fmt: skip
