"""Tables drawn in text with dashes, bars and plus signs, as programs that print to text do."""

import re
from itertools import groupby, pairwise

from styrhus.paper.readers.text_lines import Line

_BORDER = re.compile(r"\s*\+(?:[-=:]+\+)+\s*")
_UNDERLINE = re.compile(r"\s*(?:-{2,}[ \t]+)+-{2,}\s*")
_BAR_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
Row = tuple[Line, list[str]]


def drawn(run: list[Line]) -> tuple[list[Row], int | None] | None:
    """Rows and how many of them are headings; None when the lines are no such table."""
    if any(_BORDER.fullmatch(line.text) for line in run):
        return _boxed(run)
    if all("|" in line.text for line in run):
        return _barred(run)
    rules = [index for index, line in enumerate(run) if _UNDERLINE.fullmatch(line.text)]
    return _underlined(run, rules) if rules else None


def _boxed(run: list[Line]) -> tuple[list[Row], int | None] | None:
    """A box: what stands between two borders is a row, also on several lines."""
    if not all("|" in line.text or _BORDER.fullmatch(line.text) for line in run):
        return None
    parted = groupby(run, lambda line: bool(_BORDER.fullmatch(line.text)))
    groups = [list(held) for is_border, held in parted if not is_border]
    if not groups:
        return None
    if len(groups) == 1:
        rows = [(line, _cells(line.text)) for line in groups[0]]
        return rows, None
    rows = [(lines[0], _together([_cells(line.text) for line in lines])) for lines in groups]
    doubled = next((line for line in run if _BORDER.fullmatch(line.text) and "=" in line.text), None)
    heads = sum(lines[0].number < doubled.number for lines in groups) if doubled else None
    if doubled is None and len(groups) == 2 and len(groups[1]) > 1:  # a border under the headings only
        body = [(line, _cells(line.text)) for line in groups[1]]
        return [rows[0], *body], 1
    return rows, heads


def _barred(run: list[Line]) -> tuple[list[Row], int | None] | None:
    rules = [index for index, line in enumerate(run) if _BAR_RULE.fullmatch(line.text)]
    rows = [(line, _cells(line.text)) for index, line in enumerate(run) if index not in rules]
    widths = {len(cells) for _, cells in rows}
    if not rows or (len(widths) > 1 and not rules) or widths == {1}:
        return None
    return rows, rules[0] if rules and rules[0] else None


def _underlined(run: list[Line], rules: list[int]) -> tuple[list[Row], int | None] | None:
    """Headings with dashes under each; the dashes tell where columns begin."""
    under = rules[0] if rules[0] else rules[1] if len(rules) > 1 else None
    if under is None or under + 1 >= len(run):
        return None
    starts = [match.start() for match in re.finditer(r"-+", run[under].text)]
    bounds = list(pairwise([0, *starts[1:], 10_000]))
    rows = [
        (line, [line.text[start:end].strip() for start, end in bounds])
        for index, line in enumerate(run)
        if index not in rules
    ]
    heads = sum(index not in rules for index in range(under))
    head = (rows[0][0], _together([cells for _, cells in rows[:heads]]))
    return [head, *rows[heads:]], 1


def _together(lines: list[list[str]]) -> list[str]:
    width = max(map(len, lines))
    return [" ".join(line[i].strip() for line in lines if i < len(line) and line[i].strip()) for i in range(width)]


def _cells(text: str) -> list[str]:
    return text.strip().removeprefix("|").removesuffix("|").split("|")
