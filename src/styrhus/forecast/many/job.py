"""A piece of work with a name, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

A = TypeVar("A")
R = TypeVar("R")


@dataclass(frozen=True)
class Job(Generic[A]):
    """`given` is what the function is called with; it travels to another process, so it has to be picklable."""

    name: str
    given: A


@dataclass(frozen=True)
class Done(Generic[R]):
    """The value of a job, or None and in `error` what went wrong; `attempts` tells how often it was begun."""

    name: str
    value: R | None
    error: str = ""
    attempts: int = 1


def guarded(function: Callable[[A], R], job: Job[A]) -> Done[R]:
    """Call the function; a fault of one job is told with its name and never stops the others."""
    try:
        return Done(job.name, function(job.given))
    except Exception as error:
        return Done(job.name, None, f"{type(error).__name__}: {error}")
