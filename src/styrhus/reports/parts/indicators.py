"""A goal's indicators: the table, how each is measured, and a chart of each that has a line to show."""

from collections.abc import Iterator, Sequence

from styrhus.paper.blocks import ListBlock, Paragraph, Run
from styrhus.plan.composite import coverage
from styrhus.plan.goal import Goal
from styrhus.plan.indicator import Indicator
from styrhus.reports.indicator_chart import indicator_chart
from styrhus.reports.parts.indicator_table import indicator_table, with_parts
from styrhus.reports.sentences import sentence
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import msg


def indicator_blocks(setting: Setting, goal: Goal) -> Blocks:
    """Table, definitions and charts of the indicators of one goal; nothing when it has none."""
    indicators = setting.dossier.indicators_of(goal.id)
    if not indicators:
        return ()
    caption = setting.say(msg("Indicators: {goal}", goal=goal.name))
    table = indicator_table(setting, [("", indicators)], caption=caption, anchor=f"indicators-{goal.id}")
    return (table, *definitions(setting, indicators), *charts(setting, indicators))


def charts(setting: Setting, indicators: Sequence[Indicator]) -> Blocks:
    """The charts of these indicators that no text section places."""
    return tuple(
        chart
        for indicator in with_parts(setting, indicators)
        if not setting.is_placed("chart", indicator.id)
        and (chart := indicator_chart(setting.dossier, indicator, setting.language)) is not None
    )


def definitions(setting: Setting, indicators: Sequence[Indicator]) -> Iterator[ListBlock | Paragraph]:
    """What each indicator means and what to know when reading it, for those where something is said."""
    told = [(i.name, words) for i in with_parts(setting, indicators) if (words := _about(setting, i))]
    if told:
        yield Paragraph((Run(setting.say(msg("How the indicators are measured")) + ".", strong=True),))
        yield ListBlock(tuple((Run(f"{name}.", emphasis=True), Run(f" {words}")) for name, words in told))


def _about(setting: Setting, indicator: Indicator) -> str:
    say = setting.say
    said = [sentence(text) for text in (indicator.definition, indicator.method) if text]
    if indicator.own_influence:
        said.append(say(msg("Own influence: {text}", text=sentence(indicator.own_influence))))
    if indicator.under_development:
        said.append(say(msg("The measure is under development.")))
    if not indicator.has_history:
        said.append(say(msg("There is no earlier history.")))
    if indicator.lag_years:
        said.append(say(msg("Years behind: {years}.", years=indicator.lag_years)))
    if indicator.note:
        said.append(sentence(indicator.note))
    unit = setting.dossier.unit_by_id.get(indicator.responsible_unit or "")
    if unit is not None:
        said.append(say(msg("Responsible: {name}.", name=unit.name)))
    return " ".join([*said, *_coverage(setting, indicator)])


def _coverage(setting: Setting, indicator: Indicator) -> Iterator[str]:
    """How much of an index is measured, for the latest year that any of its parts has a value."""
    dossier = setting.dossier
    outcomes = {key: dossier.outcomes_of(key) for key in (indicator.id, *indicator.parts)}
    years = [o.year for held in outcomes.values() for o in held if o.value is not None]
    found = coverage(indicator, max(years), outcomes) if years else None
    if found is not None:
        yield setting.say(found.words)
