"""Why two columns of the placement grid differ: volume, mix, price and what neither tells of, in tkr."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.grids import placements_of
from styrhus.finance.grids.effects import Effects
from styrhus.finance.rounding import rounded_to_total
from styrhus.paper.blocks import Cell, Table
from styrhus.reports.parts.grid_cells import in_tkr, shown, summed
from styrhus.reports.parts.placement_lines import Line, Pair, column_words, grid_rows, heads
from styrhus.reports.sentences import worded
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit, convert

_SPLIT = msg(
    "Volume: change in care days × the old price. Price: change in price × the new care days. Mix: the part of the "
    "volume that comes from another mixture within the target group. Other: amounts without volume, and amounts that "
    "do not follow from their own volume and price. Difference = volume + price + other, exactly."
)
PARTS = ("volume", "price", "other")
Shares = dict[str, dict[str, Decimal | None]]
"""By row: its difference and what it is made of, in whole tkr."""


def differences(setting: Setting, pair: Pair) -> Table:
    """Why the amounts differ: volume, of which mix, price and what neither tells of, in tkr.

    Where no row has volumes in both columns there is nothing to split, and the difference stands alone.
    """
    grid = placements_of(setting.dossier)
    effects = {row.id: grid.effects(row, pair.before, pair.after) for row in grid.rows}
    shares = _shares(effects)
    is_split = any(held is not None and held.split for held in effects.values())

    def cells(line: Line) -> Sequence[Cell]:
        row, group = line
        rows = (row,) if row is not None else grid.rows_of(group)
        found = {name: summed([shares[r.id][name] for r in rows]) for name in ("difference", *PARTS)}
        cell = {name: shown(setting, value, Unit.TKR, signed=True) for name, value in found.items()}
        if not is_split:
            return [cell["difference"]]
        mix = None if row is not None else grid.group_effects(group, pair.before, pair.after)
        mixed = None if mix is None or mix.mix is None else in_tkr([mix.mix])[0]
        between = Cell() if row is not None else shown(setting, mixed, Unit.TKR, signed=True)
        return [cell["difference"], cell["volume"], between, cell["price"], cell["other"]]

    words = (msg("Difference"), msg("Volume"), msg("of which mix"), msg("Price"), msg("Other"))
    caption = msg(
        "Why {after} differs from {before}, tkr", after=column_words(pair.after), before=column_words(pair.before)
    )
    columns = heads(setting, msg("Care"), words if is_split else words[:1])
    notes = tuple(worded(note, setting.language) for note in _effect_notes(effects, pair, is_split=is_split))
    return Table(setting.say(caption), columns, grid_rows(setting, grid, cells), "placements-differences", notes)


def _shares(effects: dict[str, Effects | None]) -> Shares:
    """Rounded so that the rows add up to the total and the parts of each row to its difference."""
    whole = in_tkr([None if held is None else held.difference for held in effects.values()])
    found: Shares = {}
    for (row, held), difference in zip(effects.items(), whole, strict=True):
        parts: dict[str, Decimal | None] = dict.fromkeys(PARTS)
        if held is not None and not held.split:
            parts["other"] = difference
        elif held is not None:
            exact = [convert(getattr(held, name), Unit.KR, Unit.TKR) for name in PARTS]
            parts |= zip(PARTS, rounded_to_total(exact, 0, total=difference), strict=True)
        found[row] = {"difference": difference, **parts}
    return found


def _effect_notes(effects: dict[str, Effects | None], pair: Pair, *, is_split: bool) -> Iterator[Text]:
    yield _SPLIT if is_split else msg("No row has volumes in both columns, so that the difference cannot be split.")
    left_out = sum(held is None for held in effects.values())
    if left_out:
        yield msg("{count} rows lack an amount in one of the columns and are not compared.", count=left_out)
    if pair.last < 12:
        yield msg("Both columns are January to month {last}; a whole year is cut to it by days.", last=pair.last)
