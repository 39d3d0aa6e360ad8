"""Which blocks lie on upright pages and which on pages turned on their side."""

from collections.abc import Iterable
from dataclasses import dataclass

from styrhus.paper.blocks import Block, Facts, Table
from styrhus.paper.grid import is_wide
from styrhus.paper.outline import Placed


@dataclass(frozen=True)
class Spread:
    """Blocks in a row that share the orientation of their pages."""

    placed: tuple[Placed, ...]
    on_side: bool = False


def front(placed: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """The facts that a document begins with, which belong on its title page."""
    count = 0
    while count < len(placed) and isinstance(placed[count].block, Facts):
        count += 1
    return placed[:count]


def spreads(placed: Iterable[Placed]) -> tuple[Spread, ...]:
    """Turn the pages of tables with many columns; the headings just above a table go with it."""
    found: list[tuple[list[Placed], bool]] = []
    for place in placed:
        turned = _needs_width(place.block)
        if not found or found[-1][1] is not turned:
            found.append((_headings_at_end(found) if turned else [], turned))
        found[-1][0].append(place)
    return tuple(Spread(tuple(group), turned) for group, turned in found if group)


def _needs_width(block: Block) -> bool:
    return isinstance(block, Table) and is_wide(block)


def _headings_at_end(found: list[tuple[list[Placed], bool]]) -> list[Placed]:
    taken: list[Placed] = []
    while found and found[-1][0] and found[-1][0][-1].level:
        taken.insert(0, found[-1][0].pop())
    return taken
