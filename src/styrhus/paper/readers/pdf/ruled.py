"""Tables with lines across only: rows stand between them, columns are told from how the texts stand."""

from collections.abc import Sequence

from styrhus.paper.readers.assemble_shapes import TABLE_WORD
from styrhus.paper.readers.pdf import stream
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.lattice import merged
from styrhus.paper.readers.pdf.segments import segments
from styrhus.paper.readers.pdf.word import Page, Ruling, Word, by_lines

_FEWEST_RULES, _SHORTEST = 3, 120.0
_HIGHEST = 260.0
_MOST_WORDS = 14
_GAP, _PROSE = 2.4, 0.62


def ruled(page: Page, words: list[Word], found: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables between at least three lines of one width, each with the headings above its first line."""
    result = []
    for group in _groups(page, words, found):
        inside = [w for w in words if group[0].at <= w.base - 0.3 * w.size <= group[-1].at and _within(w, group[0])]
        lines = by_lines(inside)
        if len(lines) < 2:
            continue
        above = by_lines(w for w in words if w.base < group[0].at and _within(w, group[0]))
        heads = stream.headings(above, lines, group[0].at)
        table = stream.build(page, [*heads, *lines], separators=[rule.at for rule in group])
        if table is not None and is_filled(table):
            result.append(table)
            taken = {id(word) for word in table.words}
            words = [word for word in words if id(word) not in taken]
    return result


def _within(word: Word, rule: Ruling) -> bool:
    return rule.start - 3 <= word.middle <= rule.end + 3


def _groups(page: Page, words: list[Word], found: Sequence[FoundTable]) -> list[list[Ruling]]:
    """Lines of one width below each other with nothing but rows between."""
    groups: list[list[Ruling]] = []
    for rule in sorted(merged(page.across), key=lambda r: r.at):
        inside = any(t.box.top - 3 <= rule.at <= t.box.bottom + 3 and t.box.x0 < rule.end for t in found)
        if rule.end - rule.start < _SHORTEST or inside:
            continue
        group = next((g for g in groups if _goes_on(g[-1], rule, words)), None)
        if group is None:
            groups.append([rule])
        else:
            group.append(rule)
    return [group for group in groups if len(group) >= _FEWEST_RULES]


def _goes_on(above: Ruling, rule: Ruling, words: list[Word]) -> bool:
    same = abs(above.start - rule.start) < 4 and abs(above.end - rule.end) < 4
    if not same or rule.at - above.at > _HIGHEST:
        return False
    between = by_lines(w for w in words if above.at < w.base - 0.3 * w.size < rule.at and _within(w, rule))
    return _are_rows(between, above, rule)


def _are_rows(lines: list[list[Word]], above: Ruling, rule: Ruling) -> bool:
    """Whether what stands between two lines is rows: apart, or short, set without a gap and no running text."""
    last, size = above.at, 0.0
    parts = [segments(line) for line in lines]
    for line in parts:
        base, size = line[0].words[0].base, line[0].words[0].size
        if base - last > _GAP * size or TABLE_WORD.match(line[0].text):
            return False
        last = base
        if len(line) == 1 and line[0].x1 - line[0].x0 > _PROSE * (rule.end - rule.start):
            return False
    if rule.at - last > _GAP * max(size, 1.0):
        return False
    return any(len(line) > 1 for line in parts) or sum(len(line[0].words) for line in parts) <= _MOST_WORDS


def is_filled(table: FoundTable) -> bool:
    """Whether at least two columns are filled in at least two rows, and the texts are cells rather than pages."""
    several = sum(len([c for c in row if c.words]) > 1 for row in table.rows)
    longest = max((len(cell.text) for row in table.rows for cell in row), default=0)
    return several >= 2 and several >= 0.4 * len(table.rows) and longest < 1200
