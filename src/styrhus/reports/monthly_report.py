"""The monthly report (månadsrapport): how the money stands, where it deviates, and what the units do about it."""

from styrhus.reports import report_chapters as chapters
from styrhus.reports.drafting.drafts import drafts_of
from styrhus.reports.kind import DocumentKind, Monthly
from styrhus.reports.months import latest, require_month
from styrhus.reports.parts.report_front import front, nothing_more
from styrhus.reports.report_chapters import written
from styrhus.values.text import msg

ID = "monthly-report"
CHAPTERS = (
    chapters.SUMMARY,
    chapters.RESULT,
    chapters.FORECAST,
    chapters.VOLUMES,
    chapters.SAVINGS,
    chapters.STAFF,
    chapters.INVESTMENTS,
    chapters.FRAME,
    chapters.GOALS_IN_BRIEF,
    chapters.ASSIGNMENTS_IN_BRIEF,
)
PARTS = frozenset(held.part for held in CHAPTERS)

KIND = DocumentKind(
    id=ID,
    name=msg("Monthly report"),
    description=msg("Outcome, deviations and full-year forecast after a month, written from the ledger."),
    file_word="manadsrapport",
    parts=PARTS,
    chapters=written(CHAPTERS),
    monthly=Monthly(
        default=latest,
        require=require_month,
        drafts=drafts_of(ID, PARTS),
        front=front(msg("Monthly report, {month} {year}"), nothing_more),
    ),
)
