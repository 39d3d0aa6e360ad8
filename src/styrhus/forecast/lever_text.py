"""Levers as one writes them: `inflow:Barn=-10%@2019-07+6`, and back."""

import re
from collections.abc import Sequence

from styrhus.forecast.lever import EVERY, Lever, LeverKind
from styrhus.forecast.material.stream import Stream
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg

_AMOUNT = re.compile(
    r"(?P<sign>[+\-\u2212]?)(?P<number>\d+(?:[.,]\d+)?)\s*(?P<percent>%?)"
    r"(?:@(?P<year>\d{4})-(?P<month>\d{2}))?(?:\+(?P<ramp>\d{1,3}))?$"
)
_LEAST = {LeverKind.INFLOW: -1.0, LeverKind.STAY: -0.99, LeverKind.PRICE: -1.0}
_MOST = 10.0
LONGEST_RAMP = 120
"""Months."""


def parse_lever(text: str, months: Sequence[str], streams: Sequence[Stream] = ()) -> Lever | Problem:
    """The lever of one text; `months` (`2019-01` …) are those of the forecast, `streams` those that it knows.

    `KIND[:STREAM[>STREAM]]=AMOUNT[@MONTH][+RAMP]`: KIND is inflow, stay, price, home or capacity; STREAM a group,
    group/type or group/type/provider; AMOUNT per cent, of `home` also a number of persons, of `capacity` a number
    of places; MONTH the first of the lever, RAMP the months over which it grows.
    """
    head, equals, tail = text.strip().rpartition("=")
    word, _, place = head.partition(":")
    found = _AMOUNT.match(tail.strip())
    kind = _kind(word.strip().lower(), tail)
    if not equals or kind is None or found is None or not 1 <= int(found["month"] or 1) <= 12:
        return _problem(text, msg("The lever cannot be read."), _how_to_write())
    if kind not in (LeverKind.HOME_PERSONS, LeverKind.CAPACITY) and not found["percent"]:
        return _problem(text, msg("The amount of the lever lacks its per cent sign."), msg("Write for example -10%."))
    try:
        on, to = _streams(place)
    except ValueError:
        return _problem(text, msg("A stream has at most three parts."), msg("Write group/type/provider."))
    amount = float(found["number"].replace(",", ".")) * (-1 if found["sign"] in ("-", "\u2212") else 1)
    if found["percent"]:
        amount = round(amount / 100, 12)
    lever = Lever(kind, amount, on, _start(found["year"], found["month"], months), int(found["ramp"] or 0), to)
    return _checked(text, lever, streams) or lever


def parse_levers(
    texts: Sequence[str], months: Sequence[str], streams: Sequence[Stream] = ()
) -> tuple[tuple[Lever, ...], tuple[Problem, ...]]:
    """The levers that can be read, and the problems of those that cannot."""
    found = [parse_lever(text, months, streams) for text in texts if text.strip()]
    return (
        tuple(one for one in found if isinstance(one, Lever)),
        tuple(one for one in found if isinstance(one, Problem)),
    )


def format_lever(lever: Lever, months: Sequence[str]) -> str:
    """The text that `parse_lever` makes the same lever of."""
    kind = "home" if lever.kind is LeverKind.HOME_PERSONS else lever.kind.value
    place = f":{lever.on.key}" if lever.on != EVERY or lever.to is not None else ""
    place += f">{lever.to.key}" if lever.to is not None else ""
    start = f"@{month_name(lever.start, months)}" if lever.start else ""
    return f"{kind}{place}={_amount(lever)}{start}" + (f"+{lever.ramp_months}" if lever.ramp_months else "")


