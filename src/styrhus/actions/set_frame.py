"""Enter or change the frame of a year, or of a part of the board."""

from collections.abc import Mapping

from styrhus.actions.draft import Draft, drafting
from styrhus.actions.validation import refuse_any, validated
from styrhus.finance.bridge import frame_of
from styrhus.finance.frame import Frame
from styrhus.store.models import User
from styrhus.values.problem import Problem
from styrhus.values.text import msg


def set_frame(board: str, year: int, values: Mapping[str, object], *, version: int, by: User) -> Frame:
    """Store the frame of `values["year"]` and `values["part"]` (empty: the whole), new or in place of the old one.

    `version` is that of the frames of that year, 0 when there are none. Raises NotAllowed, Conflict, NotFound, and
    ProblemsError at the fields.
    """
    with drafting("set_frame", board, year, by) as draft:
        draft.require()
        frame = validated(Frame, values)
        refuse_any(_problems(frame))
        draft.expect("frames", str(frame.year), version)
        old = frame_of(draft.dossier.frames, frame.year, frame.part)
        if old is None:
            _insert(draft, frame)
        else:
            draft.change("frames", old, values)
    return frame


def _insert(draft: Draft, frame: Frame) -> None:
    """Years in order; a part behind what stands of its year."""
    held = draft.dossier.frames
    place = sum(other.year <= frame.year for other in held)
    draft.put(frames=(*held[:place], frame, *held[place:]))


def _problems(frame: Frame) -> list[Problem]:
    if frame.unit.is_money:
        return []
    return [Problem(msg("The unit is not money."), msg("Choose kr, tkr or mnkr."), column="unit")]
