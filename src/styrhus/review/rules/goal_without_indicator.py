"""A goal that no indicator belongs to where other goals have one."""

import re
from collections.abc import Iterator

from styrhus.paper.reading import Block, TextBlock
from styrhus.review.examined import Examined
from styrhus.review.rule import Rule
from styrhus.review.understanding.goals import GoalSection, goal_sections, has_indicator
from styrhus.review.understanding.indicators import IndicatorTable
from styrhus.review.understanding.outline import folded
from styrhus.review.understanding.wording import listed, plain
from styrhus.values.finding import Confidence, Finding
from styrhus.values.place import Place
from styrhus.values.problem import Severity
from styrhus.values.text import msg

ID = "goal-without-indicator"
_NOT_HERE = re.compile(
    r"\b(?:nämnden|styrelsen|utskottet|förvaltningen) har (?:inget|inga) (?:eget|egna)\b.{0,20}mål\b|"
    r"\b(?:inga|ingen) (?:egna? )?(?:indikator\w*|mätetal|nyckeltal)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\w*mål\s?\d*\s?[:.–-]?\s?", re.IGNORECASE)


def check(examined: Examined) -> Iterator[Finding]:
    blocks = examined.reading.blocks
    sections = goal_sections(blocks)
    tables = [table.grid.table.number for table in examined.indicator_tables]
    named = {folded(i.goal) for table in examined.indicator_tables for i in table.indicators if i.goal}
    without = [
        s for s in sections
        if not has_indicator(s, blocks, tables) and not _is_named(s.name, named) and not _left_out(s, blocks)
    ]  # fmt: skip
    if without and len(without) < len(sections):
        yield _finding([(s.name, s.place) for s in without], len(sections))
    for table in examined.indicator_tables:
        goals = list(_goals(table))
        bare = [(name, place) for name, place, has in goals if not has]
        if bare and len(bare) < len(goals):
            yield _finding(bare, len(goals))


def _left_out(section: GoalSection, blocks: tuple[Block, ...]) -> bool:
    """Whether the section says itself that the goal is not followed here."""
    texts = (block.text for block in blocks[section.start + 1 : section.end] if isinstance(block, TextBlock))
    return any(_NOT_HERE.search(text) for text in texts)


def _is_named(name: str, goals: set[str]) -> bool:
    """Whether a table elsewhere has indicators for the goal, by its words after the number."""
    words = folded(_NUMBER.sub("", name))
    return any(words in goal or (len(goal) > 8 and goal in words) for goal in goals)


def _goals(table: IndicatorTable) -> Iterator[tuple[str, Place, bool]]:
    """The goals of a table's goal column, and whether a row of the table has an indicator for each."""
    if table.goal is None:
        return
    served = {folded(indicator.goal) for indicator in table.indicators}
    for row in table.grid.rows:
        name = plain(row.cells[table.goal.index].text)
        if name:
            yield name, table.grid.place(row, table.goal), folded(name) in served


def _finding(goals: list[tuple[str, Place]], total: int) -> Finding:
    return Finding(
        ID, Severity.WARNING, Confidence.LIKELY, goals[0][1],
        msg("{count} of {total} goals have no indicator: {names}.",
            count=len(goals), total=total, names=listed([name for name, _ in goals])),
        msg("Give each goal at least one indicator, or say how it will be judged."),
        related=tuple(place for _, place in goals[1:]),
    )  # fmt: skip


RULE = Rule(
    ID, Severity.WARNING, Confidence.LIKELY,
    title=msg("Goal without indicator"),
    what=msg("A goal has a section or a row of its own like the others, but no indicator."),
    why=msg("What is not measured is not followed up, and the goal is forgotten when the year is reported."),
    example=msg("Four goals with sections, of which two have a table of indicators."),
    check=check,
)  # fmt: skip
