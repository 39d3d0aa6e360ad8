"""Requests for funds: what is needed, for how long, which law asks for it, and what a refusal means."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.paper.blocks import Align, Block, Cell, Column, Heading, Paragraph, Row, Table
from styrhus.plan.labels import label
from styrhus.plan.undertaking import FundingNeed, RequestOutcome
from styrhus.reports.sentences import number_cell, paragraph, sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.text import msg
from styrhus.values.unit import Unit, convert


def need_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Permanent needs, temporary ones and those that the plan does not sort, each as one table."""
    groups = ((True, msg("Permanent needs")), (False, msg("Temporary needs")), (None, msg("Needs")))
    for permanent, head in groups:
        held = [need for need in setting.dossier.needs if need.permanent is permanent]
        if held:
            yield Heading(level, setting.say(head))
            yield _table(setting, setting.say(head), held)


def _table(setting: Setting, caption: str, held: Sequence[FundingNeed]) -> Table:
    """Columns that nothing stands in are left out, but never the amount; prioritised requests come first."""
    say = setting.say
    held = sorted(held, key=lambda need: (need.priority is None, need.priority or 0))
    columns: list[tuple[Column, list[Cell]]] = [
        (Column(say(msg("Priority"))), [text_cell(str(need.priority or "")) for need in held]),
        (Column(say(msg("Need")), width=3), [text_cell(need.name, strong=True) for need in held]),
        (Column(say(msg("Meaning")), width=5), [text_cell(sentence(need.text)) for need in held]),
        (Column(say(msg("Amount")), Align.RIGHT), [_amount(setting, need) for need in held]),
        (Column(say(msg("FTE")), Align.RIGHT), [_posts(setting, need) for need in held]),
        (Column(say(msg("Unit of the organisation")), width=2), [text_cell(_unit(setting, need)) for need in held]),
        (Column(say(msg("Wanted until")), width=1), [text_cell(_until(need)) for need in held]),
        (Column(say(msg("Law")), width=2), [text_cell(need.law) for need in held]),
        (Column(say(msg("If refused")), width=4), [text_cell(sentence(need.consequence)) for need in held]),
        (Column(say(msg("Decision")), width=3), [text_cell(decided(setting, need)) for need in held]),
    ]
    used = [(column, cells) for column, cells in columns if any(cell.runs for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in used), strict=True))
    return Table(caption, tuple(column for column, _ in used), rows)


def _amount(setting: Setting, need: FundingNeed) -> Cell:
    """An amount that the plan does not give is said to be missing; it is never taken for nothing."""
    if need.amount is None:
        return text_cell(setting.say(msg("not stated")))
    figure = Figure(need.amount, need.unit or Unit.NUMBER)
    return text_cell(figure.text(language=setting.language))


def decided(setting: Setting, need: FundingNeed) -> str:
    """`● beviljat 1 000 tkr (KF § 12)`; empty while nothing has been decided."""
    if need.outcome is RequestOutcome.OPEN:
        return ""
    shape = {RequestOutcome.GRANTED: "●", RequestOutcome.REFUSED: "×", RequestOutcome.DEFERRED: "◐"}[need.outcome]
    told = f"{shape}\u00a0{setting.say(label(need.outcome))}"
    if need.granted is not None:
        told += " " + Figure(need.granted, need.unit or Unit.NUMBER).text(language=setting.language)
    return f"{told} ({need.decision})" if need.decision else told


def _posts(setting: Setting, need: FundingNeed) -> Cell:
    return Cell() if need.posts is None else number_cell(Figure(need.posts, Unit.FTE), setting.language)


def _unit(setting: Setting, need: FundingNeed) -> str:
    held = setting.dossier.unit_by_id.get(need.responsible_unit or "")
    return held.name if held else ""


def _until(need: FundingNeed) -> str:
    """The plan's own words, else the year."""
    return need.until or (str(need.until_year) if need.until_year is not None else "")


def request_sentence(setting: Setting) -> Iterator[Paragraph]:
    """How much is asked for and how much of it has been granted, in one lead paragraph."""
    needs = setting.dossier.needs
    asked = _money_sum([(need.amount, need.unit) for need in needs])
    granted = _money_sum([(need.granted, need.unit) for need in needs])
    unknown = sum(need.amount is None for need in needs)
    words: dict[str, object] = {"count": len(needs), "asked": asked, "granted": granted, "unknown": unknown}
    if asked is None:
        told = msg("{count} requests, none of them with an amount.", **words)
    elif granted is None:
        told = msg("{count} requests ask for {asked} together; {unknown} of them give no amount.", **words)
    else:
        told = msg(
            "{count} requests ask for {asked} together, and {granted} has been granted; {unknown} give no amount.",
            **words,
        )
    yield paragraph(told, setting.language, lead=True, strong=True)


def _money_sum(amounts: Sequence[tuple[Decimal | None, Unit | None]]) -> Figure | None:
    """The sum in tkr of the amounts that are given in money; None when there is none."""
    known = [convert(amount, unit, Unit.TKR) for amount, unit in amounts if amount is not None and unit is not None]
    return Figure(sum(known, Decimal(0)), Unit.TKR) if known else None
