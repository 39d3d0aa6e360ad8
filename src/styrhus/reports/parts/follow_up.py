"""The follow-up in a report: key figures, units, cost types, months, and the largest deviations with their words."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from styrhus.dossier.follow_up import follow_up
from styrhus.dossier.follow_up_figures import OWN, type_name, unit_name
from styrhus.dossier.references import resolve
from styrhus.finance.bridge import frame_of
from styrhus.finance.follow_up.deviations import Part
from styrhus.finance.follow_up.forecast import UnitForecast
from styrhus.finance.follow_up.view import FollowUp
from styrhus.paper.blocks import Align, Block, Cell, Column, Row, Run, Table, plain
from styrhus.reports.drafting.deviations import deviating, driver_of
from styrhus.reports.drafting.ground import Ground
from styrhus.reports.parts.follow_up_rows import EVERY, TKR, Node, area_tree, rounded, type_tree, unit_tree
from styrhus.reports.parts.follow_up_table import CLOSING, TO_DATE, YEAR, Frame, follow_up_table, shown_amounts
from styrhus.reports.sentences import sentence, text_cell
from styrhus.reports.setting import Blocks, Setting
from styrhus.values.number import format_number, round_half_up
from styrhus.values.text import Text, msg
from styrhus.values.unit import Unit

WHOLE = 100
UNIT, ITEM = msg("Unit"), msg("Cost type")


def view_of(setting: Setting) -> FollowUp:
    """The follow-up of the report's month; ValueError for a document without one."""
    if setting.month is None:
        raise ValueError("a plan has no month")
    return follow_up(setting.dossier, setting.month)


def key_figures(setting: Setting) -> Table:
    """The report's most asked-for amounts, one a row in tkr; what is not known has no row."""
    tree = type_tree(setting, view_of(setting))
    rows = [_key_row(setting, tree, *pair) for pair in _KEY if tree.ref]
    year = setting.dossier.plan.year
    if frame_of(setting.dossier.frames, year) is not None:
        rows.append(_outside(setting, f"grant.{year}", msg("Frame of the year")))
        rows.append(_outside(setting, f"outlook.{setting.period}.frame-variance", msg("Frame less forecast"), True))
    if any(held.year == year for held in setting.dossier.savings_requirements):
        rows.append(_outside(setting, f"gap.{setting.period}.all.gap", msg("Gap of savings")))
    heads = (Column(setting.say(msg("Key figure")), width=4), Column(setting.say(msg("tkr")), Align.RIGHT))
    caption = setting.say(msg("Key figures, tkr"))
    return Table(caption, heads, tuple(row for row in rows if row is not None), "key-figures")


_KEY: tuple[tuple[str, Text], ...] = (
    ("budget-to-date", msg("Budget to date")),
    ("actual-to-date", msg("Outcome to date")),
    ("variance-to-date", msg("Deviation to date")),
    ("last-year-to-date", msg("Same period last year")),
    ("budget", msg("Full-year budget")),
    ("forecast", msg("Full-year forecast")),
    ("variance", msg("Deviation, full year")),
    ("previous", msg("Previous forecast")),
    ("forecast-change", msg("Change of forecast")),
)
_SIGNED = {"variance-to-date", "variance", "forecast-change"}


def _key_row(setting: Setting, tree: Node, name: str, heading: Text) -> Row | None:
    return _outside(setting, f"{tree.ref}.{name}", heading, name in _SIGNED, tree=tree, name=name)


def _outside(
    setting: Setting, ref: str, heading: Text, signed: bool = False, *, tree: Node | None = None, name: str = ""
) -> Row | None:
    """A row of one figure in tkr; differences of the tree are those of its rounded amounts."""
    figure = resolve(setting.dossier, ref)
    if figure.value is None:
        return None
    shown = round_half_up(figure.to(Unit.TKR).value or figure.value, 0)
    if tree is not None and name in _PAIRS:
        amounts = rounded(tree)
        first, second = (amounts[id(tree), part] for part in _PAIRS[name])
        shown = shown if first is None or second is None else first - second
    text = format_number(shown, 0, signed=signed, language=setting.language)
    return Row((text_cell(setting.say(heading)), Cell((Run(text, figure=figure),))))


_PAIRS = {
    "variance-to-date": ("budget-to-date", "actual-to-date"),
    "variance": ("budget", "forecast"),
    "forecast-change": ("forecast", "previous"),
}


def outcome_by_unit(setting: Setting, *, closing: bool = False, levels: int = EVERY) -> Iterator[Block]:
    """The units down to `levels` below the board, against the budget to date and last year."""
    units = unit_tree(setting, view_of(setting), levels=levels)
    if units.parts:
        caption = msg("Outcome by unit, tkr")
        yield follow_up_table(setting, units, CLOSING if closing else TO_DATE, Frame(caption, UNIT, "outcome-by-unit"))


def outcome_by_cost_type(setting: Setting, *, closing: bool = False) -> Table:
    """Every cost type of the whole board, against the budget to date and last year."""
    caption, kinds = msg("Outcome by cost type, tkr"), type_tree(setting, view_of(setting))
    columns = CLOSING if closing else TO_DATE
    return follow_up_table(setting, kinds, columns, Frame(caption, ITEM, "outcome-by-cost-type"))


def forecast_by_unit(setting: Setting, *, levels: int = EVERY) -> Iterator[Block]:
    """The full year by unit down to `levels` below the board, with the previous forecast where there is one."""
    units = unit_tree(setting, view_of(setting), levels=levels)
    if units.parts:
        caption = msg("Forecast by unit, tkr")
        yield follow_up_table(setting, units, YEAR, Frame(caption, UNIT, "forecast-by-unit"))


