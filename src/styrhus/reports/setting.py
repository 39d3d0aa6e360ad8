"""What every chapter of a document is written from: the dossier, the language and what the texts place themselves."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from styrhus.dossier.document import Part, Section
from styrhus.dossier.dossier import Dossier
from styrhus.dossier.standing import Standing, standing
from styrhus.paper.blocks import Block
from styrhus.values.text import Text

Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Directive:
    """What a text section asks for on a line of its own: `table kommunbidrag`, `chart bridge`, `indicators <goal>`."""

    kind: str
    key: str
    form: str = ""

    @property
    def place(self) -> tuple[str, str]:
        """What is placed, however it is formed."""
        return self.kind, self.key

    @property
    def written(self) -> str:
        """As it stands between the double braces."""
        words = " ".join(filter(None, ("block", self.kind, self.key)))
        return f"{words} | {self.form}" if self.form else words


@dataclass(frozen=True)
class Decided:
    """When and under which paragraph a report was decided; plans carry their own decision."""

    on: date
    paragraph: str
    registry_number: str = ""


@dataclass(frozen=True)
class Setting:
    """One document being written.

    `sections` are those of the parts that the kind of document covers; `placed` tells which section places what,
    so that chapters leave it out and nothing is shown twice. `prose` turns a section into blocks whose topmost
    headings have a level. `gathered` says that the document has tables of its own for all indicators, so that a
    text's directive for those of one goal gives nothing. `month` is the last month that a report covers, None for a
    plan; `decided` the decision of a report that has been decided.
    """

    dossier: Dossier
    language: str
    sections: tuple[Section, ...]
    placed: Mapping[tuple[str, str], str]
    prose: Callable[["Setting", Section, int], Blocks]
    gathered: bool = False
    month: int | None = None
    decided: Decided | None = None

    @property
    def period(self) -> str:
        """The month of a report as it stands in addresses, such as `2019-08`; empty for a plan."""
        return period_of(self.dossier, self.month)

    @cached_property
    def standing(self) -> Standing:
        return standing(self.dossier)

    def say(self, text: Text) -> str:
        """A text in the language of the document."""
        return text.render(self.language)

    def sections_of(self, part: Part) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if section.part is part)

    def is_placed(self, kind: str, key: str) -> bool:
        """Whether a text section places it, so that the chapter must not."""
        return (kind, key) in self.placed


def period_of(dossier: Dossier, month: int | None) -> str:
    """A month (1–12) of the plan year as `2019-08`; empty for None."""
    return "" if month is None else f"{dossier.plan.year}-{month:02d}"
