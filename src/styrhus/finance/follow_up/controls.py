"""What ties the follow-up to the ledger: every krona of the import is net cost, grant or balance."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrhus.finance.codes.dimension import CostType
from styrhus.finance.follow_up.forecast import Accrual
from styrhus.finance.follow_up.line import plus
from styrhus.finance.ledger.balance import Balance, LedgerMonth

ZERO = Decimal(0)


@dataclass(frozen=True)
class Controls:
    """Sums in kr of the months up to one, debit positive; `difference` is what the balances lack of the ledger.

    `net_cost` is the ledger's part of the follow-up, unknown accounts and unmapped codes among it; `accrued` is
    estimated beside it, and both together are what the follow-up shows.
    """

    ledger: Decimal
    net_cost: Decimal
    grant: Decimal
    balance: Decimal
    accrued: Decimal
    unmapped: Decimal
    unknown: Decimal
    rows: int

    @property
    def difference(self) -> Decimal:
        return self.ledger - self.net_cost - self.grant - self.balance

    @property
    def shown(self) -> Decimal:
        """What the follow-up's total is to be."""
        return self.net_cost + self.accrued


def controls(
    months: Sequence[LedgerMonth], balances: Sequence[Balance], accruals: Sequence[Accrual], *, year: int, month: int
) -> Controls:
    """The months of `year` that the ledger has, January to `month`."""
    held = [row for row in months if row.year == year and row.month <= month]
    imported = {row.month for row in held}
    booked = [row for row in balances if row.year == year and row.month in imported]
    special = {CostType.COUNCIL_GRANT, CostType.BALANCE}
    net = [row for row in booked if row.cost_type not in special]
    return Controls(
        ledger=sum((row.total for row in held), ZERO),
        net_cost=_total(net),
        grant=_total(row for row in booked if row.cost_type is CostType.COUNCIL_GRANT),
        balance=_total(row for row in booked if row.cost_type is CostType.BALANCE),
        accrued=sum((_accrued(row, imported) for row in accruals if row.year == year), ZERO),
        unmapped=_total(row for row in net if row.unit is None),
        unknown=_total(row for row in net if row.cost_type is None),
        rows=sum(row.rows for row in held),
    )


def _total(rows: Iterable[Balance]) -> Decimal:
    return sum((row.amount for row in rows), ZERO)


def _accrued(accrual: Accrual, imported: set[int]) -> Decimal:
    """What is left of an accrual after the months that the ledger has."""
    entered = accrual.amount if accrual.month in imported else None
    taken = -accrual.amount if accrual.reverses in imported else None
    return plus(entered, taken) or ZERO
