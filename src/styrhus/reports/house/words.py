"""The house in sentences: short lines for the drawing, whole ones for those who listen."""

from dataclasses import replace

from styrhus.dossier.standing import Basis
from styrhus.forecast.frame import told
from styrhus.plan.status_word import StatusWord
from styrhus.reports.house.content import House, Room
from styrhus.reports.house.economy import EconomyPillar
from styrhus.reports.house.foundation import Volume
from styrhus.reports.house.quality import QualityPillar
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

ECONOMY, GOALS, QUALITY = msg("Economy"), msg("Goals"), msg("Quality")
ORDER = (StatusWord.REACHED, StatusWord.PARTLY, StatusWord.NOT_REACHED, StatusWord.NOT_JUDGED)


class Wording:
    """All sentences of a house in one language."""

    def __init__(self, house: House, language: str) -> None:
        self.house = house
        self.language = language

    def say(self, text: Text) -> str:
        return text.render(self.language)

    def count(self, number: int, one: Text, many: Text) -> str:
        """`1 goal`, `4 goals`; `many` holds `{n}`, and so does `one` when the number is to be read."""
        chosen = one if number == 1 else many
        return Text(chosen.msgid, {**chosen.params, "n": number}).render(self.language)

    def amount(self, figure: Figure, *, signed: bool = False) -> str:
        """Money in prose: tkr without decimals, mnkr with one."""
        return figure.text(decimals=_decimals(figure), signed=signed, language=self.language)

    def bare(self, figure: Figure, *, signed: bool = False) -> str:
        return figure.number(decimals=_decimals(figure), signed=signed, language=self.language)

    # Rooms

    def contents(self, room: Room) -> str:
        """`3 goals, 14 indicators`."""
        goals = self.count(room.goals, msg("{n} goal"), msg("{n} goals"))
        indicators = self.count(len(room.words), msg("{n} indicator"), msg("{n} indicators"))
        if not room.words and not room.goals:
            return self.say(msg("The board has no goal of its own here"))
        if not room.words:
            return self.say(msg("{goals} without indicators", goals=goals))
        return f"{goals}, {indicators}" if room.goals else indicators

    def share(self, room: Room) -> str:
        """`5 of 11 judged are at the target`; empty for a room without indicators."""
        return self._share(room.reached, room.judged) if room.words else ""

    def _share(self, reached: int, judged: int) -> str:
        if not judged:
            return self.say(msg("Cannot be judged yet"))
        if self.house.goals.standing.basis is Basis.START:
            return self.say(msg("{reached} of {judged} already at the target", reached=reached, judged=judged))
        return self.say(msg("{reached} of {judged} judged reached", reached=reached, judged=judged))

    def movement(self, room: Room) -> str:
        """`4 better, 1 worse than the year before`; empty when no movement is known."""
        held = room.movements
        if not held.known:
            return ""
        if held.better and held.worse:
            counts = {"better": held.better, "worse": held.worse}
            return self.say(msg("{better} better, {worse} worse than the year before", **counts))
        if held.better:
            return self.say(msg("{n} better than the year before", n=held.better))
        if held.worse:
            return self.say(msg("{n} worse than the year before", n=held.worse))
        return self.say(msg("unchanged since the year before"))

    def room(self, room: Room) -> str:
        """The whole room in one sentence, for a link's name and the list."""
        name = f"{room.number} {room.name}".strip()
        parts = [part for part in (self.contents(room), self.share(room), self.movement(room)) if part]
        return f"{name}: {'; '.join(part[0].lower() + part[1:] for part in parts)}."

    # Pillars

    def needs(self, number: int) -> str:
        return self.count(number, msg("{n} funding request"), msg("{n} funding requests"))

    def headed_economy(self) -> str:
        return f"{self.say(ECONOMY)}: {' '.join(self.economy(self.house.economy))}"

    def headed_goals(self) -> str:
        return f"{self.say(GOALS)}: {self.goals_sentence()}"

    def headed_quality(self) -> str:
        return f"{self.say(QUALITY)}: {self.quality_sentence()}"

    def frame_words(self) -> str:
        """`frame 712 524 tkr`; only for a house that has one."""
        assert self.house.economy.frame is not None
        return self.say(msg("frame {amount}", amount=self.amount(self.house.economy.frame)))

    def all_goals(self) -> str:
        """`8 goals, 14 indicators`: every level counted."""
        number, indicators = len(self.house.rooms) + self.house.goals.goals, self.house.goals.indicators
        goals = self.count(number, msg("{n} goal"), msg("{n} goals"))
        if not indicators:
            return goals
        return f"{goals}, {self.count(indicators, msg('{n} indicator'), msg('{n} indicators'))}"

    def all_assignments(self) -> str:
        return self.count(self.house.quality.assignments, msg("{n} assignment"), msg("{n} assignments"))

    def lead_sentence(self) -> str:
        """What the house says in one or two sentences."""
        said = self.economy(self.house.economy)[:1] if self.house.economy.frame else []
        held, due = self.house.goals, self.house.quality.due
        counts = {"reached": held.counts.get(StatusWord.REACHED, 0), "judged": held.judged}
        if held.judged and held.standing.basis is Basis.START:
            said.append(self.say(msg("{reached} of {judged} judged indicators are already at the target.", **counts)))
        elif held.judged:
            said.append(self.say(msg("{reached} of {judged} judged indicators are reached.", **counts)))
        elif held.indicators:
            said.append(self.say(msg("None of the {n} indicators can be judged yet.", n=held.indicators)))
        if due:
            year = self.house.year
            one = msg("{n} assignment is due by the end of {year}.", year=year)
            said.append(self.count(due, one, msg("{n} assignments are due by the end of {year}.", year=year)))
        return " ".join(said)

    def economy(self, pillar: EconomyPillar) -> list[str]:
        """The economy pillar in sentences."""
        year = self.house.year
        if pillar.frame is None:
            known = [f"{figure.label}: {self.amount(figure)}." for figure in pillar.key_figures]
            needs = [f"{self.needs(pillar.needs)}."] if pillar.needs else []
            return [self.say(msg("The plan names no frame for {year}.", year=year)), *known, *needs, *self.placements()]
        said = [self._frame(pillar, pillar.frame)]
        if pillar.residual is not None:
            said.append(
                self.say(
                    msg("{amount} of the change is not specified.", amount=self.amount(pillar.residual, signed=True))
                )
            )
        if pillar.falling is not None:
            said.append(
                self.say(
                    msg("{amount} is temporary and ends with {year}.", amount=self.amount(pillar.falling), year=year)
                )
            )
        return [*said, *self.placements()]

    def placements(self) -> list[str]:
        """How probable it is that the budget for placements is enough; nothing without a frozen forecast."""
        held = self.house.economy.placements
        if held is None or held.frame is None or held.probability is None:
            return []
        words = {
            "budget": Figure(held.frame, Unit.KR).to(Unit.MNKR).text(decimals=1, language=self.language),
            "share": told(held.probability),
        }
        said = msg("The probability that the budget for placements, {budget}, is enough is {share}.", **words)
        return [self.say(said)]

    def placements_brief(self) -> str:
        """The same in a line of the drawing; empty without a frozen forecast."""
        held = self.house.economy.placements
        if held is None or held.probability is None:
            return ""
        return self.say(msg("Placements: {share} probability that the budget is enough", share=told(held.probability)))

    def economy_lead(self) -> str:
        """The economy in words without the amounts that only stand in for a frame."""
        pillar = self.house.economy
        if pillar.frame is not None:
            return " ".join(self.economy(pillar))
        said = [self.say(msg("The plan names no frame for {year}.", year=self.house.year))]
        needs = [f"{self.needs(pillar.needs)}."] if pillar.needs else []
        return " ".join([*said, *needs, *self.placements()])

    def _frame(self, pillar: EconomyPillar, frame: Figure) -> str:
        """`The frame 2023 is 712 524 tkr, 37 151 tkr more than 2022 (+5,5 %).`"""
        known = {"year": self.house.year, "amount": self.amount(frame), "before": self.house.year - 1}
        if pillar.change is None or pillar.change.value is None:
            return self.say(msg("The frame {year} is {amount}.", **known))
        if not pillar.change.value:
            return self.say(msg("The frame {year} is {amount}, the same as {before}.", **known))
        size = replace(pillar.change, value=abs(pillar.change.value))
        known |= {"change": self.amount(size), "percent": self.percent(pillar)}
        if pillar.change.value > 0:
            return self.say(msg("The frame {year} is {amount}, {change} more than {before} ({percent}).", **known))
        return self.say(msg("The frame {year} is {amount}, {change} less than {before} ({percent}).", **known))

    def percent(self, pillar: EconomyPillar) -> str:
        if pillar.percent is None:
            return ""
        return self.say(
            msg("{percent} %", percent=format_number(pillar.percent, 1, signed=True, language=self.language))
        )

    def goals_head(self) -> str:
        held = self.house.goals
        return self._share(held.counts.get(StatusWord.REACHED, 0), held.judged) if held.indicators else ""

    def goals(self) -> list[tuple[StatusWord, int, str]]:
        """Each status word with its count, in the order from reached to cannot be judged."""
        counts = self.house.goals.counts
        return [(word, counts.get(word, 0), self.status(word)) for word in ORDER]

    def status(self, word: StatusWord) -> str:
        """The word as the year allows: a starting position is at the target, never reached."""
        return self.say(self.house.goals.standing.label(word))

    def colour(self, word: StatusWord) -> str:
        """What the shape of a status is drawn in: before the year has outcomes nothing is green or red."""
        starting = self.house.goals.standing.basis is Basis.START and word is not StatusWord.NOT_JUDGED
        return "sea" if starting else word.value

    def goals_sentence(self) -> str:
        counted = ", ".join(f"{number} {label}" for _, number, label in self.goals() if number)
        basis = self.say(self.house.goals.standing.explanation)
        return f"{counted}. {basis}" if counted else self.say(msg("The plan has no indicators."))

    def quality_sentence(self) -> str:
        said = [(head, ", ".join(line for _, line in rest)) for head, rest in self.quality(self.house.quality)]
        return "; ".join(f"{head}: {rest}" if rest else head for head, rest in said)

    def quality(self, held: QualityPillar) -> list[tuple[str, list[tuple[str, str]]]]:
        """Headings with their number, and lines under each; a line may carry the colour of its bricks."""
        said: list[tuple[str, list[tuple[str, str]]]] = []
        if held.assignments:
            head = self.count(held.assignments, msg("{n} assignment"), msg("{n} assignments"))
            said.append((head, self._assignments(held)))
        if held.undertakings:
            head = self.count(held.undertakings, msg("{n} undertaking"), msg("{n} undertakings"))
            said.append((head, [("", self.say(msg("{n} assessed", n=held.assessed)))]))
        if held.guarantees:
            head = self.count(held.guarantees, msg("{n} service guarantee"), msg("{n} service guarantees"))
            days = held.guarantee_days
            said.append((head, [] if days is None else [("", self.say(msg("{n} calendar days", n=days)))]))
        if held.to_improve:
            head = self.count(held.to_improve, msg("{n} thing to improve"), msg("{n} things to improve"))
            said.append((head, [("", self.say(msg("from the last annual report")))]))
        return said

    def _assignments(self, held: QualityPillar) -> list[tuple[str, str]]:
        parts = [
            ("ink", held.done, msg("{n} done", n=held.done)),
            ("sea", held.due, msg("{n} due by {year}", n=held.due, year=self.house.year)),
            ("sea-light", held.later, msg("{n} due later", n=held.later)),
            ("wall", held.undated, msg("{n} without deadline", n=held.undated)),
            ("", held.unreported, msg("{n} of them without report", n=held.unreported)),
        ]
        return [(colour, self.say(text)) for colour, number, text in parts if number]

    # Foundation

    def volume(self, volume: Volume) -> str:
        beside = self.volume_beside(volume)
        return f"{volume.label}: {self.volume_number(volume)}" + (f" ({beside})" if beside else "")

    def volume_number(self, volume: Volume) -> str:
        """`1 068 households`."""
        return volume.now.text(decimals=0, language=self.language)

    def volume_beside(self, volume: Volume) -> str:
        """The period of the number, and what it is to be read against."""
        parts = [volume.now.period]
        if volume.target is not None:
            parts.append(self.say(msg("target {target}", target=self.bare(volume.target))))
        elif volume.before is not None and volume.before.value is not None:
            parts.append(f"{volume.before.period}: {self.bare(volume.before)}")
        return "; ".join(part for part in parts if part)


def _decimals(figure: Figure) -> int | None:
    """Whole kronor and thousands; millions keep one decimal."""
    if not figure.unit.is_money:
        return None
    return 1 if figure.unit.value == "mnkr" else 0
