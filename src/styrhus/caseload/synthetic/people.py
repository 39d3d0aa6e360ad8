"""Persons come, stay, move on and come back by chance, around the levels of a recipe."""

from collections.abc import Iterator
from math import exp, log
from random import Random

from styrhus.caseload.synthetic.recipe import DAYS_OF_YEAR, Made, Recipe, Row, year_edges

BURN_IN_YEARS = 9
"""So long before the first year that persons are followed, so that those who are there then have stayed as they do."""
PULL_DAYS = 75.0
"""How quickly a row comes back to its level; without it the published average would have to be forced."""
SHORT, SHORT_PART = 0.25, 0.2
"""The share that stays short, and its mean as a part of the whole mean."""
COME_BACK, AWAY_DAYS, RECENT = 0.08, 90, 400
WEEK = 7


def lived(recipe: Recipe, chance: Random) -> list[Made]:
    """All spells that have a day in the recipe's years; those that go on after its last day are open."""
    first, after = year_edges(recipe.first)[0], year_edges(recipe.last)[1]
    begin = year_edges(recipe.first - BURN_IN_YEARS)[0]
    board = _Board(recipe, chance)
    for day in range(begin, after):
        board.day(day)
    for spell in board.spells:
        if spell.end is not None and spell.end >= after:
            spell.end, spell.fixed_end = None, True
    return [spell for spell in board.spells if spell.end is None or spell.end > first]


class _Board:
    """Who is where on the day that is lived."""

    def __init__(self, recipe: Recipe, chance: Random) -> None:
        self.recipe, self.chance = recipe, chance
        self.rows = {row.id: row for row in recipe.rows}
        self.spells: list[Made] = []
        self.leaving: dict[int, list[Made]] = {}
        self.there = dict.fromkeys(self.rows, 0)
        self.left: list[tuple[int, Made]] = []
        self.persons = 0
        self._wanted: dict[tuple[str, int], tuple[float, float]] = {}

    def day(self, day: int) -> None:
        """Who leaves today leaves, or moves; then others come."""
        for spell in self.leaving.pop(day, []):
            self.there[spell.row.id] -= 1
            self._go_on(spell, day)
        for row in self.recipe.rows:
            for _ in range(_poisson(self.chance, self._rate(row, day))):
                self._come(row, day)

    def _rate(self, row: Row, day: int) -> float:
        """Persons a day who come to a row: as many as leave at its level, and more the further it is below it."""
        level, base = self._wanted.get((row.id, day // WEEK)) or self._want(row, day)
        return max(0.0, base + (level - self.there[row.id]) / PULL_DAYS)

    def _want(self, row: Row, day: int) -> tuple[float, float]:
        """The level of a week, and the persons a day from outside that would keep it there."""
        level = level_on(row, day)
        others = [other for other in self.recipe.rows if row.id in other.moves]
        moved_in = sum(level_on(other, day) / other.stay * other.moves[row.id] for other in others)
        growth = (level_on(row, day + 30) - level) / 30
        return self._wanted.setdefault((row.id, day // WEEK), (level, level / row.stay - moved_in + growth))

    def _come(self, row: Row, day: int) -> None:
        """A new person, or now and then one who has left long enough ago and comes to the same target group."""
        if self.chance.random() < COME_BACK:
            away = [spell for gone, spell in self.left[-RECENT:]
                    if gone + AWAY_DAYS < day and spell.row.group == row.group and not spell.fixed_end]  # fmt: skip
            if away:
                before = away[int(self.chance.random() * len(away))]
                before.fixed_end = True
                return self._enter(row, day, before.person, fixed=True)
        self.persons += 1
        return self._enter(row, day, self.persons, fixed=False)

    def _enter(self, row: Row, day: int, person: int, *, fixed: bool) -> None:
        end = day + _stay(self.chance, row.stay)
        spell = Made(person, row, day, end, fixed_start=fixed)
        self.spells.append(spell)
        self.leaving.setdefault(end, []).append(spell)
        self.there[row.id] += 1

    def _go_on(self, spell: Made, day: int) -> None:
        drawn = self.chance.random()
        for name, share in spell.row.moves.items():
            drawn -= share
            if drawn < 0:
                spell.fixed_end = True
                return self._enter(self.rows[name], day, spell.person, fixed=True)
        self.left.append((day, spell))
        return None


def level_on(row: Row, day: int) -> float:
    """The level of a row on a day: a line between the middles of the years, flat before the first."""
    years = sorted(row.levels)
    middles = [year_edges(year)[0] + DAYS_OF_YEAR / 2 for year in years]
    if day <= middles[0] or len(years) == 1:
        return row.levels[years[0]]
    if day >= middles[-1]:
        slope = (row.levels[years[-1]] - row.levels[years[-2]]) / DAYS_OF_YEAR / 2
        return max(0.0, row.levels[years[-1]] + slope * (day - middles[-1]))
    place = next(i for i, middle in enumerate(middles) if middle > day)
    share = (day - middles[place - 1]) / (middles[place] - middles[place - 1])
    return row.levels[years[place - 1]] * (1 - share) + row.levels[years[place]] * share


def _stay(chance: Random, mean: float) -> int:
    """Days, at least one: short with probability SHORT, else long, together of the wanted mean."""
    long = (1 - SHORT * SHORT_PART) / (1 - SHORT)
    own = mean * (SHORT_PART if chance.random() < SHORT else long)
    return max(1, round(-log(1 - chance.random()) * own))


def _poisson(chance: Random, mean: float) -> int:
    """A Poisson number by multiplying uniforms (Knuth); means here are far below ten."""
    limit, product, count = exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def renumbered(spells: list[Made]) -> Iterator[tuple[int, Made]]:
    """The spells in order of start with persons counted from 1 in the order in which they first came."""
    numbers: dict[int, int] = {}
    order = sorted(spells, key=lambda spell: (spell.start, spell.person))
    for spell in order:
        yield numbers.setdefault(spell.person, len(numbers) + 1), spell
