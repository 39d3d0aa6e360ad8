"""The frame bridge: from last year's frame to this year's as a chart and a table, with what the plan leaves open."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.references import LiveFigure
from styrhus.finance.bridge import Bridge, bridge, falling_away, frame_of
from styrhus.finance.frame import FrameChange, Permanence
from styrhus.finance.labels import label
from styrhus.finance.table import ColumnKind
from styrhus.paper.blocks import Align, Block, Cell, Chart, Column, Paragraph, Row, RowKind, Table
from styrhus.paper.charts.waterfall import Change, Waterfall, chart
from styrhus.reports.sentences import number_cell, paragraph, percent_change, sentence, signed, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg
from styrhus.values.unit import Unit, convert


def frame_sentence(setting: Setting) -> Iterator[Paragraph]:
    """`The frame for 2023 is 712 524 tkr, +37 151 tkr (+5,5 %) against 2022.` in one lead paragraph."""
    found = _bridge(setting)
    if found is None or found.closing is None:
        return
    closing = _frame_figure(setting, found.year, found.closing)
    told = msg("The frame for {year} is {amount}.", year=found.year, amount=closing)
    if found.opening is not None and found.change is not None:
        change = Figure(found.change, found.unit, str(found.year), Source(f"grant.change.{found.year}"))
        share = percent_change(found.closing, found.opening) or LiveFigure(change)
        told = msg(
            "The frame for {year} is {amount}, {change} ({share}) against {before}.",
            year=found.year, amount=closing, change=signed(change), share=share, before=found.year - 1,
        )  # fmt: skip
    yield paragraph(told, setting.language, lead=True, strong=True)


def bridge_blocks(setting: Setting) -> Blocks:
    """The chart, and the table unless a published one holds the same amounts; a sentence when nothing is specified."""
    found = _bridge(setting)
    if found is None or found.opening is None:
        return ()
    if not found.steps:
        told = msg("The plan does not say what the change of the frame is made of.")
        return (paragraph(told, setting.language),)
    blocks: list[Block] = [_chart(setting, found)]
    if not specified_by(setting, found):
        blocks.append(_table(setting, found))
    blocks += _moved(setting, found)
    blocks += _falling(setting)
    return tuple(blocks)


def _moved(setting: Setting, found: Bridge) -> Iterator[Block]:
    """What moves between boards did to the frame, set apart from growth and saving."""
    if found.moved and found.comparable is not None:
        told = msg(
            "Moves between boards are {moved} of the change; without them the frame changes by {comparable}.",
            moved=signed(Figure(found.moved, found.unit)), comparable=signed(Figure(found.comparable, found.unit)),
        )  # fmt: skip
        yield paragraph(told, setting.language)


def money_unit(dossier: Dossier) -> Unit:
    """The unit of the plan year's frame, which its changes are shown in; tkr when there is no frame."""
    frame = frame_of(dossier.frames, dossier.plan.year)
    return Unit.TKR if frame is None else frame.unit


def _bridge(setting: Setting) -> Bridge | None:
    dossier = setting.dossier
    return bridge(dossier.frames, dossier.frame_changes, dossier.plan.year)


def _frame_figure(setting: Setting, year: int, amount: Decimal) -> Figure:
    frame = frame_of(setting.dossier.frames, year)
    assert frame is not None
    closing = frame_of(setting.dossier.frames, setting.dossier.plan.year) or frame
    source = Source(f"grant.{year}", frame.decision)
    return Figure(amount, closing.unit, str(year), source, frame.label)


def _chart(setting: Setting, found: Bridge) -> Chart:
    say = setting.say
    assert found.opening is not None
    assert found.closing is not None
    changes = [Change(step.change.label, step.amount, Source(f"frame.{step.change.id}")) for step in found.steps]
    if found.residual:
        changes.append(Change(say(NOT_SPECIFIED), found.residual))
    data = Waterfall(
        Change(_frame_label(setting, found.year - 1), found.opening, Source(f"grant.{found.year - 1}")),
        tuple(changes),
        Change(_frame_label(setting, found.year), found.closing, Source(f"grant.{found.year}")),
        found.unit,
    )
    caption = say(msg("How the frame changes from {before} to {year}, {unit}",
                      before=found.year - 1, year=found.year, unit=found.unit.label))  # fmt: skip
    return chart(data, caption=caption, language=setting.language, anchor="chart-bridge")


NOT_SPECIFIED = msg("Not specified in the plan")


