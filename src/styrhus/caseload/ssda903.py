"""Episodes in the columns of SSDA903 (Children looked after, Department for Education) as placement spells.

An episode ends whenever anything changes: the placement, but also the legal status alone. Consecutive episodes of a
child in the same kind of placement with the same kind of provider are one spell. The date of birth in the header file
gives the age group and the eighteenth birthday, which is the planned end of an open spell, and is then forgotten.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from styrhus.caseload.counts.rows import Row, rows
from styrhus.caseload.mapping import SPELL_FIELDS, CaseMapping, MaterialKind
from styrhus.caseload.opening import prepared
from styrhus.caseload.personal import refuse_persons
from styrhus.caseload.suggestion import suggested
from styrhus.finance.ledger.engine import engine
from styrhus.finance.ledger.prepared import Prepared
from styrhus.finance.ledger.problem_list import at_most
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import Text, msg

PASSED_OVER = ("DOB", "UPN", "MC_DOB", "HOME_POST", "PL_POST", "URN")
"""Columns of the format that tell of persons or places; they are not read on."""
_FORMS = {
    "A": "other", "H5": "supported_housing", "K": "institution", "P1": "other", "P2": "housing", "P3": "other",
    "R": "institution", "S": "institution", "T": "emergency_foster_home", "U": "foster_home", "Z": "other",
}  # fmt: skip
"""Kind of care by placement code, the longest beginning that fits (guide to SSDA903, placement types)."""
_PROVIDERS = {"PR0": "own", "PR1": "own", "PR2": "external", "PR3": "external", "PR4": "external", "PR5": "external"}
"""PR0 is the parents, PR1 the authority itself; all others are paid."""
_GROUPS = ((13, "0-12"), (18, "13-17"), (200, "18+"))
OF_AGE = 18


@dataclass(frozen=True)
class Episode:
    """A time in one kind of care; `end` None while it lasts."""

    child: str
    form: str
    provider: str
    start: date
    end: date | None


def convert(episodes: Path, target: Path, *, header: Path | None = None, name: str = "") -> int:
    """Write the spells of an episodes file as CSV in the columns of `placements.csv`; gives their number.

    ProblemsError with row, column and value when an episode cannot be read.
    """
    with TemporaryDirectory(prefix="styrhus-") as folder:
        found = joined(_episodes(_opened(episodes, Path(folder), name or episodes.name)))
        born = _born(_opened(header, Path(folder), header.name)) if header else {}
    last = max(day for each in found for day in (each.start, each.end) if day)
    numbers: dict[str, int] = {}
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(SPELL_FIELDS)
        for each in sorted(found, key=lambda spell: (spell.start, spell.child, spell.form)):
            person = f"p{numbers.setdefault(each.child, len(numbers) + 1)}"
            birth = born.get(each.child)
            end = each.end or _of_age(birth, last)
            writer.writerow(
                (person, _group(birth, each.start), each.form, each.provider, each.start, end or "", "", "")
            )
    return len(found)


def joined(episodes: Sequence[Episode]) -> list[Episode]:
    """Episodes of a child that follow on each other in the same care, as one."""
    found: list[Episode] = []
    for each in sorted(episodes, key=lambda episode: (episode.child, episode.start, episode.end or date.max)):
        last = found[-1] if found else None
        if last and (last.child, last.form, last.provider, last.end) == (
            each.child,
            each.form,
            each.provider,
            each.start,
        ):
            found[-1] = replace(last, end=each.end)
        else:
            found.append(each)
    return found


def _care(episode: Episode) -> tuple[str, str, str]:
    return episode.child, episode.form, episode.provider


def _opened(path: Path, folder: Path, name: str) -> Prepared:
    mapping = suggested(path, name).model_copy(update={"kind": MaterialKind.EPISODES, "columns": {}})
    opened = prepared(path, mapping, folder, name)
    with engine(folder) as connection:
        refuse_persons(connection, opened, mapping.heading_row, passed_over=PASSED_OVER)
    return opened


def _episodes(opened: Prepared) -> list[Episode]:
    for heading in ("CHILD", "DECOM", "DEC", "PLACE"):
        opened.position(heading)
    faults: list[Problem] = []
    found = [each for row in rows(opened, CaseMapping()) if (each := _episode(row, faults, opened.name))]
    if faults:
        raise ProblemsError(at_most(faults, opened.name))
    if not found:
        told = msg("The file has no spells."), msg("See that the headings stand in the row that the mapping says.")
        raise ProblemsError((Problem(*told, opened.name),))
    return found


def _episode(row: Row, faults: list[Problem], name: str) -> Episode | None:
    """The row's episode; what is wrong with it goes to `faults`."""
    told = len(faults)
    start, end = (_day(row, heading, faults, name) for heading in ("DECOM", "DEC"))
    form, provider = _form(_cell(row, "PLACE")), _cell(row, "PLACE_PROVIDER")
    if start is None and len(faults) == told:
        faults.append(_fault(row, "DECOM", name, msg("The spell has no start.")))
    if start and end and end < start:
        faults.append(_fault(row, "DEC", name, msg("The spell ends before it starts.")))
    if form is None:
        faults.append(_fault(row, "PLACE", name, msg("The placement code is not known.")))
    if provider and provider not in _PROVIDERS:
        faults.append(_fault(row, "PLACE_PROVIDER", name, msg("The provider is not known.")))
    if not _cell(row, "CHILD"):
        faults.append(_fault(row, "CHILD", name, msg("The spell has no person.")))
    if start is None or form is None or len(faults) > told:
        return None
    return Episode(_cell(row, "CHILD"), form, _PROVIDERS.get(provider, ""), start, end)


def _form(code: str) -> str | None:
    return _FORMS.get(code[:2]) or _FORMS.get(code[:1]) if code else None


def _cell(row: Row, heading: str) -> str:
    return row.cells.get(heading, "").strip()


def _day(row: Row, heading: str, faults: list[Problem], name: str) -> date | None:
    text = _cell(row, heading)
    parts = text.split("/")[::-1] if "/" in text else text.split("-")
    try:
        year, month, day = map(int, parts if text else ())
        return date(year, month, day)
    except ValueError:
        if text:
            faults.append(_fault(row, heading, name, msg("The date cannot be read.")))
    return None


def _fault(row: Row, heading: str, name: str, message: Text) -> Problem:
    remedy = msg("Correct it in the system that the episodes come from.")
    return Problem(message, remedy, name, row.line, heading, _cell(row, heading)[:80])


def _born(opened: Prepared) -> dict[str, date]:
    """Dates of birth by child; those that cannot be read are passed over, as the age is only a help."""
    return dict(_births(rows(opened, CaseMapping()), opened.name))


def _births(found: Iterator[Row], name: str) -> Iterator[tuple[str, date]]:
    for row in found:
        day = _day(row, "DOB", [], name)
        if day:
            yield _cell(row, "CHILD"), day


def _group(birth: date | None, start: date) -> str:
    if birth is None:
        return ""
    age = start.year - birth.year - ((start.month, start.day) < (birth.month, birth.day))
    return next(group for limit, group in _GROUPS if age < limit)


def _of_age(birth: date | None, last: date) -> date | None:
    """The eighteenth birthday, where it lies after all that the file tells of."""
    if birth is None:
        return None
    try:
        day = birth.replace(year=birth.year + OF_AGE)
    except ValueError:
        day = date(birth.year + OF_AGE, 3, 1)
    return day if day > last else None
