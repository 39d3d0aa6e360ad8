"""Which boards spells can be made up for, and the file they come to."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO
from random import Random

from styrhus.caseload.synthetic import lund, orebro
from styrhus.caseload.synthetic.exact import NotMetError, meet_days, set_prices
from styrhus.caseload.synthetic.people import lived, renumbered
from styrhus.caseload.synthetic.recipe import Made, Recipe
from styrhus.finance.grids.placement import PlacementFigure, PlacementRow

COLUMNS = ("person", "group", "type", "provider", "start", "end", "price", "price_unit")
NOTE = "README.md"
"""The file beside the spells that says they are made up."""
_RECIPES = {("orebro", 2019): orebro.recipe, ("lund", 2023): lund.recipe}
_TRIES = 40
_EPOCH = date(1970, 1, 1)


def placements(
    board: str, year: int, rows: Sequence[PlacementRow], figures: Sequence[PlacementFigure]
) -> bytes | None:  # fmt: skip
    """The made-up spells of an example's plan as CSV; None for other plans. The same plan gives the same bytes."""
    make = _RECIPES.get((board, year))
    if make is None:
        return None
    return _written(_made(make(rows, figures))).encode("utf-8")


def volumes(content: str, year: int) -> dict[tuple[str, str, str], tuple[int, float]]:
    """Care days and cost in kr of a year by group, type and provider, reckoned from a file's text by itself.

    A monthly price is twelve times a year of so many days as the year has.
    """
    first, after = (date(held, 1, 1) for held in (year, year + 1))
    found: dict[tuple[str, str, str], tuple[int, float]] = {}
    for row in csv.DictReader(StringIO(content)):
        start = max(date.fromisoformat(row["start"]), first)
        end = min(date.fromisoformat(row["end"]), after) if row["end"] else after
        days = max(0, (end - start).days)
        price = float(row["price"]) * (12 / (after - first).days if row["price_unit"] == "month" else 1)
        key = (row["group"], row["type"], row["provider"])
        held = found.get(key, (0, 0.0))
        found[key] = (held[0] + days, held[1] + days * price)
    return found


def _made(recipe: Recipe) -> list[Made]:
    """The first seed whose spells can be brought to what is published; the order of seeds never changes."""
    for seed in range(_TRIES):
        chance = Random(f"placements-{recipe.board}-{recipe.last}-{seed}")
        spells = lived(recipe, chance)
        try:
            meet_days(spells, recipe, chance)
            set_prices(spells, recipe, chance)
        except NotMetError:
            continue
        return spells
    raise NotMetError(recipe.board)


def _written(spells: list[Made]) -> str:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, spell in renumbered(spells):
        row = spell.row
        end = "" if spell.end is None else _day(spell.end)
        writer.writerow(
            [f"p{number}", row.group, row.type, row.provider, _day(spell.start), end, spell.price, row.unit]
        )
    return out.getvalue()


def _day(number: int) -> str:
    return (_EPOCH + timedelta(days=number)).isoformat()
