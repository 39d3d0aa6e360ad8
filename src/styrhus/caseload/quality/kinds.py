"""What may be wrong with material though it can be read, and what the forecast does with it."""

from dataclasses import dataclass
from enum import StrEnum

from styrhus.values.text import Text, msg


class Doubt(StrEnum):
    """A kind of doubt; the word names what was found."""

    FUTURE_START = "future_start"
    DUPLICATE = "duplicate"
    OVERLAP = "overlap"
    TWO_PLACES = "two_places"
    GAP = "gap"
    LONG_OPEN = "long_open"
    ALL_OPEN = "all_open"
    NONE_OPEN = "none_open"
    FEW = "few"
    PRICE_MISSING = "price_missing"
    PRICE_ODD = "price_odd"
    PRICE_JUMP = "price_jump"
    COUNT_JUMP = "count_jump"
    MONTH_MISSING = "month_missing"
    TOTAL_ROW = "total_row"
    NEW_STREAM = "new_stream"


@dataclass(frozen=True)
class Finding:
    """A doubt: in how many of how many cases, where (streams, months), and the places of the first spells."""

    doubt: Doubt
    count: int
    of: int
    where: str = ""
    examples: tuple[int, ...] = ()

    @property
    def message(self) -> Text:
        """What was found."""
        return Text(MESSAGES[self.doubt][0].msgid, {"count": self.count, "of": self.of, "where": self.where})

    @property
    def remedy(self) -> Text:
        """What the forecast does with it, and what to do."""
        return MESSAGES[self.doubt][1]

    @property
    def share(self) -> float:
        return self.count / self.of if self.of else 0.0


MESSAGES: dict[Doubt, tuple[Text, Text]] = {
    Doubt.FUTURE_START: (
        msg("{count} of {of} spells start after the last day that the file tells of."),
        msg("The forecast leaves them out, as it expects new ones by itself; see that the dates are right."),
    ),
    Doubt.DUPLICATE: (
        msg("Rows with the same person, care and days as another: {count}."),
        msg("They count once; with different prices the first row's holds."),
    ),
    Doubt.OVERLAP: (
        msg("{count} of {of} spells overlap another of the same person in the same care."),
        msg("Each day counts once: the earlier spell is ended when the later one starts, and a spell within another "
            "is left out."),
    ),
    Doubt.TWO_PLACES: (
        msg("{count} of {of} persons are in two kinds of care at once."),
        msg("Both count, with persons, days and cost; see that earlier placements were ended in the system."),
    ),
    Doubt.GAP: (
        msg("Spells that begin within a week after the same person left the same care: {count}."),
        msg("The forecast counts a leaving and an arrival; if it is the same placement, fill in the days between."),
    ),
    Doubt.LONG_OPEN: (
        msg("{count} of {of} open spells have lasted much longer than any that has ended in the same care."),
        msg("The forecast counts them as still there, and costs them; see that they were not forgotten to be ended."),
    ),
    Doubt.ALL_OPEN: (
        msg("None of the {of} spells has an end."),
        msg("How long people stay cannot be learnt, and the interval is wide; hand in those that have ended too."),
    ),
    Doubt.NONE_OPEN: (
        msg("All of the {of} spells have ended: nobody is in care on the last day."),
        msg("The forecast begins with nobody there; hand in those that go on too, if there are any."),
    ),
    Doubt.FEW: (
        msg("There are only {of} spells."),
        msg("The forecast leans on what is believed beforehand, and its interval is very wide."),
    ),
    Doubt.PRICE_MISSING: (
        msg("{count} of {of} spells have no price ({where})."),
        msg("The forecast gives them the mean price of their care, and widens the cost; where none is known there is "
            "no cost."),
    ),
    Doubt.PRICE_ODD: (
        msg("{count} of {of} prices are more than five times, or less than a fifth of, the usual in the same care "
            "({where})."),
        msg("They count as they stand; see that prices per month are not told as prices per day, or the other way "
            "about."),
    ),
    Doubt.PRICE_JUMP: (
        msg("The mean price changes by more than a quarter from one year to the next: {where}."),
        msg("The forecast takes it for a change of price; see that it is no change of what the price holds."),
    ),
    Doubt.COUNT_JUMP: (
        msg("The numbers change suddenly: {where}."),
        msg("The forecast takes it for a change of inflow and is wider; see that nothing is missing or told twice."),
    ),
    Doubt.MONTH_MISSING: (
        msg("Months of which nothing is told, between the first and the last: {where}."),
        msg("Missing is not zero: counts are interpolated and wider; of spells see that the file is the whole."),
    ),
    Doubt.TOTAL_ROW: (
        msg("{where} is the sum of the others: its persons are told twice."),
        msg("The total of the forecast counts them twice; leave the row out by the mapping."),
    ),
    Doubt.NEW_STREAM: (
        msg("Care that was not there before: {where}."),
        msg("It is forecast from few cases of its own; see that it is not another spelling of one that is known."),
    ),
}  # fmt: skip
