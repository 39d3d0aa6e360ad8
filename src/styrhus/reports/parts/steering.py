"""How the municipality steers: vision, approach, named levels, and the organisation that carries it out."""

from collections.abc import Iterator

from styrhus.paper.blocks import Block, Column, Facts, Heading, ListBlock, Paragraph, Row, Run, Runs, Table, plain
from styrhus.plan.labels import label
from styrhus.plan.organisation import OrganisationUnit
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import msg


def steering_blocks(setting: Setting) -> Iterator[Block]:
    """The steering model in words and the levels as a table."""
    model = setting.dossier.steering
    if model.vision:
        yield Paragraph((Run(f"”{model.vision.strip('”.')}”", emphasis=True),), lead=True)
    if model.description:
        yield Paragraph(plain(" ".join(model.description.split())))
    if model.approach:
        yield Facts(tuple((value.name, plain(sentence(value.text))) for value in model.approach))
    if model.levels:
        yield levels_table(setting)


def levels_table(setting: Setting) -> Table:
    """The levels from the top, with who decides and how many goals there are."""
    goals = setting.dossier.goals
    rows = tuple(
        Row((
            text_cell(level.plural),
            text_cell(setting.say(label(level.decider))),
            text_cell(str(sum(goal.level == level.id for goal in goals))),
            text_cell(sentence(level.description)),
        ))
        for level in setting.dossier.steering.levels
    )  # fmt: skip
    say = setting.say
    heads = (say(msg("Level")), say(msg("Decided by")), say(msg("Number of goals")), say(msg("Meaning")))
    widths = (3, 3, 2, 7)
    columns = tuple(Column(head, width=width) for head, width in zip(heads, widths, strict=True))
    return Table(say(msg("The levels of the steering model")), columns, rows)


def organisation_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """The organisation as nested lists, with validity and what becomes of units that end."""
    units = setting.dossier.organisation
    if not units:
        return
    yield Heading(level, setting.say(msg("Organisation")), "organisation")
    known = {unit.id for unit in units}
    roots = [unit for unit in units if unit.parent not in known]
    yield _unit_list(setting, roots)


def _unit_list(setting: Setting, units: list[OrganisationUnit]) -> ListBlock:
    children = {}
    for index, unit in enumerate(units):
        below = [held for held in setting.dossier.organisation if held.parent == unit.id]
        if below:
            children[index] = _unit_list(setting, below)
    return ListBlock(tuple(_unit(setting, unit) for unit in units), children=children)


def _unit(setting: Setting, unit: OrganisationUnit) -> Runs:
    known = setting.dossier.unit_by_id
    said = [sentence(unit.note)] if unit.note else []
    if unit.valid_from:
        said.append(setting.say(msg("From {day}.", day=unit.valid_from)))
    if unit.valid_to:
        said.append(setting.say(msg("Until {day}.", day=unit.valid_to)))
    if unit.successors:
        names = ", ".join(known[key].name for key in unit.successors if key in known)
        said.append(setting.say(msg("Taken over by {names}.", names=names)))
    return (Run(unit.name), Run(". " + " ".join(said))) if said else (Run(unit.name),)
