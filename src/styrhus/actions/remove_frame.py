"""Take the frame of a year, or of a part of the board, out of the plan."""

from styrhus.actions.draft import drafting
from styrhus.finance.bridge import frame_of
from styrhus.store import read
from styrhus.store.models import User


def remove_frame(board: str, year: int, of_year: int, part: str, *, version: int, by: User) -> None:
    """Remove the frame of a year (and part); `version` is that of the frames of the year.

    Raises NotAllowed, Conflict, NotFound.
    """
    with drafting("remove_frame", board, year, by) as draft:
        draft.require()
        old = frame_of(draft.dossier.frames, of_year, part)
        if old is None:
            raise read.NotFound(f"frame {of_year} {part}")
        draft.expect("frames", str(of_year), version)
        draft.remove("frames", old)
