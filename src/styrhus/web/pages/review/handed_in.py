"""A document handed in for review: read within limits, a few at a time, and forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from styrhus.paper.readers.bounded import read_bounded
from styrhus.paper.reading import Reading
from styrhus.review.review import Review, review
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

LARGEST = 25 * 1024 * 1024
"""Bytes of a file handed in."""
AT_ONCE = 2
PERIOD_SECONDS = 10 * 60

_turns = BoundedSemaphore(AT_ONCE)


class Busy(Exception):
    """So many documents are being reviewed that there was no turn within the wait."""


class TooOften(Exception):
    """The address has handed in too many documents within the period."""


def reading_handed_in(request: HttpRequest, file: UploadedFile) -> Reading:
    """The document in an upload; nothing of it is kept when the request has been answered.

    Raises ProblemsError for a file that cannot be read, Busy, and TooOften for who has not logged in.
    """
    _count(request)
    with _turn():
        return _read(file)


def review_handed_in(request: HttpRequest, file: UploadedFile) -> Review:
    """The review of an upload; raises as `reading_handed_in`."""
    _count(request)
    with _turn():
        return review(_read(file))


def _read(file: UploadedFile) -> Reading:
    if not file.size:
        told = msg("The file is empty."), msg("Choose a document that holds something.")
        raise ProblemsError((Problem(*told, file=file.name or ""),))
    if file.size > LARGEST:
        size, limit = file.size // 1024**2, LARGEST // 1024**2
        told = (
            msg("The file is {size} MB; the largest allowed is {limit} MB.", size=size, limit=limit),
            msg("Save the document without pictures, or hand in a part of it."),
        )
        raise ProblemsError((Problem(*told, file=file.name or ""),))
    return read_bounded(file.read(), file.name or "")


@contextmanager
def _turn() -> Iterator[None]:
    """A turn among those who are read at once."""
    if not _turns.acquire(timeout=settings.REVIEW_WAIT_SECONDS):
        raise Busy
    try:
        yield
    finally:
        _turns.release()


def _count(request: HttpRequest) -> None:
    """Counts by address in the process's memory; who is logged in is trusted not to flood."""
    if request.user.is_authenticated:
        return
    key = f"review:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, PERIOD_SECONDS)
    if cache.incr(key) > settings.REVIEW_MOST_TIMES:
        raise TooOften
