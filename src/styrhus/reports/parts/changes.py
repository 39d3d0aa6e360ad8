"""New, changed and removed indicators, written from the life log of the plan year."""

from styrhus.paper.blocks import Heading, ListBlock, Paragraph, Run, Runs
from styrhus.plan.indicator import LifeEvent, LifeLogEntry
from styrhus.reports.sentences import sentence
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text, msg

GROUPS: tuple[tuple[Text, set[LifeEvent]], ...] = (
    (msg("New indicators"), {LifeEvent.NEW}),
    (msg("Changed indicators"), {LifeEvent.LEVEL_CHANGED, LifeEvent.REDEFINED, LifeEvent.MOVED}),
    (msg("Removed indicators"), {LifeEvent.REMOVED}),
)


def change_blocks(setting: Setting, level: int) -> Blocks:
    """A list for each group that has something; nothing when the log has no lines."""
    log = setting.dossier.life_log
    if not log:
        return ()
    blocks: list[Heading | Paragraph | ListBlock] = [Heading(level, setting.say(msg("Changes among the indicators")))]
    for head, events in GROUPS:
        entries = [entry for entry in log if entry.event in events]
        if entries:
            blocks.append(Paragraph((Run(setting.say(head) + ".", strong=True),)))
            blocks.append(ListBlock(tuple(_entry(setting, entry) for entry in entries)))
    return tuple(blocks)


def _entry(setting: Setting, entry: LifeLogEntry) -> Runs:
    """`Name. The level is changed from 1 000 to 950. Why.`, with the year when it is another than the plan's."""
    indicator = setting.dossier.indicator_by_id.get(entry.indicator)
    name = entry.name or (indicator.name if indicator else entry.indicator)
    said = [setting.say(_change(entry)), sentence(entry.reason)]
    year = f" ({entry.year})" if entry.year != setting.dossier.plan.year else ""
    return (Run(f"{name}{year}", strong=True), Run(". " + " ".join(text for text in said if text)))


def _change(entry: LifeLogEntry) -> Text:
    """From what to what, as far as the log tells."""
    before, after = entry.before.rstrip("."), entry.after.rstrip(".")
    moved = entry.event is LifeEvent.MOVED
    if before and after:
        told = msg("Moved from ”{before}” to ”{after}”.") if moved else msg("Changed from ”{before}” to ”{after}”.")
        return Text(told.msgid, {"before": before, "after": after})
    if before:
        return msg("Was: {before}.", before=before)
    return msg("Now: {after}.", after=after) if after else Text("")
