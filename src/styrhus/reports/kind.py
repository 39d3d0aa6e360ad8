"""What a kind of document is: its name, the parts of a plan that it covers, and how it is built."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Block, Contents, Document
from styrhus.reports.front import Front
from styrhus.reports.parts.front import STATUS, document_date, front_facts
from styrhus.reports.prose import check_section, placed_by, prose
from styrhus.reports.setting import Blocks, Decided, Setting, period_of
from styrhus.values.problem import ProblemsError
from styrhus.values.text import Text

Chapters = Callable[[Setting], Iterable[Blocks]]


@dataclass(frozen=True)
class Monthly:
    """A kind that is written for a month of the year.

    `default` is the month when none is asked for; `require` raises ProblemsError when the month cannot be reported
    on; `drafts` gives the texts that are drafted from the data, which stand where nobody has stored a text.
    `contents` is whether it is long enough for a table of contents.
    """

    default: Callable[[Dossier], int | None]
    require: Callable[[Dossier, int | None], None]
    drafts: Callable[[Setting], tuple[Section, ...]]
    front: Front
    contents: bool = True


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document; `file_word` is the word for it in file names, `chapters` gives them in order.

    `gathered` as in Setting. `monthly` makes it a report of a month.
    """

    id: str
    name: Text
    description: Text
    file_word: str
    parts: frozenset[Part]
    chapters: Chapters
    gathered: bool = False
    monthly: Monthly | None = None

    def build(
        self, dossier: Dossier, language: str, *, month: int | None = None, decided: Decided | None = None
    ) -> Document:
        """The document in a language (`sv` or `en`), a report for a month (1–12) or else for its default one.

        Raises ProblemsError with every live figure and directive of its text sections that leads nowhere, and for a
        month that the ledger says nothing of.
        """
        month = self.month(dossier, month)
        if self.monthly is not None:
            self.monthly.require(dossier, month)
        setting = replace(self.setting(dossier, language, month), decided=decided)
        problems = tuple(problem for section in setting.sections for problem in check_section(section, dossier))
        if problems:
            raise ProblemsError(problems)
        return self._document(setting)

    def _document(self, setting: Setting) -> Document:
        dossier, plan, board = setting.dossier, setting.dossier.plan, setting.dossier.board
        front = self.monthly.front if self.monthly else None
        blocks: list[Block] = [front.facts(setting) if front else front_facts(setting)]
        if self.monthly is None or self.monthly.contents:
            blocks.append(Contents())
        for chapter in self.chapters(setting):
            blocks += chapter
        title = front.title(setting) if front else plan.title
        name = f"{board.municipality} {plan.year}: {setting.say(self.name)}"
        return Document(
            title=title,
            language=setting.language,
            blocks=tuple(blocks),
            subtitle=f"{board.name}, {board.municipality}",
            publisher=dossier.board.administration or board.name,
            status=front.status(setting) if front else setting.say(STATUS[plan.status]),
            date=front.date(setting) if front else document_date(setting),
            short_title=f"{board.municipality}: {title}" if front else name,
        )

    def month(self, dossier: Dossier, asked: int | None = None) -> int | None:
        """The month that the document covers: the one asked for, else the default one; None for a plan."""
        if self.monthly is None:
            return None
        return self.monthly.default(dossier) if asked is None else asked

    def period(self, dossier: Dossier, asked: int | None = None) -> str:
        """The month as `2019-08`; empty for a plan, and for a report when no month is known."""
        return period_of(dossier, self.month(dossier, asked))

    def key(self, dossier: Dossier, month: int | None = None) -> str:
        """What tells the document from others of the plan: `board-plan`, `monthly-report/2019-08`."""
        return "/".join(filter(None, (self.id, self.period(dossier, month))))

    def setting(self, dossier: Dossier, language: str, month: int | None = None) -> Setting:
        """What the chapters of this kind are written from; drafts stand where no text is stored."""
        home = (self.id, period_of(dossier, month)) if self.monthly else ("", "")
        sections = tuple(s for s in dossier.sections if s.home == home and s.part in self.parts)
        made = Setting(dossier, language, sections, placed_by(sections), prose, self.gathered, month)
        if self.monthly is None or month is None:
            return made
        stored = {section.part for section in sections}
        drafts = tuple(draft for draft in self.monthly.drafts(made) if draft.part not in stored)
        return replace(made, sections=(*sections, *drafts))

    def file_name(self, dossier: Dossier, suffix: str, month: int | None = None) -> str:
        """`lund-2023-verksamhetsplan.pdf`, `orebro-2019-08-manadsrapport.pdf`: letters that every system takes."""
        place = self.period(dossier, month) or str(dossier.plan.year)
        return f"{dossier.board.id}-{place}-{self.file_word}.{suffix}"


ALL_PARTS = frozenset(Part) - {
    Part.RESULT, Part.FORECAST, Part.VOLUMES, Part.SAVINGS, Part.FRAME, Part.EVENTS, Part.STAFF, Part.OUTLOOK
}  # fmt: skip
"""All parts of a plan; the others are chapters of reports."""
