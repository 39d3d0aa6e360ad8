"""The figures that stand only in the prose of a plan, as a table."""

from styrhus.finance.fact import Fact
from styrhus.paper.blocks import Align, Column, Row, Run, Table
from styrhus.paper.blocks import Cell as PaperCell
from styrhus.reports.sentences import text_cell
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure, Source
from styrhus.values.text import msg


def facts_table(setting: Setting) -> Table:
    """Each fact with its value, the period that it is about and where in the plan it stands."""
    headings = (msg("Figure"), msg("Value"), msg("Period"), msg("Where in the plan"))
    columns = tuple(
        Column(setting.say(heading), Align.RIGHT if index == 1 else Align.LEFT, 4 if index in {0, 3} else 2)
        for index, heading in enumerate(headings)
    )
    rows = tuple(_row(setting, fact) for fact in setting.dossier.facts)
    return Table(setting.say(msg("Figures in the text of the plan")), columns, rows, "facts")


def _row(setting: Setting, fact: Fact) -> Row:
    figure = Figure(fact.value, fact.unit, fact.period, Source(f"fact.{fact.id}", fact.source), fact.label)
    about = f"{fact.qualifier} " if fact.qualifier else ""
    value = PaperCell((Run(about), Run(figure.text(language=setting.language), figure=figure)))
    return Row((text_cell(fact.label), value, text_cell(fact.period), text_cell(fact.source)))
