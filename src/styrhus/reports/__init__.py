"""What each kind of document holds: a dossier becomes a paper. A kind is a file here that names itself in KIND."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from styrhus.reports.kind import DocumentKind

    KINDS: dict[str, DocumentKind]
    """Every kind of document by its id."""


def __getattr__(name: str) -> "dict[str, DocumentKind]":
    """KINDS is found when it is first asked for, since pages that only draw the house need none of it."""
    if name == "KINDS":
        return _kinds()
    raise AttributeError(name)


@cache
def _kinds() -> "dict[str, DocumentKind]":
    return {kind.id: kind for kind in _found()}


def _found() -> "Iterator[DocumentKind]":
    """The KIND of every module of this folder that has one."""
    from styrhus.reports.kind import DocumentKind  # noqa: PLC0415

    for module in iter_modules(__path__, prefix=f"{__name__}."):
        kind = getattr(import_module(module.name), "KIND", None)
        if isinstance(kind, DocumentKind):
            yield kind
