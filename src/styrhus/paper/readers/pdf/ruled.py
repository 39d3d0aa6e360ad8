"""Tables with lines across only: rows stand between them, columns are told from how the texts stand."""

from collections.abc import Sequence

from styrhus.paper.readers.pdf import stream
from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.lattice import merged
from styrhus.paper.readers.pdf.segments import segments
from styrhus.paper.readers.pdf.word import Page, Ruling, Word, by_lines

_FEWEST_RULES, _SHORTEST = 3, 120.0
_HIGHEST = 260.0
_MOST_WORDS = 14


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
    parts = [segments(line) for line in between]
    apart = any(len(line) > 1 for line in parts)
    return apart or sum(len(part.words) for line in parts for part in line) <= _MOST_WORDS


def is_filled(table: FoundTable) -> bool:
    """Whether at least two columns are filled in at least two rows, and the texts are cells rather than pages."""
    several = sum(len([c for c in row if c.words]) > 1 for row in table.rows)
    longest = max((len(cell.text) for row in table.rows for cell in row), default=0)
    return several >= 2 and several >= 0.4 * len(table.rows) and longest < 1200
