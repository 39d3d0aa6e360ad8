"""The frame's changes as a ledger, by area, what falls away, what has gathered, and the frames of years."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.requests import linked_change
from styrhus.finance.frame import Frame, FrameChange
from styrhus.finance.labels import label
from styrhus.paper.blocks import Align, Cell, Column, Row, Table
from styrhus.reports.parts.bridge import frame_sentence
from styrhus.reports.parts.frame_changes import frame_blocks
from styrhus.reports.sentences import number_cell, sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.store import read
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.web.frame import Link, board_frame
from styrhus.web.kept import kept
from styrhus.web.pages.economy.blocks import page_html, page_setting
from styrhus.web.pages.economy.written import Part, WrittenPage, linked
from styrhus.web.permissions import Access, board_for


@require_safe
def frame_changes(request: HttpRequest, board: str, year: int) -> HttpResponse:
    access = board_for(request.user, board, year)
    dossier = read.dossier(board, year)
    may = access.may("change_frame_change")
    page = WrittenPage(
        frame=board_frame(request, access, dossier, section="economy", title=_("Frame changes")),
        parts=kept(dossier, ("frame-changes", may), lambda: _parts(access, dossier)),
        actions=_actions(access, dossier),
        empty=_("There are no frame changes yet"),
        empty_text=_("A controller enters the frames of the years and what changes them."),
    )
    return render(request, "economy/written.html", {"page": page})


def _actions(access: Access, dossier: Dossier) -> tuple[Link, ...]:
    place = [access.board, access.year]
    named = [
        (access.may("create_frame_change"), _("New change"), "frame_change_new"),
        (access.may("set_frame"), _("New frame"), "frame_new"),
        (bool(dossier.frames), _("The frame bridge"), "bridge"),
    ]
    return tuple(Link(word, reverse(name, args=place)) for may, word, name in named if may)


def _parts(access: Access, dossier: Dossier) -> tuple[Part, ...]:
    setting = page_setting(dossier)
    parts = []
    if dossier.frame_changes:
        addresses = _addresses(access, dossier)
        table = linked(changes_table(setting), [addresses.get(c.id, "") for c in dossier.frame_changes])
        blocks = [*frame_sentence(setting), table, *frame_blocks(setting)]
        parts.append(Part(page_html(blocks, access, dossier)))
    if dossier.frames:
        table = linked(frames_table(setting), _frame_addresses(access, dossier.frames))
        parts.append(Part(page_html([table], access, dossier, prefix="f-"), _("Frames"), "frames-title"))
    return tuple(parts)


def _addresses(access: Access, dossier: Dossier) -> Mapping[str, str]:
    """Where each change is edited: at its funding request when that made it, nowhere for who may not."""
    place = [access.board, access.year]
    found = {}
    for change in dossier.frame_changes:
        if change.request is not None and linked_change(dossier, change.request) is change:
            found[change.id] = reverse("funding_request", args=[*place, change.request])
        elif access.may("change_frame_change"):
            found[change.id] = reverse("frame_change_edit", args=[*place, change.id])
    return found


def _frame_addresses(access: Access, frames: Sequence[Frame]) -> list[str]:
    if not access.may("set_frame"):
        return []
    place = [access.board, access.year]
    return [reverse("frame_edit", args=[*place, held.year, held.part or "-"]) for held in frames]


def changes_table(setting: Setting) -> Table:
    """Every change as it was entered, each in its own unit; columns that say nothing are left out."""
    dossier, say = setting.dossier, setting.say
    held = dossier.frame_changes
    columns: list[tuple[Column, list[Cell]]] = [
        (Column(say(msg("Frame change")), width=4), [text_cell(c.label) for c in held]),
        (Column(say(msg("Year"))), [text_cell(str(c.year)) for c in held]),
        (Column(say(msg("Kind")), width=2), [text_cell(say(label(c.kind))) for c in held]),
        (Column(say(msg("Amount")), Align.RIGHT), [_amount(setting, c) for c in held]),
        (Column(say(msg("How long")), width=2), [text_cell(_how_long(setting, c)) for c in held]),
        (Column(say(msg("From")), width=2), [text_cell(_end(dossier, c, source=True)) for c in held]),
        (Column(say(msg("To")), width=2), [text_cell(_end(dossier, c, source=False)) for c in held]),
        (Column(say(msg("Decision")), width=2), [text_cell(_decision(c)) for c in held]),
        (Column(say(msg("Remark")), width=4), [text_cell(sentence(c.note)) for c in held]),
    ]
    used = [(column, cells) for column, cells in columns if any(cell.runs for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in used), strict=True))
    caption = say(msg("Changes of the frame as decided"))
    return Table(caption, tuple(column for column, _ in used), rows, "table-frame-changes")


def _amount(setting: Setting, change: FrameChange) -> Cell:
    figure = Figure(change.amount, change.unit, str(change.year), Source(f"frame.{change.id}", change.decision))
    cell = number_cell(figure, setting.language, signed=not change.is_own_move)
    unit = text_cell(f"\u00a0{setting.say(change.unit.label)}")
    return Cell((*cell.runs, *unit.runs))


def _how_long(setting: Setting, change: FrameChange) -> str:
    if change.last_year is not None:
        return setting.say(msg("to the end of {year}", year=change.last_year))
    return setting.say(label(change.permanence))


def _end(dossier: Dossier, change: FrameChange, *, source: bool) -> str:
    """Where the money comes from or goes to: a unit, or the other board on the side that its sign says."""
    unit = dossier.unit_by_id.get((change.from_unit if source else change.to_unit) or "")
    if unit is not None:
        return unit.name
    comes = change.amount > 0
    return change.counterpart if change.is_board_move and comes is source else ""


def _decision(change: FrameChange) -> str:
    return ", ".join(part for part in (change.decision, change.decided_on and str(change.decided_on)) if part)


def frames_table(setting: Setting) -> Table:
    """Every frame, the whole and parts, each in its own unit."""
    say, names = setting.say, {unit.id: unit.name for unit in setting.dossier.organisation}
    rows = []
    for frame in setting.dossier.frames:
        ref = ".".join(filter(None, ("grant", str(frame.year), frame.part)))
        figure = Figure(frame.amount, frame.unit, str(frame.year), Source(ref, frame.decision))
        name = frame.label or say(msg("Frame {year}", year=frame.year))
        rows.append(Row((
            text_cell(name), text_cell(str(frame.year)), text_cell(names.get(frame.part, frame.part)),
            number_cell(figure, setting.language), text_cell(say(frame.unit.label)), text_cell(frame.decision),
        )))  # fmt: skip
    heads = (
        Column(say(msg("Frame")), width=4), Column(say(msg("Year"))), Column(say(msg("Part")), width=2),
        Column(say(msg("Amount")), Align.RIGHT), Column(say(msg("Unit"))), Column(say(msg("Decision")), width=3),
    )  # fmt: skip
    return Table(say(msg("Frames by year")), heads, tuple(rows), "table-all-frames")
