"""A document of which only is told how its file is made: lines `format: pdf`, `tagged: no`, `headings: 0`."""

from styrhus.paper.reading import Build, Reading, TextBlock, TextKind
from styrhus.values.place import Place


def read(content: bytes, name: str) -> Reading:
    """A reading with three undeclared headings and the build that the lines tell."""
    told = dict(line.split(": ", 1) for line in content.decode().splitlines())
    tagged, headings = told.get("tagged"), told.get("headings")
    build = Build(
        tagged=None if tagged is None else tagged == "yes",
        heading_styles=None if headings is None else int(headings),
    )
    texts = [
        TextBlock(TextKind.HEADING, text, Place(line=n), level=1)
        for n, text in enumerate(("Ekonomi", "Mål", "Risk"), 1)
    ]
    return Reading(name, told["format"], tuple(texts), build=build)
