"""The internal budget: the frame and its bridge, then every published table that no text section places."""

from collections.abc import Iterator

from styrhus.finance.bridge import bridge
from styrhus.finance.frame import Frame, FrameChange
from styrhus.finance.labels import label
from styrhus.finance.table import TableKind
from styrhus.paper.blocks import Align, Block, Column, Heading, Row, Table
from styrhus.reports.parts.bridge import bridge_blocks
from styrhus.reports.parts.frozen_forecast import forecast_of_document
from styrhus.reports.parts.tables import table_blocks
from styrhus.reports.sentences import number_cell, sentence, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg


def economy_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Frame, bridge and tables; each only where no text section has it."""
    yield from _frame(setting, level)
    for kind in TableKind:
        if kind is not TableKind.INVESTMENT and (blocks := tables_of_kind(setting, kind)):
            yield Heading(level, setting.say(label(kind)))
            yield from blocks
    yield from forecast_of_document(setting)


def tables_of_kind(setting: Setting, kind: TableKind) -> Blocks:
    """The tables of a kind that no text section places, in the order of the plan."""
    return tuple(
        block
        for table in setting.dossier.tables
        if table.kind is kind and not setting.is_placed("table", table.id)
        for block in table_blocks(setting, table)
    )


def _frame(setting: Setting, level: int) -> Iterator[Block]:
    """The bridge, and what else is known of frames: parts, other years, changes into other years."""
    placed = setting.is_placed("chart", "bridge")
    blocks = list(() if placed else bridge_blocks(setting))
    if rest := _other_frames(setting):
        blocks.append(_frames_table(setting, rest))
    if changes := _other_changes(setting):
        blocks.append(_changes_table(setting, changes))
    if blocks:
        yield Heading(level, setting.say(msg("The frame and its changes")))
        yield from blocks


def _shown_years(setting: Setting) -> set[int]:
    """The years whose frames the bridge or the first sentence shows."""
    year = setting.dossier.plan.year
    held = setting.dossier
    found = bridge(held.frames, held.frame_changes, year)
    return {year, year - 1} if found and found.opening is not None else {year}


def _other_frames(setting: Setting) -> list[Frame]:
    frames = setting.dossier.frames
    if any(frame.part or frame.year not in _shown_years(setting) for frame in frames):
        return list(frames)
    return []


def _frames_table(setting: Setting, frames: list[Frame]) -> Table:
    say = setting.say
    rows = []
    for frame in frames:
        ref = ".".join(filter(None, ("grant", str(frame.year), frame.part)))
        figure = Figure(frame.amount, frame.unit, str(frame.year), Source(ref, frame.decision), frame.label)
        name = frame.label or say(msg("Frame {year}", year=frame.year))
        unit = say(frame.unit.label)
        about = " ".join(text for text in (frame.decision, sentence(frame.note)) if text)
        rows.append(Row((text_cell(name), text_cell(str(frame.year)), number_cell(figure, setting.language),
                         text_cell(unit), text_cell(about))))  # fmt: skip
    heads = (
        Column(say(msg("Frame")), width=4),
        Column(say(msg("Year"))),
        Column(say(msg("Amount")), Align.RIGHT),
        Column(say(msg("Unit"))),
        Column(say(msg("Decision and remark")), width=4),
    )
    return Table(say(msg("Frames by year")), heads, tuple(rows), "table-frames")


def _other_changes(setting: Setting) -> list[FrameChange]:
    """Changes into another year than the plan's, and those of the year when the bridge cannot be drawn."""
    dossier = setting.dossier
    found = bridge(dossier.frames, dossier.frame_changes, dossier.plan.year)
    drawn = found is not None and found.opening is not None
    return [c for c in dossier.frame_changes if not (drawn and c.year == dossier.plan.year)]


def _changes_table(setting: Setting, changes: list[FrameChange]) -> Table:
    say = setting.say
    rows = []
    for change in changes:
        figure = Figure(change.amount, change.unit, str(change.year), Source(f"frame.{change.id}", change.decision))
        about = " ".join(text for text in (change.decision, sentence(change.note)) if text)
        rows.append(Row((text_cell(change.label), text_cell(str(change.year)),
                         number_cell(figure, setting.language, signed=True), text_cell(say(change.unit.label)),
                         text_cell(say(label(change.kind))), text_cell(about))))  # fmt: skip
    heads = (
        Column(say(msg("Frame change")), width=4),
        Column(say(msg("Year"))),
        Column(say(msg("Amount")), Align.RIGHT),
        Column(say(msg("Unit"))),
        Column(say(msg("Kind")), width=2),
        Column(say(msg("Decision and remark")), width=4),
    )
    return Table(say(msg("Further changes of the frame")), heads, tuple(rows), "table-frame-changes")
