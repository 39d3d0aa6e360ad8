"""Goals as a scorecard: for each perspective one table of goals and measures, then the strategy of each goal."""

from collections.abc import Iterator

from styrhus.dossier.document import Part
from styrhus.dossier.judgements import subtree
from styrhus.paper.blocks import Block, Heading
from styrhus.plan.goal import Goal
from styrhus.reports.parts.changes import change_blocks
from styrhus.reports.parts.chapter import chapter
from styrhus.reports.parts.goals import goal_wording, section_about, title, tops
from styrhus.reports.parts.indicator_table import indicator_table
from styrhus.reports.parts.indicators import charts, definitions
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import msg


def scorecard_goals(setting: Setting) -> Blocks:
    """The chapter of goals: texts about no goal, then a section for each goal of the top level."""
    about = {s.id for goal in setting.dossier.goals if (s := section_about(setting, goal))}
    texts = [section for section in setting.sections_of(Part.GOALS) if section.id not in about]
    content = [block for goal in tops(setting) for block in _perspective(setting, goal)]
    return chapter(
        setting,
        Part.GOALS,
        title=msg("Scorecard"),
        sections=texts,
        content=(*content, *change_blocks(setting, 2)),
    )


def _perspective(setting: Setting, top: Goal) -> Iterator[Block]:
    """Text, the card itself, then each goal's wording and strategy, and how its measures are made."""
    section = section_about(setting, top)
    yield Heading(2, section.title if section else title(top), f"goal-{top.id}")
    yield from goal_wording(setting, top)
    if section is not None:
        yield from setting.prose(setting, section, 3)
    goals = _own(setting, top)
    groups = [(_wording(goal), held) for goal in goals if (held := setting.dossier.indicators_of(goal.id))]
    indicators = [indicator for _, held in groups for indicator in held]
    if groups:
        caption = setting.say(msg("Goals, measures and targets: {perspective}", perspective=top.name))
        yield indicator_table(setting, groups, caption=caption, anchor=f"indicators-{top.id}")
        yield from definitions(setting, indicators)
    for goal in goals[1:]:
        yield from _goal(setting, goal)
    yield from charts(setting, indicators)


def _own(setting: Setting, top: Goal) -> list[Goal]:
    """The goal and those below it that come first under it; one below several stands under its first parent."""
    below = [setting.dossier.goal_by_id[key] for key in subtree(setting.dossier, top.id)]
    return [goal for goal in below if goal is top or root(setting, goal) is top]


def root(setting: Setting, goal: Goal) -> Goal:
    """The goal of the top level that the first parents lead to."""
    while goal.parents:
        goal = setting.dossier.goal_by_id[goal.parents[0]]
    return goal


def _wording(goal: Goal) -> str:
    return goal.text or goal.name


def _goal(setting: Setting, goal: Goal) -> Iterator[Block]:
    section = section_about(setting, goal)
    yield Heading(3, section.title if section else title(goal), f"goal-{goal.id}")
    yield from goal_wording(setting, goal)
    if section is not None:
        yield from setting.prose(setting, section, 4)
