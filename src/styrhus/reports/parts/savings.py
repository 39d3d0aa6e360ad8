"""Savings in a report or on a page: the sentence of the gap, its chart, the account, and the measures."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.references import LiveFigure
from styrhus.dossier.savings import SavingsYear, savings_year
from styrhus.finance.savings.saving import MeasuredBy
from styrhus.paper.blocks import Block, Note, Paragraph, Run
from styrhus.paper.words import MONTHS
from styrhus.reports.parts.savings_account import gap_chart, gap_table, unit_gap_table
from styrhus.reports.parts.savings_measures import foundations_table, measures_table
from styrhus.reports.sentences import paragraph
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit


def savings_blocks(setting: Setting, month: int | None = None) -> Blocks:
    """Everything about the savings of the plan year at the end of `month`; nothing when there is none of it."""
    held = savings_year(setting.dossier, month)
    if not has_savings(setting):
        return ()
    return (*gap_sentences(setting, held), *account_blocks(setting, held), *measure_blocks(setting, held))


def gap_in_brief(setting: Setting, month: int | None = None) -> Blocks:
    """The gap at the end of `month` in words, and by unit where there are several."""
    if not has_savings(setting):
        return ()
    held = savings_year(setting.dossier, month)
    table = unit_gap_table(setting, held)
    return (*gap_sentences(setting, held), *(() if table is None else (table,)))


def has_savings(setting: Setting) -> bool:
    """Whether there is a requirement of the plan year, or any measure."""
    dossier = setting.dossier
    return bool(dossier.savings) or any(r.year == dossier.plan.year for r in dossier.savings_requirements)


def account_blocks(setting: Setting, held: SavingsYear) -> Iterator[Block]:
    """The chart, the account by month, and by unit where there are several."""
    for block in (gap_chart(setting, held), gap_table(setting, held), unit_gap_table(setting, held)):
        if block is not None:
            yield block


def measure_blocks(setting: Setting, held: SavingsYear) -> Iterator[Block]:
    """The measures, what they rest on, and what stands in the way of measuring them."""
    if held.measures.savings:
        yield measures_table(setting, held)
        yield foundations_table(setting, held)
    for problem in held.problems:
        told = " ".join((setting.say(problem.message), setting.say(problem.remedy)))
        yield Note((Run(told),), problem.value)


def gap_sentences(setting: Setting, held: SavingsYear) -> Iterator[Paragraph]:
    """`Av kravet 3,6 mnkr är 4,0 mnkr identifierat …` in one lead paragraph, then what the gap holds."""
    yield paragraph(gap_sentence(held), setting.language, lead=True, strong=True)
    whole = held.account.whole
    if whole.unconfirmed:
        told = msg(
            "The gap holds {amount} that was planned up to and including {month} "
            "and that nobody has measured or stated.",
            amount=_mnkr(held, "unconfirmed", whole.unconfirmed), month=MONTHS[held.month - 1],
        )  # fmt: skip
        yield paragraph(told, setting.language)
    if whole.at_risk:
        amount = _mnkr(held, "at-risk", whole.at_risk)
        told = msg("{amount} of what is to come rests on a measure that is paused or abandoned.", amount=amount)
        yield paragraph(told, setting.language)
    if is_synthetic(setting, held):
        yield paragraph(SYNTHETIC, setting.language)
    if whole.ideas:
        told = msg("Ideas would add {amount} this year.", amount=_mnkr(held, "ideas", whole.ideas))
        yield paragraph(told, setting.language)


SYNTHETIC = msg("Some of what is realised is made up for the example (synthetic); the plan says nothing of it.")


def is_synthetic(setting: Setting, held: SavingsYear) -> bool:
    """Whether something that is counted as realised was made up for an example."""
    dossier = setting.dossier
    stated = any(effect.synthetic and effect.year == held.year for effect in held.measures.effects)
    measured = any(saving.measured_by is not MeasuredBy.STATED for saving in held.measures.savings)
    return stated or (measured and any(month.synthetic for month in dossier.ledger_months))


def gap_sentence(held: SavingsYear) -> Text:
    """The account in one sentence, with live figures."""
    whole = held.account.whole
    planned, realised = _mnkr(held, "planned", whole.planned), _mnkr(held, "realised", whole.realised)
    if not whole.required:
        return msg("No requirement is written down. {planned} is identified.", planned=planned)
    required = _mnkr(held, "required", whole.required)
    end = _ending(held, whole.gap)
    if not held.month:
        return msg(
            "Of the requirement of {required}, {planned} is identified; {end}",
            required=required, planned=planned, end=end,
        )  # fmt: skip
    return msg(
        "Of the requirement of {required}, {planned} is identified and {realised} realised "
        "up to and including {month}; {end}",
        required=required, planned=planned, realised=realised, month=MONTHS[held.month - 1], end=end,
    )  # fmt: skip


def _ending(held: SavingsYear, gap: Decimal) -> Text:
    if gap > 0:
        return msg("the gap is {gap}.", gap=_mnkr(held, "gap", gap))
    if gap < 0:
        return msg("the requirement is exceeded by {over}.", over=_mnkr(held, "gap", -gap))
    return msg("the requirement is met exactly.")


def _mnkr(held: SavingsYear, what: str, amount: Decimal) -> LiveFigure:
    ref = f"gap.{held.year}-{held.month:02d}.all.{what}"
    return LiveFigure(Figure(amount, Unit.KR, str(held.year), Source(ref)).to(Unit.MNKR), 1)
