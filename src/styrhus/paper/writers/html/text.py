"""Runs of text as HTML; everything a user wrote is escaped here and nowhere else."""

import html
from collections.abc import Callable
from dataclasses import dataclass

from styrhus.paper.blocks import Run, Runs
from styrhus.paper.outline import Outline
from styrhus.paper.printable import one_line, printable
from styrhus.paper.writers.links import target
from styrhus.values.figure import Figure

Link = Callable[[str], str | None]


def escaped(text: str) -> str:
    """Text on one line, safe as content and in quotes."""
    return html.escape(one_line(text))


@dataclass(frozen=True)
class Texts:
    """How runs are written on one page: where figures and links lead."""

    outline: Outline
    link: Link | None

    def html(self, runs: Runs, *, at: str = "") -> str:
        """The runs; `at` is the anchor of the table they stand in, which its own figures do not lead to."""
        return "".join(self._run(run, at) for run in runs)

    def _run(self, run: Run, at: str) -> str:
        text = html.escape(printable(run.text)).replace("\n", "<br>")
        if run.emphasis:
            text = f"<em>{text}</em>"
        if run.strong:
            text = f"<strong>{text}</strong>"
        if address := self._address(run.href):
            return f'<a href="{html.escape(address)}">{text}</a>'
        return self._figure(run.figure, text, at) if run.figure is not None else text

    def _address(self, href: str) -> str:
        to = target(href, self.outline.anchors)
        if to.anchor:
            return f"#{to.anchor}"
        return to.address or (href if href.startswith("/") and not href.startswith(("//", "/\\")) else "")

    def _figure(self, figure: Figure, text: str, at: str) -> str:
        title = f' title="{escaped(figure.source.place)}"' if figure.source.place else ""
        address = self._source(figure.source.ref, at)
        if address:
            return f'<a class="figure" href="{html.escape(address)}"{title}>{text}</a>'
        return f'<span class="figure"{title}>{text}</span>'

    def _source(self, ref: str, at: str) -> str:
        if not ref:
            return ""
        if self.link is not None:
            return self.link(ref) or ""
        home = self.outline.homes.get(ref, "")
        return f"#{home}" if home and home != at else ""
