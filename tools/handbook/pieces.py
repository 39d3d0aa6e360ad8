"""The parts of a Markdown file that the program writes: between two marks, each made anew by `make docs`."""

import re
from collections.abc import Callable

from handbook.commands import commands
from handbook.examples import evaluated
from handbook.faults import faults
from handbook.fields import fields
from handbook.grid_forecast import grid_forecast
from handbook.money import bridge_table
from handbook.roles import roles_table
from handbook.rules import rules_list
from handbook.statuses import status_table

Piece = Callable[[str, str], str]
"""Takes what stands between the marks now and what the mark says after the name; gives what shall stand there."""

PIECES: dict[str, Piece] = {
    "bridge": lambda _, name: bridge_table(name),
    "commands": lambda _, __: commands(),
    "examples": evaluated,
    "faults": lambda _, __: faults(),
    "fields": lambda _, __: fields(),
    "gridforecast": lambda _, name: grid_forecast(name),
    "roles": lambda _, __: roles_table(),
    "rules": lambda _, __: rules_list(),
    "statuses": lambda _, __: status_table(),
}
MARKED = re.compile(
    r"<!-- generated: (?P<name>[a-z]+)(?: (?P<argument>\S+))? -->\n(?P<content>.*?)<!-- end -->", re.DOTALL
)


def filled(text: str) -> str:
    """The text with every marked part made anew; LookupError for a mark with an unknown name."""
    return MARKED.sub(_made, text)


def _made(found: re.Match[str]) -> str:
    start = found[0].partition("\n")[0]
    piece = PIECES[found["name"]](found["content"], found["argument"] or "")
    return f"{start}\n\n{piece.strip()}\n\n<!-- end -->"
