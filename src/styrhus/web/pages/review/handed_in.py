"""A document handed in for review: read within limits, a few at a time, and forgotten."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from styrhus.paper.readers.bounded import read_bounded
from styrhus.paper.readers.bounded_limits import Limits, too_large
from styrhus.paper.reading import Reading
from styrhus.review.review import Review, review
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg

LIMITS = Limits(file=25_000_000, seconds=15.0, memory=700_000_000, cells=150_000)
"""For one document of one visitor; the command line allows more."""
AT_ONCE, WAITING = 2, 2
"""How many are read, and how many may wait for their turn, so that threads are left for all other pages."""
PERIOD_SECONDS = 10 * 60

_turns = BoundedSemaphore(AT_ONCE)
_places = BoundedSemaphore(AT_ONCE + WAITING)


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
    """Read in a process of its own, so that no document can take this one down."""
    name = file.name or ""
    if not file.size:
        told = msg("The file is empty."), msg("Choose a document that holds something.")
        raise ProblemsError((Problem(*told, file=name),))
    if file.size > LIMITS.file:
        raise too_large(name, LIMITS)
    return read_bounded(file.read(), name, limits=LIMITS)


@contextmanager
def _turn() -> Iterator[None]:
    """A turn among those who are read at once."""
    if not _places.acquire(blocking=False):
        raise Busy
    try:
        if not _turns.acquire(timeout=settings.REVIEW_WAIT_SECONDS):
            raise Busy
        try:
            yield
        finally:
            _turns.release()
    finally:
        _places.release()


def _count(request: HttpRequest) -> None:
    """Counts by address in the process's memory; who is logged in is trusted not to flood."""
    if request.user.is_authenticated:
        return
    key = f"review:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, PERIOD_SECONDS)
    if cache.incr(key) > settings.REVIEW_MOST_TIMES:
        raise TooOften
