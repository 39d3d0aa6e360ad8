"""What the drafted sentences are written from: the follow-up of the month, and how its figures stand in a text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import type_name, unit_name
from styrhus.dossier.references import resolve
from styrhus.finance.follow_up.cell import ALL
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp
from styrhus.reports.areas import areas, line_of
from styrhus.reports.months import month_name
from styrhus.reports.setting import period_of
from styrhus.values.text import Text, msg

LEVEL_AMOUNT = Decimal(50_000)
"""In kr: what is less than it is no deviation to speak of."""
LEVEL_SHARE = Decimal("0.005")
"""Of the budget."""
_MARKS = re.compile(r"([\\`*_\[\]<>#{}])")


@dataclass(frozen=True)
class Ground:
    """A dossier, a month (1–12) and a language."""

    dossier: Dossier
    month: int
    language: str

    @cached_property
    def view(self) -> FollowUp:
        return follow_up(self.dossier, self.month)

    @cached_property
    def whole(self) -> Line:
        return self.view.line()

    @cached_property
    def period(self) -> str:
        return period_of(self.dossier, self.month)

    @cached_property
    def areas(self) -> tuple[str, ...]:
        """The units that a board is led by, as addresses name them."""
        return areas(self.view)

    def line(self, unit: str, cost_type: str = ALL) -> Line:
        """The line of a unit as addresses name it."""
        return line_of(self.view, unit, cost_type)

    @property
    def month_name(self) -> Text:
        return month_name(self.month)

    def say(self, text: Text) -> str:
        return text.render(self.language)

    def unit(self, unit: str) -> str:
        """The unit's name, safe in Markdown."""
        return plain(unit_name(self.dossier, unit, self.language))

    def cost_type(self, kind: str) -> str:
        return plain(self.say(type_name(kind)).lower())

    def figure(self, column: str, form: str = "mnkr 1", *, unit: str = ALL, kind: str = ALL) -> str:
        """A live figure of the follow-up."""
        return live(f"followup.{self.period}.{unit}.{kind}.{column}", form)

    def outlook(self, name: str, form: str = "mnkr 1") -> str:
        """A live figure of the outlook."""
        return live(f"outlook.{self.period}.{name}", form)

    def value(self, name: str) -> Decimal | None:
        """What an outlook is, to know whether there is anything to tell."""
        return resolve(self.dossier, f"outlook.{self.period}.{name}").value

    def listed(self, words: Sequence[str]) -> str:
        """`a, b och c`."""
        if len(words) < 2:
            return "".join(words)
        return self.say(msg("{first} and {last}", first=", ".join(words[:-1]), last=words[-1]))


def live(ref: str, form: str = "") -> str:
    """A live figure as it stands in a text."""
    return f"{{{{ {ref} | {form} }}}}" if form else f"{{{{ {ref} }}}}"


def plain(text: str) -> str:
    """A name as it must be written in Markdown to stand as it is."""
    return _MARKS.sub(r"\\\1", text)


def is_level(variance: Decimal | None, budget: Decimal | None) -> bool:
    """Whether a variance is small enough to be called level with budget; a missing one is nothing to tell."""
    if variance is None:
        return True
    return abs(variance) <= max(LEVEL_AMOUNT, LEVEL_SHARE * abs(budget or Decimal(0)))


def joined(sentences: Iterable[str]) -> str:
    """Sentences as one paragraph."""
    return " ".join(sentence for sentence in sentences if sentence)
