"""How the documents of a plan stand: ready or not, and their decided versions."""

from dataclasses import dataclass
from datetime import date, datetime

from styrhus.store.models import FrozenDocument, FrozenFile, ReadyDocument, User
from styrhus.store.read import NotFound, version


@dataclass(frozen=True)
class Ready:
    """Who called a document ready and when; `stale` when the plan has been changed since."""

    who: str
    at: datetime
    stale: bool


@dataclass(frozen=True)
class FrozenVersion:
    """A decided version; `hashes` are the SHA-256 of each written format by suffix."""

    number: int
    title: str
    decided_on: date
    paragraph: str
    registry_number: str
    plan_hash: str
    revision: int
    program: str
    who: str
    at: datetime
    hashes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Standing:
    """`versions` are the latest first."""

    ready: Ready | None = None
    versions: tuple[FrozenVersion, ...] = ()

    @property
    def may_be_frozen(self) -> bool:
        return self.ready is not None and not self.ready.stale


def standings(board_id: str, year: int) -> dict[str, Standing]:
    """The standing of each document that has one, by its key (`board-plan`, `monthly-report/2019-08`).

    Three queries, none of which reads a file.
    """
    held = version(board_id, year)
    ready = {
        _key(row): Ready(_name(row.by), row.at, row.stamp != held.stamp)
        for row in ReadyDocument.objects.filter(plan_year=held.key).select_related("by")
    }
    frozen: dict[str, list[FrozenVersion]] = {}
    rows = FrozenDocument.objects.filter(plan_year=held.key).select_related("by").defer("plan").order_by("-number")
    hashes: dict[int, list[tuple[str, str]]] = {}
    for document, suffix, digest in FrozenFile.objects.filter(document__plan_year=held.key).values_list(
        "document_id", "suffix", "hash"
    ):
        hashes.setdefault(document, []).append((suffix, digest))
    for row in rows:
        frozen.setdefault(_key(row), []).append(_version(row, tuple(sorted(hashes.get(row.pk, ())))))
    kinds = ready.keys() | frozen.keys()
    return {kind: Standing(ready.get(kind), tuple(frozen.get(kind, ()))) for kind in kinds}


def _key(row: ReadyDocument | FrozenDocument) -> str:
    return "/".join(filter(None, (row.kind, row.period)))


def frozen_plan(board_id: str, year: int, key: str, number: int) -> bytes:
    """The plan folder that a decided version was written from, as a zip file; NotFound when there is none."""
    kind, _, period = key.partition("/")
    plan_year = version(board_id, year).key
    held = FrozenDocument.objects.filter(plan_year=plan_year, kind=kind, period=period, number=number)
    for content in held.values_list("plan", flat=True):
        return bytes(content)
    raise NotFound(f"{board_id} {year} {key} {number}")


def frozen_file(board_id: str, year: int, key: str, *, number: int, suffix: str) -> bytes:
    """A decided version as it was written; NotFound when there is none."""
    kind, _, period = key.partition("/")
    held = FrozenFile.objects.filter(
        document__plan_year=version(board_id, year).key, document__kind=kind, document__period=period,
        document__number=number, suffix=suffix,
    )  # fmt: skip
    for content in held.values_list("content", flat=True):
        return bytes(content)
    raise NotFound(f"{board_id} {year} {key} {number} {suffix}")


def _version(row: FrozenDocument, hashes: tuple[tuple[str, str], ...]) -> FrozenVersion:
    return FrozenVersion(
        row.number, row.title, row.decided_on, row.paragraph, row.registry_number,
        row.plan_hash, row.revision, row.program, _name(row.by), row.at, hashes,
    )  # fmt: skip


def _name(user: User) -> str:
    return user.get_full_name() or user.get_username()
