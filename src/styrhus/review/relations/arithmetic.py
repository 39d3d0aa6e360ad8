"""Arithmetic written out the way a reader checks it."""

from collections.abc import Iterable
from decimal import Decimal

from styrhus.values.number import MINUS, format_number

LONGEST = 24


def written_sum(terms: Iterable[tuple[int, Decimal]], computed: Decimal) -> str:
    """`1 240 + 57 037 = 58 277`; terms are sign and value. The middle of a very long sum is left out."""
    parts = [_part(sign, value, first=order == 0) for order, (sign, value) in enumerate(terms)]
    if len(parts) > LONGEST:
        parts = [*parts[: LONGEST // 2], " + …", *parts[-LONGEST // 2 :]]
    return f"{''.join(parts)} = {format_number(computed)}"


def written_product(factors: Iterable[Decimal], computed: Decimal) -> str:
    """`23 × 3 450 × 365 = 28 962 750`."""
    return f"{' × '.join(format_number(factor) for factor in factors)} = {format_number(computed)}"


def written_percent(part: Decimal, whole: Decimal, computed: Decimal, *, change: bool) -> str:
    """`100 × (110 − 100) / 100 = 10,0`, or without the difference when it is a share."""
    over = f"({format_number(part)} {MINUS} {_bracketed(whole)})" if change else format_number(part)
    return f"100 × {over} / {_bracketed(whole)} = {format_number(computed)}"


def _part(sign: int, value: Decimal, *, first: bool) -> str:
    if first:
        return format_number(value if sign == 1 else -value)
    # A printed minus is kept as the operation, so that `5 − 3` is not written `5 + −3`.
    if sign == 1 and value < 0:
        return f" {MINUS} {format_number(-value)}"
    return f" {'+' if sign == 1 else MINUS} {_bracketed(value)}"


def _bracketed(value: Decimal) -> str:
    return f"({format_number(value)})" if value < 0 else format_number(value)
