"""Lund: the amounts of 2021 and 2022 as published; prices, and so persons, are chosen to be plausible."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrhus.caseload.synthetic.recipe import Recipe, Row, year_edges
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow
from styrhus.finance.synthetic.lund_units import FOSTER_2021

FIRST, LAST = 2017, 2022
INDEX = 0.025
CHILDREN, HOMES = "externa-placeringar-barn", "externa-placeringar-familjehem"


@dataclass(frozen=True)
class _Guess:
    """What is not published: kr a day in 2022, mean stay in days, levels of 2017–2020 against 2021, moves."""

    price: float
    stay: float
    before: tuple[float, float, float, float]
    moves: Mapping[str, float]


_GUESSES = {
    CHILDREN: _Guess(5200, 190, (1.25, 1.3, 1.25, 1.1), {HOMES: 0.2}),
    HOMES: _Guess(1950, 520, (1.05, 1.08, 1.05, 1.02), {CHILDREN: 0.06}),
    "skyddat-boende-barn": _Guess(1350, 75, (0.5, 0.6, 0.8, 0.9), {}),
    "externa-placeringar-18-24": _Guess(3300, 170, (1.2, 1.25, 1.15, 1.05), {}),
    "skyddat-boende-18-24": _Guess(1350, 70, (0.5, 0.6, 0.8, 0.9), {}),
    "externa-placeringar-vuxna": _Guess(2300, 130, (1.1, 1.15, 1.1, 1.05), {}),
    "skyddat-boende-vuxna": _Guess(1350, 45, (1.0, 1.0, 1.0, 1.0), {}),
    "externa-placeringar-socialpsykiatri": _Guess(2650, 480, (0.9, 0.95, 0.97, 1.0), {}),
}


def recipe(rows: Sequence[PlacementRow], figures: Sequence[PlacementFigure]) -> Recipe:
    """All rows of the grid; the outcome of 2021 has families' homes among the children's other placements."""
    held = {
        (figure.row, int(figure.period)): figure.amount for figure in figures
        if figure.amount is not None
        and (figure.basis, figure.period) in {(Basis.OUTCOME, "2021"), (Basis.FORECAST, "2022")}
    }  # fmt: skip
    amounts = {key: int(amount) for key, amount in held.items()}
    homes = FOSTER_2021 // 100
    amounts |= {(HOMES, 2021): homes, (CHILDREN, 2021): amounts[CHILDREN, 2021] - homes}
    made = tuple(_row(row, amounts) for row in rows)
    return Recipe("lund", made, FIRST, LAST, priced=LAST, index=INDEX)


def _row(row: PlacementRow, amounts: Mapping[tuple[str, int], int]) -> Row:
    guess = _GUESSES[row.id]
    own = {year: amounts[row.id, year] for year in (2021, 2022)}
    days = {year: round(amount / (guess.price * (1 + INDEX) ** (year - LAST))) for year, amount in own.items()}
    levels = {year: count / (year_edges(year)[1] - year_edges(year)[0]) for year, count in days.items()}
    before = {FIRST + place: levels[2021] * factor for place, factor in enumerate(guess.before)}
    return Row(
        row.id, row.target_group, row.form.value, row.provider.value, "day", before | levels, days, guess.stay,
        guess.price, moves=guess.moves, amounts=own,
    )  # fmt: skip
