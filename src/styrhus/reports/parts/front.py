"""The title page's facts and the decision points."""

from collections.abc import Iterator
from datetime import date

from styrhus.dossier.document import Part, PlanStatus, Section
from styrhus.paper.blocks import Block, Facts, Heading, ListBlock, Paragraph, Run, Runs, plain
from styrhus.paper.words import date_in_words
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

STATUS: dict[PlanStatus, Text] = {
    PlanStatus.PROPOSAL: msg("Proposal"),
    PlanStatus.ADOPTED: msg("Adopted"),
}
DECISIONS: dict[PlanStatus, Text] = {
    PlanStatus.PROPOSAL: msg("Proposal for decision"),
    PlanStatus.ADOPTED: msg("Decision"),
}


def front_facts(setting: Setting) -> Facts:
    """Whose plan it is, its registry number, paragraph and dates, its status and what it builds on."""
    plan, board = setting.dossier.plan, setting.dossier.board
    rows: tuple[tuple[Text, str], ...] = (
        (msg("Board"), board.name),
        (msg("Formerly"), ", ".join(board.former_names)),
        (msg("Administration"), board.administration),
        (msg("Years"), f"{plan.year}–{plan.last_year}" if plan.last_year else str(plan.year)),
        (msg("Registry number"), plan.registry_number),
        (msg("Document date"), _day(setting, plan.document_date)),
        (msg("Meeting"), ", ".join(filter(None, (_day(setting, plan.meeting_date), plan.paragraph)))),
        (msg("Addressee"), plan.addressee),
        (msg("To be delivered by"), _day(setting, plan.latest_delivery)),
        (msg("Builds on"), "\n".join(plan.builds_on)),
    )
    return Facts(tuple((setting.say(name), plain(value)) for name, value in rows if value))


def _day(setting: Setting, day: date | None) -> str:
    return date_in_words(day.isoformat(), setting.language) if day else ""


def document_date(setting: Setting) -> str:
    """The date that the document carries, ISO; empty when the plan gives none."""
    plan = setting.dossier.plan
    day = plan.meeting_date or plan.document_date
    return day.isoformat() if day else ""


def decision_section(setting: Setting) -> Section | None:
    """The text section that introduces the decision points, told by its title."""
    wanted = {text.render("sv").casefold() for text in DECISIONS.values()}
    return next((s for s in setting.sections_of(Part.SUMMARY) if s.title.casefold() in wanted), None)


def decision_blocks(setting: Setting) -> Iterator[Block]:
    """The decision points as att-clauses, after the text that leads to them."""
    plan = setting.dossier.plan
    section = decision_section(setting)
    if not plan.decision_points and section is None:
        return
    yield Heading(1, section.title if section else setting.say(DECISIONS[plan.status]), "decision")
    if section is not None:
        yield from setting.prose(setting, section, 2)
    if plan.decision_points:
        proposal = plan.status is PlanStatus.PROPOSAL
        lead = msg("It is proposed that the board decides") if proposal else msg("The board decides")
        yield Paragraph(plain(setting.say(lead)))
        yield ListBlock(tuple(_clause(setting, point) for point in plan.decision_points), ordered=True)


def _clause(setting: Setting, point: str) -> Runs:
    """`att verksamhetsplanen fastställs`: the plan's own Swedish words, whatever language surrounds them."""
    if point.startswith("att "):
        return (Run("att", strong=True), Run(point[3:]))
    first = point.split(" ", 1)[0]
    is_name = first.rstrip("s") in {setting.dossier.board.municipality.rstrip("s")} or not first[1:].islower()
    return (Run("att", strong=True), Run(" " + (point if is_name else point[0].lower() + point[1:])))
