"""What a frame change must say before it is written down: how long it lasts, and both ends of a move."""

from collections.abc import Iterator

from styrhus.finance.frame import FrameChange, FrameChangeKind, Permanence
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


def change_problems(change: FrameChange) -> Iterator[Problem]:
    """What is wrong with a change, each problem at its field."""
    yield from _lasting(change)
    if not change.unit.is_money:
        yield _at("unit", msg("The unit is not money."), msg("Choose kr, tkr or mnkr."))
    if not change.amount:
        yield _at("amount", msg("A change of nothing changes no frame."), msg("Write the amount."))
    if change.is_own_move:
        yield from _move(change)


def _lasting(change: FrameChange) -> Iterator[Problem]:
    temporary = change.permanence is Permanence.TEMPORARY
    if temporary and change.last_year is None:
        yield _at("last_year", msg("Temporary money has a last year."), msg("Write the last year that it is given."))
    elif not temporary and change.last_year is not None:
        told = msg("Only temporary money has a last year.")
        yield _at("last_year", told, msg("Choose temporary, or leave the year empty."))
    elif change.last_year is not None and change.last_year < change.year:
        yield _at("last_year", msg("The last year lies before the first."), msg("Correct one of the years."))


def _move(change: FrameChange) -> Iterator[Problem]:
    if change.from_unit == change.to_unit:
        yield _at("to_unit", msg("The money moves to the unit that it comes from."), msg("Choose another unit."))
    if change.amount < 0:
        told = msg("What is moved between units is written without minus.")
        yield _at("amount", told, msg("Let the units change places instead."))
    if change.kind is not FrameChangeKind.TRANSFER:
        told = msg("A move between units is a transfer and nothing else.")
        yield _at("kind", told, msg("Choose transfer, or name only one unit."))


def _at(column: str, message: Text, remedy: Text) -> Problem:
    return Problem(message, remedy, column=column)