def described(lever: Lever, months: Sequence[str]) -> Text:
    """One line for a reader: what is changed, where, from when."""
    parameters: dict[str, object] = {
        "amount": _amount(lever).replace("-", "\u2212").replace(".", ",").replace("%", "\u00a0%"),
        "streams": lever.on.key or msg("everything"),
        "month": month_name(lever.start, months),
        "ramp": lever.ramp_months,
    }
    what = _WORDS[lever.kind]
    if lever.ramp_months:
        return msg("{what}, growing over {ramp} months from {month}", what=Text(what, parameters), **parameters)
    if lever.start:
        return msg("{what}, from {month}", what=Text(what, parameters), **parameters)
    return Text(what, parameters)


_WORDS = {
    LeverKind.INFLOW: msg("Inflow to {streams} {amount}").msgid,
    LeverKind.STAY: msg("Length of stay in {streams} {amount}").msgid,
    LeverKind.PRICE: msg("Price of {streams} {amount}").msgid,
    LeverKind.HOME: msg("{amount} of the external placements of {streams} taken home").msgid,
    LeverKind.HOME_PERSONS: msg("{amount} external placements of {streams} taken home").msgid,
    LeverKind.CAPACITY: msg("Places in {streams} {amount}").msgid,
}


def month_name(number: int, months: Sequence[str]) -> str:
    """`2019-07`: the month that comes `number` months after the first."""
    year, month = (int(part) for part in months[0].split("-"))
    count = year * 12 + month - 1 + number
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def _start(year: str | None, month: str | None, months: Sequence[str]) -> int:
    """Months from the first to the named one; a lever of an earlier month has begun when the forecast begins."""
    if year is None or month is None:
        return 0
    first = [int(part) for part in months[0].split("-")]
    return (int(year) - first[0]) * 12 + int(month) - first[1]


def _kind(word: str, amount: str) -> LeverKind | None:
    if word == "home" and "%" not in amount:
        return LeverKind.HOME_PERSONS
    return next((kind for kind in LeverKind if kind.value == word and kind is not LeverKind.HOME_PERSONS), None)


def _streams(place: str) -> tuple[Stream, Stream | None]:
    on, arrow, to = place.partition(">")
    return Stream.parse(on) if on.strip() else EVERY, Stream.parse(to) if arrow else None


def _amount(lever: Lever) -> str:
    sign = "+" if lever.kind not in (LeverKind.HOME, LeverKind.HOME_PERSONS) else ""
    if lever.kind in (LeverKind.HOME_PERSONS, LeverKind.CAPACITY):
        return f"{lever.amount:{sign}.10g}"
    return f"{lever.amount * 100:{sign}.10g}%"


def _checked(text: str, lever: Lever, streams: Sequence[Stream]) -> Problem | None:
    """What is wrong with a lever that could be read."""
    low, high = _LEAST.get(lever.kind, 0.0), 1.0 if lever.kind is LeverKind.HOME else _MOST
    counted = lever.kind in (LeverKind.HOME_PERSONS, LeverKind.CAPACITY)
    if (not counted and not low <= lever.amount <= high) or (lever.amount < 0 and lever.kind is LeverKind.HOME_PERSONS):
        return _problem(
            text,
            msg("The amount of the lever is out of bounds."),
            msg("Write a number from {low} to {high} %.", low=round(low * 100), high=round(high * 100)),
        )
    if lever.ramp_months > LONGEST_RAMP:
        return _problem(text, msg("The lever grows over too many months."), _how_to_write())
    for named in (lever.on, lever.to):
        if streams and named is not None and not any(stream.within(named) for stream in streams):
            known = ", ".join(stream.key for stream in streams)
            remedy = msg("Choose among {streams}.", streams=known)
            return _problem(text, msg("There is no stream {stream}.", stream=named.key), remedy)
    return None


def _how_to_write() -> Text:
    return msg(
        "Write for example {first} or {second}: what, where, how much, from which month, growing over how many months.",
        first="inflow:Barn=-10%@2019-07+6", second="home:Unga/institution=5",
    )  # fmt: skip


def _problem(text: str, message: Text, remedy: Text) -> Problem:
    return Problem(message, remedy, value=text)
