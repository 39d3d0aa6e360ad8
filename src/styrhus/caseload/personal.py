"""Refuses files from which a person can be told: personal numbers, names, addresses, telephones, e-mail."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import duckdb

from styrhus.finance.ledger.engine import quoted
from styrhus.finance.ledger.load import source, text
from styrhus.finance.ledger.prepared import Prepared
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

_TELLING = re.compile(
    r"(för|efter|mellan|klient|brukar|barn|vårdnadshavar|fullständigt )?s?namn(et)?|"
    r"((first|last|sur|full|client|child) ?)?names?|"
    r"person(nr|nummer|\.? ?nr)|p-?nr|pers ?nr|samordningsn(r|ummer)|social security( number)?|ssn|"
    r"(hem|gatu|post|bostads)?adress(en)?|address|street|gata|postnummer|postnr|e-?post(adress)?|e-?mail|mail|"
    r"(mobil|hem)?tele?fon(nummer)?|tel(nr)?|mobil(nummer)?|phone|"
    r"födelsedatum|född|date of birth|dob|birth ?date|upn"
)
_DATE = "[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01])"
_WRITTEN = f"(19|20)?{_DATE}[-+][0-9]{{4}}"
"""With hyphen or plus: nothing else is written so."""
_WITHIN = f"(?:^|[^0-9])(?:19|20)?{_DATE}[-+][0-9]{{4}}(?:$|[^0-9])"
"""The same in a text."""
_BARE = f"(19|20)?{_DATE} ?[0-9]{{4}}"
_RESERVE = f"(19|20){_DATE}-?[A-Z]{{1,2}}[0-9]{{2,3}}"
_PLAIN_FORM = "[0-9]{10}|[0-9]{12}|[0-9]{6} [0-9]{4}|[0-9]{8} [0-9]{4}"
_WORD = "[A-Za-zÅÄÖÉÜÆØåäöéüæø]{2,}"
_NAME = f"{_WORD}(-{_WORD})*((, ?| ){_WORD}(-{_WORD})*)+"
"""Nothing but words, two at least: no numbering looks so."""
_MAIL = "[^@ ,;]+@[^@ ,;]+\\.[A-Za-z]{2,}"
_PHONE = (
    "(\\+46|0046)[ 0-9()-]{7,14}[0-9]|0[1-9][0-9]{0,2}[- ]?[0-9]{2,3}( [0-9]{2,3}){1,3}|"
    "07[02369][- ]?[0-9]{3} ?[0-9]{2} ?[0-9]{2}|08-[0-9]{6,8}"
)
SHORTEST = 5
"""Cells with fewer characters tell nothing of anybody."""
_MOST = 0.3
"""Ten or twelve digits alone pass the checks by chance in less than 1 % of numbers drawn at random, and in 10 % of
those that begin with a date; personal numbers pass always."""


class TellsOfPersonsError(ProblemsError):
    """The file tells who somebody is; nothing of it may be kept."""


@dataclass(frozen=True)
class _Sign:
    """What tells of a person: its pattern, what else has the same form, whether the checksum must hold, whether it is
    looked for inside a text or is all that stands there, and whether in the column of persons alone."""

    pattern: str
    form: str
    message: Text
    checked: bool = False
    inside: bool = False
    of_person: bool = False


_SIGNS = (
    _Sign(_WRITTEN, "", msg("The file holds personal numbers."), checked=True),
    _Sign(_WITHIN, "", msg("The file holds personal numbers."), checked=True, inside=True),
    _Sign(_BARE, _PLAIN_FORM, msg("The file holds personal numbers."), checked=True),
    _Sign(_RESERVE, "", msg("The file holds reserve numbers in place of personal numbers.")),
    _Sign(_MAIL, "", msg("The file holds e-mail addresses."), inside=True),
    _Sign(_PHONE, "\\+?[0-9][ 0-9()-]{7,}", msg("The file holds telephone numbers.")),
    _Sign(_NAME, "", msg("The file holds names of persons."), of_person=True),
)
_REMEDY = msg(
    "Replace it by a number of your own in the system that the file comes from, and keep the list there. "
    "Nothing of the file has been kept."
)


def refuse_persons(
    connection: duckdb.DuckDBPyConnection, opened: Prepared, heading_row: int, *, passed_over: Sequence[str] = ()
) -> None:  # fmt: skip
    """TellsOfPersonsError when a heading, or a cell of any column of a file that is not loaded, tells of a person.

    The headings `passed_over` are those of columns that are dropped in any case.
    """
    columns = [(opened.sql(f"#{place}"), heading) for place, heading in enumerate(opened.headings, 1)]
    found = telling_headings(opened, heading_row, passed_over=passed_over)
    found += personal_values(connection, source(opened), columns, opened)
    if found:
        raise TellsOfPersonsError(found)


def telling_headings(opened: Prepared, row: int, *, passed_over: Sequence[str] = ()) -> tuple[Problem, ...]:
    """A problem for each column whose heading says that it tells who somebody is."""
    told = msg("The column tells who somebody is.")
    remedy = msg("Take the column out of the file before you hand it in. Nothing of the file has been kept.")
    return tuple(
        Problem(told, remedy, opened.name, row, heading)
        for heading in opened.headings
        if heading not in passed_over and _TELLING.fullmatch(" ".join(heading.lower().replace("_", " ").split()))
    )


def personal_values(
    connection: duckdb.DuckDBPyConnection, relation: str, columns: Sequence[tuple[str, str]], opened: Prepared,
    *, person: str = "", row: str = "",
) -> tuple[Problem, ...]:  # fmt: skip
    """A problem for each (column, heading) of `relation` that holds what tells of a person; the value is not repeated.

    `person` names the column of persons, the only one that is searched for names; `row` is the expression for a row's
    number in the file.
    """
    return tuple(
        problem
        for column, heading in columns
        for problem in _of_column(connection, relation, (column, heading), opened.name,
                                  is_person=column == person, row=row)
    )  # fmt: skip


def _of_column(
    connection: duckdb.DuckDBPyConnection, relation: str, column: tuple[str, str], name: str, *, is_person: bool,
    row: str,
) -> Iterator[Problem]:  # fmt: skip
    signs = [sign for sign in _SIGNS if is_person or not sign.of_person]
    forms = ", ".join(f"coalesce(sum(times) FILTER ({_fits(sign.form or '-')}), 0)" for sign in signs)
    cells = (
        f"(SELECT {text(column[0])} AS cell, count(*) AS times, min({row or '0'}) AS place FROM {relation} "
        f"WHERE length({column[0]}) >= {SHORTEST} GROUP BY 1)"
    )
    tests = " OR ".join(_fits(sign.pattern, inside=sign.inside) for sign in signs)
    doubted = connection.execute(f"SELECT cell, times, place FROM {cells} WHERE {tests}").fetchall()
    if not doubted:
        return
    alike = connection.execute(f"SELECT {forms} FROM {cells}").fetchone() or ()
    told: set[Text] = set()
    for sign, like in zip(signs, alike, strict=True):
        hits = [(times, place) for cell, times, place in doubted if _shows(cell, sign)]
        if hits and sign.message not in told and sum(times for times, _place in hits) >= _MOST * like:
            told.add(sign.message)
            first = min(place for _times, place in hits)
            yield Problem(sign.message, _REMEDY, name, int(first) if row else None, column[1])


def _fits(pattern: str, *, inside: bool = False) -> str:
    return f"regexp_{'matches' if inside else 'full_match'}(cell, {quoted(pattern)})"


def _shows(cell: str, sign: _Sign) -> bool:
    """Whether a cell shows the sign; numbers only with a date that is one and the checksum of ISO/IEC 7812-1."""
    found = re.finditer(sign.pattern, cell) if sign.inside else filter(None, [re.fullmatch(sign.pattern, cell)])
    return any(not sign.checked or _is_number("".join(filter(str.isdigit, each[0]))[-10:]) for each in found)


def _is_number(digits: str) -> bool:
    try:
        date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:6]) % 60)
    except ValueError:
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0
