"""The monthly report (månadsrapport), a few pages: how the money stands, where it deviates, what is done about it."""

from styrhus.dossier.document import Part
from styrhus.reports import report_chapters as chapters
from styrhus.reports.drafting.drafts import drafts_of
from styrhus.reports.kind import DocumentKind, Monthly
from styrhus.reports.months import latest, require_month
from styrhus.reports.parts.follow_up_method import method_in_brief
from styrhus.reports.parts.report_front import front, nothing_more
from styrhus.reports.report_chapters import written
from styrhus.values.text import msg

ID = "monthly-report"
CHAPTERS = (
    chapters.SUMMARY,
    chapters.RESULT_IN_BRIEF,
    chapters.FORECAST_IN_BRIEF,
    chapters.VOLUMES_IN_BRIEF,
    chapters.SAVINGS_IN_BRIEF,
)
OTHERS = (Part.STAFF, Part.INVESTMENT, Part.FRAME, Part.GOALS, Part.ASSIGNMENTS)
"""What the interim and annual reports follow up; here only when somebody has written of it."""
DRAFTED = frozenset(held.part for held in CHAPTERS)
PARTS = DRAFTED | set(OTHERS)

KIND = DocumentKind(
    id=ID,
    name=msg("Monthly report"),
    description=msg("Outcome, deviations and full-year forecast after a month, written from the ledger."),
    file_word="manadsrapport",
    parts=PARTS,
    chapters=written((*CHAPTERS, *map(chapters.text_alone, OTHERS)), method=method_in_brief),
    monthly=Monthly(
        default=latest,
        require=require_month,
        drafts=drafts_of(ID, DRAFTED),
        front=front(msg("Monthly report, {month} {year}"), nothing_more),
        contents=False,
    ),
)
