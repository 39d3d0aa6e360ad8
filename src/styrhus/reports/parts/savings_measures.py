"""The measures as tables: what each is to give and has given, and what it rests on."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from styrhus.dossier.savings import SavingsYear
from styrhus.finance.labels import label
from styrhus.finance.savings.planned import lasts
from styrhus.finance.savings.realised import known_of, known_sum
from styrhus.finance.savings.saving import Saving, SavingStatus
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.money_cells import added, in_thousands, money_cell
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

SHAPES = {
    SavingStatus.IDEA: "◇",
    SavingStatus.DECIDED: "○",
    SavingStatus.STARTED: "◐",
    SavingStatus.REALISED: "●",
    SavingStatus.PAUSED: "□",
    SavingStatus.ABANDONED: "×",
}
"""Beside the word, so that a status is found without reading and read without seeing colour."""


def status_text(setting: Setting, status: SavingStatus) -> str:
    """`● genomförd`."""
    return f"{SHAPES[status]}\u00a0{setting.say(label(status))}"


def measures_table(setting: Setting, held: SavingsYear) -> Table:
    """A row a measure: effects as planned and as known, with the sums of the columns.

    `Added {next year}` is what the next year adds to or takes back from the effect of this one, as plans print it.
    """
    say, savings = setting.say, held.measures.savings
    columns = [
        _column(setting, held, "planned", lambda s: held.effect(s).this_year),
        _column(setting, held, "change", lambda s: held.effect(s).change, signed=True),
        _column(setting, held, "full", lambda s: held.effect(s).full_year),
        _column(setting, held, "realised-to-date", lambda s: known_sum(held.given(s)[: held.month])),
    ]
    rows = [
        Row((
            text_cell(saving.name), text_cell(status_text(setting, saving.status)),
            *(column[index] for column in columns), _known(setting, held, saving),
        ))
        for index, saving in enumerate(savings)
    ]  # fmt: skip
    sums = tuple(column[-1] for column in columns)
    rows.append(Row((text_cell(say(msg("All measures"))), Cell(), *sums, Cell()), RowKind.TOTAL))
    heads = (
        Column(say(msg("Savings measure")), width=4),
        Column(say(msg("Status")), width=2),
        Column(say(msg("Effect {year}", year=held.year)), Align.RIGHT),
        Column(say(msg("Added {year}", year=held.year + 1)), Align.RIGHT),
        Column(say(msg("Full year")), Align.RIGHT),
        Column(say(_realised_head(held)), Align.RIGHT),
        Column(say(msg("How it is known")), width=2),
    )
    return Table(say(msg("Measures {year}, tkr", year=held.year)), heads, tuple(rows), "table-savings")


def _realised_head(held: SavingsYear) -> Text:
    if not held.month:
        return msg("Realised")
    return msg("Realised to {month}", month=MONTHS[held.month - 1])


def _column(
    setting: Setting, held: SavingsYear, what: str, value: Callable[[Saving], Decimal | None], *, signed: bool = False
) -> tuple[Cell, ...]:
    """The cells of all measures and of their sum."""
    period = f"{held.year}-{max(held.month, 1):02d}" if what == "realised-to-date" else str(held.year)
    shown = in_thousands([value(saving) for saving in held.measures.savings])
    refs = [f"saving.{saving.id}.{period}.{what}" for saving in held.measures.savings]
    cells = [money_cell(setting, amount, ref, signed=signed) for amount, ref in zip(shown, refs, strict=True)]
    return (*cells, money_cell(setting, added(shown), signed=signed))


def _known(setting: Setting, held: SavingsYear, saving: Saving) -> Cell:
    """How the effect so far is known; one that is made up for an example is said to be."""
    months = held.given(saving)[: held.month]
    if not months:
        return Cell()
    made_up = any(e.synthetic and (e.saving, e.year) == (saving.id, held.year) for e in held.measures.effects)
    word = setting.say(label(known_of(months)))
    return text_cell(setting.say(msg("{known} (synthetic)", known=word)) if made_up else word)


def foundations_table(setting: Setting, held: SavingsYear) -> Table:
    """A row a measure: who answers for it, what it costs, when it ends and what it rests on; empty columns go."""
    say, savings = setting.say, held.measures.savings
    columns: list[tuple[Column, list[Cell]]] = [
        (Column(say(msg("Savings measure")), width=3), [text_cell(s.name, strong=True) for s in savings]),
        (Column(say(msg("Unit of the organisation")), width=2), [text_cell(_unit(setting, s)) for s in savings]),
        (Column(say(msg("Answers for it")), width=2), [text_cell(s.owner) for s in savings]),
        (Column(say(msg("One-off cost")), Align.RIGHT), _one_offs(setting, savings)),
        (Column(say(msg("Runs")), width=2), [text_cell(span(setting, s)) for s in savings]),
        (Column(say(msg("Rests on")), width=3), [text_cell(rests_on(setting, held, s)) for s in savings]),
        (Column(say(msg("Evidence")), width=4), [text_cell(sentence(s.evidence)) for s in savings]),
    ]
    used = [(column, cells) for column, cells in columns if any(cell.runs for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in used), strict=True))
    caption = say(msg("What the measures rest on; costs in tkr"))
    return Table(caption, tuple(column for column, _ in used), rows, "table-savings-foundations")


def _unit(setting: Setting, saving: Saving) -> str:
    held = setting.dossier.unit_by_id.get(saving.unit or "")
    return held.name if held else ""


def _one_offs(setting: Setting, savings: Sequence[Saving]) -> list[Cell]:
    shown = in_thousands([saving.one_off_cost for saving in savings])
    return [Cell() if amount is None else money_cell(setting, amount) for amount in shown]


def span(setting: Setting, saving: Saving) -> str:
    """`från januari 2019` or `januari 2019–december 2019`; a ramp is told."""
    start = msg("{month} {year}", month=MONTHS[saving.start_month - 1], year=saving.start_year)
    told = msg("from {start}", start=start)
    if saving.end_year is not None and lasts(saving):
        end = msg("{month} {year}", month=MONTHS[(saving.end_month or 12) - 1], year=saving.end_year)
        told = msg("{start} to {end}, then it goes back", start=start, end=end)
    if saving.ramp_months > 1:
        told = msg("{span}; in full after {months} months", span=told, months=saving.ramp_months)
    return setting.say(told)


def rests_on(setting: Setting, held: SavingsYear, saving: Saving) -> str:
    """The measures and others that it rests on; first that it is at risk, when it is."""
    others = [other for other in held.measures.savings if other.id in saving.depends_on]
    parts = [f"{other.name} ({setting.say(label(other.status))})" for other in others]
    if saving.depends_on_others:
        parts.append(saving.depends_on_others)
    told = "; ".join(parts)
    risk = setting.say(msg("At risk.")) if held.is_at_risk(saving) else ""
    return " ".join(text for text in (risk, sentence(told)) if text)
