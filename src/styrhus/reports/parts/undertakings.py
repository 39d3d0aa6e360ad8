"""What the board has bound itself to: undertakings with self-assessment, and service guarantees to citizens."""

from collections.abc import Iterator

from styrhus.paper.blocks import Block, Cell, Column, Facts, Heading, Paragraph, Row, Run, Runs, Table, plain
from styrhus.plan.labels import label
from styrhus.plan.undertaking import Assessment, ServiceGuarantee, Undertaking
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg


def undertaking_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Undertakings as one table, with what is the same for all of them said once."""
    held = setting.dossier.undertakings
    if not held:
        return
    if setting.dossier.guarantees:
        yield Heading(level, setting.say(msg("Undertakings")))
    if all(u.assessment is Assessment.NOT_ASSESSED for u in held):
        yield Paragraph(plain(setting.say(msg("No undertaking has been assessed yet."))))
    for head, name in ((msg("Source"), "source"), (msg("Followed up"), "followed_up")):
        if same := _same(held, name):
            yield Paragraph((Run(setting.say(head) + ": "), Run(sentence(same))))
    yield _undertaking_table(setting, held)


def _same(held: tuple[Undertaking, ...], name: str) -> str:
    """The value that all undertakings share, else nothing."""
    values = {str(getattr(u, name)) for u in held}
    return values.pop() if len(values) == 1 and len(held) > 1 else ""


def _undertaking_table(setting: Setting, held: tuple[Undertaking, ...]) -> Table:
    say = setting.say
    columns: list[tuple[Column, list[Cell]]] = [
        (Column(say(msg("Undertaking")), width=2), [text_cell(u.name, strong=True) for u in held]),
        (Column(say(msg("Meaning")), width=5), [text_cell(" ".join(map(sentence, (u.text, u.note)))) for u in held]),
        (Column(say(msg("Goal")), width=2), [_goal(setting, u.goal) for u in held]),
    ]
    for head, name in ((msg("Source"), "source"), (msg("Followed up"), "followed_up")):
        if not _same(held, name):
            columns.append((Column(say(head), width=2), [text_cell(str(getattr(u, name))) for u in held]))
    if any(u.assessment is not Assessment.NOT_ASSESSED for u in held):
        columns.append((Column(say(msg("Assessment")), width=2), [text_cell(say(label(u.assessment))) for u in held]))
    used = [(column, cells) for column, cells in columns if any(cell.runs for cell in cells)]
    rows = tuple(Row(cells) for cells in zip(*(cells for _, cells in used), strict=True))
    return Table(say(msg("Undertakings")), tuple(column for column, _ in used), rows)


def _goal(setting: Setting, key: str | None) -> Cell:
    goal = setting.dossier.goal_by_id.get(key or "")
    return Cell((Run(goal.name, href=f"#goal-{goal.id}"),)) if goal else Cell()


def guarantee_blocks(setting: Setting, level: int) -> Iterator[Block]:
    """Each guarantee with its limit, what it was before, and when the clock stands still."""
    held = setting.dossier.guarantees
    if not held:
        return
    if setting.dossier.undertakings:
        yield Heading(level, setting.say(msg("Service guarantees")))
        level += 1
    for guarantee in held:
        yield Heading(level, guarantee.name)
        if guarantee.text:
            yield Paragraph(plain(sentence(guarantee.text)))
        items = tuple(_guarantee_facts(setting, guarantee))
        if items:
            yield Facts(items)


def _guarantee_facts(setting: Setting, guarantee: ServiceGuarantee) -> Iterator[tuple[str, Runs]]:
    say = setting.say
    days: tuple[tuple[Text, int | None], ...] = (
        (msg("Limit"), guarantee.limit_days),
        (msg("Limit before"), guarantee.previous_limit_days),
    )
    for head, limit in days:
        if limit is not None:
            yield say(head), plain(say(msg("{days} calendar days", days=limit)))
    if guarantee.pauses:
        yield say(msg("The clock stands still")), plain("; ".join(guarantee.pauses))
    indicator = setting.dossier.indicator_by_id.get(guarantee.indicator or "")
    if indicator is not None:
        yield say(msg("Measured by")), (Run(indicator.name, href=f"#indicators-{indicator.goal}"),)
    if guarantee.note:
        yield say(msg("Note")), plain(sentence(guarantee.note))
