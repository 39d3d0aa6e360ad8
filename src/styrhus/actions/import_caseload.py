"""Import a file of cases: it becomes what counts of its kind, or nothing is changed."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from styrhus.actions.ledger_board import board_locked
from styrhus.actions.permission import grants_of, require
from styrhus.caseload import CaseMapping, MaterialRead, read_material
from styrhus.caseload.extent import extent
from styrhus.caseload.kept import save
from styrhus.caseload.material_read import warnings
from styrhus.caseload.quality import compared
from styrhus.store.caseload.journal import current
from styrhus.store.caseload.known import known_streams
from styrhus.store.ledger.folders import CASELOAD, Unfinished, disk_full, is_full, sweep, unfinished
from styrhus.store.models import AuditEvent, Board, CaseloadImport, PlanYear, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

_CHUNK = 1 << 22


class CaseloadAlreadyHeld(ProblemsError):
    """The very same file, read in the same way, is already what counts; nothing was changed."""


@dataclass(frozen=True)
class Imported:
    """The import's line of the journal, and what there is to know of its rows."""

    row: CaseloadImport
    warnings: tuple[Problem, ...]


def import_caseload(
    board: str, path: Path, mapping: CaseMapping | None = None, *, by: User, as_of: date | None = None,
    file_name: str = "", synthetic: bool = False,
) -> Imported:  # fmt: skip
    """Bring a file of spells, counts or population in; it takes the place of what counted of its kind.

    The file is read outside of any transaction and is not kept. Raises NotAllowed, NotFound for an unknown board,
    CaseloadAlreadyHeld, and ProblemsError when the file cannot be read, tells who somebody is, or has no room.
    """
    require(grants_of(by, board), "import_caseload")
    _begin(board)
    name = Path(file_name or path.name).name
    digest = _digest(path)
    _refuse_same(board, digest, as_of, mapping, name=name)
    found = read_material(path, mapping, as_of, name=name)
    if found.errors:
        raise ProblemsError(found.errors)
    found = replace(found, problems=(*found.problems, *_new_care(board, found, name)))
    try:
        with unfinished(board, CASELOAD) as folder:
            return _stored(board, folder, found, name=name, digest=digest, synthetic=synthetic, by=by)
    except ProblemsError:
        raise
    except Exception as error:
        if is_full(error):
            raise disk_full(name) from error
        raise


def _begin(board: str) -> None:
    """What a killed process left behind is taken away first, so that it cannot fill the disk."""
    with transaction.atomic():
        held = board_locked(board)
        sweep(board, CaseloadImport.objects.filter(board=held).values_list("stamp", flat=True), CASELOAD)


def mapping_json(mapping: CaseMapping) -> dict[str, object]:
    """A mapping as the journal keeps it."""
    return mapping.model_dump(mode="json", exclude_defaults=True)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _refuse_same(board: str, digest: str, as_of: date | None, mapping: CaseMapping | None, *, name: str) -> None:
    """Read with another mapping, or another last day, the same file is another import."""
    for held in current(board).values():
        is_read_so = mapping is None or mapping_json(mapping) == held.mapping
        if held.digest == digest and is_read_so and as_of in (None, held.as_of):
            told = msg("The same file was imported {day} and still counts.", day=held.imported_at.date().isoformat())
            raise CaseloadAlreadyHeld((Problem(told, msg("Nothing is changed."), name, severity=Severity.NOTE),))


def _new_care(board: str, found: MaterialRead, name: str) -> tuple[Problem, ...]:
    """A warning when the file has care that the board did not have before: perhaps another spelling."""
    if found.quality is None or found.told is None:
        return ()
    judged = compared(found.quality, found.told.streams, known_streams(board))
    return warnings(replace(judged, findings=judged.findings[len(found.quality.findings) :]), name)


def _stored(
    board: str, folder: Unfinished, found: MaterialRead, *, name: str, digest: str, synthetic: bool, by: User
) -> Imported:  # fmt: skip
    """The rows on disk, then the journal's line; the folder gets its lasting name within the same step."""
    material = found.told if found.told is not None else found.population
    assert material is not None
    kind = save(material, folder.path).stem
    final: Path | None = None
    try:
        with transaction.atomic():
            held = board_locked(board)
            final = folder.settle()
            row = CaseloadImport.objects.create(
                board=held, stamp=folder.stamp, kind=kind, file_name=name, digest=digest, synthetic=synthetic,
                headings=list(found.headings), imported_at=now(), imported_by=by,
                mapping=mapping_json(found.mapping), **_told_of(found),
            )  # fmt: skip
            record("import_caseload", by, held, row, how=How.ADDED)
    except BaseException:
        if final is not None:
            final.rename(folder.path)
        raise
    return Imported(row, found.problems)


def _told_of(found: MaterialRead) -> dict[str, Any]:
    """Rows, persons and periods of the material."""
    material = found.told if found.told is not None else found.population
    assert material is not None
    told = extent(material)
    return {"rows": told.rows, "persons": told.persons, "as_of": told.as_of, "first": told.first, "last": told.last}


def record(action: str, by: User, board: Board, row: CaseloadImport, *, how: How) -> None:
    """A line of the audit trail at the first plan that the cases are before, else the latest: what came in or went,
    and nothing of who it is about."""
    plans = PlanYear.objects.filter(board=board).order_by("year")
    shown = plans.filter(year__gt=int(row.last[:4])).first() or plans.last()
    told = {
        "kind": row.kind, "rows": row.rows, "persons": row.persons, "digest": row.digest,
        "period": f"{row.first} – {row.last}",
    }  # fmt: skip
    AuditEvent.objects.create(
        action=action, by=by, board=board, plan_year=shown, revision=shown.revision if shown else None,
        how=how, kind="caseload", key=row.file_name,
        changes={name: (None, value) if how is How.ADDED else (value, None) for name, value in told.items()},
    )  # fmt: skip
