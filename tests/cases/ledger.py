"""A ledger for an example plan, reckoned from its own budget so that every deviation is known."""

from datetime import date
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import followed_budget
from styrhus.finance.codes.dimension import CostType
from styrhus.finance.ledger.balance import Balance, LedgerMonth

ORE = Decimal("0.01")


def with_ledger(dossier: Dossier, *, through: int = 8, dearer: str = "", share: str = "1.02") -> Dossier:
    """The plan with the months to `through`: the budget in twelfths, and `share` of it for the units named `dearer`.

    Beside it 1 234,56 kr a month on codes without a unit, the council's grant and a balance account.
    """
    version = followed_budget(dossier)
    assert version is not None
    lines = [line for line in dossier.budget_lines if line.budget == version.id and line.cost_type.is_net_cost]
    year, balances = dossier.plan.year, []
    for month in range(1, through + 1):
        for line in lines:
            factor = Decimal(share) if line.unit.startswith(dearer or line.unit) else Decimal(1)
            amount = (line.amount / 12 * factor).quantize(ORE)
            balances.append(Balance(year=year, month=month, unit=line.unit, cost_type=line.cost_type, amount=amount))
        balances.append(Balance(year=year, month=month, amount=Decimal("1234.56")))
        for kind in (CostType.COUNCIL_GRANT, CostType.BALANCE):
            balances.append(
                Balance(year=year, month=month, unit=lines[0].unit, cost_type=kind, amount=Decimal("-1000"))
            )
    return with_balances(dossier, balances)


def with_balances(dossier: Dossier, balances: list[Balance]) -> Dossier:
    """The plan with these balances of its year added up by key, and a ledger month for each month with their total."""
    sums: dict[tuple[int, str | None, CostType | None], Decimal] = {}
    for b in balances:
        key = b.month, b.unit, b.cost_type
        sums[key] = sums.get(key, Decimal(0)) + b.amount
    year = dossier.plan.year
    held = [Balance(year=year, month=m, unit=u, cost_type=k, amount=amount) for (m, u, k), amount in sums.items()]
    months = tuple(
        LedgerMonth(
            year=year, month=month, source=f"bok-{year}.csv", imported=date(year, month, 28),
            rows=sum(b.month == month for b in held),
            total=sum((b.amount for b in held if b.month == month), Decimal(0)),
        )
        for month in sorted({b.month for b in held})
    )  # fmt: skip
    return replaced(dossier, balances=tuple(held), ledger_months=months)


def replaced(dossier: Dossier, **parts: object) -> Dossier:
    """The plan with some of its parts replaced."""
    return Dossier(**{name: parts.get(name, getattr(dossier, name)) for name in Dossier.model_fields})
