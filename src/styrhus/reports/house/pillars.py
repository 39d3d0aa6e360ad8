"""The three pillars of the frame: each a shaft that carries its figures, and words beside it."""

from decimal import Decimal

from styrhus.plan.status_word import StatusWord
from styrhus.reports.house import letters
from styrhus.reports.house.economy import EconomyPillar
from styrhus.reports.house.ink import COLOURS, Area, Drawn, box, fill, level, shape, stroke, text
from styrhus.reports.house.quality import QualityPillar
from styrhus.reports.house.words import ECONOMY, GOALS, ORDER, QUALITY, Wording
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg

PADDING = 22
SHAFT = 52
GAP = 18
STEP = 23
HEAD = 46
LEAST = 180
ABOVE = 36
AROUND = ABOVE + 12 + PADDING


class Pen:
    """Writes the lines of one pillar under each other."""

    def __init__(self, x: float, width: float, y: float) -> None:
        self.x, self.width, self.y = x, width, y
        self.parts: list[str] = []

    def big(self, words: str) -> None:
        size = 30.0
        while letters.width(words, size, 700) > self.width and size > 20:
            size -= 1
        self.y += 32
        self.parts.append(text(self.x, self.y, words, size=size, weight=700))

    def say(self, words: str, *, weight: int = 400, colour: str = "ink", most: int = 3) -> None:
        for held in letters.wrapped(words, self.width, 16, weight=weight, most=most):
            self.y += STEP
            self.parts.append(text(self.x, self.y, held, size=16, weight=weight, colour=colour))

    def swatch(self, colour: str, words: str, *, weight: int = 400) -> None:
        """A line that tells what a colour of the shaft means."""
        held = letters.wrapped(words, self.width - 22, 16, weight=weight, most=3)
        square = (self.x + 0.5, self.y + STEP - 12.5, 13.0, 13.0)
        self.parts += [box(square, fill(colour)), box(square, stroke("rule"))]
        for line_of_words in held:
            self.y += STEP
            self.parts.append(text(self.x + 22, self.y, line_of_words, size=16, weight=weight))

    def space(self, height: float = 8) -> None:
        self.y += height

    def pair(self, words: str, number: str) -> None:
        """Words at the left in at most three lines, a number at the right, on a line of its own if it must."""
        held = letters.wrapped(words, self.width, 16, most=3)
        for part in held:
            self.y += STEP - 2
            self.parts.append(text(self.x, self.y, part, size=16))
        if not held or letters.width(held[-1], 16) + 14 + letters.width(number, 16) > self.width:
            self.y += STEP - 2
        self.parts.append(text(self.x + self.width, self.y, number, size=16, anchor="end"))
        self.space(3)

    def rule(self) -> None:
        self.y += 8
        self.parts.append(level(self.x, self.y, self.width, stroke("hair")))


def economy(words: Wording, x: float, y: float, width: float, *, tall: float = 0) -> Drawn:
    """The frame of the year as a column, the change since last year as its uppermost part."""
    held = words.house.economy
    pen = _pen(words.say(ECONOMY), x, y, width)
    if held.frame is None:
        pen.space(4)
        pen.say(words.say(msg("The plan names no frame for {year}.", year=words.house.year)))
        for figure in held.key_figures:
            pen.pair(figure.label, words.amount(figure))
    else:
        _economy_lines(pen, words, held)
    if held.needs:
        pen.space()
        pen.say(words.needs(held.needs), weight=600)
    if brief := words.placements_brief():
        pen.space()
        pen.say(brief, weight=600)
    height = _shaft_height(pen, y, tall)
    return Drawn(_economy_shaft(held, x + PADDING, y + ABOVE, height) + "".join(pen.parts), height + AROUND)


def _economy_lines(pen: Pen, words: Wording, held: EconomyPillar) -> None:
    assert held.frame is not None
    pen.big(words.amount(held.frame))
    pen.say(words.say(msg("frame {year}", year=words.house.year)))
    if held.change is not None:
        changed = f"{words.amount(held.change, signed=True)} ({words.percent(held)})"
        told = words.say(msg("{change} against {year}", change=changed, year=words.house.year - 1))
        pen.swatch("sea" if (held.change.value or 0) > 0 else "wall", told, weight=600)
    if held.steps:
        pen.rule()
        for label, figure in _steps(held):
            pen.pair(words.say(label) if isinstance(label, Text) else label, words.bare(figure, signed=True))
    if held.falling is not None:
        pen.space()
        ending = msg("{amount} ends with {year}", amount=words.amount(held.falling), year=words.house.year)
        pen.say(words.say(ending))


def _steps(held: EconomyPillar) -> list[tuple[str | Text, Figure]]:
    rows: list[tuple[str | Text, Figure]] = [(step.label, step) for step in held.steps]
    if held.other is not None:
        rows.append((msg("Other changes"), held.other))
    if held.residual is not None:
        rows.append((msg("Not specified"), held.residual))
    return rows


def _economy_shaft(held: EconomyPillar, x: float, y: float, height: float) -> str:
    """Filled up to last year's frame; above it what has come, or an empty part for what has gone."""
    if held.frame is None or held.frame.value is None:
        return _shaft(x, y, height, "")
    now = held.frame.value
    before = now if held.before is None or held.before.value is None else held.before.value
    top = max(now, before, Decimal(1))
    low = float(min(now, before) / top) * height
    inside = box((x, y + height - low, SHAFT, low), fill("sea-light"))
    if now > before:
        inside += box((x, y, SHAFT, height - low), fill("sea"))
    inside += level(x, y + height - low, SHAFT, stroke("ink", 1.5))
    return _shaft(x, y, height, inside)


