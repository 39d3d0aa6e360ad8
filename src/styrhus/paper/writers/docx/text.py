"""Runs of text in Word: look, links out, links to tables in the document."""

from dataclasses import dataclass

from styrhus.paper.blocks import Run, Runs
from styrhus.paper.outline import Outline
from styrhus.paper.writers.docx.links import Registry
from styrhus.paper.writers.docx.xml import run
from styrhus.paper.writers.links import target


@dataclass(frozen=True)
class Texts:
    """How runs of one document are written."""

    outline: Outline
    registry: Registry

    def runs(self, runs: Runs, *, at: str = "", look: str = "") -> str:
        """The runs; `at` is the anchor of the table they stand in, `look` further run properties."""
        return "".join(self._run(piece, at, look) for piece in runs)

    def _run(self, piece: Run, at: str, look: str) -> str:
        properties = ("<w:b/><w:bCs/>" if piece.strong and "<w:b/>" not in look else "") + look
        if piece.emphasis:
            properties = (
                properties.replace("<w:bCs/>", "<w:bCs/><w:i/><w:iCs/>")
                if "<w:b/>" in properties
                else ("<w:i/><w:iCs/>" + properties)
            )
        to = target(piece.href, self.outline.anchors)
        if to.address:
            inside = run(piece.text, '<w:rStyle w:val="Hyperlink"/>' + properties)
            return f'<w:hyperlink r:id="{self.registry.address(to.address)}" w:history="1">{inside}</w:hyperlink>'
        if to.anchor:
            return self._jump(to.anchor, run(piece.text, '<w:rStyle w:val="Hyperlink"/>' + properties))
        home = self.outline.homes.get(piece.figure.source.ref, "") if piece.figure and not at else ""
        return self._jump(home, run(piece.text, properties)) if home else run(piece.text, properties)

    def _jump(self, anchor: str, inside: str) -> str:
        return f'<w:hyperlink w:anchor="{self.registry.bookmark(anchor)}" w:history="1">{inside}</w:hyperlink>'
