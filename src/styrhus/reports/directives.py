"""Block directives in text sections: which there are, what they lead to, and the blocks that stand in their place."""

import re
from collections.abc import Callable, Iterator, Mapping

from styrhus.dossier.dossier import Dossier
from styrhus.dossier.near import near
from styrhus.dossier.references import UnknownReference
from styrhus.paper.blocks import Block
from styrhus.plan.assignment import AssignmentKind
from styrhus.reports.indicator_chart import indicator_chart
from styrhus.reports.parts.assignments import assignment_group
from styrhus.reports.parts.bridge import bridge_blocks
from styrhus.reports.parts.goals import above_all, goal_blocks, section_about
from styrhus.reports.parts.indicators import indicator_blocks
from styrhus.reports.parts.tables import Form, table_blocks
from styrhus.reports.setting import Blocks, Directive, Setting
from styrhus.values.text import msg
from styrhus.values.unit import Unit

_FORM = re.compile(r"(?P<unit>kr|tkr|mnkr)(?:\s+(?P<decimals>\d))?")
BRIDGE = "bridge"


def read_directive(expression: str) -> Directive:
    """What stands after `block` between the double braces, such as `table kommunbidrag | mnkr 1`."""
    words, _, form = expression.partition("|")
    kind, _, key = " ".join(words.split()).partition(" ")
    return Directive(kind, key, form.strip())


def check_directive(dossier: Dossier, directive: Directive) -> None:
    """UnknownReference when the directive leads nowhere or asks for what cannot be shown."""
    keys = tuple(KEYS[directive.kind](dossier)) if directive.kind in KEYS else ()
    if directive.key not in keys:
        wrong, known = (directive.key, keys) if directive.kind in KEYS else (directive.kind, tuple(KEYS))
        raise UnknownReference(msg("There is no such block: {block}.", block=directive.written), near(wrong, known))
    _check_form(dossier, directive)
    indicator = dossier.indicator_by_id.get(directive.key) if directive.kind == "chart" else None
    if indicator is not None and indicator_chart(dossier, indicator, "sv") is None:
        raise UnknownReference(
            msg("The indicator has too few values for a chart: {key}.", key=directive.key),
            msg("Remove the line; the values stand in the table of the goal's indicators."),
        )


def _check_form(dossier: Dossier, directive: Directive) -> None:
    if not directive.form:
        return
    table = dossier.table_by_id.get(directive.key) if directive.kind == "table" else None
    if table is None or _FORM.fullmatch(directive.form) is None or not table.unit.is_money:
        raise UnknownReference(
            msg("The form of the block is not known: {form}.", form=directive.form),
            msg("Only tables of money take one: kr, tkr or mnkr and a number of decimals, such as mnkr 1."),
        )


KEYS: Mapping[str, Callable[[Dossier], Iterator[str]]] = {
    "table": lambda dossier: iter(dossier.table_by_id),
    "chart": lambda dossier: iter((BRIDGE, *dossier.indicator_by_id)),
    "indicators": lambda dossier: iter(dossier.goal_by_id),
    "assignments": lambda dossier: iter(dict.fromkeys(a.kind.value for a in dossier.assignments)),
}
"""The kinds of directive, each with the keys that it can have."""


def placed_blocks(setting: Setting, directive: Directive, level: int) -> Blocks:
    """The blocks of a directive that has been checked; headings in them begin at `level`."""
    return _PLACERS[directive.kind](setting, directive, level)


def _table(setting: Setting, directive: Directive, level: int) -> Blocks:
    found = _FORM.fullmatch(directive.form)
    form = Form(Unit(found["unit"]), int(found["decimals"] or 0)) if found else None
    return table_blocks(setting, setting.dossier.table_by_id[directive.key], form)


def _chart(setting: Setting, directive: Directive, level: int) -> Blocks:
    if directive.key == BRIDGE:
        return bridge_blocks(setting)
    chart = indicator_chart(setting.dossier, setting.dossier.indicator_by_id[directive.key], setting.language)
    found: tuple[Block, ...] = (chart,) if chart else ()
    return found


def _indicators(setting: Setting, directive: Directive, level: int) -> Blocks:
    """The goal's indicators; in a text about a goal above it the goal itself comes with them."""
    if setting.gathered:
        return ()
    goal = setting.dossier.goal_by_id[directive.key]
    holder = setting.placed.get(directive.place)
    for above in above_all(setting, goal):
        section = section_about(setting, above)
        if section is not None and section.id == holder:
            return goal_blocks(setting, goal, level, here=True)
    return indicator_blocks(setting, goal)


def _assignments(setting: Setting, directive: Directive, level: int) -> Blocks:
    return assignment_group(setting, AssignmentKind(directive.key))


_PLACERS: Mapping[str, Callable[[Setting, Directive, int], Blocks]] = {
    "table": _table,
    "chart": _chart,
    "indicators": _indicators,
    "assignments": _assignments,
}
