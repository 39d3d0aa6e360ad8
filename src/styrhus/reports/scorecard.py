"""The board's scorecard with its internal budget (nämndstyrkort): goals and measures by perspective, then the money."""

from collections.abc import Iterator

from styrhus.dossier.document import Part
from styrhus.reports import chapters
from styrhus.reports.kind import DocumentKind
from styrhus.reports.parts.scorecard_goals import scorecard_goals
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import msg


def _chapters(setting: Setting) -> Iterator[Blocks]:
    yield chapters.decisions(setting)
    yield chapters.summary(setting)
    yield chapters.steering(setting)
    yield scorecard_goals(setting)
    yield chapters.undertakings(setting)
    yield chapters.economy(setting)
    yield chapters.investments(setting)
    yield chapters.appendix(setting)


KIND = DocumentKind(
    id="scorecard",
    name=msg("Scorecard with internal budget"),
    description=msg("Goals, measures and targets by perspective, service guarantees and the internal budget."),
    file_word="styrkort",
    parts=frozenset(
        {Part.SUMMARY, Part.STEERING, Part.GOALS, Part.UNDERTAKINGS, Part.ECONOMY, Part.INVESTMENT, Part.APPENDIX}
    ),
    chapters=_chapters,
    gathered=True,
)
