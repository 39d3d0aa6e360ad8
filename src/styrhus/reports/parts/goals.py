"""Goals by level: each with its wording, why and how, what the texts say about it, and its indicators."""

import re
from collections.abc import Iterator

from styrhus.dossier.document import Part, Section
from styrhus.paper.blocks import Block, Heading, ListBlock, Paragraph, Run, plain
from styrhus.plan.goal import Goal, GoalChange
from styrhus.plan.labels import label
from styrhus.plan.undertaking import ObservationKind
from styrhus.reports.parts.indicators import indicator_blocks
from styrhus.reports.sentences import labelled, sentence
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text, msg

_NUMBER = re.compile(r"^(mål|goal)?\s*\d+(\.\d+)*\s*[:.–-]?\s*", re.IGNORECASE)


def goal_tree(setting: Setting, level: int) -> Blocks:
    """The goals of the top level and everything below them, each goal once."""
    return tuple(block for goal in tops(setting) for block in goal_blocks(setting, goal, level))


def tops(setting: Setting) -> tuple[Goal, ...]:
    return tuple(goal for goal in setting.dossier.goals if not goal.parents)


def goal_blocks(setting: Setting, goal: Goal, level: int, *, here: bool = False) -> Blocks:
    """One goal with its heading and all goals below it that no text section places.

    `here` says that a text section has placed the goal with its indicators just here.
    """
    section = section_about(setting, goal)
    heading = section.title if section else title(goal)
    blocks: list[Block] = [Heading(level, heading, f"goal-{goal.id}"), *goal_wording(setting, goal)]
    if section is not None:
        blocks += setting.prose(setting, section, level + 1)
    if here or not setting.is_placed("indicators", goal.id):
        blocks += indicator_blocks(setting, goal)
    for child in setting.dossier.children_of(goal.id):
        blocks += _below(setting, goal, child, level + 1)
    return tuple(blocks)


def _below(setting: Setting, goal: Goal, child: Goal, level: int) -> Blocks:
    """A goal below another: in full under its first parent, as a pointer under the others."""
    if child.parents[0] != goal.id:
        pointer = Run(child.name, href=f"#goal-{child.id}")
        return (Paragraph((Run(setting.say(msg("Also serves this goal:")) + " "), pointer)),)
    if placed_with_parent(setting, child):
        return ()
    return goal_blocks(setting, child, level)


def placed_with_parent(setting: Setting, goal: Goal) -> bool:
    """Whether a text about a goal above places this goal's indicators, and with them the goal itself."""
    holder = setting.placed.get(("indicators", goal.id))
    return any(
        (section := section_about(setting, above)) is not None and section.id == holder
        for above in above_all(setting, goal)
    )


def above_all(setting: Setting, goal: Goal) -> Iterator[Goal]:
    """Every goal above, nearest first."""
    for key in goal.parents:
        parent = setting.dossier.goal_by_id[key]
        yield parent
        yield from above_all(setting, parent)


def title(goal: Goal) -> str:
    return f"{goal.number} {goal.name}" if goal.number else goal.name


def section_about(setting: Setting, goal: Goal) -> Section | None:
    """The text section whose id or title names the goal: `Mål 2: Sveriges tryggaste kommun` is about goal 2."""
    names = {name.casefold() for name in (goal.name, *goal.aliases)}
    for section in setting.sections_of(Part.GOALS):
        if section.id == goal.id or _NUMBER.sub("", section.title).casefold() in names:
            return section
    return None


def goal_wording(setting: Setting, goal: Goal) -> Iterator[Block]:
    """What the goal says, what is known about it, why, how, and what was seen last year."""
    if goal.text and goal.text.rstrip(".") != goal.name:
        yield Paragraph(plain(sentence(goal.text)), lead=True)
    yield Paragraph((Run(_standing(setting, goal), emphasis=True),))
    told: tuple[tuple[Text, str], ...] = (
        (msg("Why"), goal.rationale),
        (msg("Strategy"), goal.strategy),
        (msg("Own influence"), goal.own_influence),
        (msg("Collaboration"), goal.collaboration),
        (msg("Responsible"), _responsible(setting, goal)),
        (msg("Also called"), "; ".join(goal.aliases)),
    )
    for heading, text in told:
        if text:
            yield labelled(setting.say(heading), sentence(text))
    if goal.activities:
        yield Paragraph((Run(setting.say(msg("Activities")) + ".", strong=True),))
        yield ListBlock(tuple(plain(sentence(activity)) for activity in goal.activities))
    yield from _observations(setting, goal.id)


def _standing(setting: Setting, goal: Goal) -> str:
    """`Nämndens utvecklingsmål, gäller 2023–2025, oförändrat sedan förra året.`"""
    say = setting.say
    said = [next((held.name for held in setting.dossier.steering.levels if held.id == goal.level), "")]
    if years := _years(goal):
        said.append(say(msg("valid {years}", years=years)))
    if goal.change is not GoalChange.UNKNOWN:
        said.append(say(label(goal.change)))
    return sentence(", ".join(text for text in said if text))


def _responsible(setting: Setting, goal: Goal) -> str:
    """Who is responsible, unless it is the board of the plan alone."""
    return "" if goal.responsible == (setting.dossier.board.name,) else ", ".join(goal.responsible)


def _years(goal: Goal) -> str:
    years = [str(year) if year else "" for year in (goal.valid_from, goal.valid_to)]
    return years[0] if years[0] == years[1] else "–".join(years).strip() if any(years) else ""


def loose_observations(setting: Setting, level: int) -> Iterator[Block]:
    """What was observed without belonging to a goal."""
    blocks = tuple(_observations(setting, None))
    if blocks:
        yield Heading(level, setting.say(msg("Observations from last year")))
        yield from blocks


def _observations(setting: Setting, goal: str | None) -> Iterator[Paragraph | ListBlock]:
    """What last year's report saw, good and less good."""
    heads = {ObservationKind.POSITIVE: msg("Positive observations"), ObservationKind.IMPROVE: msg("To improve")}
    for kind, head in heads.items():
        seen = [o for o in setting.dossier.observations if o.goal == goal and o.kind is kind]
        if seen:
            yield Paragraph((Run(setting.say(head) + ".", strong=True),))
            yield ListBlock(tuple(plain(sentence(o.text)) for o in seen))
