"""The first page of a report: which months it covers, when the ledger was read, and its decision."""

from collections.abc import Callable

from styrhus.paper.blocks import Facts, plain
from styrhus.paper.words import date_in_words
from styrhus.reports.front import Front
from styrhus.reports.months import LAW, YEAR_END, month_name, stretch
from styrhus.reports.parts.follow_up_method import imported
from styrhus.reports.setting import Setting
from styrhus.values.text import Text, msg

Remarks = Callable[[Setting], tuple[Text, ...]]


def front(title: Text, remarks: Remarks) -> Front:
    """The front of a kind of report; `title` may name {month} and {year}, `remarks` are what its reader must know."""

    def titled(setting: Setting) -> str:
        month = month_name(setting.month or YEAR_END)
        return setting.say(Text(title.msgid, {"month": month, "year": setting.dossier.plan.year}))

    def facts(setting: Setting) -> Facts:
        return _facts(setting, (*of_ledger(setting), *remarks(setting)))

    def status(setting: Setting) -> str:
        if setting.decided is not None:
            return setting.say(msg("Adopted"))
        return setting.say(msg("Preliminary") if remarks(setting) else msg("Draft"))

    return Front(titled, facts, status, date)


def _facts(setting: Setting, remarks: tuple[Text, ...]) -> Facts:
    """Board, months, the day of the ledger, and the decision where there is one."""
    board, decided = setting.dossier.board, setting.decided
    rows: tuple[tuple[Text, str], ...] = (
        (msg("Board"), board.name),
        (msg("Administration"), board.administration),
        (msg("Period"), f"{stretch(setting.month or YEAR_END, setting.language)} {setting.dossier.plan.year}"),
        (msg("Ledger as of"), _ledger_day(setting)),
        (msg("Registry number"), decided.registry_number if decided else ""),
        (msg("Meeting"), f"{_day(setting, decided.on.isoformat())}, {decided.paragraph}" if decided else ""),
        (msg("To note"), "\n".join(setting.say(text) for text in remarks)),
    )
    return Facts(tuple((setting.say(name), plain(value)) for name, value in rows if value))


def _ledger_day(setting: Setting) -> str:
    days = [month.imported.isoformat() for month in imported(setting) if month.imported]
    return _day(setting, max(days)) if days else ""


def _day(setting: Setting, day: str) -> str:
    return date_in_words(day, setting.language)


def of_ledger(setting: Setting) -> tuple[Text, ...]:
    """Made-up data, and months that the ledger lacks."""
    held = imported(setting)
    found = [msg("The ledger is made up as an example.")] if any(month.synthetic for month in held) else []
    known = {month.month for month in held}
    missing = [month for month in range(1, (setting.month or 0) + 1) if month not in known]
    if missing:
        names = ", ".join(setting.say(month_name(month)) for month in missing)
        found.append(msg("The ledger lacks {months}.", months=names))
    return tuple(found)


def nothing_more(setting: Setting) -> tuple[Text, ...]:
    """A report whose month says enough."""
    return ()


def unfinished_year(setting: Setting) -> tuple[Text, ...]:
    """What an annual report must say before the year is over."""
    if setting.month == YEAR_END:
        return ()
    return (msg("Preliminary, to the end of {month}.", month=month_name(setting.month or YEAR_END)),)


def outside_law(setting: Setting) -> tuple[Text, ...]:
    """What an interim report must say of its month when it is not one that the law means."""
    if setting.month in LAW:
        return ()
    return (msg(
        "An interim report to the end of {month} is not the one that the law demands, which covers at least half and "
        "at most two thirds of the year.", month=month_name(setting.month or YEAR_END),
    ),)  # fmt: skip


def date(setting: Setting) -> str:
    """The day of the decision, else of the latest import, ISO."""
    if setting.decided is not None:
        return setting.decided.on.isoformat()
    return max((month.imported.isoformat() for month in imported(setting) if month.imported), default="")
