"""The chapters that kinds of document are put together from: text sections first, then what the data says."""

from styrhus.dossier.document import Part
from styrhus.finance.table import TableKind
from styrhus.paper.blocks import Block, ListBlock, plain
from styrhus.reports.parts.appendix import appendix_blocks
from styrhus.reports.parts.assignments import assignment_blocks, counted
from styrhus.reports.parts.bridge import frame_sentence
from styrhus.reports.parts.changes import change_blocks
from styrhus.reports.parts.chapter import chapter
from styrhus.reports.parts.conditions import condition_blocks
from styrhus.reports.parts.economy import economy_blocks, tables_of_kind
from styrhus.reports.parts.front import decision_blocks, decision_section
from styrhus.reports.parts.goals import goal_tree, loose_observations, section_about
from styrhus.reports.parts.house_drawing import house_drawing
from styrhus.reports.parts.needs import need_blocks
from styrhus.reports.parts.steering import organisation_blocks, steering_blocks
from styrhus.reports.parts.undertakings import guarantee_blocks, undertaking_blocks
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text, msg


def decisions(setting: Setting) -> Blocks:
    return tuple(decision_blocks(setting))


def summary(setting: Setting) -> Blocks:
    """The texts, then the house."""
    taken = decision_section(setting)
    texts = [section for section in setting.sections_of(Part.SUMMARY) if section is not taken]
    return chapter(setting, Part.SUMMARY, sections=texts, content=(house_drawing(setting),))


def steering(setting: Setting) -> Blocks:
    content = (*steering_blocks(setting), *organisation_blocks(setting, 2))
    return chapter(setting, Part.STEERING, content=content)


def mission(setting: Setting) -> Blocks:
    """The statutory task as a list."""
    tasks = setting.dossier.steering.mission
    content: tuple[Block, ...] = (ListBlock(tuple(plain(task) for task in tasks)),) if tasks else ()
    return chapter(setting, Part.MISSION, content=content)


def conditions(setting: Setting) -> Blocks:
    return chapter(setting, Part.CONDITIONS, content=condition_blocks(setting, 2))


def goals(setting: Setting) -> Blocks:
    """Texts that are about no goal first, then the goals in their tree, then what is new among the indicators."""
    about = {s.id for goal in setting.dossier.goals if (s := section_about(setting, goal))}
    texts = [section for section in setting.sections_of(Part.GOALS) if section.id not in about]
    content = (*goal_tree(setting, 2), *loose_observations(setting, 2), *change_blocks(setting, 2))
    return chapter(setting, Part.GOALS, sections=texts, content=content)


def undertakings(setting: Setting) -> Blocks:
    content = (*undertaking_blocks(setting, 2), *guarantee_blocks(setting, 2))
    title: Text | None = None
    if not setting.dossier.guarantees:
        title = msg("Undertakings")
    elif not setting.dossier.undertakings:
        title = msg("Service guarantees")
    return chapter(setting, Part.UNDERTAKINGS, title=title, content=content)


def assignments(setting: Setting) -> Blocks:
    return chapter(setting, Part.ASSIGNMENTS, opening=counted(setting), content=assignment_blocks(setting, 2))


def economy(setting: Setting) -> Blocks:
    """The frame in one sentence, the texts, and every table that they do not place."""
    title = None if setting.dossier.frames else msg("Economy")
    opening = tuple(frame_sentence(setting))
    return chapter(setting, Part.ECONOMY, title=title, opening=opening, content=economy_blocks(setting, 2))


def needs(setting: Setting) -> Blocks:
    return chapter(setting, Part.NEEDS, content=need_blocks(setting, 2))


def investments(setting: Setting) -> Blocks:
    content = tables_of_kind(setting, TableKind.INVESTMENT)
    return chapter(setting, Part.INVESTMENT, content=content)


def appendix(setting: Setting) -> Blocks:
    return chapter(setting, Part.APPENDIX, content=appendix_blocks(setting, 2))
