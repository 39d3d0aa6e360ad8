"""One text section by itself: its blocks for a preview, and what is wrong with it before it is stored."""

from styrhus.dossier.document import Section
from styrhus.dossier.dossier import Dossier
from styrhus.reports.prose import check_section, placed_by, prose, read_section
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.problem import Problem

__all__ = ["check_section", "section_blocks"]


def section_blocks(section: Section, dossier: Dossier, language: str) -> tuple[Blocks, tuple[Problem, ...]]:
    """The section as a document would show it, and every problem with its line; unknown figures stay as written."""
    others = tuple(held for held in dossier.sections if held.id != section.id and held.home == section.home)
    setting = Setting(dossier, language, (*others, section), placed_by((section, *others)), prose)
    blocks, _ = read_section(setting, section, 1)
    return blocks, check_section(section, dossier)
