"""The work on a kept file in the background: reading it for the preview, and importing it; its state tells how far."""

import logging
import os
import time
from collections.abc import Callable
from threading import BoundedSemaphore, Thread

from django.db import connections

from styrhus.actions.import_ledger import AlreadyHeld, OverlapsError, import_ledger
from styrhus.store import read
from styrhus.store.ledger.folders import disk_full, is_full
from styrhus.store.ledger.preview import preview
from styrhus.store.models import User
from styrhus.values.problem import Problem, ProblemsError
from styrhus.values.text import msg
from styrhus.web.pages.ledger.held_file import HeldFile, Phase, State, kept_problems, now

TOLD_SECONDS = 0.3
"""How often the state is written while a step goes on."""
_turn = BoundedSemaphore(1)
_log = logging.getLogger(__name__)


def begin_reading(held: HeldFile, plan_year: int) -> None:
    """Read the file for its preview; BlockingIOError when it is being worked on already."""
    _begin(held, Phase.READING, lambda: _read(held, plan_year))


def begin_importing(held: HeldFile, by: User, *, overlap: bool) -> None:
    """Import the file; BlockingIOError when it is being worked on already."""
    _begin(held, Phase.IMPORTING, lambda: _import(held, by, overlap=overlap))


def _begin(held: HeldFile, phase: Phase, work: Callable[[], None]) -> None:
    handle = held.lock()
    held.change(phase=phase, step="wait", share=0.0, began=now(), problems=(), warnings=(), overlaps=False)
    start(lambda: _worked(held, handle, work))


def start(work: Callable[[], None]) -> None:
    """Run in a thread of its own, that ends with the server; an import that is cut off has booked nothing."""
    Thread(target=work, name="ledger", daemon=True).start()


def _worked(held: HeldFile, handle: int, work: Callable[[], None]) -> None:
    """One file at a time in each process; whatever goes wrong ends as a state that says so."""
    try:
        with _turn:
            work()
    except ProblemsError as error:
        held.change(phase=Phase.REFUSED, problems=kept_problems(error.problems))
    except Exception as error:
        held.change(phase=Phase.REFUSED, problems=kept_problems(_told(error, held)))
    finally:
        os.close(handle)
        connections.close_all()


def _told(error: Exception, held: HeldFile) -> tuple[Problem, ...]:
    """What the user is told of an error that nobody foresaw; the operator's log has it all."""
    if is_full(error):
        return disk_full(held.state.name).problems
    _log.error("ledger file", exc_info=error)
    return (Problem(msg("The file could not be worked on, and nothing was booked."), msg("Tell the operator.")),)


def _read(held: HeldFile, plan_year: int) -> None:
    held.change(step="read")
    state = held.state
    assert state.mapping is not None
    dossier = read.dossier(state.board, plan_year)
    found, warnings = preview(dossier, held.path, state.mapping, year=state.year, source=state.source)
    held.change(phase=Phase.READ, preview=found, warnings=kept_problems(warnings), overlaps=found.overlaps)


def _import(held: HeldFile, by: User, *, overlap: bool) -> None:
    state = held.state
    assert state.mapping is not None
    try:
        made = import_ledger(
            state.board, state.year, held.path, state.mapping, source=state.source, by=by, file_name=state.name,
            synthetic=state.synthetic, overlap=overlap, progress=_Telling(held),
        )  # fmt: skip
    except AlreadyHeld as error:
        held.change(phase=Phase.DONE, rows=0, warnings=kept_problems(error.problems))
        return
    except OverlapsError as error:
        held.change(phase=Phase.READ, overlaps=True, problems=kept_problems(error.problems))
        return
    held.change(phase=Phase.DONE, rows=made.rows, stamp=str(made.stamp))


class _Telling:
    """Writes how far the import has come, a few times a second at most."""

    def __init__(self, held: HeldFile) -> None:
        self._held = held
        self._step = ""
        self._at = 0.0

    def __call__(self, step: str, share: float) -> None:
        at = time.monotonic()
        if step != self._step or at - self._at >= TOLD_SECONDS:
            self._step, self._at = step, at
            self._held.change(step=step, share=share)


def is_running(state: State) -> bool:
    """Whether somebody is at work on it."""
    return state.phase in {Phase.READING, Phase.IMPORTING}
