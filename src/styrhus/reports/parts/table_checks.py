"""What is said under a table about its sums: rounded, or different from what its rows add up to."""

from collections.abc import Iterator, Sequence

from styrhus.finance.table import Table
from styrhus.finance.totals import Agreement, Check, check_changes, check_sums
from styrhus.paper.blocks import Run, Runs, plain
from styrhus.reports.sentences import worded
from styrhus.reports.setting import Setting
from styrhus.values.figure import Figure
from styrhus.values.text import Text, msg


def check_notes(setting: Setting, table: Table) -> Iterator[Runs]:
    """A note for what rounding explains, and one for each real difference that no contradiction tells already."""
    sums, changes = list(check_sums(table)), list(check_changes(table))
    rounded = [check for check in (*sums, *changes) if _is_rounded(table, check)]
    if rounded:
        yield _rounded_note(setting, table, rounded)
    elif table.rounded:
        yield plain(setting.say(msg("The amounts are rounded.")))
    told = {ref for contradiction in setting.dossier.contradictions for ref in contradiction.refs}
    for checks, words in ((sums, _SUM), (changes, _CHANGE)):
        for check in checks:
            ref = f"table.{table.id}.{check.row.id}.{check.column.id}"
            if check.agreement is Agreement.DIFFERS and not table.rounded and ref not in told:
                yield worded(Text(words, _parameters(table, check)), setting.language)


_SUM = msg("{row}, {column}: the sum of the rows is {computed}, printed is {stated}.").msgid
_CHANGE = msg("{row}, {column}: the difference is {computed}, printed is {stated}.").msgid


def _is_rounded(table: Table, check: Check) -> bool:
    """Rounding explains it, or the plan itself calls the whole table rounded."""
    differs = check.agreement is Agreement.DIFFERS and table.rounded
    return check.agreement is Agreement.ROUNDED or differs


def _parameters(table: Table, check: Check) -> dict[str, object]:
    unit = table.unit_of(check.row, check.column)
    return {
        "row": check.row.label,
        "column": check.column.label,
        "computed": Figure(check.computed, unit),
        "stated": Figure(check.stated, unit),
    }


def _rounded_note(setting: Setting, table: Table, rounded: Sequence[Check]) -> Runs:
    """All rounding differences in one sentence."""
    runs = list(worded(msg("Rounded amounts; the unrounded rows give"), setting.language))
    for place, check in enumerate(rounded):
        figure = Figure(check.computed, table.unit_of(check.row, check.column))
        text = figure.number(language=setting.language)
        runs.append(Run(("; " if place else " ") + f"{check.row.label}, {check.column.label}: {text}"))
    return (*runs, Run("."))
