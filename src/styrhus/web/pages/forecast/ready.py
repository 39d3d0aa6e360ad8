"""Learning in the background: whoever asks waits a little, and is told when it takes longer."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookLong
from functools import cache
from threading import Lock

from styrhus.dossier.placement_forecast import Fit

PATIENCE = 8.0
"""Seconds that a page waits before it says that the forecast is being made."""
_under_way: dict[Hashable, Future[Fit]] = {}
_lock = Lock()


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="forecast")


def when_ready(key: Hashable, make: Callable[[], Fit], *, patience: float = PATIENCE) -> Fit | None:
    """What `make` gives, or None while it is still at it; the same `key` is never made twice at once.

    What `make` raises is raised here, and tried anew the next time.
    """
    with _lock:
        held = _under_way.get(key) or _worker().submit(make)
        _under_way[key] = held
    try:
        found = held.result(timeout=patience)
    except TookLong:
        return None
    except Exception:
        _forget(key)
        raise
    _forget(key)
    return found


def _forget(key: Hashable) -> None:
    with _lock:
        _under_way.pop(key, None)
