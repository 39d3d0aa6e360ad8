"""The frame's changes as tables: by unit with moves apart, what falls away next year, and what has gathered."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.finance.bridge import falling_away, frame_of, lasting, money_sum, without_end
from styrhus.finance.frame import FrameChange, Permanence
from styrhus.finance.labels import label
from styrhus.finance.unit_bridge import UnitChange, unit_bridge
from styrhus.paper.blocks import Align, Block, Cell, Column, Row, RowKind, Table
from styrhus.reports.parts.bridge import money_unit
from styrhus.reports.sentences import number_cell, paragraph, sentence, signed, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit, convert


def frame_blocks(setting: Setting) -> Iterator[Block]:
    """All that the ledger of frame changes says beside the bridge itself."""
    yield from unit_bridge_blocks(setting)
    yield from falling_away_blocks(setting)
    yield from lasting_blocks(setting)


def unit_bridge_blocks(setting: Setting) -> Iterator[Block]:
    """Each area's part of the bridge; nothing when no change names a unit."""
    dossier, year = setting.dossier, setting.dossier.plan.year
    unit = money_unit(dossier)
    rows = unit_bridge(
        dossier.frames, dossier.frame_changes, year, unit=unit, gather=lambda place: area_of(dossier, place)
    )
    if not any(row.unit for row in rows):
        return
    yield _unit_table(setting, rows, unit)
    told = msg(
        "Moves between the board's own units add up to {own}; "
        "they and moves between boards are neither growth nor saving.",
        own=Figure(sum((row.own_moves for row in rows), Decimal(0)), unit),
    )
    yield paragraph(told, setting.language)


def area_of(dossier: Dossier, unit: str) -> str:
    """The unit right below the top of the organisation that a unit lies in; itself when it is that or the top."""
    held = dossier.unit_by_id.get(unit)
    while held is not None and held.parent is not None:
        above = dossier.unit_by_id.get(held.parent)
        if above is None or above.parent is None:
            return held.id
        held = above
    return unit if held is None else held.id


def _unit_table(setting: Setting, rows: Sequence[UnitChange], unit: Unit) -> Table:
    say, year = setting.say, setting.dossier.plan.year
    columns: list[tuple[Column, list[Decimal | None]]] = [
        (_right(setting, msg("Frame {year}", year=year - 1)), [row.opening for row in rows]),
        (_right(setting, msg("Added")), [row.added for row in rows]),
        (_right(setting, msg("Reduced")), [row.reduced for row in rows]),
        (_right(setting, msg("Efficiency requirement")), [row.saved for row in rows]),
        (_right(setting, msg("Moved between own units")), [row.own_moves for row in rows]),
        (_right(setting, msg("Moved between boards")), [row.board_moves for row in rows]),
        (_right(setting, msg("All changes")), [row.explained for row in rows]),
        (_right(setting, msg("Frame {year}", year=year)), [row.closing for row in rows]),
    ]
    kept = [(head, values) for head, values in columns if any(value is not None for value in values)]
    lines = [
        Row((text_cell(_name(setting, row.unit)), *(_money(setting, values[n], unit) for _, values in kept)))
        for n, row in enumerate(rows)
    ]
    sums = [_money(setting, None if None in values else _sum(values), unit) for _, values in kept]
    lines.append(Row((text_cell(say(msg("The board"))), *sums), RowKind.TOTAL))
    caption = say(msg("The frame {year} by area, {unit}", year=year, unit=unit.label))
    heads = (Column(say(msg("Area")), width=3), *(head for head, _ in kept))
    return Table(caption, heads, tuple(lines), "table-unit-bridge")


