"""Tables drawn with lines: cells are what the lines enclose, also where they go over several columns or rows."""

import itertools
from collections import defaultdict

from styrhus.paper.readers.pdf.found import FoundCell, FoundTable
from styrhus.paper.readers.pdf.word import Box, Page, Ruling, Word, by_lines

_NEAR = 2.5
_ENOUGH = 0.34
_GAP = 3.5
_MOST_RULINGS = 6_000
_MOST_PLACES = 400


def merged(rulings: list[Ruling]) -> list[Ruling]:
    """Lines at (nearly) one place that touch each other as one."""
    found: list[Ruling] = []
    for group in _clustered(rulings):
        at = sum(r.at for r in group) / len(group)
        start, end = None, 0.0
        for ruling in sorted(group, key=lambda r: r.start):
            if start is None:
                start, end = ruling.start, ruling.end
            elif ruling.start <= end + _GAP:
                end = max(end, ruling.end)
            else:
                found.append(Ruling(at, start, end))
                start, end = ruling.start, ruling.end
        if start is not None:
            found.append(Ruling(at, start, end))
    return found


def _clustered(rulings: list[Ruling]) -> list[list[Ruling]]:
    groups: list[list[Ruling]] = []
    for ruling in sorted(rulings, key=lambda r: r.at)[:_MOST_RULINGS]:
        if groups and ruling.at - groups[-1][0].at <= _NEAR:
            groups[-1].append(ruling)
        else:
            groups.append([ruling])
    return groups


def regions(across: list[Ruling], down: list[Ruling]) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that cross or meet, each with its horizontal and vertical lines."""
    parent = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    for i, a in enumerate(across):
        for j, d in enumerate(down, len(across)):
            meets = a.start - _GAP <= d.at <= a.end + _GAP and d.start - _GAP <= a.at <= d.end + _GAP
            if meets:
                parent[root(i)] = root(j)
    found: dict[int, tuple[list[Ruling], list[Ruling]]] = defaultdict(lambda: ([], []))
    for i, ruling in enumerate(across):
        found[root(i)][0].append(ruling)
    for j, ruling in enumerate(down, len(across)):
        found[root(j)][1].append(ruling)
    return [pair for pair in found.values() if pair[0] and pair[1]]


def _places(rulings: list[Ruling]) -> list[float]:
    found: list[float] = []
    for at in sorted(r.at for r in rulings):
        if not found or at - found[-1] > _NEAR:
            found.append(at)
    return found


class Lattice:
    """The cells that one group of lines encloses."""

    def __init__(self, across: list[Ruling], down: list[Ruling]) -> None:
        self.across, self.down = across, down
        self.xs, self.ys = _places(down), _places(across)

    @property
    def usable(self) -> bool:
        return 2 <= len(self.xs) <= _MOST_PLACES and 2 <= len(self.ys) <= _MOST_PLACES

    @property
    def box(self) -> Box:
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def mended(self, words: list[Word]) -> "Lattice":
        """With the vertical lines that rows between others lack, where their words stand apart all the same."""
        added: list[Ruling] = []
        bands = list(itertools.pairwise(self.ys))
        drawn = [[self._parts(self.down, x, top, bottom) for x in self.xs] for top, bottom in bands]
        for number in range(1, len(self.xs) - 1):
            if sum(row[number] for row in drawn) < _ENOUGH * len(bands):
                continue
            for row, (top, bottom) in zip(drawn, bands, strict=True):
                if not row[number]:
                    left = max((x for x, is_drawn in zip(self.xs[:number], row, strict=False) if is_drawn), default=0.0)
                    right = min(
                        (x for x, is_drawn in zip(self.xs[number + 1 :], row[number + 1 :], strict=True) if is_drawn),
                        default=self.xs[-1],
                    )
                    inside = [w for w in words if top < w.base <= bottom + 1 and left < w.middle < right]
                    if _stand_apart(inside, self.xs[number]):
                        added.append(Ruling(self.xs[number], top, bottom))
        return Lattice(self.across, [*self.down, *added]) if added else self

    def cells(self) -> list[tuple[int, int, int, int]]:
        """Each cell as row, column, how many rows and how many columns it covers."""
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        right = [[self._parts(self.down, x, self.ys[r], self.ys[r + 1]) for x in self.xs] for r in range(rows)]
        under = [[self._parts(self.across, y, self.xs[c], self.xs[c + 1]) for c in range(columns)] for y in self.ys]
        taken = [[False] * columns for _ in range(rows)]
        found = []
        for r in range(rows):
            for c in range(columns):
                if taken[r][c]:
                    continue
                wide = 1
                while c + wide < columns and not right[r][c + wide] and not taken[r][c + wide]:
                    wide += 1
                high = 1
                while r + high < rows and self._opens(r + high, c, wide, right=right, under=under):
                    high += 1
                for i in range(r, r + high):
                    taken[i][c : c + wide] = [True] * wide
                found.append((r, c, high, wide))
        return found

    @staticmethod
    def _opens(r: int, c: int, wide: int, *, right: list[list[bool]], under: list[list[bool]]) -> bool:
        """Whether the row below belongs to the cell above: no line between, and none within it."""
        return not any(under[r][c : c + wide]) and not any(right[r][c + 1 : c + wide])

    @staticmethod
    def _parts(rulings: list[Ruling], at: float, start: float, end: float) -> bool:
        """Whether a line at this place covers most of the way."""
        covered = sum(max(0.0, min(r.end, end) - max(r.start, start)) for r in rulings if abs(r.at - at) <= _NEAR)
        return covered >= 0.6 * (end - start)

    def table(self, page: Page, words: list[Word]) -> FoundTable:
        """The table with its words; words outside all cells stay out."""
        found = FoundTable(page.number, self.box, len(self.xs) - 1, [[] for _ in self.ys[1:]], xs=self.xs)
        owner: dict[tuple[int, int], FoundCell] = {}
        for r, c, high, wide in self.cells():
            cell = FoundCell(c, [], wide)
            found.rows[r].append(cell)
            owner |= {(i, j): cell for i in range(r, r + high) for j in range(c, c + wide)}
        for word in words:
            at = owner.get((_slot(self.ys, word.base - word.size * 0.3), _slot(self.xs, word.middle)))
            if at is not None:
                at.words.append(word)
        return found


def _stand_apart(words: list[Word], x: float) -> bool:
    """Whether words stand on both sides of a place, with more than a space between on every line."""
    both = False
    for line in by_lines(words):
        left = max((w.x1 for w in line if w.middle < x), default=None)
        right = min((w.x0 for w in line if w.middle >= x), default=None)
        if (left is not None and left > x + 1) or (right is not None and right < x - 1):
            return False
        if left is not None and right is not None:
            if right - left < 1.2 * line[0].size:
                return False
            both = True
    return both


def _slot(places: list[float], at: float) -> int:
    """Between which two places it lies; -1 outside."""
    if at < places[0] - _NEAR or at > places[-1] + _NEAR:
        return -1
    slot = sum(place <= at for place in places) - 1
    return min(max(slot, 0), len(places) - 2)
