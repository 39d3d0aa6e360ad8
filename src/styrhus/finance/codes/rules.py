"""Mapping rules: dated ranges of codes that lead to a unit or a cost type, so that history survives reorganisations."""

from datetime import date

from styrhus.finance.codes.dimension import CostType, Dimension
from styrhus.values.record import Id, Name, Record


class UnitRule(Record):
    """Codes `first`–`last` of a dimension belong to `unit` while it is valid; the first rule that fits decides.

    Codes are compared as text when of equal length, so `2100`–`2199` does not take `21`. An open end is open.
    """

    id: Id
    dimension: Dimension = Dimension.RESPONSIBILITY
    first: Name
    last: Name
    unit: Id
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


class AccountRule(Record):
    """Accounts `first`–`last` are of a cost type while it is valid; a board's own rules go before the national ones."""

    id: Id
    first: Name
    last: Name
    cost_type: CostType
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""


class CodeName(Record):
    """What a code is called, as the ledger or the board has named it."""

    dimension: Dimension
    code: Name
    name: Name
