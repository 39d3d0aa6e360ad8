"""Times subjects in this process, in turns, and prints seconds and memory as JSON: `python -m benchmarks.trial`.

A subject is written `module:function`; the function prepares everything and gives what is to be timed.
"""

import argparse
import gc
import json
import os
from collections.abc import Callable
from importlib import import_module
from time import perf_counter

from benchmarks.child import peak_memory

Timed = Callable[[], object]


def prepared(subject: str) -> Timed:
    """What a subject's function gives."""
    module, _, name = subject.partition(":")
    timed: Timed = getattr(import_module(f"benchmarks.{module}"), name)()
    return timed


def seconds(timed: Timed) -> float:
    """One run; garbage of earlier runs is collected before and not during it."""
    gc.collect()
    gc.disable()
    try:
        start = perf_counter()
        timed()
        return perf_counter() - start
    finally:
        gc.enable()


def main() -> None:
    """Time every subject in turns: A B A B …"""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("subject", nargs="+")
    parser.add_argument("--runs", type=int, required=True)
    parser.add_argument("--warm-up", type=int, default=0)
    asked = parser.parse_args()
    subjects = [prepared(name) for name in asked.subject]
    for _ in range(asked.warm_up):
        for timed in subjects:
            timed()
    rounds = [[seconds(timed) for timed in subjects] for _ in range(asked.runs)]
    columns = [list(column) for column in zip(*rounds, strict=True)]
    print(json.dumps({"seconds": columns, "memory": peak_memory(os.getpid())}))


if __name__ == "__main__":
    main()
