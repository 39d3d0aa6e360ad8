"""The dossiers that were read last, each under the stamp of its content."""

from collections import OrderedDict
from threading import Lock
from uuid import UUID

from styrhus.dossier.dossier import Dossier

KEPT = 16


class DossierCache:
    """A stamp is never used for two contents, so nothing here ever has to be thrown out for being stale."""

    def __init__(self, kept: int = KEPT) -> None:
        self._kept = kept
        self._held: OrderedDict[UUID, Dossier] = OrderedDict()
        self._lock = Lock()

    def get(self, stamp: UUID) -> Dossier | None:
        with self._lock:
            if stamp in self._held:
                self._held.move_to_end(stamp)
            return self._held.get(stamp)

    def put(self, stamp: UUID, dossier: Dossier) -> None:
        with self._lock:
            self._held[stamp] = dossier
            while len(self._held) > self._kept:
                self._held.popitem(last=False)
