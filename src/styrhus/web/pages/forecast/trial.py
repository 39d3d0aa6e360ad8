"""Backtests in the background, kept by the content of what they were made of."""

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookLong
from functools import cache
from threading import Lock

from styrhus.dossier.placement_forecast import Material
from styrhus.forecast.evaluate import Backtest, TooShort, backtest

PATIENCE = 3.0
"""Seconds that a page waits before it says that the past is still being tried."""
KEPT = 32
_held: OrderedDict[str, Future[Backtest | TooShort]] = OrderedDict()
_lock = Lock()


@cache
def _worker() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="backtest")


def tried(material: Material) -> Backtest | TooShort | None:
    """The backtest of the material, None while it is being made. What fails is raised, and tried anew the next time."""
    with _lock:
        future = _held.pop(material.digest, None) or _worker().submit(backtest, material.data)
        _held[material.digest] = future
        while len(_held) > KEPT:
            _held.popitem(last=False)
    try:
        return future.result(timeout=PATIENCE)
    except TookLong:
        return None
    except Exception:
        with _lock:
            _held.pop(material.digest, None)
        raise
