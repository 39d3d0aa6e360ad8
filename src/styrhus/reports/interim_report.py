"""The interim report (delårsrapport): the board's part of what the law demands once a year, with the whole follow-up.

Kommunallagen (2017:725) 11 kap. 16 §; lag (2018:597) om kommunal bokföring och redovisning 13 kap.; RKR R17.
"""

from collections.abc import Iterator

from styrhus.dossier.document import Part
from styrhus.paper.blocks import Block, Column, Heading, Row, Table
from styrhus.reports import report_chapters as chapters
from styrhus.reports.drafting.drafts import drafts_of
from styrhus.reports.kind import DocumentKind, Monthly
from styrhus.reports.months import interim, require_month
from styrhus.reports.parts.report_front import front, outside_law
from styrhus.reports.report_chapters import part_name, remark, written
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

ID = "interim-report"
CHAPTERS = (
    chapters.SUMMARY,
    chapters.EVENTS,
    chapters.RESULT,
    chapters.FORECAST,
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

LAW: tuple[tuple[Text, Part | None], ...] = (
    (msg("Important events during the period and after it"), Part.EVENTS),
    (msg("Outcome of the period against budget and the same period of the year before"), Part.RESULT),
    (msg("Forecast of the year against budget"), Part.FORECAST),
    (msg("Goals of importance for good economic management, and whether they will be reached"), Part.GOALS),
    (msg("Investments"), Part.INVESTMENT),
    (msg("What is expected ahead"), Part.OUTLOOK),
    (msg("Balance sheet, cash and the balanced-budget requirement"), None),
)
"""What an interim report must hold and the chapter that holds it; None is what only the municipality as a whole has."""


def law_blocks(setting: Setting, present: tuple[Part, ...]) -> Iterator[Block]:
    """Each thing that the law demands with where it stands, so that nothing is missing unseen."""
    say = setting.say
    yield Heading(2, say(msg("What the law demands")))
    for text in outside_law(setting):
        yield remark(setting, text)
    rows = tuple(Row((text_cell(say(demand)), text_cell(_where(setting, part, present)))) for demand, part in LAW)
    heads = (Column(say(msg("Demand")), width=5), Column(say(msg("Where it stands")), width=4))
    yield Table(say(msg("The demands on an interim report and where they are met")), heads, rows, "law")
    yield remark(setting, msg(
        "Source: the Local Government Act (2017:725) chapter 11 section 16 and the act (2018:597) on municipal "
        "accounting chapter 13.",
    ))  # fmt: skip


def _where(setting: Setting, part: Part | None, present: tuple[Part, ...]) -> str:
    if part is None:
        return setting.say(msg("In the municipality's own interim report, not in the board's."))
    if part in present:
        return setting.say(msg("Chapter {name}.", name=part_name(setting, part)))
    return setting.say(msg("Missing: nobody has written it yet."))


KIND = DocumentKind(
    id=ID,
    name=msg("Interim report"),
    description=msg(
        "Outcome and full-year forecast with goals, assignments, savings and investments, as the law demands."
    ),
    file_word="delarsrapport",
    parts=PARTS,
    chapters=written(CHAPTERS, law_blocks),
    monthly=Monthly(
        default=interim,
        require=require_month,
        drafts=drafts_of(ID, PARTS),
        front=front(msg("Interim report, January–{month} {year}"), outside_law),
    ),
)
