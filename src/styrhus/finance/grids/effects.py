"""Why an amount differs between two columns: volume, price and mix, adding up exactly to the difference.

Source: the two-factor split of standard costing, with the old price on the change of volume and the new volume on the
change of price: (Qa − Qb) × Pb and (Pa − Pb) × Qa, where Q is care days (months of care) and P the price of one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from styrhus.finance.grids.volume import ORE, Volume
from styrhus.values.number import round_half_up

ZERO = Decimal(0)


@dataclass(frozen=True)
class Effects:
    """Amounts in kr, `difference` = `volume` + `price` + `other`.

    `mix` is the part of `volume` that comes from another mixture of rows within the target group; None for a single
    row. `split` tells whether there were volumes to tell of at all; `other` is what neither volume nor price tells
    of: amounts without volume, and given amounts that do not follow from their own volume and price.
    """

    difference: Decimal
    volume: Decimal
    price: Decimal
    other: Decimal
    mix: Decimal | None = None
    rows: int = 1
    split: bool = True


def row_effects(before: Volume | None, after: Volume | None) -> Effects | None:
    """The split for one row; None when either amount is missing."""
    if before is None or after is None or before.amount is None or after.amount is None:
        return None
    difference = after.amount - before.amount
    told = _told(before, after)
    if told is None:
        return Effects(difference, ZERO, ZERO, difference, split=False)
    old, new, volume = told
    return Effects(difference, volume, new - old - volume, difference - (new - old))


def _told(before: Volume, after: Volume) -> tuple[Decimal, Decimal, Decimal] | None:
    """The amounts before and after that volume and price explain, and the volume effect; None without volumes."""
    old_quantity, new_quantity = before.quantity, after.quantity
    if old_quantity is None or new_quantity is None:
        return None
    old, new = before.explained, after.explained
    if old is None or new is None:
        return None
    if old_quantity:
        volume = old * (new_quantity - old_quantity) / old_quantity
    elif new_quantity:
        # Nobody was there before, so that there is no price to have changed: all is volume, at the new price.
        volume = new - old
    else:
        volume = ZERO
    return round_half_up(old, ORE), round_half_up(new, ORE), round_half_up(volume, ORE)


def group_effects(pairs: Sequence[tuple[Volume | None, Volume | None]]) -> Effects | None:
    """The sum of the rows of a target group, with the mix among those that have volumes.

    mix = volume effect of the rows − (care days after − before) × mean price of a care day before.
    """
    found = combined(row_effects(before, after) for before, after in pairs)
    if found is None:
        return None
    told = [(b, a) for b, a in pairs if b is not None and a is not None and _told(b, a) is not None]
    if len(told) < 2 or any(b.amount is None or a.amount is None for b, a in told):
        return found
    old = sum((b.explained or ZERO for b, _ in told), ZERO)
    days_before = sum((b.care_days or ZERO for b, _ in told), ZERO)
    days_after = sum((a.care_days or ZERO for _, a in told), ZERO)
    if not days_before:
        return found
    pure = round_half_up(old * (days_after - days_before) / days_before, ORE)
    return replace(found, mix=found.volume - pure)


def combined(parts: Iterable[Effects | None]) -> Effects | None:
    """Effects added; rows that cannot be compared are left out, and `rows` tells how many were not."""
    known = [part for part in parts if part is not None]
    if not known:
        return None
    mixes = [part.mix for part in known if part.mix is not None]
    return Effects(
        sum((p.difference for p in known), ZERO), sum((p.volume for p in known), ZERO),
        sum((p.price for p in known), ZERO), sum((p.other for p in known), ZERO),
        sum(mixes, ZERO) if mixes else None, sum(p.rows for p in known), any(p.split for p in known),
    )  # fmt: skip
