"""The house: what is on course, what is not and what it costs, drawn as the municipality draws its steering model."""

from styrhus.reports.house.content import House, Room, house
from styrhus.reports.house.drawing import TALL, WIDE, Form, draw, house_svg
from styrhus.reports.house.words import Wording

__all__ = ["TALL", "WIDE", "Form", "House", "Room", "Wording", "draw", "house", "house_svg"]
