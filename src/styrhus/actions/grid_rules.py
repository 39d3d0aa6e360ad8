"""What the figures of a grid must keep, whatever grid it is."""

from collections.abc import Sequence

from styrhus.finance.grids.span import span_of
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.record import Record
from styrhus.values.text import msg


def refuse_figures(figures: Sequence[Record], counted: Sequence[str]) -> None:
    """ProblemsError for periods that are none, and for volumes and prices below zero; rows are numbered from 1."""
    problems = []
    for number, figure in enumerate(figures, start=1):
        period = str(getattr(figure, "period", ""))
        try:
            span_of(period)
        except ValueError:
            told = msg("This is no period."), msg("Write a year as 2023 or a month as 2023-08.")
            problems.append(Problem(*told, row=number, column="period", value=period))
        for name in counted:
            value = getattr(figure, name)
            if value is not None and value < 0:
                told = msg("The value is below zero."), msg("Volumes and prices are zero or more.")
                problems.append(Problem(*told, row=number, column=name, value=str(value)))
    if problems:
        raise ProblemsError(tuple(problems))
