"""Import a ledger file: all of its months become the ones that count, or nothing is changed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.timezone import now

from styrhus.actions.ledger_board import board_locked, record_board, refresh_all, require_open
from styrhus.actions.permission import grants_of, require
from styrhus.finance.ledger.mapping import Mapping
from styrhus.finance.ledger.staged import Staged, StagedMonth
from styrhus.finance.ledger.staging import stage
from styrhus.store.ledger.folders import Unfinished, disk_full, is_full, sweep, unfinished
from styrhus.store.models import Board, LedgerImport, LedgerPeriod, User
from styrhus.store.models.audit_event import How
from styrhus.values.problem import Problem, ProblemsError, Severity
from styrhus.values.text import msg

Progress = Callable[[str, float], None]
"""Told the name of a step (`copy`, `read`, `store`) and how much of it is done, 0 to 1."""
CHUNK = 4 * 1024 * 1024


class AlreadyHeld(ProblemsError):
    """The very same file, read in the same way, is already what counts for all its months; nothing was changed."""


class OverlapsError(ProblemsError):
    """Another source holds some of the same months; both would count, so that has to be said."""


@dataclass(frozen=True)
class Order:
    """What is to be imported, and how."""

    board: str
    year: int
    path: Path
    mapping: Mapping
    source: str
    file_name: str
    synthetic: bool
    overlap: bool


def import_ledger(
    board: str, year: int, path: Path, mapping: Mapping, *, source: str, by: User, synthetic: bool = False,
    overlap: bool = False, file_name: str = "", progress: Progress | None = None,
) -> LedgerImport:  # fmt: skip
    """Bring a file's rows of `year` in; each of its months replaces what the same `source` held for that month.

    The file is read outside of any transaction; only the last step, which takes moments, holds the database.
    `overlap` says that it is meant when another source holds the same month. Raises NotAllowed, NotFound for an
    unknown board, AlreadyHeld, OverlapsError, and ProblemsError when the file cannot be read, is of another year
    or organisation, touches a closed month or has no room on the disk.
    """
    require(grants_of(by, board), "import_ledger")
    told = progress or (lambda _step, _share: None)
    order = Order(board, year, path, mapping, source.strip(), file_name or path.name, synthetic, overlap)
    _require_source(order)
    _begin(order)
    try:
        with unfinished(board) as folder:
            digest = _copied(order, folder, told)
            _refuse_same(order, digest)
            staged = _staged(order, folder, told)
            told("store", 0.0)
            return _stored(order, folder, staged, digest=digest, by=by)
    except ProblemsError:
        raise
    except Exception as error:
        if is_full(error):
            raise disk_full(order.file_name) from error
        raise


def _require_source(order: Order) -> None:
    if not order.source:
        told = msg("The source has no name."), msg("Name the system or file that the rows come from.")
        raise ProblemsError((Problem(*told, column="source"),))


def _begin(order: Order) -> None:
    """What a killed process left behind is taken away first, so that it cannot fill the disk."""
    with transaction.atomic():
        held = board_locked(order.board)
        sweep(order.board, LedgerImport.objects.filter(board=held).values_list("stamp", flat=True))


def _copied(order: Order, folder: Unfinished, told: Progress) -> str:
    """The file as it was handed in, beside its rows; gives its SHA-256."""
    total = max(1, order.path.stat().st_size)
    digest, done = hashlib.sha256(), 0
    target = folder.raw / Path(order.file_name).name
    with order.path.open("rb") as given, target.open("xb") as kept:
        while chunk := given.read(CHUNK):
            kept.write(chunk)
            digest.update(chunk)
            done += len(chunk)
            told("copy", done / total)
    target.chmod(0o400)
    return digest.hexdigest()


def _staged(order: Order, folder: Unfinished, told: Progress) -> Staged:
    told("read", 0.0)
    raw = folder.raw / Path(order.file_name).name
    staged = stage(raw, order.mapping, year=order.year, target=folder.path, name=order.file_name)
    told("read", 1.0)
    return staged


def _refuse_same(order: Order, digest: str) -> None:
    """AlreadyHeld when the same bytes, read the same way, are what counts for every month of that import."""
    mapping = mapping_json(order.mapping)
    same = LedgerImport.objects.filter(
        board__key=order.board, digest=digest, source=order.source, year=order.year, undone_at=None
    )
    for held in same:
        if held.mapping == mapping and held.months and held.periods.count() == len(held.months):
            told = msg("The same file was imported {day} and still counts.", day=held.imported_at.date().isoformat())
            raise AlreadyHeld((Problem(told, msg("Nothing is changed."), order.file_name, severity=Severity.NOTE),))


def mapping_json(mapping: Mapping) -> dict[str, object]:
    """A mapping as the journal keeps it."""
    return mapping.model_dump(mode="json", exclude_defaults=True)


def _stored(order: Order, folder: Unfinished, staged: Staged, *, digest: str, by: User) -> LedgerImport:
    """Everything that counts from now on, in one step; the folder gets its name within it."""
    final: Path | None = None
    try:
        with transaction.atomic():
            held = board_locked(order.board)
            _refuse_same(order, digest)
            _require_may_be_stored(held, order, staged)
            final = folder.settle()
            made = _row(held, order, folder, staged, digest=digest, by=by)
            _move_periods(made, staged.months)
            refresh_all(held, {month.year for month in staged.months}, staged.names)
            _tell(made, by)
    except BaseException:
        if final is not None:
            final.rename(folder.path)
        raise
    return made


def _row(held: Board, order: Order, folder: Unfinished, staged: Staged, *, digest: str, by: User) -> LedgerImport:
    return LedgerImport.objects.create(
        board=held, stamp=folder.stamp, source=order.source, file_name=Path(order.file_name).name, digest=digest,
        year=order.year, rows=staged.rows, total=staged.total, synthetic=order.synthetic,
        organisation=staged.organisation_number, mapping=mapping_json(order.mapping),
        months={month.key: {"rows": month.rows, "total": str(month.total)} for month in staged.months},
        imported_at=now(), imported_by=by,
    )  # fmt: skip


def _require_may_be_stored(held: Board, order: Order, staged: Staged) -> None:
    if not staged.months:
        told = msg("The file has no rows of {year}.", year=order.year), msg("Choose the year that it is about.")
        raise ProblemsError((Problem(*told, order.file_name),))
    require_open(held, [(month.year, month.month) for month in staged.months], order.file_name)
    _require_same_organisation(held, order, staged)
    if not order.overlap:
        _require_no_overlap(held, order, staged.months)


def _require_same_organisation(held: Board, order: Order, staged: Staged) -> None:
    if not staged.organisation_number:
        return
    known = LedgerImport.objects.filter(board=held, undone_at=None).exclude(organisation="")
    wanted = _digits(staged.organisation_number)
    numbers = {number for number in known.values_list("organisation", flat=True) if _digits(number) != wanted}
    if numbers:
        told = msg("The file is of another organisation than the ledger: {known}.", known=", ".join(sorted(numbers)))
        remedy = msg("Import it to the board that it belongs to, or undo the imports of the other.")
        raise ProblemsError((Problem(told, remedy, order.file_name, value=staged.organisation_number),))


def _digits(number: str) -> str:
    """212000-1132 and 2120001132 are the same organisation."""
    return "".join(sign for sign in number if sign.isdecimal())


def _require_no_overlap(held: Board, order: Order, months: tuple[StagedMonth, ...]) -> None:
    others = LedgerPeriod.objects.filter(board=held).exclude(source=order.source)
    taken = {(p.year, p.month): p.source for p in others}
    found = [(month.key, taken[month.year, month.month]) for month in months if (month.year, month.month) in taken]
    if found:
        raise OverlapsError(tuple(
            Problem(
                msg("The source {source} already holds this month; both would be counted.", source=source),
                msg("Import under that source's name to replace it, or say that both are meant."),
                order.file_name, value=key,
            )
            for key, source in found
        ))  # fmt: skip


def _move_periods(made: LedgerImport, months: tuple[StagedMonth, ...]) -> None:
    """Each month points to the new import, which remembers what it pointed to before."""
    replaced = {}
    for month in months:
        place = {"board": made.board, "source": made.source, "year": month.year, "month": month.month}
        period = LedgerPeriod.objects.filter(**place).select_related("held").first()
        replaced[month.key] = str(period.held.stamp) if period else None
        period = period or LedgerPeriod(**place)
        period.held, period.rows, period.total = made, month.rows, month.total
        period.save()
    made.replaced = replaced
    made.save(update_fields=["replaced"])


def _tell(made: LedgerImport, by: User) -> None:
    changes = {
        "file_name": made.file_name, "source": made.source, "rows": made.rows, "total": str(made.total),
        "months": sorted(made.months), "digest": made.digest,
    }  # fmt: skip
    record_board("import_ledger", by, made.board, made.year, how=How.ADDED, key=made.file_name, after=changes)
