"""The chapters that reports of a month are put together from, and the line for each that has nothing to hold."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from styrhus.dossier.document import Part
from styrhus.dossier.labels import PART_LABELS
from styrhus.paper.blocks import Block, Heading, Paragraph, plain
from styrhus.reports.months import YEAR_END
from styrhus.reports.parts.bridge import bridge_blocks, frame_sentence
from styrhus.reports.parts.chapter import chapter
from styrhus.reports.parts.follow_up import (
    comment_table,
    deviation_table,
    forecast_by_unit,
    forecast_tables,
    key_figures,
    outcome_by_cost_type,
    outcome_by_unit,
)
from styrhus.reports.parts.follow_up_charts import deviation_chart, month_chart
from styrhus.reports.parts.follow_up_method import method_blocks
from styrhus.reports.parts.frozen_forecast import forecast_of_document
from styrhus.reports.parts.income_support import income_support_blocks
from styrhus.reports.parts.placements import placement_blocks
from styrhus.reports.parts.reception import reception_blocks
from styrhus.reports.parts.report_plan import assignment_content, goal_blocks, investment_blocks, position_blocks
from styrhus.reports.parts.savings import gap_in_brief, savings_blocks
from styrhus.reports.parts.volumes_in_brief import volumes_in_brief
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.text import Text, msg

Content = Callable[[Setting], Iterable[Block]]


@dataclass(frozen=True)
class Chapter:
    """A chapter of a report; `missing` is what the report says of it when there is neither text nor data, if at all."""

    part: Part
    content: Content
    missing: Text | None

    def blocks(self, setting: Setting) -> Blocks:
        """Heading, texts and what the data says; nothing when there is neither."""
        return chapter(setting, self.part, content=self.content(setting))


def summary(setting: Setting) -> Iterator[Block]:
    """Key figures, and the largest deviations with the units' own words."""
    yield key_figures(setting)
    yield from deviation_table(setting)


def result(setting: Setting) -> Iterator[Block]:
    yield from month_chart(setting)
    yield from outcome_by_unit(setting)
    yield outcome_by_cost_type(setting)
    yield from deviation_chart(setting)


def result_in_brief(setting: Setting) -> Iterator[Block]:
    """The months, the units right below the board, and the cost types."""
    yield from month_chart(setting)
    yield from outcome_by_unit(setting, levels=1)
    yield outcome_by_cost_type(setting)


def closing(setting: Setting) -> Iterator[Block]:
    """As the result, against the budget and outcome of whole years as soon as the year is over."""
    is_over = setting.month == YEAR_END
    yield from month_chart(setting)
    yield from outcome_by_unit(setting, closing=is_over)
    yield outcome_by_cost_type(setting, closing=is_over)
    yield from deviation_chart(setting)


def forecast(setting: Setting) -> Iterator[Block]:
    yield from forecast_tables(setting)
    yield from comment_table(setting)
    yield from forecast_of_document(setting)


def forecast_in_brief(setting: Setting) -> Iterator[Block]:
    yield from forecast_by_unit(setting, levels=1)
    yield from comment_table(setting)
    yield from forecast_of_document(setting, brief=True)


def volumes(setting: Setting) -> Iterator[Block]:
    """Placements, income support and reception, each under its own heading where there is anything of it."""
    groups = (
        (msg("Placements"), placement_blocks(setting)),
        (msg("Income support"), income_support_blocks(setting)),
        (msg("Reception"), reception_blocks(setting)),
    )
    for head, blocks in groups:
        if blocks:
            yield Heading(2, setting.say(head))
            yield from blocks


def savings(setting: Setting) -> Iterable[Block]:
    return savings_blocks(setting, setting.month)


def savings_in_brief(setting: Setting) -> Iterable[Block]:
    return gap_in_brief(setting, setting.month)


def frame(setting: Setting) -> Iterator[Block]:
    """The frame in one sentence, its bridge, and what falls away."""
    found = bridge_blocks(setting)
    if found:
        yield from frame_sentence(setting)
        yield from found


