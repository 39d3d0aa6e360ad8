"""Moves ends, starts and prices a little, until published care days, prices and amounts are met."""

from collections.abc import Mapping
from random import Random

from styrhus.caseload.synthetic.recipe import Made, Recipe, Row, year_edges

ROUNDS = 400
MOST_ADDED = 60


class NotMetError(RuntimeError):
    """A recipe whose published figures its spells cannot be brought to."""


def meet_days(spells: list[Made], recipe: Recipe, chance: Random) -> None:
    """Every published year of every row gets its care days to the day, year by year."""
    for row in recipe.rows:
        for year, wanted in sorted(row.days.items()):
            _meet_year(spells, row, (year, wanted), chance)


def _meet_year(spells: list[Made], row: Row, wanted: tuple[int, int], chance: Random) -> None:
    first, after = year_edges(wanted[0])
    added = 0
    for _ in range(ROUNDS):
        own = [spell for spell in spells if spell.row is row and spell.days_in(first, after)]
        left = wanted[1] - sum(spell.days_in(first, after) for spell in own)
        if not left:
            return
        if _shift(own, left, first, after, chance=chance):
            continue
        added += 1
        if added > MOST_ADDED:
            break
        _add_or_drop(spells, row, left, (first, after), chance=chance)
    raise NotMetError(f"{row.id} {wanted[0]}")


def _shift(own: list[Made], left: int, first: int, after: int, *, chance: Random) -> bool:
    """Move the ends and starts that lie in the year and that nothing hangs on; whether any moved."""
    step = max(1, -(-abs(left) // max(1, len(own))))
    chance.shuffle(own)
    moved = False
    for spell in own:
        done = _shift_one(spell, left, first, after, step=step)
        left -= done
        moved = moved or done != 0
        if not left:
            break
    return moved


def _shift_one(spell: Made, left: int, first: int, after: int, *, step: int) -> int:
    """Lengthen or shorten one spell by at most `step` days within the year; gives the days won."""
    wanted = max(-step, min(step, left))
    last = after - 1
    if spell.end is not None and not spell.fixed_end and first < spell.end <= last:
        end = min(last, max(spell.end + wanted, max(spell.start, first) + 1))
        won = end - spell.end
        spell.end = end
        return won
    if not spell.fixed_start and first < spell.start < last:
        latest = (spell.end if spell.end is not None else after) - 1
        start = min(max(spell.start - wanted, first + 1), latest, last)
        won = spell.start - start
        spell.start = start
        return won
    return 0


def _add_or_drop(spells: list[Made], row: Row, left: int, edges: tuple[int, int], *, chance: Random) -> None:
    """Where few come and go: one more person in the year, or one who came and left in it less."""
    first, after = edges
    if left > 0:
        start = first + 2 + int(chance.random() * (after - first) / 2)
        end = min(after - 2, start + max(1, min(left, round(row.stay))))
        spells.append(Made(max(spell.person for spell in spells) + 1, row, start, end))
        return
    for spell in [held for held in spells if held.row is row]:
        inside = spell.end is not None and spell.start >= first and spell.end < after
        if inside and not spell.fixed_start and not spell.fixed_end:
            spells.remove(spell)
            return


def set_prices(spells: list[Made], recipe: Recipe, chance: Random) -> None:
    """A whole krona price for every spell, at the level of the year it began, met where it is published."""
    for spell in spells:
        began = (spell.start - year_edges(recipe.priced)[0]) / 365.25
        drawn = spell.row.price * (1 + recipe.index) ** (began - 0.5) * (1 + spell.row.spread * chance.gauss(0, 0.6))
        spell.price = max(1, round(drawn))
    for row in recipe.rows:
        own = [spell for spell in spells if spell.row is row]
        if row.exact_price is not None:
            first, after = year_edges(recipe.priced)
            whole = row.exact_price * sum(spell.days_in(first, after) for spell in own)
            _meet_cost(own, {recipe.priced: round(whole)})
        if row.amounts:
            _meet_cost(own, row.amounts)


def _meet_cost(own: list[Made], amounts: Mapping[int, int]) -> None:
    """Scale all prices to the whole, then those of one year alone to that year, then whole kronor one by one."""
    days = {year: [spell.days_in(*year_edges(year)) for spell in own] for year in amounts}
    whole = sum(sum(_costs(own, days[year])) for year in amounts)
    factor = sum(amounts.values()) / whole
    for spell in own:
        spell.price = max(1, round(spell.price * factor))
    for year, amount in amounts.items():
        alone = [
            place for place, count in enumerate(days[year])
            if count and not any(days[other][place] for other in amounts if other != year)
        ]  # fmt: skip
        _meet_one(own, days[year], alone, amount)


def _meet_one(own: list[Made], days: list[int], alone: list[int], amount: int) -> None:
    held = sum(own[place].price * days[place] for place in alone)
    if not held:
        raise NotMetError(f"{own[0].row.id}: nobody in one year alone")
    factor = 1 + (amount - sum(_costs(own, days))) / held
    if not 0.5 < factor < 1.8:
        raise NotMetError(f"{own[0].row.id}: prices would have to change {factor:.2f} times")
    for place in alone:
        own[place].price = max(1, round(own[place].price * factor))
    for place in sorted(alone, key=lambda place: -days[place]):
        left = amount - sum(_costs(own, days))
        own[place].price += int(left / days[place])


def _costs(own: list[Made], days: list[int]) -> list[int]:
    return [spell.price * count for spell, count in zip(own, days, strict=True)]
