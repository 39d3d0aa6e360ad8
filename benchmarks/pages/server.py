"""Servers in processes of their own, on free ports of this machine."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from time import monotonic, sleep

from benchmarks.child import ROOT, peak_memory
from benchmarks.pages.browser import Browser

_PATIENCE_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A server that answers at a port."""

    port: int
    process: int

    @property
    def memory(self) -> int:
        """The peak of its resident memory so far, in bytes."""
        return peak_memory(self.process)


def free_port() -> int:
    """A port that nobody listens at just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def served(*arguments: str, port: int, environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """A Python program that serves at `port` until the block ends."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments], cwd=ROOT, env=dict(os.environ) | dict(environment or {}),
        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(process, port)
        yield Server(port, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Until it answers; RuntimeError when it ended instead, TimeoutError when it takes too long."""
    until = monotonic() + _PATIENCE_SECONDS
    while monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode} instead of serving")
        try:
            with Browser(port) as visitor:
                visitor.get("/")
                return
        except (OSError, HTTPException):
            sleep(0.1)
    raise TimeoutError(f"nothing answers at port {port}")
