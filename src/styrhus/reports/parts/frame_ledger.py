"""The ledger of frame changes and the frames of years as tables, every row as it was entered."""

from collections.abc import Iterator

from styrhus.dossier.dossier import Dossier
from styrhus.finance.frame import FrameChange
from styrhus.finance.labels import label
from styrhus.paper.blocks import Align, Block, Cell, Column, Row, Table
from styrhus.reports.parts.frame_changes import frame_blocks
from styrhus.reports.sentences import number_cell, sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg


def ledger_blocks(setting: Setting) -> Iterator[Block]:
    """The whole ledger: the changes, what they come to by area and year, and the frames."""
    if setting.dossier.frame_changes:
        yield changes_table(setting)
        yield from frame_blocks(setting)
    if setting.dossier.frames:
        yield frames_table(setting)


def changes_table(setting: Setting) -> Table:
    """Every change as entered; columns that say nothing are left out, and that of the unit where all have the same."""
    dossier, say = setting.dossier, setting.say
    held = dossier.frame_changes
    mixed = len({change.unit for change in held}) > 1
    columns: list[tuple[Column, list[Cell]]] = [
        (Column(say(msg("Frame change")), width=4), [text_cell(c.label) for c in held]),
        (Column(say(msg("Year"))), [text_cell(str(c.year)) for c in held]),
        (Column(say(msg("Kind")), width=2), [text_cell(say(label(c.kind))) for c in held]),
        (Column(say(msg("Amount")), Align.RIGHT), [_amount(setting, c) for c in held]),
        (Column(say(msg("Unit"))), [text_cell(say(c.unit.label) if mixed else "") for c in held]),
        (Column(say(msg("How long")), width=2), [text_cell(_how_long(setting, c)) for c in held]),
        (Column(say(msg("From and to")), width=3), [text_cell(_ends(setting, c)) for c in held]),
        (Column(say(msg("Decision and remark")), width=4), [text_cell(_about(c)) for c in held]),
    ]
    used = [(column, cells) for column, cells in columns if any(cell.runs for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in used), strict=True))
    caption = say(msg("Changes of the frame as decided"))
    if not mixed:
        caption = say(msg("Changes of the frame as decided, {unit}", unit=held[0].unit.label))
    return Table(caption, tuple(column for column, _ in used), rows, "table-frame-changes")


def _amount(setting: Setting, change: FrameChange) -> Cell:
    figure = Figure(change.amount, change.unit, str(change.year), Source(f"frame.{change.id}", change.decision))
    return number_cell(figure, setting.language, signed=not change.is_own_move)


def _how_long(setting: Setting, change: FrameChange) -> str:
    if change.last_year is not None:
        return setting.say(msg("to the end of {year}", year=change.last_year))
    return setting.say(label(change.permanence))


def _ends(setting: Setting, change: FrameChange) -> str:
    """`Flykting → Vuxen`, or the one end that is known."""
    source, target = (_end(setting.dossier, change, source=side) for side in (True, False))
    if source and target:
        return f"{source} → {target}"
    return (
        setting.say(msg("from {unit}", unit=source))
        if source
        else target and setting.say(msg("to {unit}", unit=target))
    )


def _end(dossier: Dossier, change: FrameChange, *, source: bool) -> str:
    """Where the money comes from or goes to: a unit, or the other board on the side that its sign says."""
    unit = dossier.unit_by_id.get((change.from_unit if source else change.to_unit) or "")
    if unit is not None:
        return unit.name
    comes = change.amount > 0
    return change.counterpart if change.is_board_move and comes is source else ""


def _about(change: FrameChange) -> str:
    decision = ", ".join(part for part in (change.decision, str(change.decided_on or "")) if part)
    return " ".join(part for part in (sentence(decision), sentence(change.note)) if part)


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
