"""What a kind of document is: its name, the parts of a plan that it covers, and how it is built."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from styrhus.dossier.document import Part
from styrhus.dossier.dossier import Dossier
from styrhus.paper.blocks import Block, Contents, Document
from styrhus.reports.parts.front import STATUS, document_date, front_facts
from styrhus.reports.prose import check_section, placed_by, prose
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.problem import ProblemsError
from styrhus.values.text import Text

Chapters = Callable[[Setting], Iterable[Blocks]]


@dataclass(frozen=True)
class DocumentKind:
    """A kind of document; `file_word` is the word for it in file names, `chapters` gives them in order.

    `gathered` as in Setting.
    """

    id: str
    name: Text
    description: Text
    file_word: str
    parts: frozenset[Part]
    chapters: Chapters
    gathered: bool = False

    def build(self, dossier: Dossier, language: str) -> Document:
        """The document in a language (`sv` or `en`).

        Raises ProblemsError with every live figure and directive of its text sections that leads nowhere.
        """
        setting = self.setting(dossier, language)
        problems = tuple(problem for section in setting.sections for problem in check_section(section, dossier))
        if problems:
            raise ProblemsError(problems)
        blocks: list[Block] = [front_facts(setting), Contents()]
        for chapter in self.chapters(setting):
            blocks += chapter
        plan, board = dossier.plan, dossier.board
        return Document(
            title=plan.title,
            language=language,
            blocks=tuple(blocks),
            subtitle=f"{board.name}, {board.municipality}",
            publisher=board.administration or board.name,
            status=setting.say(STATUS[plan.status]),
            date=document_date(setting),
            short_title=f"{board.municipality} {plan.year}: {setting.say(self.name)}",
        )

    def setting(self, dossier: Dossier, language: str) -> Setting:
        """What the chapters of this kind are written from."""
        sections = tuple(section for section in dossier.sections if section.part in self.parts)
        return Setting(dossier, language, sections, placed_by(sections), prose, self.gathered)

    def file_name(self, dossier: Dossier, suffix: str) -> str:
        """`lund-2023-verksamhetsplan.pdf`: board, year and kind, letters that every system takes."""
        return f"{dossier.board.id}-{dossier.plan.year}-{self.file_word}.{suffix}"


ALL_PARTS = frozenset(Part)