def goals(setting: Setting) -> Iterable[Block]:
    return goal_blocks(setting, indicators=True)


def assignments(setting: Setting) -> Iterable[Block]:
    return assignment_content(setting, whole=True)


def nothing(setting: Setting) -> Iterable[Block]:
    """A chapter of text alone."""
    return ()


SUMMARY = Chapter(Part.SUMMARY, summary, msg("Summary: there is nothing to sum up."))
EVENTS = Chapter(Part.EVENTS, nothing, msg("Important events: no text has been written."))
RESULT = Chapter(Part.RESULT, result, msg("Outcome: the ledger has nothing for the period."))
CLOSING = Chapter(Part.RESULT, closing, msg("Outcome: the ledger has nothing for the period."))
FORECAST = Chapter(Part.FORECAST, forecast, msg("Forecast: there is nothing to forecast from."))
VOLUMES = Chapter(Part.VOLUMES, volumes, msg("Volumes: placements, income support and reception are not in the data."))
SAVINGS = Chapter(Part.SAVINGS, savings, msg("Savings: neither requirement nor measures are in the data."))
RESULT_IN_BRIEF = replace(RESULT, content=result_in_brief)
FORECAST_IN_BRIEF = replace(FORECAST, content=forecast_in_brief)
VOLUMES_IN_BRIEF = replace(VOLUMES, content=volumes_in_brief)
SAVINGS_IN_BRIEF = replace(SAVINGS, content=savings_in_brief)
INVESTMENTS = Chapter(Part.INVESTMENT, investment_blocks, msg("Investments: there are none in the data."))
FRAME = Chapter(Part.FRAME, frame, msg("Frame: the frame of the year or of the year before is not in the data."))
GOALS = Chapter(Part.GOALS, goals, msg("Goals: the plan has none."))
ASSIGNMENTS = Chapter(Part.ASSIGNMENTS, assignments, msg("Assignments: the plan has none."))
STAFF = Chapter(Part.STAFF, position_blocks, msg("Staff: neither staff cost nor positions are in the data."))
OUTLOOK = Chapter(Part.OUTLOOK, nothing, msg("What is expected ahead: no text has been written."))


Extra = Callable[[Setting, tuple[Part, ...]], Iterable[Block]]


class Method(Protocol):
    """What the appendix says of how the report was made."""

    def __call__(self, setting: Setting, level: int, *, left_out: list[Text]) -> Iterable[Block]:
        """`left_out` is what the report has nothing of; headings are of `level`."""


def no_extra(setting: Setting, present: tuple[Part, ...]) -> Iterable[Block]:
    """Nothing more in the appendix than method and sources."""
    return ()


def written(
    chapters: Iterable[Chapter], extra: Extra = no_extra, *, method: Method = method_blocks
) -> Callable[[Setting], Iterator[Blocks]]:
    """The chapters that have something to say, then the appendix, which tells of those that have not."""
    held = tuple(chapters)

    def blocks(setting: Setting) -> Iterator[Blocks]:
        present: list[Part] = []
        left_out: list[Text] = []
        for one in held:
            found = one.blocks(setting)
            if found:
                present.append(one.part)
                yield found
            elif one.missing is not None:
                left_out.append(one.missing)
        content = (*extra(setting, tuple(present)), *method(setting, 2, left_out=left_out))
        yield chapter(setting, Part.APPENDIX, title=msg("Appendix: method and sources"), content=content)

    return blocks


def text_alone(part: Part) -> Chapter:
    """A chapter that is there only when somebody has written it; its tables belong to another report."""
    return Chapter(part, nothing, None)


def part_name(setting: Setting, part: Part) -> str:
    return setting.say(PART_LABELS[part])


def remark(setting: Setting, text: Text) -> Paragraph:
    return Paragraph(plain(setting.say(text)))
