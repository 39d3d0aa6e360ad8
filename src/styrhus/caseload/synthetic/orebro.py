"""Örebro: persons a day of 2017 and 2018 and the prices of 2018 as published, earlier years as they may have been."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrhus.caseload.synthetic.recipe import Recipe, Row, year_edges
from styrhus.finance.grids.basis import Basis
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow, Pricing

FIRST, LAST = 2014, 2018
PUBLISHED = (2017, 2018)


@dataclass(frozen=True)
class _Guess:
    """What nobody publishes: mean stay in days, where those who leave go on to, and levels against 2017."""

    stay: float
    moves: Mapping[str, float]
    before: tuple[float, float, float] = (0.93, 0.96, 0.98)
    spread: float = 0.12


_GUESSES = {
    "barn-institution": _Guess(200, {"barn-familjehem-internt": 0.18, "barn-familjehem-externt": 0.08}),
    "barn-familjehem-internt": _Guess(1100, {"barn-institution": 0.05, "unga-familjehem-internt": 0.25}, spread=0.1),
    "barn-familjehem-externt": _Guess(620, {"barn-familjehem-internt": 0.15, "unga-familjehem-externt": 0.2}),
    "barn-oppenvard-dygn": _Guess(170, {"barn-institution": 0.1}, (1.0, 1.1, 1.05)),
    "unga-institution": _Guess(165, {"unga-familjehem-externt": 0.1, "unga-oppenvard-dygn": 0.12}, (0.8, 0.86, 0.95)),
    "unga-familjehem-internt": _Guess(640, {"unga-institution": 0.08}, (1.02, 1.08, 1.06), 0.1),
    "unga-familjehem-externt": _Guess(450, {"unga-institution": 0.1}, (0.8, 0.88, 0.95)),
    "unga-oppenvard-dygn": _Guess(140, {}, (0.85, 0.9, 0.95)),
    "jourhem": _Guess(75, {"barn-familjehem-internt": 0.3, "barn-familjehem-externt": 0.06, "barn-institution": 0.08,
                           "unga-institution": 0.06}, (1.05, 1.1, 1.05), 0.08),
    "vuxna-institution": _Guess(120, {"vuxna-oppenvard": 0.16, "vuxna-boende": 0.08}, (0.85, 0.9, 0.95)),
    "vuxna-oppenvard": _Guess(130, {}, (0.8, 0.9, 0.95)),
    "vuxna-boende": _Guess(260, {}, (0.85, 0.9, 0.95)),
    "vuxna-icke-missbruk": _Guess(190, {}, (0.6, 0.7, 0.85)),
}  # fmt: skip


def recipe(rows: Sequence[PlacementRow], figures: Sequence[PlacementFigure]) -> Recipe:
    """The rows of the grid that have persons; those with an amount alone have no spells."""
    held = {(figure.row, figure.period): figure for figure in figures if figure.basis is Basis.OUTCOME}
    made = tuple(_row(row, held) for row in rows if row.pricing is not Pricing.AMOUNT)
    return Recipe("orebro", made, FIRST, LAST, priced=LAST)


def _row(row: PlacementRow, held: Mapping[tuple[str, str], PlacementFigure]) -> Row:
    guess = _GUESSES[row.id]
    persons = {year: held[row.id, str(year)].persons for year in PUBLISHED}
    known = {year: count for year, count in persons.items() if count is not None}
    price = held[row.id, str(LAST)].price
    if price is None or len(known) < len(PUBLISHED):
        raise ValueError(f"{row.id} has no persons or price")
    days = {year: round(count * (year_edges(year)[1] - year_edges(year)[0])) for year, count in known.items()}
    levels = {FIRST + place: float(known[2017]) * factor for place, factor in enumerate(guess.before)}
    return Row(
        row.id, row.target_group, row.form.value, row.provider.value, row.pricing.value,
        levels | {year: float(count) for year, count in known.items()}, days, guess.stay, float(price),
        moves=guess.moves, spread=guess.spread, exact_price=float(price),
    )  # fmt: skip
