"""What stands last: figures that only the prose has, contradictions, footnotes, appendices, and about the source."""

from collections.abc import Iterator

from styrhus.finance.fact import Fact
from styrhus.paper.blocks import Align, Block, Cell, Column, Heading, ListBlock, Paragraph, Row, Run, Table, plain
from styrhus.reports.parts.contradictions import contradiction_blocks
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg


def appendix_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Each list only where there is something to list."""
    yield from contradiction_blocks(setting, level)
    yield from _facts(setting, level)
    plan = setting.dossier.plan
    lists = ((msg("Footnotes"), plan.footnotes, True), (msg("Appendices"), plan.appendices, False))
    for head, texts, ordered in lists:
        if texts:
            yield Heading(level, setting.say(head))
            yield ListBlock(tuple(plain(text) for text in texts), ordered)
    if plan.note:
        yield Heading(level, setting.say(msg("About the source")))
        yield Paragraph(plain(plan.note))


def _facts(setting: Setting, level: int) -> Iterator[Block]:
    """Published figures without a table that no text section mentions."""
    held = [fact for fact in setting.dossier.facts if not setting.is_placed("fact", fact.id)]
    if not held:
        return
    say = setting.say
    yield Heading(level, say(msg("Further figures from the text of the plan")))
    columns = [
        Column(say(msg("Published figure")), width=5),
        Column(say(msg("Value")), Align.RIGHT),
        Column(say(msg("Period"))),
        Column(say(msg("Source")), width=3),
        Column(say(msg("Remark")), width=4),
    ]
    rows = [_fact_cells(setting, fact) for fact in held]
    kept = [index for index in range(len(columns)) if any(row[index].runs for row in rows)]
    shown = tuple(Row(tuple(row[index] for index in kept)) for row in rows)
    caption = say(msg("Figures that stand only in the text of the plan"))
    yield Table(caption, tuple(columns[index] for index in kept), shown)


def _fact_cells(setting: Setting, fact: Fact) -> tuple[Cell, ...]:
    words = (text_cell(text) for text in (fact.period, fact.source, sentence(fact.note)))
    return (text_cell(fact.label), _value(setting, fact), *words)


def _value(setting: Setting, fact: Fact) -> Cell:
    """The value with its unit and the word that the plan puts before it."""
    figure = Figure(fact.value, fact.unit, fact.period, Source(f"fact.{fact.id}", fact.source), fact.label)
    words = Run(f"{fact.qualifier} ") if fact.qualifier else Run("")
    return Cell((words, Run(figure.text(language=setting.language), figure=figure)))
