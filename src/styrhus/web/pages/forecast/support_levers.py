"""What the reader would do about income support, read from the address: so that a view can be mailed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict
from django.utils.translation import gettext as _

from styrhus.forecast import Lever, LeverKind
from styrhus.forecast.income_support import Places
from styrhus.values.number import NumberError, format_number, parse_typed
from styrhus.values.text import Text, msg

KINDS = {"inflow": LeverKind.INFLOW, "stay": LeverKind.STAY, "payout": LeverKind.PRICE}
NAMES = {
    "inflow": msg("New households {amount} %"), "stay": msg("Time with support {amount} %"),
    "payout": msg("Payout {amount} %"),
}  # fmt: skip
BOUNDS = {
    "inflow": (-100, 300),
    "stay": (-90, 300),
    "payout": (-100, 300),
    "places": (-5000, 5000),
    "back": (0, 100),
    "cost": (0, 200_000),
}
BACK = Decimal(30)


@dataclass(frozen=True)
class SupportLevers:
    """`texts` as typed; numbers in per cent, places in persons, `start` the month's place in the horizon."""

    texts: Mapping[str, str]
    errors: Mapping[str, str]
    numbers: Mapping[str, Decimal]
    start: int
    months_each: int

    @property
    def levers(self) -> tuple[Lever, ...]:
        """Those that are asked for; a measure of zero is none."""
        asked = ((KINDS[name], self.numbers.get(name)) for name in KINDS)
        return tuple(Lever(kind, float(share) / 100, start=self.start) for kind, share in asked if share)

    @property
    def places(self) -> tuple[Places, ...]:
        count = self.numbers.get("places")
        if not count:
            return ()
        back = float(self.numbers.get("back", BACK)) / 100
        cost = self.numbers.get("cost")
        return (Places(float(count), self.start, self.months_each, back, cost=None if cost is None else float(cost)),)

    @property
    def names(self) -> tuple[Text, ...]:
        """Of the levers and the places, in their order."""
        found = [_named(name, self.numbers[name]) for name in KINDS if self.numbers.get(name)]
        count = self.numbers.get("places")
        if count:
            found.append(msg("Labour-market places {amount}", amount=format_number(count, signed=True)))
        return tuple(found)


def _named(name: str, share: Decimal) -> Text:
    return Text(NAMES[name].msgid, {"amount": format_number(share, signed=True)})


def read(query: QueryDict, months: tuple[str, ...]) -> SupportLevers:
    """Read an address; what is no number or out of bounds is told at its field and not used."""
    texts = {name: query.get(name, "").strip() for name in BOUNDS}
    numbers: dict[str, Decimal] = {}
    errors: dict[str, str] = {}
    for name, text in texts.items():
        if not text:
            continue
        low, high = BOUNDS[name]
        try:
            value = parse_typed(text.replace("−", "-"))
        except NumberError:
            errors[name] = _("Write a number.")
            continue
        if low <= value <= high:
            numbers[name] = value
        else:
            errors[name] = _("Write a number from %(low)s to %(high)s.") % {"low": low, "high": high}
    start = query.get("start", "")
    each = 6 if query.get("months") == "6" else 12
    place = months.index(start) if start in months else 0
    return SupportLevers(texts | {"start": start}, errors, numbers, place, each)
