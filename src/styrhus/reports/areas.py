"""The units that a report tells of one by one, and the lines of the follow-up as addresses name them."""

from styrhus.dossier.follow_up_figures import OWN
from styrhus.finance.follow_up.cell import ALL, UNMAPPED
from styrhus.finance.follow_up.line import Line
from styrhus.finance.follow_up.view import FollowUp


def areas(view: FollowUp) -> tuple[str, ...]:
    """The units that a board is led by: those at the top, or those below one that holds all the others.

    What is booked on that one itself comes first (`<unit>~own`), and what belongs to no unit last.
    """
    top = view.children()
    units = [unit for unit in top if unit != UNMAPPED]
    if len(units) != 1 or not view.children(units[0]):
        return top
    own = (f"{units[0]}{OWN}",) if view.cost_types(units[0], own=True) else ()
    return (*own, *view.children(units[0]), *(unit for unit in top if unit == UNMAPPED))


def line_of(view: FollowUp, unit: str, cost_type: str = ALL) -> Line:
    """The line of a unit as addresses name it, `<unit>~own` too."""
    return view.line(unit.removesuffix(OWN), cost_type, own=unit.endswith(OWN))
