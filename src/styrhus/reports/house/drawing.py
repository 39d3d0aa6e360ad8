"""The house drawn as SVG: wide for a wall, a page and a document, tall for a phone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeVar

from styrhus.dossier.dossier import Dossier
from styrhus.reports.house import floors, pillars
from styrhus.reports.house.content import House, house
from styrhus.reports.house.floors import Roof
from styrhus.reports.house.ink import FAMILY, Drawn, box, fill, shape, stroke, text
from styrhus.reports.house.letters import width as text_width
from styrhus.reports.house.letters import wrapped
from styrhus.reports.house.words import ORDER, Wording
from styrhus.values.text import msg

T = TypeVar("T")
Link = Callable[[str, str], str]
"""Gives the address of a part: ("goal", id), ("economy", ""), ("goals", ""), ("assignments", ""), ("figure", ref)."""


@dataclass(frozen=True)
class Form:
    """How the house is laid out: whole width, width of the walls' overhang, rooms and stones a row, pillars a row."""

    name: str
    width: float
    overhang: float
    rooms: int
    pillars: int
    stones: int
    roof: Roof


WIDE = Form("wide", 1100, 30, 4, 3, 4, Roof(252, 26, 0.34, 32))
TALL = Form("tall", 400, 10, 1, 1, 1, Roof(196, 19, 0.34, 24))


def house_svg(dossier: Dossier, language: str, *, link: Link | None = None, form: Form = WIDE) -> str:
    """The house of a dossier as one SVG drawing with its own colours; rooms are links where `link` is given."""
    return draw(house(dossier), language, link=link, form=form)


def draw(held: House, language: str, *, link: Link | None = None, form: Form = WIDE) -> str:
    """Draw a house; every part takes the height that its words need."""
    words = Wording(held, language)
    builder = _Builder(words, form, link)
    builder.roof()
    builder.rooms()
    builder.pillars()
    builder.foundation()
    builder.legend()
    return builder.svg()


class _Builder:
    """Stacks the floors from the roof down."""

    def __init__(self, words: Wording, form: Form, link: Link | None) -> None:
        self.words, self.form, self.link = words, form, link
        self.x, self.inner = form.overhang, form.width - 2 * form.overhang
        self.y = 0.0
        self.parts: list[str] = []

    def roof(self) -> None:
        drawn = floors.roof(self.words, self.form.width, self.form.roof)
        self.parts.append(drawn.svg)
        self.y = drawn.height

    def beam(self, words: str) -> None:
        if words:
            self.parts.append(floors.beam(words, self.x, self.y, self.inner))
            self.y += floors.BEAM

    def rooms(self) -> None:
        held = self.words.house.rooms
        self.beam(self.words.house.floor)
        for group in _rows(held, self.form.rooms):
            wide = self.inner / len(group)
            drawn = [floors.room(self.words, room, (self.x + wide * i, self.y), wide) for i, room in enumerate(group)]
            named = [("goal", room.goal, self.words.room(room)) for room in group]
            self._row(drawn, named, "wall")

    def pillars(self) -> None:
        words = self.words
        self.beam(words.say(msg("Economy, goals and quality")) if self.form.pillars > 1 else "")
        made = (
            (pillars.economy, ("economy", "", words.headed_economy())),
            (pillars.goals, ("goals", "", words.headed_goals())),
            (pillars.quality, ("assignments", "", words.headed_quality())),
        )
        for group in _rows(made, self.form.pillars):
            wide = self.inner / len(group)
            tall = max(make(words, 0, 0, wide).height for make, _ in group)
            drawn = [make(words, self.x + wide * i, self.y, wide, tall=tall) for i, (make, _) in enumerate(group)]
            self._row(drawn, [named for _, named in group], "wall")

    def foundation(self) -> None:
        house, words = self.words.house, self.words
        for group in _rows(house.volumes, self.form.stones):
            wide = self.inner / len(group)
            drawn = [floors.stone(words, v, (self.x + wide * i, self.y), wide) for i, v in enumerate(group)]
            named = [("figure", v.now.source.ref, words.volume(v)) for v in group]
            self._row(drawn, named, "stone")
        plinth = floors.mission(words, 0, self.y, self.form.width)
        for look in (fill("stone"), stroke("mortar")):
            self.parts.append(box((0, self.y, self.form.width, plinth.height), look))
        self.parts.append(plinth.svg)
        self.y += plinth.height

    def legend(self) -> None:
        """What the shapes mean and what they rest on."""
        x, self.y = 4.0, self.y + 30
        for word in ORDER:
            label = self.words.status(word)
            wide = 26 + text_width(label, 15) + 24
            if x + wide > self.form.width:
                x, self.y = 4.0, self.y + 24
            drawn = shape(word, (x + 8, self.y - 5), colour=self.words.colour(word))
            self.parts.append(drawn + text(x + 24, self.y, label, size=15))
            x += wide
        basis = self.words.say(self.words.house.goals.standing.explanation)
        if x + text_width(basis, 15) > self.form.width:
            x, self.y = 4.0, self.y + 24
        for part in wrapped(basis, self.form.width - 8, 15):
            self.parts.append(text(x, self.y, part, size=15, colour="muted"))
            self.y += 20

    def _row(self, drawn: list[Drawn], named: list[tuple[str, str, str]], ground: str) -> None:
        """Parts side by side, all as high as the highest, each a link to its page."""
        height = max(part.height for part in drawn)
        wide = self.inner / len(drawn)
        for index, (part, (kind, key, label)) in enumerate(zip(drawn, named, strict=True)):
            x = self.x + wide * index
            edge = stroke("mortar" if ground == "stone" else "rule")
            area = (x, self.y, wide, height)
            walls = f'<g class="ground">{box(area, fill(ground))}</g>{box(area, edge)}'
            self.parts.append(self._linked(kind, key, label, walls + part.svg))
        self.y += height

    def _linked(self, kind: str, key: str, label: str, svg: str) -> str:
        href = self.link(kind, key) if self.link else ""
        if not href:
            return f"<g>{svg}</g>"
        return f'<a href="{escape(href)}" class="part"><title>{escape(label)}</title>{svg}</a>'

    def svg(self) -> str:
        width, height = self.form.width, self.y + 4
        title = escape(self.words.say(self.words.house.title))
        measures = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
        head = f'xmlns="http://www.w3.org/2000/svg" {measures}'
        look = f'class="house house--{self.form.name}" font-family="{FAMILY}"'
        return f'<svg {head} {look} role="group" aria-label="{title}">{"".join(self.parts)}</svg>'


def _rows(items: Sequence[T], most: int) -> list[Sequence[T]]:
    """Rows of at most `most`, as even as can be: five in rows of four become three and two."""
    if not items:
        return []
    count = -(-len(items) // most)
    size, more = divmod(len(items), count)
    rows, start = [], 0
    for index in range(count):
        end = start + size + (1 if index < more else 0)
        rows.append(items[start:end])
        start = end
    return rows
