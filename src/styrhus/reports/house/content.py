"""What stands in the house: rooms, pillars and foundation chosen and counted from a dossier."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.judgements import subtree
from styrhus.dossier.standing import Standing, standing
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator
from styrhus.plan.movement import movement
from styrhus.plan.status_word import StatusWord
from styrhus.reports.house.economy import EconomyPillar, economy_pillar
from styrhus.reports.house.foundation import Volume, volumes
from styrhus.reports.house.quality import QualityPillar, quality_pillar
from styrhus.values.text import Text, msg


@dataclass(frozen=True)
class Movements:
    """How many indicators have moved which way since the year before; those without a better way are in none."""

    better: int = 0
    worse: int = 0
    same: int = 0

    @property
    def known(self) -> int:
        return self.better + self.worse + self.same


@dataclass(frozen=True)
class Room:
    """A goal of the top level: how many goals and indicators lie under it, and where those stand."""

    goal: str
    number: str
    name: str
    goals: int
    words: tuple[StatusWord, ...]
    movements: Movements

    @property
    def counts(self) -> Mapping[StatusWord, int]:
        return Counter(self.words)

    @property
    def reached(self) -> int:
        return self.counts[StatusWord.REACHED]

    @property
    def judged(self) -> int:
        return len(self.words) - self.counts[StatusWord.NOT_JUDGED]


@dataclass(frozen=True)
class GoalsPillar:
    """All indicators of the plan by status; `goals` counts those below the top level."""

    goals: int
    counts: Mapping[StatusWord, int]
    standing: Standing

    @property
    def indicators(self) -> int:
        return sum(self.counts.values())

    @property
    def judged(self) -> int:
        return self.indicators - self.counts.get(StatusWord.NOT_JUDGED, 0)


@dataclass(frozen=True)
class House:
    """The whole house; texts are the plan's own, counted words are made when it is drawn or read out."""

    municipality: str
    board: str
    year: int
    vision: str
    floor: str
    rooms: tuple[Room, ...]
    economy: EconomyPillar
    goals: GoalsPillar
    quality: QualityPillar
    mission: tuple[str, ...]
    volumes: tuple[Volume, ...]

    @property
    def title(self) -> Text:
        return msg(
            "The house of {board} {municipality} {year}",
            board=self.board, municipality=self.municipality, year=self.year,
        )  # fmt: skip


@lru_cache(maxsize=64)
def house(dossier: Dossier) -> House:
    """Build the house of a dossier; parts that the plan does not have are empty, never guessed."""
    held = standing(dossier)
    tops = tuple(goal for goal in dossier.goals if not goal.parents)
    return House(
        municipality=dossier.board.municipality,
        board=dossier.board.name,
        year=dossier.plan.year,
        vision=dossier.steering.vision,
        floor=_floor(dossier, tops),
        rooms=tuple(_room(dossier, goal, held) for goal in tops),
        economy=economy_pillar(dossier),
        goals=_goals_pillar(dossier, len(tops), held),
        quality=quality_pillar(dossier),
        mission=dossier.steering.mission,
        volumes=volumes(dossier),
    )


def _floor(dossier: Dossier, tops: tuple[Goal, ...]) -> str:
    """What the municipality calls the level of the rooms."""
    used = {goal.level for goal in tops}
    return next((level.plural for level in dossier.steering.levels if level.id in used), "")


def _room(dossier: Dossier, goal: Goal, held: Standing) -> Room:
    below = subtree(dossier, goal.id)
    indicators = [i for g in below for i in dossier.indicators_of(g)]
    words = tuple(held.words[i.id] for i in indicators)
    return Room(goal.id, goal.number, goal.name, len(below) - 1, words, _movements(dossier, indicators))


def _movements(dossier: Dossier, indicators: list[Indicator]) -> Movements:
    found = [m for i in indicators if (m := movement(i, dossier.outcomes_of(i.id)))]
    return Movements(
        better=sum(m.better is True for m in found),
        worse=sum(m.better is False for m in found),
        same=sum(not m.step for m in found),
    )


def _goals_pillar(dossier: Dossier, tops: int, held: Standing) -> GoalsPillar:
    whole = [i for i in dossier.indicators if i.part_of is None]
    return GoalsPillar(len(dossier.goals) - tops, Counter(held.words[i.id] for i in whole), held)
