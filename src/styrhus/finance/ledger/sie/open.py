"""Opens a SIE file for the ledger: reads it, checks it as a whole and hands over its rows."""

from pathlib import Path

from styrhus.finance.ledger.delimited import ending
from styrhus.finance.ledger.encoding import UTF8, detected
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.opened import Opened
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import at_most
from styrhus.finance.ledger.sie.checks import disagreements, ignored, refusals
from styrhus.finance.ledger.sie.content import Content
from styrhus.finance.ledger.sie.reader import Reader
from styrhus.finance.ledger.sie.rows import HEADINGS, names, write
from styrhus.values.problem import ProblemsError


def read(path: Path, encoding: str = "", *, name: str = "") -> Content:
    """What the file holds; its own word on its encoding counts for nothing, since many programs are wrong there."""
    encoding = encoding or detected(path)
    with path.open(encoding="utf-8-sig" if encoding == UTF8 else encoding, errors="replace") as stream:
        return Reader(name or path.name).read(stream)


def open_sie(path: Path, mapping: Mapping, scratch: Path, *, year: int, name: str) -> Opened:
    """The rows of `year`; ProblemsError when the file is damaged, unbalanced, of another year or has no months."""
    content = read(path, mapping.encoding, name=name)
    problems = [*content.problems, *refusals(content, year, name)]
    if problems:
        raise ProblemsError(at_most(problems, name))
    target = scratch / "sie.csv"
    columns = write(content, mapping.dimensions, year, target)
    prepared = Prepared(
        target, name, ";", HEADINGS, 1, 2, line="line",
        warnings=(*ending(path, name), *disagreements(content, name), *ignored(content, name)),
    )  # fmt: skip
    return Opened(prepared, columns, tuple(names(content, mapping.dimensions)), content.number, content.name)
