"""Assignments by kind and origin; those that need no report stand by themselves."""

from collections.abc import Iterator, Sequence

from styrhus.paper.blocks import Block, Cell, Column, Heading, ListBlock, Paragraph, Row, RowKind, Run, Table, plain
from styrhus.plan.assignment import Assignment, AssignmentKind, AssignmentStatus
from styrhus.plan.assignment_checks import deadline_findings, duplicates
from styrhus.plan.labels import label
from styrhus.reports.sentences import paragraph, sentence, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text, msg

HEADS: dict[AssignmentKind, Text] = {
    AssignmentKind.SPECIAL: msg("Special assignments"),
    AssignmentKind.EARLIER_SPECIAL: msg("Special assignments of earlier plans"),
    AssignmentKind.ADDED: msg("Added assignments"),
    AssignmentKind.DECISION: msg("Assignments from the decision on the plan"),
    AssignmentKind.DEVELOPMENT: msg("Development assignments"),
    AssignmentKind.INQUIRY: msg("Inquiries"),
    AssignmentKind.REGULATION: msg("Assignments from the board's regulations"),
    AssignmentKind.COMMON: msg("Municipality-wide commitments"),
    AssignmentKind.STEERING_DOCUMENT: msg("Assignments from steering documents"),
}


def assignment_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Each group that no text section places, then what does not hang together."""
    for kind, head in HEADS.items():
        if not setting.is_placed("assignments", kind.value) and (group := assignment_group(setting, kind)):
            yield Heading(level, setting.say(head))
            yield from group
    yield from _findings(setting, level)


def counted(setting: Setting) -> Iterator[Paragraph]:
    """How many assignments there are, in one sentence before everything else."""
    held = setting.dossier.assignments
    if not held:
        return
    silent = sum(not a.reporting_required for a in held)
    origins = len({a.origin for a in held})
    told = msg("The board has {count} assignments from {origins} documents.", count=len(held), origins=origins)
    if len(held) == 1:
        told = msg("The board has one assignment.")
    elif origins == 1:
        told = msg("The board has {count} assignments from one document.", count=len(held))
    if silent and len(held) > 1:
        told = msg("{told} {silent} of them need no report.", told=told, silent=silent)
    yield paragraph(told, setting.language, lead=True)


def assignment_group(setting: Setting, kind: AssignmentKind) -> Blocks:
    """The tables of one kind: those to report on, and those that need no report."""
    held = [a for a in setting.dossier.assignments if a.kind is kind]
    head = HEADS[kind]
    reported = [a for a in held if a.reporting_required]
    silent = [a for a in held if not a.reporting_required]
    blocks = []
    if reported:
        blocks.append(_table(setting, setting.say(head), reported))
    if silent:
        caption = setting.say(msg("{head}, no report needed", head=head))
        blocks.append(_table(setting, caption, silent))
    return tuple(blocks)


def _table(setting: Setting, caption: str, held: Sequence[Assignment]) -> Table:
    """A group of rows for each origin; what few rows have is told in the column of the meaning."""
    columns = _folded(_columns(setting, held))
    lines = [Row(cells) for cells in zip(*(cells for _, cells in columns), strict=True)]
    rows: list[Row] = []
    for origin in dict.fromkeys(_origin(a) for a in held):
        own = [line for line, a in zip(lines, held, strict=True) if _origin(a) == origin]
        rows.append(Row((text_cell(f"{origin}: {len(own)}"),), RowKind.HEADING))
        rows += own
    return Table(caption, tuple(column for column, _ in columns), tuple(rows))


Columns = list[tuple[Column, list[Cell]]]
MEANING = 1
"""The place of the column that takes in others."""


def _folded(columns: Columns) -> Columns:
    """Columns that fewer than half of the rows fill become lines in the meaning; empty ones go."""
    kept: Columns = []
    for place, (column, cells) in enumerate(columns):
        filled = sum(bool(cell.runs) for cell in cells)
        if place <= MEANING or filled * 2 >= len(cells):
            kept.append((column, list(cells)))
        elif filled:
            meaning, texts = kept[MEANING]
            kept[MEANING] = (meaning, [_with_line(*pair, column.heading) for pair in zip(texts, cells, strict=True)])
    return [(column, cells) for column, cells in kept if any(cell.runs for cell in cells)]


def _with_line(cell: Cell, added: Cell, heading: str) -> Cell:
    """The cell with another one's content on a line of its own, after its heading."""
    if not added.runs:
        return cell
    start = "\n" if cell.runs else ""
    return Cell((*cell.runs, Run(f"{start}{heading}: ", emphasis=True), *added.runs))


