"""The house of the plan as a drawing, with everything that it shows told in words."""

from styrhus.paper.blocks import Drawing
from styrhus.reports.house import Wording, draw, house
from styrhus.reports.setting import Setting
from styrhus.values.text import msg


def house_drawing(setting: Setting) -> Drawing:
    """The house, with rooms, pillars and volumes in its text equivalent."""
    held = house(setting.dossier)
    board, year = setting.dossier.board, setting.dossier.plan.year
    caption = setting.say(msg("The plan as a house: {board} {year}", board=board.name, year=year))
    return Drawing(caption, draw(held, setting.language), house_alt(setting), "house")


def house_alt(setting: Setting) -> str:
    """The whole house in sentences, from the roof down."""
    words = Wording(house(setting.dossier), setting.language)
    vision = setting.dossier.steering.vision
    roof = setting.say(msg("The roof is the vision: {vision}.", vision=vision.strip("”.").strip())) if vision else ""
    rooms = [words.room(room) for room in words.house.rooms]
    pillars = [words.headed_economy(), words.headed_goals(), words.headed_quality()]
    return " ".join(text for text in (roof, *rooms, *pillars) if text)