def forecast_tables(setting: Setting) -> Iterator[Block]:
    """The full year by unit and by cost type."""
    view = view_of(setting)
    yield from forecast_by_unit(setting)
    kinds = type_tree(setting, view)
    yield follow_up_table(setting, kinds, YEAR, Frame(msg("Forecast by cost type, tkr"), ITEM, "forecast-by-cost-type"))


def deviation_table(setting: Setting) -> Blocks:
    """The units that deviate, with the cost type it comes from and what the units say themselves."""
    assert setting.month is not None
    ground = Ground(setting.dossier, setting.month, setting.language)
    amounts = shown_amounts(area_tree(setting, view_of(setting)))
    rows = [_deviation(setting, ground, unit, amounts.get(f"followup.{setting.period}.{unit}.all", {}))
            for unit, _ in deviating(ground)]  # fmt: skip
    if not rows:
        return ()
    heads = [
        Column(setting.say(UNIT), width=3),
        Column(setting.say(msg("Deviation to date")), Align.RIGHT),
        Column(setting.say(msg("Deviation, full year")), Align.RIGHT),
        Column(setting.say(msg("Mostly from")), width=3),
        Column(setting.say(msg("The unit's comment")), width=4),
        Column(setting.say(msg("Action")), width=4),
    ]
    kept = [index for index in range(len(heads)) if any(row[index].runs for row in rows)]
    shown = tuple(Row(tuple(row[index] for index in kept)) for row in rows)
    caption = setting.say(msg("The largest deviations, tkr"))
    return (Table(caption, tuple(heads[index] for index in kept), shown, "deviations"),)


def _deviation(
    setting: Setting, ground: Ground, unit: str, shown: Mapping[str, Decimal | None]
) -> tuple[Cell, ...]:  # fmt: skip
    driver = driver_of(ground, unit)
    said = comments(setting, unit)
    base = f"followup.{setting.period}.{unit}"
    return (
        text_cell(unit_name(setting.dossier, unit, setting.language)),
        _signed(setting, f"{base}.all.variance-to-date", shown.get("variance-to-date")),
        _signed(setting, f"{base}.all.variance", shown.get("variance")),
        _driver(setting, base, driver),
        text_cell("\n".join(sentence(held.comment) for held in said if held.comment)),
        text_cell("\n".join(sentence(held.action) for held in said if held.action)),
    )


def _driver(setting: Setting, base: str, driver: Part | None) -> Cell:
    """The cost type that it mostly comes from, with its own deviation and, where it is a part, its share."""
    if driver is None:
        return Cell()
    ref = f"{base}.{driver.cost_type}.variance-to-date"
    amount = _signed(setting, ref)
    share = resolve(setting.dossier, ref.replace("followup.", "share.", 1))
    runs = (Run(f"{setting.say(type_name(driver.cost_type))} "), *amount.runs)
    if share.value is None or share.value > WHOLE:
        return Cell(runs)
    shown = share.text(decimals=0, language=setting.language)
    return Cell((*runs, Run(" ("), Run(shown, figure=share), Run(")")))


def _signed(setting: Setting, ref: str, shown: Decimal | None = None) -> Cell:
    """A figure in tkr with its sign; `shown` as another table has rounded it."""
    figure = resolve(setting.dossier, ref)
    if figure.value is None:
        return Cell(plain("–"))
    amount = round_half_up(figure.value / TKR, 0) if shown is None else shown
    return Cell((Run(format_number(amount, 0, signed=True, language=setting.language), figure=figure),))


def comments(setting: Setting, unit: str) -> tuple[UnitForecast, ...]:
    """The latest forecasts of a unit and those below it that say something, up to the month of the report."""
    below = {unit.removesuffix(OWN)} if unit.endswith(OWN) else set(view_of(setting).below(unit))
    found: dict[tuple[str, str | None], UnitForecast] = {}
    for held in sorted(setting.dossier.unit_forecasts, key=lambda forecast: forecast.month):
        in_time = held.year == setting.dossier.plan.year and held.month <= (setting.month or 0)
        if in_time and held.unit in below and (held.comment or held.action):
            found[held.unit, held.cost_type] = held
    return tuple(found.values())


def comment_table(setting: Setting) -> Blocks:
    """What the units say of their forecasts and do about them, but what stands with the largest deviations."""
    rows, told = [], _told(setting)
    for unit in setting.dossier.organisation:
        for held in (f for f in comments(setting, unit.id) if f.unit == unit.id and f not in told):
            kind = setting.say(type_name(held.cost_type.value)) if held.cost_type else ""
            texts = (unit.name, kind, sentence(held.comment), sentence(held.action))
            rows.append(tuple(text_cell(text) for text in texts))
    if not rows:
        return ()
    heads = (
        Column(setting.say(UNIT), width=3),
        Column(setting.say(ITEM), width=2),
        Column(setting.say(msg("The unit's comment")), width=5),
        Column(setting.say(msg("Action")), width=5),
    )
    kept = [index for index in range(len(heads)) if any(row[index].runs for row in rows)]
    shown = tuple(Row(tuple(row[index] for index in kept)) for row in rows)
    words = msg("What other units say of their forecasts") if told else msg("What the units say of their forecasts")
    caption = setting.say(words)
    return (Table(caption, tuple(heads[index] for index in kept), shown, "unit-comments"),)


def _told(setting: Setting) -> tuple[UnitForecast, ...]:
    """The comments that the table of deviations holds."""
    assert setting.month is not None
    ground = Ground(setting.dossier, setting.month, setting.language)
    return tuple(held for unit, _ in deviating(ground) for held in comments(setting, unit))
