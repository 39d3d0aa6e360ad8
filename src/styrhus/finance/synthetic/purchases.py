"""What is bought, rented and paid in besides pay and care: invoices, rents, fees, grants, depreciation."""

from datetime import date
from random import Random

from styrhus.finance.synthetic.accounts import PURCHASED
from styrhus.finance.synthetic.cell import Cell, Entry
from styrhus.finance.synthetic.days import booked, day_in
from styrhus.finance.synthetic.suppliers import SHOPS, supplier

BUSY = {1: 8, 2: 9, 3: 10, 4: 9, 5: 10, 6: 11, 7: 4, 8: 8, 9: 10, 10: 11, 11: 12, 12: 14}
"""Invoices arrive by the month: few in July, many when the year's money is to be used."""


def purchases(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Invoices of very different size; some late, some credited the month after, some moved to another account."""
    months = [month for month in cell.months for _ in range(BUSY[month])]
    found: list[Entry] = []
    for number in range(cell.size or _count(cell.amount)):
        month = months[chance.randrange(len(months))]
        account = cell.account or PURCHASED[chance.randrange(len(PURCHASED))]
        weight = int(1000 / (0.02 + chance.random()))
        name = supplier(SHOPS, chance)
        late = chance.randrange(1, 3) if chance.random() < 0.07 else 0
        text = cell.text or f"{name}, faktura {chance.randrange(10_000, 99_999)}"
        if late and not cell.text:
            text += f", avser {year}-{month:02d}"
        found.append(Entry(booked(year, month, late, chance), account, text, weight, name, f"LEV{number}"))
        if chance.random() < 0.03:
            found += _credited(found[-1], chance)
        elif chance.random() < 0.02:
            found += _corrected(found[-1], chance)
    return found


def _count(amount: int) -> int:
    """About one invoice for each 9 000 kr, at least one a month."""
    return min(max(12, abs(amount) // 900_000), 420)


def _credited(entry: Entry, chance: Random) -> list[Entry]:
    """The supplier has charged too much: the same invoice once more, and the credit note that takes it back."""
    later = booked(entry.booked.year, entry.booked.month, 1, chance)
    number = f"{entry.voucher}K"
    return [
        Entry(entry.booked, entry.account, f"{entry.text}, dubblett", entry.weight, entry.counterparty, f"{number}1"),
        Entry(later, entry.account, f"Kreditfaktura: {entry.text}", -entry.weight, entry.counterparty, f"{number}2"),
    ]


def _corrected(entry: Entry, chance: Random) -> list[Entry]:
    """A correction between two accounts in one voucher."""
    day = day_in(entry.booked.year, entry.booked.month, chance)
    other = PURCHASED[chance.randrange(len(PURCHASED))]
    voucher, text = f"{entry.voucher}R", f"Omkontering: {entry.text}"
    return [
        Entry(day, entry.account, text, -entry.weight, entry.counterparty, voucher),
        Entry(day, other, text, entry.weight, entry.counterparty, voucher),
    ]


def rent(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Internal rent and cleaning each month, rent to others each quarter in advance."""
    found = [
        Entry(date(year, month, 1), "60110", cell.text or f"Internhyra {year}-{month:02d}", 620, "10", f"INT{month}")
        for month in cell.months
    ]
    found += [
        Entry(
            day_in(year, month, chance), "60510", cell.text or f"Städning {year}-{month:02d}", 70, "10", f"STA{month}"
        )
        for month in cell.months
    ]
    found += [
        Entry(
            date(year, month, 2),
            "60120",
            cell.text or f"Hyra kvartal {month // 3 + 1} {year}",
            930,
            "90",
            f"HYR{month}",
        )
        for month in cell.months
        if month % 3 == 1
    ]
    return found


def fees(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Income each month by kind; a few are paid back."""
    accounts = (cell.account,) if cell.account else ("31310", "34110", "36110")
    found: list[Entry] = []
    for month in cell.months:
        for number in range(max(1, cell.size or 2)):
            account = accounts[number % len(accounts)]
            day, weight = day_in(year, month, chance), chance.randrange(700, 1300)
            text = cell.text or f"Debitering {year}-{month:02d}"
            found.append(Entry(day, account, text, weight, "90", f"KUN{month}-{number}"))
            if chance.random() < 0.04:
                found.append(Entry(day, account, f"Nedsättning: {text}", -weight // 9, "90", f"KUN{month}-{number}N"))
    return found


def state_grant(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Instalments each quarter for the quarter before, and what is owed at the end of the year."""
    account = cell.account or "35110"
    found = [Entry(date(year, 1, 2), account, f"Återföring: upplupen ersättning {year - 1}", -1000, "81", "PER01")]
    for month, quarter in ((2, f"4 {year - 1}"), (5, f"1 {year}"), (8, f"2 {year}"), (11, f"3 {year}")):
        for part in range(max(1, cell.size)):
            day = day_in(year, month, chance)
            weight = chance.randrange(940, 1060) // max(1, cell.size)
            text = f"Statlig ersättning kvartal {quarter}, beslut {part + 1}"
            found.append(Entry(day, account, text, weight, "81", f"BID{month}-{part}"))
    found.append(Entry(date(year, 12, 31), account, f"Upplupen ersättning kvartal 4 {year}", 990, "81", "PER12"))
    return found


def depreciation(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Depreciation and internal interest each month."""
    noted = [("79110", 100, "Avskrivning"), ("85110", 6 + chance.randrange(2), "Internränta")]
    return [
        Entry(date(year, month, 28), account, f"{text} {year}-{month:02d}", weight, "10", f"AVS{month}")
        for month in cell.months
        for account, weight, text in noted
    ]