def falling_away_blocks(setting: Setting) -> Iterator[Block]:
    """What falls away next year with its effect on next year's opening frame, and what has no last year."""
    dossier, year = setting.dossier, setting.dossier.plan.year
    unit = money_unit(dossier)
    gone = falling_away(dossier.frame_changes, year)
    if gone:
        yield _falling_table(setting, gone, unit)
        yield from _opening(setting, gone, unit)
    if endless := without_end(dossier.frame_changes, year):
        names = ", ".join(change.label for change in endless)
        told = msg("Temporary without a last year, and so in no year's opening frame yet: {items}.", items=names)
        yield paragraph(told, setting.language)


def _falling_table(setting: Setting, gone: Sequence[FrameChange], unit: Unit) -> Table:
    say, year = setting.say, setting.dossier.plan.year
    rows = [
        Row((text_cell(change.label), text_cell(str(change.year)), _effect(setting, change, unit),
             text_cell(change.decision), text_cell(sentence(change.note))))
        for change in gone
    ]  # fmt: skip
    whole = _money(setting, -money_sum(gone, unit), unit)
    rows.append(Row((text_cell(say(msg("Together"))), Cell(), whole, Cell(), Cell()), RowKind.TOTAL))
    heads = (
        Column(say(msg("Frame change")), width=4),
        Column(say(msg("Since"))),
        _right(setting, msg("Effect on the frame {year}", year=year + 1)),
        Column(say(msg("Decision")), width=2),
        Column(say(msg("Remark")), width=4),
    )
    caption = say(msg("What falls away after {year}, {unit}", year=year, unit=unit.label))
    return Table(caption, heads, tuple(rows), "table-falling-away")


def _effect(setting: Setting, change: FrameChange, unit: Unit) -> Cell:
    amount = -convert(change.board_amount, change.unit, unit)
    return number_cell(Figure(amount, unit, source=Source(f"frame.{change.id}")), setting.language, signed=True)


def _opening(setting: Setting, gone: Sequence[FrameChange], unit: Unit) -> Iterator[Block]:
    """Next year's frame before any new decision."""
    year = setting.dossier.plan.year
    frame = frame_of(setting.dossier.frames, year)
    if frame is None:
        return
    falls = -money_sum(gone, unit)
    told = msg(
        "The frame for {next} opens at {opening} before new decisions: the frame for {year}, {frame}, {falls}.",
        next=year + 1, opening=Figure(convert(frame.amount, frame.unit, unit) + falls, unit), year=year,
        frame=Figure(frame.amount, frame.unit, source=Source(f"grant.{year}")), falls=signed(Figure(falls, unit)),
    )  # fmt: skip
    yield paragraph(told, setting.language)


def lasting_blocks(setting: Setting) -> Iterator[Block]:
    """The cumulative effect of all changes year by year; nothing when no change says how long it lasts."""
    changes = setting.dossier.frame_changes
    if all(change.permanence is Permanence.NOT_STATED for change in changes):
        return
    unit, say = money_unit(setting.dossier), setting.say
    rows = tuple(
        Row((text_cell(str(held.year)), *(_money(setting, amount, unit)
             for amount in (held.permanent, held.temporary, held.not_stated, held.total))))
        for held in lasting(changes, unit)
    )  # fmt: skip
    heads = (
        Column(say(msg("Year"))),
        *(_right(setting, label(kind)) for kind in Permanence),
        _right(setting, msg("All changes")),
    )
    caption = say(msg("Changes of the frame that are still in it, gathered year by year, {unit}", unit=unit.label))
    yield Table(caption, heads, rows, "table-lasting")


def _right(setting: Setting, word: Text) -> Column:
    text = setting.say(word)
    return Column(text[:1].upper() + text[1:], Align.RIGHT)


def _name(setting: Setting, unit: str | None) -> str:
    if unit is None:
        return setting.say(msg("Not divided among units"))
    held = setting.dossier.unit_by_id.get(unit)
    return held.name if held else unit


def _money(setting: Setting, amount: Decimal | None, unit: Unit) -> Cell:
    if amount is None:
        return text_cell("–")
    return number_cell(Figure(amount, unit), setting.language)


def _sum(values: Sequence[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None), Decimal(0))