def _frame_label(setting: Setting, year: int) -> str:
    frame = frame_of(setting.dossier.frames, year)
    return (frame.label if frame else "") or setting.say(msg("Frame {year}", year=year))


def _table(setting: Setting, found: Bridge) -> Table:
    """Each change with why, for how long and by which decision; columns that say nothing are left out."""
    say = setting.say
    rows = [_end(setting, found, found.year - 1, found.opening)]
    rows += [(text_cell(step.change.label), _amount(setting, step.amount, found, f"frame.{step.change.id}"),
              *_about(setting, step.change)) for step in found.steps]  # fmt: skip
    if found.residual:
        rows.append((text_cell(say(NOT_SPECIFIED)), _amount(setting, found.residual, found, ""), *(Cell(),) * 4))
    rows.append(_end(setting, found, found.year, found.closing))
    columns = (
        Column(say(msg("Item")), width=4),
        Column(say(found.unit.label), Align.RIGHT),
        Column(say(msg("Kind")), width=2),
        Column(say(msg("How long")), width=2),
        Column(say(msg("Decision")), width=2),
        Column(say(msg("Remark")), width=6),
    )
    kept = [index for index in range(len(columns)) if index < 2 or any(row[index].runs for row in rows)]
    last = len(rows) - 1
    caption = say(msg("The frame bridge {before}–{year}, {unit}", before=found.year - 1, year=found.year,
                      unit=found.unit.label))  # fmt: skip
    shown = tuple(Row(tuple(row[index] for index in kept), RowKind.TOTAL if number in {0, last} else RowKind.LINE)
                  for number, row in enumerate(rows))  # fmt: skip
    return Table(caption, tuple(columns[index] for index in kept), shown, "table-bridge")


def _end(setting: Setting, found: Bridge, year: int, amount: Decimal | None) -> tuple[Cell, ...]:
    assert amount is not None
    frame = frame_of(setting.dossier.frames, year)
    figure = _frame_figure(setting, year, amount)
    decision = text_cell(frame.decision if frame else "")
    note = text_cell(sentence(frame.note) if frame else "")
    label_cell = text_cell(_frame_label(setting, year))
    return (label_cell, number_cell(figure, setting.language), Cell(), Cell(), decision, note)


def _amount(setting: Setting, amount: Decimal, found: Bridge, ref: str) -> Cell:
    figure = Figure(amount, found.unit, str(found.year), Source(ref))
    return number_cell(figure, setting.language, signed=True)


def _about(setting: Setting, change: FrameChange) -> tuple[Cell, ...]:
    say = setting.say
    how_long = "" if change.permanence is Permanence.NOT_STATED else say(label(change.permanence))
    if change.last_year is not None:
        how_long = say(msg("to the end of {year}", year=change.last_year))
    against = say(msg("Counterpart: {who}.", who=change.counterpart)) if change.counterpart else ""
    held = setting.dossier.unit_by_id.get(change.to_unit or change.from_unit or "")
    where = say(msg("Concerns {unit}.", unit=held.name)) if held else ""
    remark = " ".join(text for text in (where, against, sentence(change.note)) if text)
    return (text_cell(say(label(change.kind))), text_cell(how_long), text_cell(change.decision), text_cell(remark))


def _falling(setting: Setting) -> Iterator[Block]:
    """What falls away after the plan year, as far as the plan says so."""
    year = setting.dossier.plan.year
    gone = falling_away(setting.dossier.frame_changes, year)
    if gone:
        total = sum((convert(c.amount, c.unit, gone[0].unit) for c in gone), Decimal(0))
        told = msg("Falls away after {year}: {amount} ({items}).", year=year,
                   amount=signed(Figure(-total, gone[0].unit)), items=", ".join(c.label for c in gone))  # fmt: skip
        yield paragraph(told, setting.language)


def specified_by(setting: Setting, found: Bridge) -> str:
    """The id of the published table whose column holds exactly the bridge's amounts, else an empty text."""
    wanted = [found.opening, *(step.amount for step in found.steps), found.closing]
    for table in setting.dossier.tables:
        for index, column in enumerate(table.columns):
            values = [(row.cells[index].value, table.unit_of(row, column)) for row in table.rows]
            if column.kind is ColumnKind.TEXT or len(values) != len(wanted):
                continue
            known = [convert(v, u, found.unit) for v, u in values if v is not None and u.is_money]
            if known == wanted and not found.residual:
                return table.id
    return ""
