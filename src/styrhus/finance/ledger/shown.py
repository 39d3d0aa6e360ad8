"""Amounts and numbers of rows as messages show them."""

from decimal import Decimal

from styrhus.values.figure import Figure
from styrhus.values.unit import Unit


def kr(amount: Decimal) -> Figure:
    """`1 234,50 kr`."""
    return Figure(amount, Unit.KR)


def number(count: int) -> Figure:
    """`5 000 000`."""
    return Figure(Decimal(count), Unit.NUMBER)
