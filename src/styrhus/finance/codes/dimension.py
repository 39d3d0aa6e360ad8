"""The dimensions of the code string, and the cost types that accounts are gathered in."""

from enum import StrEnum


class Dimension(StrEnum):
    """A part of the code string (kodsträng); municipalities use some of them, under names of their own."""

    RESPONSIBILITY = "responsibility"
    ACCOUNT = "account"
    ACTIVITY_CODE = "activity_code"
    TASK = "task"
    PROJECT = "project"
    COUNTERPARTY = "counterparty"


class CostType(StrEnum):
    """What an account is to a controller; balance accounts belong to no result and are only counted in controls."""

    COUNCIL_GRANT = "council_grant"
    INCOME = "income"
    STAFF = "staff"
    PREMISES = "premises"
    BOUGHT_CARE = "bought_care"
    GRANTS = "grants"
    CAPITAL = "capital"
    OTHER = "other"
    BALANCE = "balance"

    @property
    def is_net_cost(self) -> bool:
        """Whether it is part of the net cost that the frame pays for: neither the grant itself nor the balance."""
        return self not in {CostType.COUNCIL_GRANT, CostType.BALANCE}
