"""The forecast of reception in words and tables: who will come and be there, what the state pays, what comes after."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.reception_forecast import OWN_PLAN
from styrhus.finance.grids.flows import year_flows
from styrhus.finance.grids.national import grant_per_person
from styrhus.forecast import Distribution
from styrhus.forecast.reception import ReceptionForecast
from styrhus.paper.blocks import Align, Cell, Column, Row, RowKind, Table
from styrhus.reports.parts.grid_cells import shown
from styrhus.reports.parts.outlook_words import bare, exact, millions, range_cells, whole
from styrhus.reports.sentences import text_cell, worded
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

TKR = 1000


def scenario_word(name: str) -> Text | str:
    """The name of a scenario as it is shown."""
    return msg("the plan's own figures") if name == OWN_PLAN else name


def groups_of(found: ReceptionForecast) -> tuple[str, ...]:
    """The groups in their order."""
    return tuple(dict.fromkeys(group for group, _ in found.received))


def sentences(dossier: Dossier, found: ReceptionForecast) -> Iterator[Text]:
    """Group by group who comes and who is there; then grants and support of the plan year."""
    year = dossier.plan.year if dossier.plan.year in found.years else found.years[-1]
    for group in groups_of(found):
        yield _people(group, year, found)
    yield from _money(dossier, found, year)


def _people(group: str, year: int, found: ReceptionForecast) -> Text:
    received, there = found.received[group, year], found.at_end.get((group, year))
    words = {
        "group": group, "year": year, "received": whole(received.mean, Unit.PERSONS), "few": bare(received.p10),
        "many": bare(received.p90),
    }  # fmt: skip
    if there is None:
        return msg(
            "{group}: {received} are likely to be received in {year} ({few}–{many} with 80 % probability).", **words
        )
    return msg(
        "{group}: {received} are likely to be received in {year} ({few}–{many} with 80 % probability), and {there} "
        "to be there at its end ({low}–{high}).",
        **words, there=bare(there.mean), low=bare(there.p10), high=bare(there.p90),
    )  # fmt: skip


def _money(dossier: Dossier, found: ReceptionForecast, year: int) -> Iterator[Text]:
    for values, told in (
        (found.grants, msg("The state grants are likely to be {amount} in {year} ({low}–{high}).")),
        (found.support, msg("Income support after the grant is likely to cost {amount} in {year} ({low}–{high}).")),
    ):
        held = [value for (_, of), value in values.items() if of == year]
        if len(held) == 1:
            yield Text(told.msgid, {"year": year, "amount": millions(held[0].mean), "low": millions(held[0].p10),
                              "high": millions(held[0].p90)})  # fmt: skip
        elif held:
            amount = millions(sum(value.mean for value in held))
            yield msg("In {year} all groups together: {kind}", year=year, kind=_summed(values is found.grants, amount))
    national = None if dossier.grant_instalments else grant_per_person(year)
    if national is not None:
        yield msg("The whole national grant of {year} is {amount} kr a person; its instalments have to be given.",
                  year=year, amount=bare(national.value))  # fmt: skip


def _summed(is_grant: bool, amount: object) -> Text:
    if is_grant:
        return msg("the state grants are likely to be {amount}.", amount=amount)
    return msg("income support after the grant is likely to cost {amount}.", amount=amount)


def year_table(setting: Setting, found: ReceptionForecast) -> Table:
    """By group and year: received and there at the end with their bounds, beside the plan; money in tkr.

    Columns of which nothing is known are left out.
    """
    plan = {(flow.group, flow.year): flow for flow in year_flows(setting.dossier.reception_cohorts)}
    keys = [(group, year) for group in groups_of(found) for year in found.years]
    flows = [plan.get(key) for key in keys]
    columns = _persons(setting, msg("Received"), [found.received.get(key) for key in keys])
    columns += _planned(setting, [flow.arrived.value if flow else None for flow in flows])
    if found.at_end:
        columns += _persons(setting, msg("There at the end"), [found.at_end.get(key) for key in keys])
        columns += _planned(setting, [flow.closing if flow else None for flow in flows])
    for word, held in ((msg("State grants"), found.grants), (msg("Income support afterwards"), found.support)):
        if held:
            columns.append((word, [_tkr(setting, held.get(key)) for key in keys]))
    rows = tuple(
        Row((text_cell(f"{group} {year}"), *(cells[number] for _, cells in columns)))
        for number, (group, year) in enumerate(keys)
    )
    has_money = bool(found.grants or found.support)
    caption = (
        msg("Reception by year: persons, and money in tkr") if has_money else msg("Reception by year, persons")
    )  # fmt: skip
    heads = (Column(setting.say(word), Align.RIGHT) for word, _ in columns)
    first = Column(setting.say(msg("Group and year")), width=3)
    return Table(setting.say(caption), (first, *heads), rows, "reception-forecast")


def _persons(setting: Setting, word: Text, held: Sequence[Distribution | None]) -> list[tuple[Text, list[Cell]]]:
    """The mean and its interval as two columns."""
    pairs = [range_cells(setting, told, Unit.PERSONS) for told in held]
    return [(word, [mean for mean, _ in pairs]), (msg("80 % interval"), [interval for _, interval in pairs])]


def _planned(setting: Setting, values: Sequence[Decimal | None]) -> list[tuple[Text, list[Cell]]]:
    """What the plan counts on; nothing where it tells nothing."""
    if all(value is None for value in values):
        return []
    return [(msg("The plan"), [shown(setting, value, Unit.PERSONS) for value in values])]


def _tkr(setting: Setting, told: Distribution | None) -> Cell:
    return shown(setting, None if told is None else exact(told.mean) / TKR, Unit.TKR)


def scenario_table(setting: Setting, found: ReceptionForecast) -> Table | None:
    """Persons of each scenario by year, group by group, with its source; nothing where the plan stands alone."""
    names = tuple(dict.fromkeys(name for name, _, _ in found.means))
    if names == (OWN_PLAN,):
        return None
    rows = [row for group in groups_of(found) for row in _scenario_rows(setting, found, names, group)]
    columns = (
        Column(setting.say(msg("Scenario")), width=3),
        *(Column(str(year), Align.RIGHT) for year in found.years),
    )
    sources = dict.fromkeys(
        f"{row.name}: {row.source}" + (f" ({row.dated.isoformat()})" if row.dated else "")
        for row in setting.dossier.reception_scenarios if row.source
    )  # fmt: skip
    notes = tuple(worded(Text(source.replace("{", "(").replace("}", ")")), setting.language) for source in sources)
    return Table(setting.say(msg("Persons received by scenario")), columns, tuple(rows), "reception-scenarios", notes)


def _scenario_rows(setting: Setting, found: ReceptionForecast, names: Sequence[str], group: str) -> Iterator[Row]:
    yield Row((text_cell(group), *(text_cell("") for _ in found.years)), RowKind.HEADING)
    for name in names:
        values = [exact(found.means[name, group, year]) for year in found.years]
        cells = (shown(setting, Decimal(value), Unit.PERSONS, decimals=1) for value in values)
        word = scenario_word(name)
        yield Row((text_cell(setting.say(word) if isinstance(word, Text) else word), *cells))
