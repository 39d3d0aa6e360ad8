"""Documents that have been built, kept until the plan is another."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

from styrhus.dossier.dossier import Dossier

KEPT = 48
"""Documents; a plan has a dozen with its kinds, languages and formats, of up to a megabyte each."""

Key = tuple[str, int, str, str, str]
"""Board, year, document (its kind, a report's month too), language and format."""


@dataclass
class _Place:
    """One document, with a lock of its own so that two readers do not build it twice."""

    lock: Lock = field(default_factory=Lock)
    dossier: Dossier | None = None
    content: bytes = b""


class Shelf:
    """Contents by key; one counts as long as it was built from the very dossier that is asked for.

    The reader of the store gives the same object until the plan changes, so the object itself is the revision.
    This is apart from `web.kept`, whose many small parts may be made twice: a document is large and takes a second,
    so each place holds one and is built by one reader while others wait.
    """

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._places: OrderedDict[Key, _Place] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Key, dossier: Dossier, build: Callable[[], bytes]) -> bytes:
        """The content, built now unless it is there; what `build` raises is not kept."""
        place = self._place(key)
        with place.lock:
            if place.dossier is not dossier:
                place.content = build()
                place.dossier = dossier
            return place.content

    def _place(self, key: Key) -> _Place:
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            while len(self._places) > self._kept:
                self._places.popitem(last=False)
            return place


shelf = Shelf()
