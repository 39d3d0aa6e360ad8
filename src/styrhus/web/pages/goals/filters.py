"""What a reader has asked the list of goals for; it stands in the address, so that a view can be mailed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.standing import Standing
from styrhus.plan.indicator import Breakdown
from styrhus.plan.labels import label
from styrhus.plan.status_word import StatusWord
from styrhus.values.text import Text
from styrhus.web.pages.goals.rows import IndicatorRow

VIEWS = ("tree", "table")


@dataclass(frozen=True)
class Choice:
    """An option of a filter."""

    value: str
    label: Text | str
    chosen: bool


@dataclass(frozen=True)
class GoalsFilter:
    """Empty fields ask for nothing; words that are not known are read as empty, never as an error."""

    view: str = "tree"
    status: str = ""
    level: str = ""
    breakdown: str = ""
    q: str = ""
    changed: bool = False
    measure: bool = False

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "GoalsFilter":
        """The filter of an address."""
        return cls(
            view=_known(query.get("view", ""), VIEWS) or "tree",
            status=_known(query.get("status", ""), StatusWord),
            level=query.get("level", ""),
            breakdown=_known(query.get("breakdown", ""), Breakdown),
            q=query.get("q", "").strip(),
            changed=query.get("changed") == "1",
            measure=query.get("measure") == "1",
        )

    @property
    def is_active(self) -> bool:
        """Whether anything at all is filtered away."""
        return self != GoalsFilter(view=self.view)

    @property
    def only_words(self) -> bool:
        """Whether a search is all that is asked, so that a goal may answer by its own name."""
        return bool(self.q) and GoalsFilter(view=self.view, q=self.q) == self

    def keeps(self, row: IndicatorRow) -> bool:
        """Whether an indicator, or a part of it, answers all that is asked."""
        return self._keeps_itself(row) or any(self._keeps_itself(part) for part in row.parts)

    def _keeps_itself(self, row: IndicatorRow) -> bool:
        indicator = row.indicator
        return (
            (not self.status or row.word == self.status)
            and (not self.level or indicator.board_level == self.level)
            and (not self.breakdown or self.breakdown in indicator.breakdowns)
            and (not self.changed or row.is_new_or_changed)
            and (not self.measure or row.only_measured)
            and self.says(indicator.name, indicator.definition, row.goal_name)
        )

    def says(self, *texts: str) -> bool:
        """Whether all words searched for stand in the texts."""
        held = " ".join(texts).casefold()
        return all(word in held for word in self.q.casefold().split())


def _known(word: str, known: Iterable[str]) -> str:
    return word if word in set(known) else ""


def status_choices(held: Standing, chosen: GoalsFilter) -> tuple[Choice, ...]:
    """The statuses, in the words that the page says them in."""
    return tuple(Choice(word.value, held.label(word), word == chosen.status) for word in StatusWord)


def level_choices(dossier: Dossier, chosen: GoalsFilter) -> tuple[Choice, ...]:
    """The board levels that the indicators name (such as PN and DN); empty when there is nothing to choose between."""
    levels = sorted({i.board_level for i in dossier.indicators if i.board_level})
    return tuple(Choice(level, level, level == chosen.level) for level in levels) if len(levels) > 1 else ()


def breakdown_choices(dossier: Dossier, chosen: GoalsFilter) -> tuple[Choice, ...]:
    """The breakdowns that some indicator has."""
    used = {breakdown for indicator in dossier.indicators for breakdown in indicator.breakdowns}
    return tuple(Choice(b.value, label(b), b == chosen.breakdown) for b in Breakdown if b in used)
