"""What drives a forecast: the change from a budget or another year in persons, price and mix, adding up exactly."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from styrhus.dossier.placement_forecast.past import Amounts
from styrhus.finance.grids.effects import Effects, combined, group_effects, row_effects
from styrhus.finance.grids.placement import Pricing
from styrhus.finance.grids.span import Span
from styrhus.finance.grids.volume import Volume, made
from styrhus.forecast import Stream


@dataclass(frozen=True)
class Change:
    """From one set of persons and cost to another, of a stream or of all; see `finance.grids.effects`."""

    effects: Effects
    pairs: tuple[tuple[Volume, Volume], ...]

    @property
    def main(self) -> str:
        """`volume` or `price`, whichever is the larger part; empty where there are no volumes to tell of."""
        if not self.effects.split or not (self.effects.volume or self.effects.price):
            return ""
        return "volume" if abs(self.effects.volume) >= abs(self.effects.price) else "price"


def change(before: Amounts, after: Amounts, year_before: int, year_after: int) -> Change | None:
    """The change of one stream; None where either cost is missing."""
    pair = (_volume(before, year_before), _volume(after, year_after))
    effects = row_effects(*pair)
    return None if effects is None else Change(effects, (pair,))


def change_of_all(parts: Iterable[tuple[Stream | None, Change | None]]) -> Change | None:
    """The changes of streams together, with the mix within each target group; streams without one are left out."""
    groups: dict[str, list[tuple[Volume, Volume]]] = defaultdict(list)
    for stream, held in parts:
        if held is not None:
            groups[stream.group if stream else ""] += held.pairs
    effects = combined(group_effects(pairs) for pairs in groups.values())
    if effects is None:
        return None
    return Change(effects, tuple(pair for pairs in groups.values() for pair in pairs))


def _volume(held: Amounts, year: int) -> Volume:
    """As if priced by day, so that streams priced by month and by day can be added."""
    return made(Pricing.DAY, Span(year), held.persons, None, stated=held.cost)


def largest(parts: Iterable[tuple[Stream, Decimal | None]], sign: int) -> tuple[Stream, Decimal] | None:
    """The stream that contributes most in one direction (1 dearer, −1 cheaper)."""
    known = [(stream, amount) for stream, amount in parts if amount is not None and amount * sign > 0]
    return max(known, key=lambda pair: abs(pair[1]), default=None)
