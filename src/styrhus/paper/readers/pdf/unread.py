"""What of a PDF could not be read, told by pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from styrhus.paper.readers.pdf.found import FoundTable
from styrhus.paper.readers.pdf.layout import Item
from styrhus.paper.readers.pdf.word import Page
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

_FEW_LETTERS = 20
_LARGE = 0.35
_MOST_NAMED = 12


@dataclass
class Unread:
    """Pages that are pictures, pages with text that runs up or down, and damaged pages."""

    letters: int = 0
    scanned: list[int] = field(default_factory=list)
    turned: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        return self.letters < _FEW_LETTERS

    @property
    def pictures(self) -> bool:
        return bool(self.scanned)

    def look(self, page: Page, items: Sequence[Item]) -> None:
        """Note what a page lacks."""
        letters = sum(len(word.text) for word in page.words)
        self.letters += letters
        if not page.width:
            self.damaged.append(page.number)
        elif letters < _FEW_LETTERS and page.images > _LARGE:
            self.scanned.append(page.number)
        turned = sum(len(word.text) for word in page.words if word.turned and not word.artifact)
        kept = sum(len(w.text) for item in items if isinstance(item, FoundTable) for w in item.words if w.turned)
        if turned - kept > _FEW_LETTERS:
            self.turned.append(page.number)

    def problems(self, name: str) -> tuple[Problem, ...]:
        """A warning for each kind, with the pages named."""
        found = []
        if self.scanned:
            found.append((
                msg("Pages without text, which are pictures only, were not read: {pages}.", pages=_named(self.scanned)),
                msg("Run text recognition (OCR) on them to have them reviewed."),
            ))  # fmt: skip
        if self.turned:
            found.append((
                msg("Text that runs up or down the page was not read on: {pages}.", pages=_named(self.turned)),
                msg("Look at it yourself, or set it upright and save the document anew."),
            ))  # fmt: skip
        if self.damaged:
            found.append((
                msg("Damaged pages were not read: {pages}.", pages=_named(self.damaged)),
                msg("Fetch or save the file anew; if it opens in a program, print it as a new PDF from there."),
            ))  # fmt: skip
        return tuple(Problem(message, remedy, name, severity=Severity.WARNING) for message, remedy in found)


def _named(pages: list[int]) -> str:
    """`1–3, 7`; long lists end in `…`."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    named = [str(first) if first == last else f"{first}–{last}" for first, last in runs[:_MOST_NAMED]]
    return ", ".join(named) + (" …" if len(runs) > _MOST_NAMED else "")
