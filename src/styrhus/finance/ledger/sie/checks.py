"""What must hold of a SIE file as a whole before it is booked."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from styrhus.finance.ledger.sie.content import Content
from styrhus.values.problem import Problem, Severity
from styrhus.values.text import msg

_SHOWN = 5


def refusals(content: Content, year: int, name: str) -> Iterator[Problem]:
    """Two organisations, another year, nothing that can be laid on months, dates outside the accounting year."""
    for held in (content.numbers, content.names):
        if len(held) > 1:
            yield Problem(
                msg("The file holds the accounts of more than one organisation."),
                msg("Import each organisation's file on its own."), name, value=", ".join(held[:_SHOWN]),
            )  # fmt: skip
            break
    span = content.years.get("0")
    if span and not span[0][:4] <= str(year) <= span[1][:4]:
        yield Problem(
            msg("The file is of the accounting year {first}–{last}, not of {year}.",
                first=span[0], last=span[1], year=year),
            msg("Choose the file's own year, or hand in the file of {year}.", year=year), name,
        )  # fmt: skip
    elif not content.entries and not any(held.period.startswith(str(year)) for held in content.periods):
        yield _no_months(content, year, name)
    elif span:
        yield from _outside(content, span, name)


def _no_months(content: Content, year: int, name: str) -> Problem:
    if content.kind == "1" or content.opening or content.results:
        message = msg("The file is of type {kind} and holds balances of whole years only, not of months.",
                      kind=content.kind or "?")  # fmt: skip
    else:
        message = msg("The file holds no vouchers and no balances of months in {year}.", year=year)
    return Problem(message, msg("Export type 4 with vouchers, or type 2 or 3 with balances of months."), name)


def _outside(content: Content, span: tuple[str, str], name: str) -> Iterator[Problem]:
    """Vouchers dated outside the file's own accounting year."""
    told: set[str] = set()
    for entry in content.entries:
        if not span[0] <= entry.voucher_date <= span[1] and entry.voucher not in told:
            told.add(entry.voucher)
            yield Problem(
                msg("The voucher's date lies outside the file's accounting year."),
                msg("Mend the date in the ledger and export anew."), name, entry.line,
                value=f"{entry.voucher} {entry.voucher_date}",
            )  # fmt: skip


def disagreements(content: Content, name: str) -> Iterator[Problem]:
    """Balances of the year that the vouchers do not lead to: told, since an export of some months has them too."""
    if not content.entries or not (content.results or content.closing):
        return
    moved: defaultdict[str, Decimal] = defaultdict(Decimal)
    for entry in content.entries:
        moved[entry.account] += entry.amount
    wrong = [account for account, told in content.results.items() if told != moved[account]]
    wrong += [
        account for account, told in content.closing.items()
        if told != content.opening.get(account, Decimal(0)) + moved[account]
    ]  # fmt: skip
    if wrong:
        yield Problem(
            msg("{count} accounts have balances in the file that its vouchers do not add up to, such as {accounts}.",
                count=len(wrong), accounts=", ".join(sorted(wrong)[:_SHOWN])),
            msg("If the file should hold the whole year, see that no vouchers are missing in it."),
            name, severity=Severity.WARNING,
        )  # fmt: skip


def ignored(content: Content, name: str) -> Iterator[Problem]:
    """Labels that were not known, as a note."""
    if content.ignored:
        labels = ", ".join(f"{label} ({count})" for label, count in sorted(content.ignored.items()))
        yield Problem(
            msg("Lines with labels that are not known were passed over: {labels}.", labels=labels),
            msg("The format allows them; nothing needs to be done."), name, severity=Severity.NOTE,
        )  # fmt: skip
