"""Stretches of text as the print template reads them."""

import unicodedata
from collections.abc import Iterator

from styrhus.paper.blocks import Run, Runs
from styrhus.paper.fonts import showable
from styrhus.paper.outline import Outline
from styrhus.paper.printable import one_line, printable
from styrhus.paper.writers.links import target

Data = dict[str, object]
_SOFT_HYPHEN = "\u00ad"


def shown(text: str) -> str:
    """One line of text that our fonts can show."""
    return showable(one_line(text))


def pieces(runs: Runs, outline: Outline, *, at: str = "") -> list[Data]:
    """The runs, broken at line feeds; a figure leads to the table that holds it, unless that is `at`."""
    return [piece for run in runs for piece in _pieces(run, outline, at)]


def _pieces(run: Run, outline: Outline, at: str) -> Iterator[Data]:
    look = _look(run, outline, at)
    for number, line in enumerate(showable(printable(run.text)).split("\n")):
        text = line.replace("\t", " ")
        if number:
            yield {"text": "", "break": True}
        if text and "href" not in look and "anchor" not in look:
            yield {"text": text, **look}
        elif text:
            # typst fails on a link that ends in something that cannot be seen
            text = text.replace(_SOFT_HYPHEN, "")
            yield {"text": text, **(look if _visible(text) else {})}


def _visible(text: str) -> bool:
    return any(unicodedata.category(char)[0] in "LNPS" for char in text)


def _look(run: Run, outline: Outline, at: str) -> Data:
    look: Data = {}
    if run.strong:
        look["strong"] = True
    if run.emphasis:
        look["emphasis"] = True
    to = target(run.href, outline.anchors)
    home = outline.homes.get(run.figure.source.ref, "") if run.figure else ""
    if to.address:
        look["href"] = to.address
    elif to.anchor:
        look |= {"anchor": to.anchor, "mark": True}
    elif home and at == "":
        look["anchor"] = home
    return look
