"""What the plan has to live with: challenges, laws and risks, each under its own heading."""

from collections.abc import Iterator

from styrhus.paper.blocks import Block, Column, Heading, Row, Run, Table
from styrhus.paper.blocks import Cell as PaperCell
from styrhus.plan.undertaking import Condition, RiskOrCondition
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

HEADS: dict[RiskOrCondition, tuple[Text, Text]] = {
    RiskOrCondition.CHALLENGE: (msg("Challenges"), msg("Challenge")),
    RiskOrCondition.LAW: (msg("New and coming laws"), msg("Law or inquiry")),
    RiskOrCondition.RISK: (msg("Risks"), msg("Risk")),
}
"""Heading of the table, and of its first column."""


def condition_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """One table for each kind that has something."""
    for kind, (head, one) in HEADS.items():
        held = [condition for condition in setting.dossier.conditions if condition.kind is kind]
        if held:
            yield Heading(level, setting.say(head))
            yield _table(setting, (setting.say(head), setting.say(one)), held)


def _table(setting: Setting, heads: tuple[str, str], held: list[Condition]) -> Table:
    """Columns that nothing stands in are left out; `heads` are the caption and the first column's."""
    say = setting.say
    columns = [Column(heads[1], width=3), Column(say(msg("Meaning")), width=6)]
    extra = [(say(msg("In force")), "in_force"), (say(msg("Source")), "source")]
    used = [(head, name) for head, name in extra if any(getattr(condition, name) for condition in held)]
    columns += [Column(head, width=3) for head, _ in used]
    rows = []
    for condition in held:
        cells = [text_cell(str(getattr(condition, name))) for _, name in used]
        first = PaperCell((Run(condition.name, strong=True),))
        rows.append(Row((first, text_cell(sentence(condition.text)), *cells)))
    return Table(heads[0], tuple(columns), tuple(rows))
