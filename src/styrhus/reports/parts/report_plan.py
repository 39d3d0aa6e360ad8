"""What a report says of the plan: how its goals stand, its assignments, positions and investments."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.follow_up import followed_budget
from styrhus.dossier.judgements import status_of, subtree
from styrhus.finance.budget.staffing import staff_cost
from styrhus.finance.table import TableKind
from styrhus.paper.blocks import Align, Block, Cell, Column, Paragraph, Row, RowKind, Run, Table, plain
from styrhus.plan.assignment import AssignmentStatus
from styrhus.plan.goal import Goal
from styrhus.plan.labels import label
from styrhus.reports.parts.assignments import assignment_blocks, counted
from styrhus.reports.parts.economy import tables_of_kind
from styrhus.reports.parts.goals import title, tops
from styrhus.reports.parts.indicator_table import indicator_table
from styrhus.reports.sentences import number_cell, paragraph, sentence, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.figure import Figure
from styrhus.values.number import format_number
from styrhus.values.text import msg
from styrhus.values.unit import Unit


def goal_blocks(setting: Setting, *, indicators: bool) -> Iterator[Block]:
    """A row for each goal with its status, then with `indicators` every outcome and target."""
    held = [goal for top in tops(setting) for goal in _below(setting, top)]
    if not held:
        return
    say = setting.say
    yield Paragraph(plain(say(setting.standing.explanation)))
    rows = tuple(_goal(setting, goal, depth) for goal, depth in held)
    heads = (Column(say(msg("Goal")), width=5), Column(say(msg("State")), width=2), Column(say(msg("Ground")), width=4))
    yield Table(say(msg("How the goals stand")), heads, rows, "goal-states")
    groups = [(goal.name, found) for goal, _ in held if (found := setting.dossier.indicators_of(goal.id))]
    if indicators and groups:
        yield indicator_table(setting, groups, caption=say(msg("Indicators of the goals")), anchor="goal-indicators")


def _below(setting: Setting, goal: Goal, depth: int = 0) -> Iterator[tuple[Goal, int]]:
    """A goal and those below it, each under its first parent."""
    yield goal, depth
    for child in setting.dossier.children_of(goal.id):
        if child.parents[0] == goal.id:
            yield from _below(setting, child, depth + 1)


def _goal(setting: Setting, goal: Goal, depth: int) -> Row:
    dossier, words = setting.dossier, setting.standing.words
    counts = Counter(words[i.id] for key in subtree(dossier, goal.id) for i in dossier.indicators_of(key))
    status = status_of(counts)
    word = setting.say(setting.standing.label(status.word))
    told = setting.say(setting.standing.told(status))
    return Row((text_cell(title(goal), indent=depth), Cell((Run(word),), status=status.word.value), text_cell(told)))


def assignment_content(setting: Setting, *, whole: bool) -> Iterator[Block]:
    """How many assignments are where; with `whole` each of them."""
    yield from counted(setting)
    held = setting.dossier.assignments
    states = Counter(a.status for a in held)
    if held and set(states) != {AssignmentStatus.UNKNOWN}:
        say = setting.say
        rows = [(say(label(state)).capitalize(), states[state]) for state in AssignmentStatus if states[state]]
        cells = [Row((text_cell(word), _count(setting, count))) for word, count in rows]
        cells.append(Row((text_cell(say(msg("All assignments"))), _count(setting, len(held))), RowKind.TOTAL))
        heads = (Column(say(msg("State")), width=3), Column(say(msg("Assignments")), Align.RIGHT))
        yield Table(say(msg("State of the assignments, number")), heads, tuple(cells), "assignment-states")
    if whole:
        yield from assignment_blocks(setting, 2)


def _count(setting: Setting, count: int) -> Cell:
    return text_cell(format_number(Decimal(count), 0, language=setting.language))


def position_blocks(setting: Setting) -> Blocks:
    """Budgeted positions by unit: full-time equivalents and what they cost in the followed budget, in tkr."""
    version = followed_budget(setting.dossier)
    held = [p for p in setting.dossier.positions if version is not None and p.budget == version.id]
    if not held:
        return ()
    say = setting.say
    units = [unit for unit in setting.dossier.organisation if any(p.unit == unit.id for p in held)]
    rows = []
    for unit in units:
        own = [p for p in held if p.unit == unit.id]
        fte, cost = sum((p.fte for p in own), Decimal(0)), sum(map(staff_cost, own), Decimal(0))
        rows.append(Row((text_cell(unit.name), *_posts(setting, fte, cost))))
    whole = (sum((p.fte for p in held), Decimal(0)), sum(map(staff_cost, held), Decimal(0)))
    rows.append(Row((text_cell(say(msg("All positions"))), *_posts(setting, *whole)), RowKind.TOTAL))
    heads = (
        Column(say(msg("Unit")), width=4), Column(say(msg("FTE")), Align.RIGHT),
        Column(say(msg("Cost, kr")), Align.RIGHT),
    )  # fmt: skip
    return (Table(say(msg("Budgeted positions")), heads, tuple(rows), "positions"),)


def _posts(setting: Setting, fte: Decimal, cost: Decimal) -> tuple[Cell, Cell]:
    money = Cell(plain(format_number(cost, 2, language=setting.language)))
    return Cell(plain(format_number(fte, 2, language=setting.language))), money


def investment_blocks(setting: Setting) -> Blocks:
    """The investments in use or planned, each with amount and when, then the plan's own tables."""
    held = setting.dossier.investments
    say = setting.say
    blocks: list[Block] = []
    if held:
        rows = [
            Row((
                text_cell(i.name), text_cell(f"{i.year}-{i.month:02d}"),
                number_cell(Figure(i.amount, Unit.KR), setting.language), text_cell(sentence(i.decision)),
            ))
            for i in held
        ]  # fmt: skip
        whole = Figure(sum((i.amount for i in held), Decimal(0)), Unit.KR)
        total = (text_cell(say(msg("All investments"))), Cell(), number_cell(whole, setting.language), Cell())
        rows.append(Row(total, RowKind.TOTAL))
        heads = (
            Column(say(msg("Investment")), width=4), Column(say(msg("In use from")), width=2),
            Column(say(msg("Amount, kr")), Align.RIGHT, width=2), Column(say(msg("Decision")), width=3),
        )  # fmt: skip
        kept = [index for index in range(4) if any(row.cells[index].runs for row in rows)]
        shown = tuple(Row(tuple(row.cells[index] for index in kept), row.kind) for row in rows)
        caption = say(msg("Investments, kr"))
        blocks.append(Table(caption, tuple(heads[index] for index in kept), shown, "investments"))
        missing = msg("What has been spent of the investments is not in the plan's data.")
        blocks.append(paragraph(missing, setting.language))
    return (*blocks, *tables_of_kind(setting, TableKind.INVESTMENT))
