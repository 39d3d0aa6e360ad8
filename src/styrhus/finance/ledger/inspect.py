"""Looks at a file before it is imported: what it is, its first rows, and a mapping to begin with."""

from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from styrhus.finance.ledger.delimited import first_rows, prepare
from styrhus.finance.ledger.encoding import detected
from styrhus.finance.ledger.mapping import FileKind, Mapping, Sign
from styrhus.values.problem import Problem, ProblemsError

FIRST_ROWS = 20


@dataclass(frozen=True)
class Inspection:
    """What a file seems to be. `suggested` has no sign: `sign` is only what the file's headings hint at, or None.

    `rows` are the first rows below the headings as they stand; `organisation_number`, `organisation_name` and
    `years` (the accounting years that it names, the current first) are those of a SIE file.
    """

    kind: FileKind
    encoding: str = ""
    delimiter: str = ""
    sheets: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    suggested: Mapping = field(default_factory=Mapping)
    sign: Sign | None = None
    organisation_number: str = ""
    organisation_name: str = ""
    years: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


def inspect(path: Path, *, name: str = "", mapping: Mapping | None = None) -> Inspection:
    """Look at the file `path`, called `name` in messages; a remembered `mapping` is tried rather than a new one.

    Never raises for what is in the file: `problems` tells what stands in the way.
    """
    name = name or path.name
    with TemporaryDirectory(prefix="styrhus-") as folder:
        try:
            return _inspected(path, name, mapping or Mapping(), Path(folder))
        except ProblemsError as error:
            return Inspection(FileKind.CSV, problems=error.problems)


def _inspected(path: Path, name: str, mapping: Mapping, scratch: Path) -> Inspection:
    encoding = mapping.encoding or detected(path)
    prepared = prepare(path, mapping, scratch, name=name)
    rows = first_rows(prepared, FIRST_ROWS)
    return Inspection(
        FileKind.CSV, encoding, prepared.delimiter, headings=prepared.headings, rows=rows,
        suggested=mapping, problems=prepared.warnings,
    )  # fmt: skip
