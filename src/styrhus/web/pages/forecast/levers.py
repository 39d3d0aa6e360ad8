"""The levers of the page: a form of numbers in the address, which become the levers that the engine takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils.translation import gettext

from styrhus.dossier.placement_forecast import Outlook, StreamYear
from styrhus.dossier.placement_forecast.words import stream_name
from styrhus.forecast import Lever, LeverKind, Stream
from styrhus.forecast.lever import EVERY
from styrhus.forecast.lever_text import LONGEST_RAMP, format_lever, parse_lever
from styrhus.paper.charts.fan import month_word
from styrhus.values.number import NO_BREAK_SPACE, format_number
from styrhus.values.problem import Problem
from styrhus.web.frame import current_language, say
from styrhus.web.pages.grids.frame import Choice

NUMBER = re.compile(r"[+\-\u2212]?\d{1,4}(?:[.,]\d{1,2})?")
PERSONS, SHARE = "persons", "share"
MOST_EXTRA = 8
ROWS = ("inflow", "stay", "price", "home", "capacity")
"""The fields of the form, each with `_on` (and home with `_to` and `_unit`) beside it."""


@dataclass(frozen=True)
class LeverRow:
    """One lever of the form; `value` is empty where it is not moved, `on` what it works on, `to` where home is."""

    name: str
    label: str
    hint: str
    low: int
    high: int
    value: str = ""
    on: tuple[Choice, ...] = ()
    to: tuple[Choice, ...] = ()
    units: tuple[Choice, ...] = ()
    unit: str = "%"
    error: str = ""
    text: str = ""

    @property
    def is_moved(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True)
class Extra:
    """A lever that the form has no row left for, as its text, in words, with the address without it."""

    text: str
    words: str


@dataclass(frozen=True)
class LeverForm:
    """The form with the levers that it comes to; `texts` are the same as the command line and savings write them."""

    rows: tuple[LeverRow, ...]
    starts: tuple[Choice, ...]
    ramp: str
    extra: tuple[Extra, ...]
    levers: tuple[Lever, ...]
    texts: tuple[str, ...]
    words: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def query(self) -> str:
        """The levers as part of an address."""
        return urlencode([("lever", text) for text in self.texts])


class Reading:
    """Reads the form of one address against what can be moved: the streams and months of a forecast."""

    def __init__(self, query: QueryDict, found: Outlook, *, has_capacity: bool) -> None:
        self.query, self.found, self.has_capacity = query, found, has_capacity
        self.months = found.forecast.months
        self.streams = tuple(part.stream for part in found.streams if part.stream is not None)
        self.start = query.get("start", "") if query.get("start", "") in self.months else ""
        ramp = query.get("ramp", "")
        self.ramp = ramp if ramp.isdecimal() and len(ramp) < 4 and 0 < int(ramp) <= LONGEST_RAMP else ""
        self.given, self.problems = self._given()

    def form(self) -> LeverForm:
        """The form as it was sent."""
        self._begin_as_given()
        rows = tuple(self._rows())
        extra = tuple(Extra(text, self.words(lever)) for text, lever in self.given)
        moved = [row.text for row in rows if row.text] + [held.text for held in extra]
        read = [parse_lever(text, self.months, self.streams) for text in moved]
        levers = tuple(held for held in read if isinstance(held, Lever))
        words = tuple(map(self.words, levers))
        return LeverForm(rows, self._starts(), self.ramp, extra, levers, tuple(moved), words, self.problems)

    def _given(self) -> tuple[list[tuple[str, Lever]], tuple[Problem, ...]]:
        """The levers that the address writes as texts."""
        texts = list(dict.fromkeys(self.query.getlist("lever")))[:MOST_EXTRA]
        read = [(text, parse_lever(text, self.months, self.streams)) for text in texts if text.strip()]
        levers = [(text, held) for text, held in read if isinstance(held, Lever)]
        return levers, tuple(held for _, held in read if isinstance(held, Problem))

    def _begin_as_given(self) -> None:
        """Start and ramp of the first lever that came as a text, where the form says nothing of its own."""
        if self.given and not {"start", "ramp"} & set(self.query):
            lever = self.given[0][1]
            self.start = self.months[lever.start] if 0 < lever.start < len(self.months) else ""
            self.ramp = str(lever.ramp_months) if lever.ramp_months else ""

    def _starts(self) -> tuple[Choice, ...]:
        chosen = self.start or self.months[0]
        return tuple(Choice(month, month_word(month, current_language()), month == chosen) for month in self.months)

    def _rows(self) -> Iterator[LeverRow]:
        every = self._places(self.streams)
        external = tuple(stream for stream in self.streams if stream.provider == "external")
        own = tuple(stream for stream in self.streams if stream.provider == "own")
        yield self._row(LeverRow("inflow", gettext("Inflow"), gettext("persons who come"), -50, 50, on=every))
        yield self._row(LeverRow("stay", gettext("Length of stay"), gettext("how long they stay"), -50, 50, on=every))
        yield self._row(LeverRow("price", gettext("Price"), gettext("of a day or month"), -30, 30, on=every))
        if external and own:
            units = (Choice(PERSONS, gettext("persons"), False), Choice(SHARE, "%", False))
            row = LeverRow("home", gettext("Taken home"), gettext("from external to own care"), 0, 30)
            on, to = self._places(external, everything=False), self._homes(own)
            yield self._row(replace(row, on=on, to=to, units=units))
        if self.has_capacity:
            unit = gettext("places")
            on = self._places(own, groups=False)
            yield self._row(LeverRow("capacity", gettext("Places of our own"), gettext("more or fewer"), -20, 20, on=on,
                                     unit=unit))  # fmt: skip

    def _row(self, row: LeverRow) -> LeverRow:
        """The row as it was sent, or as a given lever fills it."""
        sent = self.query.get(row.name, "").strip()
        place, home = self.query.get(f"{row.name}_on", ""), self.query.get("home_to", "")
        unit = self.query.get("home_unit", PERSONS)
        if not sent:
            held = self._taken(row)
            if held is not None:
                sent, place, home, unit = held
        row = replace(
            row, value=sent, on=_marked(row.on, place), to=_marked(row.to, home), units=_marked(row.units, unit)
        )
        if not sent:
            return row
        if not NUMBER.fullmatch(sent):
            return replace(row, error=gettext("Write a number, such as 10 or −5."))
        if place and place not in {choice.value for choice in row.on}:
            return replace(row, error=gettext("There is no stream %(name)s.") % {"name": place})
        value = sent.replace(",", ".").replace("\u2212", "-").removeprefix("+")
        row = replace(row, value=value)
        return row if not Decimal(value) else self._with_text(row, value)

    def _taken(self, row: LeverRow) -> tuple[str, str, str, str] | None:
        """The first given lever that the row can show as it is; it then stands in the row alone."""
        on, to = ({choice.value for choice in choices} for choices in (row.on, row.to))
        for number, (_, lever) in enumerate(self.given):
            kind = "home" if lever.kind is LeverKind.HOME_PERSONS else lever.kind.value
            began = self.months[lever.start] if 0 < lever.start < len(self.months) else ""
            as_form = (began, str(lever.ramp_months or "")) == (self.start, self.ramp)
            can_be_shown = lever.on.key in on and (lever.to is None or lever.to.key in to)
            if kind == row.name and as_form and can_be_shown:
                del self.given[number]
                is_count = lever.kind in {LeverKind.HOME_PERSONS, LeverKind.CAPACITY}
                amount = f"{lever.amount if is_count else round(lever.amount * 100, 4):g}"
                return amount, lever.on.key, lever.to.key if lever.to else "", PERSONS if is_count else SHARE
        return None

    def _with_text(self, row: LeverRow, value: str) -> LeverRow:
        place = next((choice.value for choice in row.on if choice.chosen), "")
        target = next((choice.value for choice in row.to if choice.chosen), "")
        counted = row.name == "capacity" or (row.name == "home" and _chosen(row.units) == PERSONS)
        if row.name == "home" and not target:
            target = self._home_of(Stream.parse(place))
        where = f":{place}" if place or target else ""
        tail = ("" if not self.start else f"@{self.start}") + (f"+{self.ramp}" if self.ramp else "")
        text = f"{row.name}{where}{f'>{target}' if target else ''}={value}{'' if counted else '%'}{tail}"
        held = parse_lever(text, self.months, self.streams)
        if isinstance(held, Problem):
            return replace(row, error=f"{say(held.message)} {say(held.remedy)}".strip())
        return replace(row, text=format_lever(held, self.months))

    def _home_of(self, place: Stream) -> str:
        """Own care of the same group: of the same type, or else where most of the group are."""
        own = [
            p for p in self.found.streams if p.stream and p.stream.provider == "own" and p.stream.group == place.group
        ]
        same = [part for part in own if part.stream and part.stream.type == place.type]
        best = max(same or own, key=_many, default=None)
        return best.stream.key if best is not None and best.stream is not None else ""

    def _homes(self, own: tuple[Stream, ...]) -> tuple[Choice, ...]:
        """Where those who are taken home go."""
        first = Choice("", gettext("own care of the same group"), False)
        return (first, *(Choice(stream.key, self.name(stream), False) for stream in own))

    def _places(
        self, streams: tuple[Stream, ...], *, everything: bool = True, groups: bool = True
    ) -> tuple[Choice, ...]:
        """All, each group with more than one stream, each stream."""
        found = [Choice("", gettext("all"), False)] if everything else []
        for group in dict.fromkeys(stream.group for stream in streams):
            inside = [stream for stream in streams if stream.group == group]
            if groups and len(inside) > 1:
                found.append(Choice(group, gettext("%(group)s: all") % {"group": group}, False))
            found += [Choice(stream.key, self.name(stream), False) for stream in inside]
        return tuple(found)

    def name(self, stream: Stream) -> str:
        part = next((held for held in self.found.streams if held.stream == stream), None)
        return say(stream_name(stream, part.rows if part else ()))

    def place_name(self, place: Stream) -> str:
        """What a lever works on in words."""
        if place == EVERY:
            return gettext("all")
        inside = [stream for stream in self.streams if stream.within(place)]
        if len(inside) == 1:
            return self.name(inside[0])
        name = say(stream_name(place))
        return name if place.type or place.provider else gettext("%(group)s: all") % {"group": name}

    def words(self, lever: Lever) -> str:
        """A lever in one line: what, on what, how much, from when."""
        return lever_words(lever, self)


def lever_words(lever: Lever, reading: Reading) -> str:
    """`Inflöde, Barn: alla −10 % från 2019-03`."""
    counted = lever.kind in {LeverKind.HOME_PERSONS, LeverKind.CAPACITY}
    amount = Decimal(f"{lever.amount if counted else round(lever.amount * 100, 4):g}")
    number = format_number(amount, signed=True, language=current_language())
    words = {"place": reading.place_name(lever.on), "amount": number, "home": ""}
    if lever.kind in {LeverKind.HOME, LeverKind.HOME_PERSONS}:
        words["amount"] = words["amount"].removeprefix("+")
        words["home"] = reading.place_name(lever.to) if lever.to else gettext("own care")
    said = (_sentences()[lever.kind] % words).replace(" %", f"{NO_BREAK_SPACE}%")
    if 0 < lever.start < len(reading.months):
        month = month_word(reading.months[lever.start], current_language())
        said = gettext("%(lever)s from %(month)s") % {"lever": said, "month": month}
    if lever.ramp_months:
        said = gettext("%(lever)s, growing over %(count)s months") % {"lever": said, "count": lever.ramp_months}
    return said


def _sentences() -> dict[LeverKind, str]:
    return {
        LeverKind.INFLOW: gettext("Inflow (%(place)s) %(amount)s %%"),
        LeverKind.STAY: gettext("Length of stay (%(place)s) %(amount)s %%"),
        LeverKind.PRICE: gettext("Price (%(place)s) %(amount)s %%"),
        LeverKind.HOME: gettext("%(amount)s %% of %(place)s taken home to %(home)s"),
        LeverKind.HOME_PERSONS: gettext("%(amount)s persons from %(place)s taken home to %(home)s"),
        LeverKind.CAPACITY: gettext("Places (%(place)s) %(amount)s"),
    }


def _many(part: StreamYear) -> Decimal:
    return part.persons.mean if part.persons else Decimal(0)


def _marked(choices: tuple[Choice, ...], value: str) -> tuple[Choice, ...]:
    """The choices with the one of `value` chosen, the first where there is none such."""
    known = value if any(choice.value == value for choice in choices) else next((c.value for c in choices), "")
    return tuple(replace(choice, chosen=choice.value == known) for choice in choices)


def _chosen(choices: tuple[Choice, ...]) -> str:
    return next((choice.value for choice in choices if choice.chosen), "")
