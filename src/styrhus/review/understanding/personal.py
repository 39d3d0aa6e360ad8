"""Data about single people that has no place in a public document."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_SWEDISH = re.compile(r"(?<![\w-])(?P<century>19|20)?(?P<day>\d{6})(?P<sign>[-+ ]?)(?P<last>\d{4})(?![\w-])")
_NORWEGIAN = re.compile(r"(?<![\w-])(\d{6}) ?(\d{5})(?![\w-])")
_FINNISH = re.compile(r"(?<![\w-])(\d{6})[-+ABCDEFYXWVU](\d{3})([0-9A-FHJ-NPR-Y])(?![\w-])")
_SAID = re.compile(r"person(?:nr|nummer|\.?nr)|samordningsn|\bpnr\b|född|fødselsn|henkilötunnus", re.IGNORECASE)
_PRIVATE_MAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|telia|bredband|comhem|"
    r"spray|passagen|tele2|glocalnet|online|kolumbus|suomi24|luukku|protonmail|proton|aol|swipnet)\.(?:com|se|net|"
    r"no|fi|nu|me|dk)\b",
    re.IGNORECASE,
)
_PRIVATE_PHONE = re.compile(
    r"\b(?:privat(?:a|nummer|telefon)?|hem(?:telefon|nummer)|bostad(?:stelefon)?|mobil privat|"
    r"privattelefon)\b[^\d\n]{0,25}"
    r"(?P<number>(?:\+46|0)[ \d\-–()]{7,15}\d)",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?P<name>[A-ZÅÄÖÆØ][a-zåäöæøé]+(?:[ -][A-ZÅÄÖÆØ][a-zåäöæøé]+){1,2}),? ?\(?(?:född|f\.|fødd|"
    r"synt\.?)(?: den)?[ :]{1,2}"
    r"(?P<date>(?:19|20)?\d{2}[-/.]?\d{2}[-/.]?\d{2}|\d{1,2} [a-zåäö]+ (?:19|20)\d\d)"
)
_WORTH = re.compile(
    r"\d{6}[-+a-fu-y ]?\d{3,5}|@|\b(?:född|fødd|synt\.?|f\.)[ :]|(?:privat|hemtel|hemnum|"
    r"bostadstel)[^\d\n]{0,30}(?:0|\+46)"
)
_CONTROL = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_DIGIT = re.compile(r"\d")


class PersonalKind(StrEnum):
    """What was found."""

    NUMBER = "number"
    BIRTH = "birth"
    MAIL = "mail"
    PHONE = "phone"


@dataclass(frozen=True)
class Personal:
    """`start` and `end` in the text; what stands there is never repeated."""

    kind: PersonalKind
    start: int
    end: int


def may_be_personal(letters: str) -> bool:
    """Whether a whole document, in lower case, has anything that is worth looking at closely."""
    return _WORTH.search(letters) is not None


def personal(text: str) -> Iterator[Personal]:
    """Personal numbers (Swedish, Norwegian, Finnish, with valid checksum), names with dates of birth, private
    addresses and numbers. Organisation numbers, office telephones and addresses of a municipality are none."""
    if _DIGIT.search(text):
        yield from _numbers(text)
        for found in _BORN.finditer(text):
            yield Personal(PersonalKind.BIRTH, found.start(), found.end())
        for found in _PRIVATE_PHONE.finditer(text):
            yield Personal(PersonalKind.PHONE, found.start("number"), found.end())
    if "@" in text:
        for found in _PRIVATE_MAIL.finditer(text):
            yield Personal(PersonalKind.MAIL, found.start(), found.end())


def _numbers(text: str) -> Iterator[Personal]:
    for found in _SWEDISH.finditer(text):
        if _is_swedish(found, text):
            yield Personal(PersonalKind.NUMBER, found.start(), found.end())
    for found in _NORWEGIAN.finditer(text):
        if _is_norwegian(found[1] + found[2]):
            yield Personal(PersonalKind.NUMBER, found.start(), found.end())
    for found in _FINNISH.finditer(text):
        if _is_day(found[1][4:], found[1][2:4], found[1][:2]) and _CONTROL[int(found[1] + found[2]) % 31] == found[3]:
            yield Personal(PersonalKind.NUMBER, found.start(), found.end())


def _is_swedish(found: re.Match[str], text: str) -> bool:
    """Ten digits without a hyphen may be anything unless the text says what they are; a space even more so."""
    said = _SAID.search(text[max(0, found.start() - 60) : found.end() + 10]) is not None
    if found["sign"] in {"", " "} and not said and not (found["century"] and found["sign"] == ""):
        return False
    day = found["day"]
    # Co-ordination numbers add 60 to the day.
    number = int(day[4:])
    return _is_day(day[:2], day[2:4], str(number - 60 if number > 60 else number)) and _luhn(day + found["last"])


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _luhn(digits: str) -> bool:
    """The checksum of Swedish personal and organisation numbers (ISO/IEC 7812-1)."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def _is_norwegian(digits: str) -> bool:
    """Two check digits modulo 11 (Skatteetaten); with both the chance of another number is one in a hundred."""
    values = [int(digit) for digit in digits]
    day = values[0] * 10 + values[1]
    if not _is_day(digits[4:6], digits[2:4], str(day - 40 if day > 40 else day)):
        return False
    first = sum(a * b for a, b in zip((3, 7, 6, 1, 8, 9, 4, 5, 2, 1), values, strict=False)) % 11
    second = sum(a * b for a, b in zip((5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), values, strict=False)) % 11
    return first == 0 and second == 0


def masked(text: str) -> str:
    """A text with every personal datum in it made unreadable."""
    held = text
    for found in personal(text):
        held = held[: found.start] + "•" * (found.end - found.start) + held[found.end :]
    return _DIGIT.sub("•", held) if held != text else held
