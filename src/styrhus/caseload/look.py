"""The headings and first rows of a file, and how it would be read."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from styrhus.caseload.mapping import CaseMapping
from styrhus.caseload.opening import prepared
from styrhus.caseload.suggestion import suggested
from styrhus.finance.ledger.delimited import first_rows
from styrhus.values.problem import Problem, ProblemsError

FIRST_ROWS = 5


@dataclass(frozen=True)
class Look:
    """What a file seems to be; `problems` tells why it cannot be looked at."""

    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    suggested: CaseMapping = field(default_factory=CaseMapping)
    problems: tuple[Problem, ...] = ()


def look(path: Path, *, name: str = "", mapping: CaseMapping | None = None) -> Look:
    """Look at a file by `mapping`, or by what its headings tell. Never raises for what is in the file."""
    name = name or path.name
    try:
        chosen = mapping or suggested(path, name)
        with TemporaryDirectory(prefix="styrhus-") as scratch:
            opened = prepared(path, chosen, Path(scratch), name)
            return Look(opened.headings, first_rows(opened, FIRST_ROWS), chosen)
    except ProblemsError as error:
        return Look(suggested=mapping or CaseMapping(), problems=error.problems)
