"""What a row of the placement grid comes to in a span: persons, price, the amount given and the one that follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from styrhus.finance.grids.placement import PlacementFigure, Pricing
from styrhus.finance.grids.span import Span, span_of
from styrhus.values.missing import total
from styrhus.values.number import decimals_of, round_half_up

ORE = 2
HALF = Decimal("0.5")
THOUSAND = Decimal(1000)


class Plausibility(StrEnum):
    """How a given amount agrees with persons × price × days or months."""

    AGREES = "agrees"
    ROUNDING = "rounding"
    DIFFERS = "differs"
    NO_VOLUME = "no_volume"
    COMPUTED = "computed"


@dataclass(frozen=True)
class Volume:
    """Persons on average per day, price in kr per day or month, amounts in kr; None is not known.

    `stated` is the amount as published or booked. `rounded_to` is its last printed digit, `implied` tells that the
    price is no given one but amount / quantity. `missing` are the months of the span that nothing is known of.
    """

    pricing: Pricing
    days: int
    months: int
    persons: Decimal | None = None
    price: Decimal | None = None
    stated: Decimal | None = None
    computed: Decimal | None = None
    rounded_to: Decimal | None = None
    missing: int = 0

    @property
    def amount(self) -> Decimal | None:
        """The amount given, else the one that follows from volume and price."""
        return self.computed if self.stated is None else self.stated

    @property
    def difference(self) -> Decimal | None:
        """What follows less what is given."""
        return None if self.stated is None or self.computed is None else self.computed - self.stated

    @property
    def share(self) -> Decimal | None:
        """The difference in per cent of the amount given; None where there is nothing to compare with."""
        return None if self.difference is None or not self.stated else self.difference * 100 / abs(self.stated)

    @property
    def units(self) -> int:
        """How many days or months the price is for."""
        return self.months if self.pricing is Pricing.MONTH else self.days

    @property
    def quantity(self) -> Decimal | None:
        """Care days, or months of care where the price is for a month."""
        return None if self.persons is None else self.persons * self.units

    @property
    def care_days(self) -> Decimal | None:
        """Persons × days, also where the price is for a month, so that all rows can be added."""
        return None if self.persons is None else self.persons * self.days

    @property
    def explained(self) -> Decimal | None:
        """The amount that volume and price tell of: the computed one, or one given for a known volume."""
        if self.computed is not None:
            return self.computed
        return self.stated if self.quantity else None

    @property
    def implied(self) -> bool:
        """Whether the price has to be reckoned from the amount."""
        return self.price is None and self.stated is not None and bool(self.quantity)

    @property
    def plausibility(self) -> Plausibility | None:
        """None where there is nothing at all.

        An amount agrees within half its last printed digit. It is rounding when the printed persons and price,
        each within half of their last digit, allow it; a price of whole thousands may have been rounded to them, as
        the review takes it too. Otherwise it differs.
        """
        if self.stated is None:
            return None if self.computed is None else Plausibility.COMPUTED
        if self.difference is None or self.persons is None or self.price is None:
            return Plausibility.NO_VOLUME
        own = (self.rounded_to or Decimal(0)) / 2
        if abs(self.difference) <= own:
            return Plausibility.AGREES
        persons, price = _half_step(self.persons), _half_step(self.price)
        room = (persons * self.price + price * self.persons + persons * price) * self.units
        return Plausibility.ROUNDING if abs(self.difference) <= own + room else Plausibility.DIFFERS


def _half_step(value: Decimal) -> Decimal:
    """Half of what the last digit of a printed number stands for."""
    if value and value % THOUSAND == 0:
        return THOUSAND / 2
    return HALF.scaleb(-decimals_of(value))


def volume_of(figure: PlacementFigure, pricing: Pricing) -> Volume:
    """A figure with what follows from it, amount = persons × price × days or months."""
    span = span_of(figure.period)
    return made(pricing, span, figure.persons, figure.price, stated=figure.amount, rounded_to=figure.rounded_to)


def made(
    pricing: Pricing, span: Span, persons: Decimal | None, price: Decimal | None, *,
    stated: Decimal | None = None, rounded_to: Decimal | None = None,
) -> Volume:  # fmt: skip
    """A volume of a span with its computed amount, in whole öre; rows that have an amount only have none."""
    units = span.months if pricing is Pricing.MONTH else span.days
    computed = None
    if pricing is not Pricing.AMOUNT and persons is not None and price is not None:
        computed = round_half_up(persons * price * units, ORE)
    return Volume(pricing, span.days, span.months, persons, price, stated, computed, rounded_to)


def gathered(figures: Sequence[PlacementFigure], pricing: Pricing, span: Span) -> Volume:
    """The months of a span together.

    Persons are the mean weighted by days, the price the mean weighted by care days (months of care), amounts the sum.
    Days and months are those that a figure stands for: a month without one is counted as missing, not as zero. An
    amount that only some of the months have given is put together with the computed ones of the others.
    """
    parts = [volume_of(figure, pricing) for figure in figures]
    days, months = sum(part.days for part in parts), sum(part.months for part in parts)
    counted = [part for part in parts if part.care_days is not None]
    weight = sum(part.days for part in counted)
    persons = sum((part.care_days or Decimal(0) for part in counted), Decimal(0)) / weight if weight else None
    any_stated = any(part.stated is not None for part in parts)
    computed = total(part.computed for part in parts)
    return Volume(
        pricing, days, months, persons, _mean_price(parts),
        stated=total(part.amount for part in parts).value if any_stated else None,
        computed=None if computed.is_partial else computed.value,
        missing=span.months - months,
    )  # fmt: skip


def _mean_price(parts: Sequence[Volume]) -> Decimal | None:
    priced = [part for part in parts if part.computed is not None and part.quantity]
    quantity = sum((part.quantity or Decimal(0) for part in priced), Decimal(0))
    return sum((part.computed or Decimal(0) for part in priced), Decimal(0)) / quantity if quantity else None


def part_of_year(volume: Volume, year: int, last: int) -> Volume:
    """A year's figure for January–`last`: the same persons and price, days and months of that part.

    An amount given is spread by days, or by months where the price is for a month.
    """
    span = Span(year, 1, last)
    piece = made(volume.pricing, span, volume.persons, volume.price)
    if volume.stated is None or volume.units == piece.units:
        return made(volume.pricing, span, volume.persons, volume.price, stated=volume.stated)
    stated = round_half_up(volume.stated * piece.units / volume.units, ORE)
    return made(volume.pricing, span, volume.persons, volume.price, stated=stated, rounded_to=volume.rounded_to)