def goals(words: Wording, x: float, y: float, width: float, *, tall: float = 0) -> Drawn:
    """All indicators by status: a column of as many parts as there are statuses, with shape, count and word."""
    house = words.house
    pen = _pen(words.say(GOALS), x, y, width)
    held = house.goals
    if held.indicators:
        pen.big(words.count(held.goals or len(house.rooms), msg("{n} goal"), msg("{n} goals")))
        pen.say(words.count(held.indicators, msg("{n} indicator"), msg("{n} indicators")))
        pen.say(words.goals_head(), weight=600)
        pen.rule()
        for word, number, label in words.goals():
            pen.y += STEP
            pen.parts.append(shape(word, (pen.x + 7, pen.y - 5.5), colour=words.colour(word)))
            pen.parts.append(text(pen.x + 48, pen.y, str(number), size=16, weight=600, anchor="end"))
            pen.parts.append(text(pen.x + 58, pen.y, label, size=16))
    else:
        pen.big(words.count(held.goals or len(house.rooms), msg("{n} goal"), msg("{n} goals")))
        pen.say(words.say(msg("The plan has no indicators.")))
    height = _shaft_height(pen, y, tall)
    return Drawn(_goals_shaft(words, x + PADDING, y + ABOVE, height) + "".join(pen.parts), height + AROUND)


def _goals_shaft(words: Wording, x: float, y: float, height: float) -> str:
    held = words.house.goals
    if not held.indicators:
        return _shaft(x, y, height, "")
    inside, bottom = "", y + height
    for word in ORDER:
        part = height * held.counts.get(word, 0) / held.indicators
        if part:
            inside += _segment(word, words.colour(word), (x, bottom - part, SHAFT, part))
            if part > 20:
                colour = "wall" if word is StatusWord.REACHED else words.colour(word)
                inside += shape(word, (x + SHAFT / 2, bottom - part / 2), 16, colour)
            bottom -= part
    return _shaft(x, y, height, inside)


def _segment(word: StatusWord, colour: str, area: Area) -> str:
    """Reached is solid; the others are lighter, so that the order holds in black and white too."""
    ground = box(area, fill(colour) + f' fill-opacity="{_OPACITY[word]:g}"')
    return ground + level(area[0], area[1], area[2], stroke("ink"))


_OPACITY = {
    StatusWord.REACHED: 1.0, StatusWord.PARTLY: 0.45, StatusWord.NOT_REACHED: 0.18, StatusWord.NOT_JUDGED: 0.0,
}  # fmt: skip


def quality(words: Wording, x: float, y: float, width: float, *, tall: float = 0) -> Drawn:
    """What the board has bound itself to; the shaft is laid of one brick for each assignment."""
    held = words.house.quality
    pen = _pen(words.say(QUALITY), x, y, width)
    said = words.quality(held)
    if not said:
        pen.say(words.say(msg("The plan has no assignments, undertakings or service guarantees.")))
    for index, (head, rest) in enumerate(said):
        if index == 0:
            pen.big(head)
        else:
            pen.rule()
            pen.say(head, weight=600)
        for colour, line_of_words in rest:
            if colour:
                pen.swatch(colour, line_of_words)
            else:
                pen.say(line_of_words)
    height = _shaft_height(pen, y, tall)
    return Drawn(_bricks(held, x + PADDING, y + ABOVE, height) + "".join(pen.parts), height + AROUND)


def _bricks(held: QualityPillar, x: float, y: float, height: float) -> str:
    """Bricks from the ground up: done solid, due this year dark, later light, without deadline open."""
    number = held.assignments or held.undertakings
    kinds = [("ink", held.done), ("sea", held.due), ("sea-light", held.later), ("wall", held.undated)]
    paints = [name for name, count in kinds for _ in range(count)] or ["sea-light"] * held.undertakings
    columns = 1 if number <= 12 else 2 if number <= 36 else 4
    rows = -(-number // columns) if number else 0
    tall = min(height / rows, 22) if rows else 0
    wide = SHAFT / columns
    laid, joint = "", COLOURS["mortar"]
    for index, paint in enumerate(paints):
        row, column = divmod(index, columns)
        look = f'class="f-{paint} s-mortar" fill="{COLOURS[paint]}" stroke="{joint}" stroke-width="1"'
        laid += box((x + column * wide, y + height - (row + 1) * tall, wide, tall), look)
    return _shaft(x, y, height, laid)


def _pen(heading: str, x: float, y: float, width: float) -> Pen:
    pen = Pen(x + PADDING + SHAFT + GAP, width - 2 * PADDING - SHAFT - GAP, y + HEAD)
    pen.parts.append(text(pen.x, y + HEAD, heading, size=20, weight=600))
    return pen


def _shaft_height(pen: Pen, y: float, tall: float) -> float:
    """As high as the words beside it, never less than a pillar; `tall` is what its neighbours take in all."""
    return max(pen.y - y - ABOVE - 6, LEAST, tall - AROUND)


def _shaft(x: float, y: float, height: float, inside: str) -> str:
    """The pillar itself: capital, shaft, base."""
    ends = [(x - 8, top, SHAFT + 16.0, 12.0) for top in (y - 12, y + height)]
    caps = "".join(box(end, fill("stone")) + box(end, stroke("rule")) for end in ends)
    shaft = (x, y, float(SHAFT), height)
    return caps + box(shaft, fill("wall")) + inside + box(shaft, stroke("rule", 1.25))