def _origin(assignment: Assignment) -> str:
    """`Energiplan 2022–2026 (KF)`: the document, its period and who decided."""
    period = assignment.origin_period
    repeated = not period or period in assignment.origin
    named = assignment.origin if repeated else f"{assignment.origin} {period.replace('-', '–')}"
    return f"{named} ({assignment.decided_by})"


def _columns(setting: Setting, held: Sequence[Assignment]) -> Columns:
    say = setting.say
    return [
        (Column(say(msg("Assignment")), width=4), [_title(a) for a in held]),
        (Column(say(msg("Meaning")), width=6), [text_cell(sentence(a.description)) for a in held]),
        (Column(say(msg("Responsible")), width=3), _responsible(setting, held)),
        (Column(say(msg("Deadline")), width=3), [text_cell(str(a.deadline or "")) for a in held]),
        (Column(say(msg("State")), width=2), [_state(setting, a) for a in held]),
        (Column(say(msg("Decision")), width=3), [text_cell(_decision(a)) for a in held]),
        (Column(say(msg("Goal")), width=3), [_goal(setting, a) for a in held]),
        (Column(say(msg("Remark")), width=4), [_remark(setting, a) for a in held]),
    ]


def _title(assignment: Assignment) -> Cell:
    return text_cell(f"{assignment.number} {assignment.title}".strip())


def _responsible(setting: Setting, held: Sequence[Assignment]) -> list[Cell]:
    """Boards and units; empty where it is this board alone, as it nearly always is."""
    own = (setting.dossier.board.name,)
    units = setting.dossier.unit_by_id
    return [
        text_cell(", ".join(filter(None, (
            *(() if a.responsible == own else a.responsible),
            units[a.responsible_unit].name if a.responsible_unit in units else "",
            setting.say(msg("coordinated by {who}", who=a.coordinator)) if a.coordinator else "",
        ))))
        for a in held
    ]  # fmt: skip


def _state(setting: Setting, assignment: Assignment) -> Cell:
    known = assignment.status is not AssignmentStatus.UNKNOWN
    return text_cell(setting.say(label(assignment.status)).capitalize() if known else "")


def _decision(assignment: Assignment) -> str:
    parts = (assignment.paragraph, str(assignment.decision_date or ""), assignment.registry_number)
    return ", ".join(part for part in parts if part)


def _goal(setting: Setting, assignment: Assignment) -> Cell:
    goal = setting.dossier.goal_by_id.get(assignment.goal or "")
    return Cell((Run(goal.name, href=f"#goal-{goal.id}"),)) if goal else Cell()


def _remark(setting: Setting, assignment: Assignment) -> Cell:
    said = [sentence(text) for text in (assignment.financing, assignment.note) if text]
    if assignment.start_date:
        said.append(setting.say(msg("From {day}.", day=assignment.start_date)))
    notes = [note for note in setting.dossier.progress if note.assignment == assignment.id]
    said += [f"{note.day}: {sentence(note.text)}" for note in notes]
    return text_cell(" ".join(said))


def _findings(setting: Setting, level: int) -> Iterator[Block]:
    """What the plan's own assignments contradict each other about."""
    held = setting.dossier.assignments
    doubled = duplicates(held)
    found = (*doubled, *deadline_findings(held, setting.dossier.plan.year, doubled))
    if found:
        titles = {a.id: a.title for a in held}
        yield Heading(level, setting.say(msg("To look into")))
        yield Paragraph(plain(setting.say(msg("These assignments seem to be listed twice or to have odd deadlines."))))
        yield ListBlock(tuple(
            (Run(titles[f.assignment], strong=True), Run(". " + setting.say(f.explanation))) for f in found
        ))  # fmt: skip
