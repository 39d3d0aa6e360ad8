"""Roof, rooms and foundation of the house, each drawn into the width that it is given."""

from dataclasses import dataclass

from styrhus.reports.house import letters
from styrhus.reports.house.content import Room
from styrhus.reports.house.foundation import Volume
from styrhus.reports.house.ink import DOWN, LEVEL, UP, Drawn, Point, arrow, box, fill, level, lines, shape, stroke, text
from styrhus.reports.house.words import ORDER, Wording
from styrhus.values.text import msg

MISSION = msg("The statutory task")
BEAM = 34


@dataclass(frozen=True)
class Roof:
    """Measures of a roof: its height, the size of the vision's letters, the place and size of the attic window."""

    height: float
    type_size: float
    window: float
    window_size: float


def roof(words: Wording, width: float, form: Roof) -> Drawn:
    """The roof with the vision; the year stands in the attic window."""
    house, middle, top = words.house, width / 2, 8.0
    tiles = f"M{middle:g} {top:g}L{width:g} {form.height:g}H0Z"
    board = f"M{middle:g} {top + 13:g}L{width - 34:g} {form.height - 7:g}H34Z"
    chimney = box((width * 0.74, form.height * 0.16, width * 0.045, form.height * 0.5), fill("roof"))
    cap = box((width * 0.735, form.height * 0.16 - 7, width * 0.055, 9), fill("roof"))
    drawn = f'{chimney}{cap}<path d="{tiles}" {fill("roof")}/><path d="{board}" {stroke("on-roof", 1.25)}/>'
    centre = form.height * form.window
    drawn += f'<circle cx="{middle:g}" cy="{centre:g}" r="{form.window_size:g}" {fill("on-roof")}/>'
    drawn += text(
        middle, centre + form.window_size * 0.24, str(house.year), size=form.window_size * 0.7, weight=700,
        colour="roof", anchor="middle",
    )  # fmt: skip
    return Drawn(drawn + _vision(words, width, form), form.height)


def _vision(words: Wording, width: float, form: Roof) -> str:
    """As few lines as hold it, the last one just above the eaves, each as long as the roof is wide there.

    The board's name stands over it, or in its place when the plan has no vision.
    """
    house = words.house
    size, step = form.type_size, form.type_size * 1.3
    lowest = form.height - size * 1.05
    rooms = [_inside(lowest - step * index, size, width, form) for index in range(2, -1, -1)]
    held = letters.tapered(house.vision or house.board, rooms, size, 600)
    first = lowest - step * (len(held) - 1)
    drawn = lines(width / 2, first, held, size=size, step=step, weight=600, colour="on-roof", anchor="middle")
    above = first - step * 1.02
    small = max(size * 0.6, 13)
    name = f"{house.board}, {house.municipality}" if house.vision else house.municipality
    if letters.width(name, small) > _inside(above, small, width, form):
        name = house.municipality
    if above - small < form.height * form.window + form.window_size + 4:
        return drawn
    return drawn + text(width / 2, above, name, size=small, colour="on-roof", anchor="middle")


def _inside(baseline: float, size: float, width: float, form: Roof) -> float:
    """How wide a line of letters may be under the roof."""
    return width * (baseline - size - 8) / (form.height - 8) - 96 * width / 1200


def beam(words: str, x: float, y: float, width: float) -> str:
    """A beam between two floors with the name of the one below it."""
    ground = box((x, y, width, BEAM), fill("beam")) + level(x, y, width, stroke("rule"))
    return ground + text(x + width / 2, y + BEAM * 0.67, words, size=16, weight=600, colour="ink", anchor="middle")


def room(words: Wording, held: Room, at: Point, width: float) -> Drawn:
    """A room: name, one shape for each indicator as panes of a window, and how they stand."""
    (x, y), padding = at, 24
    pen = y + 40
    inner = width - 2 * padding
    name = f"{held.number} {held.name}".strip()
    title = letters.wrapped(name, inner, 21, weight=600, most=4)
    drawn = lines(x + padding, pen, title, size=21, step=26, weight=600)
    pen += 26 * (len(title) - 1) + 16
    panes, height = _panes(words, held, (x + padding, pen), inner)
    drawn, pen = drawn + panes, pen + height
    colour = "ink" if held.words else "muted"
    for sentence, weight in ((words.share(held), 600), (words.contents(held), 400)):
        for part in letters.wrapped(sentence, inner, 16, weight=weight, most=3) if sentence else ():
            pen += 23
            drawn += text(x + padding, pen, part, size=16, weight=weight, colour=colour)
    moved = words.movement(held)
    if moved:
        drawn += _moved(held, moved, (x + padding, pen + 25), inner)
        pen += 25 + 21 * (len(letters.wrapped(moved, inner - 22, 16)) - 1)
    return Drawn(drawn, pen + padding - y)


def _moved(held: Room, moved: str, at: Point, width: float) -> str:
    x, y = at
    better, worse = held.movements.better, held.movements.worse
    path = UP if better > worse else DOWN if worse > better else LEVEL
    return arrow(path, x + 7, y - 5) + lines(x + 22, y, letters.wrapped(moved, width - 22, 16), size=16, step=21)


def _panes(words: Wording, held: Room, at: Point, width: float) -> tuple[str, float]:
    """The shapes in rows, reached first; nothing for a room without indicators."""
    (x, y), pitch = at, 23.0
    rows = -(-len(held.words) // max(int(width // pitch), 1))
    a_row = -(-len(held.words) // rows) if rows else 1
    ordered = [word for kind in ORDER for word in held.words if word is kind]
    drawn = "".join(
        shape(word, (x + 8 + pitch * (index % a_row), y + 10 + pitch * (index // a_row)), 16, words.colour(word))
        for index, word in enumerate(ordered)
    )
    return drawn, pitch * rows + (6 if rows else 0)


def stone(words: Wording, volume: Volume, at: Point, width: float) -> Drawn:
    """A stone of the foundation: a number of people or households, large, with what it counts."""
    (x, y), padding = at, 18
    inner = width - 2 * padding
    number = words.volume_number(volume)
    size = 26.0
    while letters.width(number, size, 700) > inner and size > 17:
        size -= 1
    pen = y + 40
    drawn = text(x + padding, pen, number, size=size, weight=700)
    for part in letters.wrapped(volume.label, inner, 15.5, most=3):
        pen += 21
        drawn += text(x + padding, pen, part, size=15.5)
    for part in letters.wrapped(words.volume_beside(volume), inner, 15, most=2):
        pen += 21
        drawn += text(x + padding, pen, part, size=15, colour="muted")
    return Drawn(drawn, pen + padding - y)


def mission(words: Wording, x: float, y: float, width: float) -> Drawn:
    """The tasks of the law in running words under everything else; a bare plinth when the plan lists none."""
    padding, size = 24, 15.5
    if not words.house.mission:
        return Drawn("", 26)
    head = words.say(MISSION)
    drawn = text(x + padding, y + 30, head, size=16, weight=600)
    held = letters.wrapped(" · ".join(words.house.mission), width - 2 * padding, size, most=5)
    drawn += lines(x + padding, y + 54, held, size=size, step=21)
    return Drawn(drawn, 54 + 21 * (len(held) - 1) + 20)
