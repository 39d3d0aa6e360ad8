"""One moment: within it, what is stored is asked for once, and every answer is of the same time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_answers: ContextVar[dict[object, object] | None] = ContextVar("answers", default=None)


@contextmanager
def one_moment() -> Iterator[None]:
    """Keep the answers until the block ends; for work that only reads, such as showing a page."""
    before = _answers.set({})
    try:
        yield
    finally:
        _answers.reset(before)


def asked_once(question: Callable[P, T]) -> Callable[P, T]:
    """The question, asked once in a moment and every time outside of one; arguments must be hashable."""

    @wraps(question)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        held = _answers.get()
        if held is None:
            return question(*args, **kwargs)
        key = (question, args, tuple(sorted(kwargs.items())))
        if key not in held:
            held[key] = question(*args, **kwargs)
        answer: T = held[key]  # type: ignore[assignment]
        return answer

    return asked
