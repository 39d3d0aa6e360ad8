"""What drives the forecast in sentences: against last year, the budget, what was frozen, and the main streams."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from django.utils.translation import gettext

from styrhus.dossier.live_changes import LiveChanges
from styrhus.dossier.placement_forecast import Outlook
from styrhus.dossier.placement_forecast.past import Flow, flows_of
from styrhus.dossier.placement_forecast.words import (
    MIX,
    PERSONS,
    PRICE,
    REST,
    STAY,
    mnkr,
    reasons,
    signed,
    stream_name,
)
from styrhus.forecast import Stream
from styrhus.forecast.decompose import Decomposition, Driver
from styrhus.paper.words import date_in_words
from styrhus.values.number import format_number
from styrhus.values.text import Text, msg
from styrhus.web.frame import current_language, say
from styrhus.web.pages.forecast.source import Source

ZERO = Decimal(0)
CAUSES = {
    Driver.INFLOW: PERSONS, Driver.STAY: STAY, Driver.VOLUME: PERSONS, Driver.MIX: MIX, Driver.PRICE: PRICE,
    Driver.LEVERS: (msg("levers"), msg("levers")), Driver.REST: REST,
}  # fmt: skip


def drivers(found: Outlook, source: Source, live: LiveChanges) -> tuple[str, ...]:
    """Why the cost is another than last year, than the budget and than what was frozen; then the main streams."""
    since = msg("Against the outcome of {year}", year=found.year - 1)
    last_year = _causes(since, live.since_last_year) or [
        say(text) for text in reasons(found.total.from_last_year, since)
    ]
    budget = [say(text) for text in reasons(found.total.from_budget, msg("Against the budget"))]
    frozen = []
    if live.frozen is not None:
        day = date_in_words(live.frozen.made_on.isoformat(), current_language())
        frozen = _causes(msg("Since the forecast frozen on {day}", day=day), live.since_frozen)
    return (*last_year, *budget, *frozen, *_streams(found, flows_of(source.material)))


def _causes(since: Text, held: Decomposition | None) -> list[str]:
    """A difference by inflow, stay, mix and price in one sentence; nothing where there is none to tell of."""
    if held is None or not mnkr(Decimal(round(held.difference))).value:
        return []
    parts = {driver: Decimal(round(amount)) for driver, amount in held.parts.items()}
    told = [driver for driver in Driver if mnkr(parts.get(driver, ZERO)).value]
    shown = [f"{say(CAUSES[driver][parts[driver] < 0])} {_signed(parts[driver])}" for driver in told]
    words = {"since": say(since), "difference": say(signed(Decimal(round(held.difference))))}
    if not shown:
        return [gettext("%(since)s: %(difference)s.") % words]
    return [gettext("%(since)s: %(difference)s, of which %(causes)s.") % {**words, "causes": ", ".join(shown)}]


def _signed(amount: Decimal) -> str:
    return mnkr(amount).number(decimals=1, signed=True, language=current_language())


def _streams(found: Outlook, flows: Mapping[Stream, Flow]) -> Iterator[str]:
    """The three streams that differ most from the budget, else from last year, with who came and how long they stay."""
    held = [(part, part.from_budget or part.from_last_year) for part in found.streams]
    known = [(part, change) for part, change in held if change is not None and mnkr(change.effects.difference).value]
    known.sort(key=lambda pair: -abs(pair[1].effects.difference))
    for part, change in known[:3]:
        since = msg("{stream}, against the budget") if part.from_budget else msg("{stream}, against last year")
        since = msg(since.msgid, stream=stream_name(part.stream, part.rows))
        said = [say(sentence) for sentence in reasons(change, since)]
        flow = flows.get(part.stream) if part.stream else None
        yield " ".join([*said, *(_flow(flow) if flow else ())])


def _flow(flow: Flow) -> Iterator[str]:
    """How many came in the last twelve months and how long those who left had stayed, beside the year before."""
    latest, before = flow
    words = {"came": latest.came, "before": before.came if before else 0}
    if before is None:
        yield gettext("%(came)s came in the last twelve months of the data.") % words
    else:
        yield gettext("%(came)s came in the last twelve months of the data, %(before)s the year before.") % words
    if latest.days is None:
        return
    stays = {"months": _months(latest.days)}
    if before is not None and before.days is not None:
        stays["before"] = _months(before.days)
        yield gettext("Those who left had stayed %(months)s months, the year before %(before)s.") % stays
    else:
        yield gettext("Those who left had stayed %(months)s months.") % stays


def _months(days: float) -> str:
    return format_number(Decimal(repr(days)) * 12 / Decimal("365.25"), 1, language=current_language())
