"""The board's plan with its internal budget (verksamhetsplan med internbudget): everything that the dossier holds."""

from collections.abc import Iterator

from styrhus.reports import chapters
from styrhus.reports.kind import ALL_PARTS, DocumentKind
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import msg


def _chapters(setting: Setting) -> Iterator[Blocks]:
    yield chapters.decisions(setting)
    yield chapters.summary(setting)
    yield chapters.steering(setting)
    yield chapters.mission(setting)
    yield chapters.conditions(setting)
    yield chapters.goals(setting)
    yield chapters.undertakings(setting)
    yield chapters.assignments(setting)
    yield chapters.economy(setting)
    yield chapters.needs(setting)
    yield chapters.investments(setting)
    yield chapters.appendix(setting)


KIND = DocumentKind(
    id="board-plan",
    name=msg("Board plan with internal budget"),
    description=msg("Steering model, conditions, goals with indicators, assignments and the internal budget."),
    file_word="verksamhetsplan",
    parts=ALL_PARTS,
    chapters=_chapters,
)
