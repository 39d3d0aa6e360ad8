"""The annual report (verksamhetsberättelse): the year's outcome against its budget, with goals and assignments."""

from styrhus.reports import report_chapters as chapters
from styrhus.reports.drafting.drafts import drafts_of
from styrhus.reports.kind import DocumentKind, Monthly
from styrhus.reports.months import latest, require_month
from styrhus.reports.parts.report_front import front, unfinished_year
from styrhus.reports.report_chapters import written
from styrhus.values.text import msg

ID = "annual-report"
CHAPTERS = (
    chapters.SUMMARY,
    chapters.EVENTS,
    chapters.CLOSING,
    chapters.GOALS,
    chapters.ASSIGNMENTS,
    chapters.VOLUMES,
    chapters.SAVINGS,
    chapters.STAFF,
    chapters.INVESTMENTS,
    chapters.FRAME,
    chapters.OUTLOOK,
)
PARTS = frozenset(held.part for held in CHAPTERS)

KIND = DocumentKind(
    id=ID,
    name=msg("Annual report"),
    description=msg("The outcome of the year against budget and the year before, with goals, assignments and savings."),
    file_word="arsredovisning",
    parts=PARTS,
    chapters=written(CHAPTERS),
    monthly=Monthly(
        default=latest,
        require=require_month,
        drafts=drafts_of(ID, PARTS),
        front=front(msg("Annual report {year}"), unfinished_year),
    ),
)
