"""A forecast in words: what the year will cost, how sure that is, and which stream explains most."""

from collections.abc import Iterator
from decimal import Decimal

from styrhus.dossier.placement_forecast.drivers import Change
from styrhus.dossier.placement_forecast.outlook import Outlook, StreamYear
from styrhus.finance.grids.placement import CareForm, PlacementRow, Provider
from styrhus.finance.labels import label
from styrhus.forecast import Stream
from styrhus.forecast.frame import probability, told
from styrhus.values.figure import Figure
from styrhus.values.number import round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import KRONOR, Unit


def mnkr(amount: Decimal) -> Figure:
    """An amount in kr as mnkr with one decimal."""
    return Figure(round_half_up(amount / KRONOR[Unit.MNKR], 1), Unit.MNKR)


def persons(many: Decimal) -> Figure:
    """Persons with one decimal."""
    return Figure(round_half_up(many, 1), Unit.PERSONS)


def stream_name(stream: Stream | None, rows: tuple[PlacementRow, ...] = ()) -> Text:
    """What a stream is called: as its row of the grid, or by group, type and provider."""
    if stream is None:
        return msg("All placements")
    if len(rows) == 1:
        return msg("{group}: {type}", group=stream.group, type=rows[0].name)
    parts: list[object] = [word for word in (_type(stream), _provider(stream)) if word]
    if not parts:
        return msg("{name}", name=stream.group)
    if len(parts) == 1:
        return msg("{group}: {type}", group=stream.group, type=parts[0])
    return msg("{group}: {type}, {provider}", group=stream.group, type=parts[0], provider=parts[1])


def _type(stream: Stream) -> object:
    return label(CareForm(stream.type)) if stream.type in set(CareForm) else stream.type


def _provider(stream: Stream) -> object:
    return label(Provider(stream.provider)) if stream.provider in set(Provider) else stream.provider


def lead(found: Outlook, frame: Decimal | None = None) -> Text:
    """The first sentence of the page; `frame` in kr instead of the budget."""
    total = found.total
    if total.cost is None:
        return _without_cost(found)
    cost = mnkr(total.cost.mean)
    against = found.budget if frame is None else frame
    if against is None:
        return msg(
            "Placements are expected to cost {cost} in {year}, with 80 % probability between {low} and {high}.",
            cost=cost, year=found.year, low=mnkr(total.cost.low), high=mnkr(total.cost.high),
        )  # fmt: skip
    over = _difference(total.cost.mean - against, msg("budget") if frame is None else msg("frame"))
    if found.is_over:
        return msg("Placements cost {cost} in {year}, {difference}.", cost=cost, year=found.year, difference=over)
    share = probability(found.whole, against)
    sentence = _AGAINST_BUDGET if frame is None else _AGAINST_FRAME
    chance = msg("unknown") if share is None else told(share)
    return Text(sentence.msgid, {"cost": cost, "year": found.year, "difference": over, "probability": chance})


_AGAINST_BUDGET = msg(
    "Placements are expected to cost {cost} in {year}, {difference}; the probability of holding the budget is "
    "{probability}."
)
_AGAINST_FRAME = msg(
    "Placements are expected to cost {cost} in {year}, {difference}; the probability of holding the frame is "
    "{probability}."
)


def _difference(over: Decimal, word: Text) -> Text:
    shown = mnkr(abs(over))
    if not shown.value:
        return msg("the same as the {frame}", frame=word)
    if over > 0:
        return msg("{amount} over {frame}", amount=shown, frame=word)
    return msg("{amount} under {frame}", amount=shown, frame=word)


def _without_cost(found: Outlook) -> Text:
    many = found.total.persons
    if many is None:
        return msg("The data do not reach {year}; the forecast tells of the coming months.", year=found.year)
    return msg(
        "Placements are expected to be {persons} a day in {year}, with 80 % probability between {low} and {high}; "
        "there are no prices to tell what they cost.",
        persons=persons(many.mean), year=found.year, low=persons(many.low), high=persons(many.high),
    )  # fmt: skip


def explains(found: Outlook) -> Text | None:
    """Which stream explains most of the difference from the budget; None where nothing does."""
    over = found.total.over_budget
    if over is None or not mnkr(over).value:
        return None
    sign = 1 if over > 0 else -1
    known = [part for part in found.streams if (part.over_budget or Decimal(0)) * sign > 0]
    most = max(known, key=lambda part: abs(part.over_budget or Decimal(0)), default=None)
    if most is None or most.over_budget is None:
        return None
    return msg("{stream} explains {amount}.", stream=stream_name(most.stream, most.rows),
               amount=signed(most.over_budget))  # fmt: skip


class Signed:
    """An amount in kr as mnkr with its sign, as a parameter of a message."""

    def __init__(self, amount: Decimal, *, unit: bool = False) -> None:
        self.shown, self.unit = mnkr(amount), unit

    def render(self, language: str = "sv") -> str:
        write = self.shown.text if self.unit else self.shown.number
        return write(decimals=1, signed=True, language=language)


def signed(amount: Decimal) -> Text:
    """`+6,2 mnkr`."""
    return msg("{amount}", amount=Signed(amount, unit=True))


PERSONS = (msg("more persons"), msg("fewer persons"))
STAY = (msg("longer time in care"), msg("shorter time in care"))
PRICE = (msg("higher price"), msg("lower price"))
MIX = (msg("dearer mix of forms of care"), msg("cheaper mix of forms of care"))
REST = (msg("the rest"), msg("the rest"))
"""What a cause is called where it makes the cost rise, and where it makes it fall."""


def reasons(held: Change | None, since: Text) -> Iterator[Text]:
    """Why the cost differs `since` something: persons, price, mix and the rest, in one sentence."""
    if held is None or not mnkr(held.effects.difference).value:
        return
    effects = held.effects
    if not effects.split:
        yield msg("{since}: {difference}.", since=since, difference=signed(effects.difference))
        return
    mix = effects.mix or Decimal(0)
    parts = [(PERSONS, effects.volume - mix), (PRICE, effects.price), (MIX, mix), (REST, effects.other)]
    shown = [
        msg("{cause} {amount}", cause=words[amount < 0], amount=Signed(amount))
        for words, amount in parts
        if mnkr(amount).value
    ]
    yield msg("{since}: {difference}, of which {causes}.", since=since, difference=signed(effects.difference),
              causes=Listed(tuple(shown)))  # fmt: skip


class Listed:
    """Texts with commas between them, as a parameter of a message."""

    def __init__(self, texts: tuple[Text, ...]) -> None:
        self.texts = texts

    def render(self, language: str = "sv") -> str:
        return ", ".join(text.render(language) for text in self.texts)


def short_of(part: StreamYear) -> Text:
    """What mainly drives a stream's difference from the budget, in two or three words; empty where unknown."""
    held = part.from_budget or part.from_last_year
    main = held.main if held else ""
    if held is None or not main:
        return msg("{name}", name="")
    amount = held.effects.volume if main == "volume" else held.effects.price
    words = PERSONS if main == "volume" else PRICE
    return words[amount < 0]
