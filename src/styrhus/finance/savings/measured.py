"""What a ground gave in a month: the baseline held against what the ledger or the placement grid says."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow, Pricing
from styrhus.finance.ledger.balance import Balance
from styrhus.finance.savings.grounds import Ground, UnitsBelow
from styrhus.finance.savings.planned import rounded

Month = tuple[int, int]
"""Year and month."""


@dataclass(frozen=True)
class Books:
    """What is known of a board: balances with the months that are in, and the placement grid."""

    below: UnitsBelow
    months_in: frozenset[Month] = frozenset()
    balances: Sequence[Balance] = ()
    rows: Sequence[PlacementRow] = ()
    figures: Sequence[PlacementFigure] = field(default=())

    @cached_property
    def row_units(self) -> Mapping[str, str | None]:
        """The unit that pays for each placement row."""
        return {row.id: row.unit for row in self.rows}

    @cached_property
    def _pricing(self) -> Mapping[str, Pricing]:
        return {row.id: row.pricing for row in self.rows}

    @cached_property
    def _outcomes(self) -> Mapping[tuple[str, str], PlacementFigure]:
        return {(f.row, f.period): f for f in self.figures if f.basis is Basis.OUTCOME}

    @cached_property
    def _booked(self) -> Mapping[Month, Sequence[Balance]]:
        held: dict[Month, list[Balance]] = {}
        for balance in self.balances:
            held.setdefault((balance.year, balance.month), []).append(balance)
        return held

    def cost(self, ground: Ground, month: Month) -> Decimal | None:
        """Net cost of the ground in kr; None for a month that is not in. A month that is in without rows is zero."""
        if month not in self.months_in:
            return None
        return sum((balance.amount for balance in self._booked.get(month, ()) if _holds(ground, balance)), Decimal(0))

    def effect(self, ground: Ground, baseline: Decimal, month: Month) -> Decimal | None:
        """Baseline less actual in kr, saving positive; None where the month cannot be measured.

        Costs: `baseline` kr a month less the net cost. Persons: (`baseline` persons less persons placed) × price ×
        days of the month for a price per day, × 1 for a price per month.
        """
        if ground.row is None:
            cost = self.cost(ground, month)
            return None if cost is None else baseline - cost
        figure = self._outcomes.get((ground.row, f"{month[0]}-{month[1]:02d}"))
        times = {Pricing.DAY: monthrange(*month)[1], Pricing.MONTH: 1}.get(self._pricing[ground.row])
        if figure is None or figure.persons is None or figure.price is None or times is None:
            return None
        return rounded(Fraction(baseline - figure.persons) * Fraction(figure.price) * times)


def _holds(ground: Ground, balance: Balance) -> bool:
    if balance.unit not in ground.units:
        return False
    if ground.cost_type is not None:
        return balance.cost_type is ground.cost_type
    return balance.cost_type is None or balance.cost_type.is_net_cost
