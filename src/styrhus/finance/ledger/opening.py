"""Opens a ledger file of any kind, by what it is and not by its name."""

from pathlib import Path

from styrhus.finance.ledger import delimited, sheets
from styrhus.finance.ledger.mapping import FileKind, Mapping
from styrhus.finance.ledger.mapping_faults import mapping_faults
from styrhus.finance.ledger.opened import Opened
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.sie.open import open_sie
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

_HEAD = 4096
_KINDS = {FileKind.CSV: "CSV", FileKind.SHEET: msg("workbook"), FileKind.SIE: "SIE"}
_SIE = (b"#FLAGGA", b"#SIETYP", b"#PROGRAM", b"#FORMAT")


def kind_of(path: Path) -> FileKind:
    """What kind of file it is, by how it begins."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    if head.startswith(b"PK\x03\x04"):
        return FileKind.SHEET
    begins = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return FileKind.SIE if begins.startswith(b"#") and any(label in head.upper() for label in _SIE) else FileKind.CSV


def open_ledger(path: Path, mapping: Mapping, scratch: Path, *, year: int, name: str) -> Opened:
    """The file with its rows ready in `scratch`; ProblemsError when it or the mapping does not allow that."""
    kind = _expected(path, mapping, name)
    if kind is FileKind.SIE:
        return open_sie(path, mapping, scratch, year=year, name=name)
    told = mapping_faults(mapping, name)
    if told:
        raise ProblemsError(told)
    return Opened(open_table(path, mapping, scratch, name=name), mapping)


def open_table(path: Path, mapping: Mapping, scratch: Path, *, name: str) -> Prepared:
    """A CSV file or the mapping's sheet of a workbook."""
    if _expected(path, mapping, name) is FileKind.SHEET:
        return sheets.prepare(path, mapping, scratch, name=name)
    return delimited.prepare(path, mapping, scratch, name=name)


def _expected(path: Path, mapping: Mapping, name: str) -> FileKind:
    """The kind of the file; ProblemsError when the mapping is made for another."""
    delimited.not_empty(path, name)
    kind = kind_of(path)
    if kind is not mapping.kind:
        told = Problem(
            msg("The file is of kind {found}, and the mapping is made for files of kind {expected}.",
                found=_KINDS[kind], expected=_KINDS[mapping.kind]),
            msg("Choose a mapping for this kind of file, or make a new one."), name,
        )  # fmt: skip
        raise ProblemsError((told,))
    return kind
