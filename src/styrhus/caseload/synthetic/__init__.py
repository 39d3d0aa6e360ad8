"""Made-up spells of two example boards, whose averages are those that the boards have published."""

from styrhus.caseload.synthetic.boards import NOTE, placements, volumes
from styrhus.caseload.synthetic.recipe import Recipe

__all__ = ["NOTE", "Recipe", "placements", "volumes"]
