"""The quality of material, reckoned once for as long as the material is the same."""

from collections import OrderedDict
from threading import Lock

from styrhus.caseload.quality import Quality, quality
from styrhus.forecast.material import Counts, Spells

KEPT = 32
_kept: OrderedDict[str, Quality] = OrderedDict()
_lock = Lock()


def quality_of(digest: str, material: Spells | Counts) -> Quality:
    """The quality of the material that the digest names."""
    with _lock:
        if digest in _kept:
            _kept.move_to_end(digest)
            return _kept[digest]
    found = quality(material)
    with _lock:
        _kept[digest] = found
        while len(_kept) > KEPT:
            _kept.popitem(last=False)
    return found
