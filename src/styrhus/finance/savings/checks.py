"""What a saving and a requirement must say before they are written down."""

from collections.abc import Iterator

from styrhus.finance.savings.saving import MeasuredBy, Saving, SavingsRequirement
from styrhus.values.problem import Problem
from styrhus.values.text import Text, msg


def saving_problems(saving: Saving) -> Iterator[Problem]:
    """What is wrong with a saving, each problem at its field."""
    if not 0 <= saving.ramp_months <= 120:
        yield _at("ramp_months", msg("The ramp has to be 0 to 120 months."), msg("Correct the number of months."))
    if saving.end_year is None and saving.end_month is not None:
        yield _at("end_year", msg("A month stands without its year."), msg("Write the year, or leave both empty."))
    if saving.end_year is not None:
        end = (saving.end_year, saving.end_month or 12)
        if end < (saving.start_year, saving.start_month):
            yield _at("end_year", msg("The effect ends before it begins."), msg("Correct one of the years."))
    if saving.one_off_cost is not None and saving.one_off_cost < 0:
        yield _at("one_off_cost", msg("A cost is written without minus."), msg("Remove the minus."))
    yield from _measured(saving)


def requirement_problems(requirement: SavingsRequirement) -> Iterator[Problem]:
    """What is wrong with a requirement."""
    if requirement.amount <= 0:
        yield _at("amount", msg("A requirement is more than nothing."), msg("Write it as a positive amount."))


def _measured(saving: Saving) -> Iterator[Problem]:
    if saving.measured_by is MeasuredBy.STATED:
        return
    if saving.baseline is None:
        told = msg("Without a baseline there is nothing to measure against.")
        yield _at("baseline", told, msg("Write the cost (or the persons) a month before the measure."))
    if saving.measured_by is MeasuredBy.VOLUME and saving.measured_row is None:
        told = msg("A volume is measured in a row of the placement grid.")
        yield _at("measured_row", told, msg("Choose the row."))


def _at(column: str, message: Text, remedy: Text) -> Problem:
    return Problem(message, remedy, column=column)
