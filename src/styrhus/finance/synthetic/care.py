"""Care that is bought: placements invoiced by the day, foster homes paid by the month, benefits paid each week."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from styrhus.finance.synthetic.cell import Cell, Entry
from styrhus.finance.synthetic.days import booked, day_in
from styrhus.finance.synthetic.suppliers import HOMES, supplier


@dataclass(frozen=True)
class Stay:
    """Somebody placed from a day to a day at a price a day; nobody real, and only a running number."""

    case: str
    home: str
    first: date
    last: date
    price: int


def care(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """An invoice a month for each stay; one in nine is a month or two late, some are credited."""
    found: list[Entry] = []
    for stay in _stays(cell, year, chance):
        for month in cell.months:
            days = _days_in(stay, year, month)
            if days:
                found += _invoice(cell, stay, (year, month, days), chance)
    return found + _year_end(cell, year, found)


def _stays(cell: Cell, year: int, chance: Random) -> list[Stay]:
    """Places that are filled one after the other, so that about `size` are placed on any day."""
    found: list[Stay] = []
    for _ in range(max(1, cell.size)):
        day = date(year, 1, 1) - timedelta(days=chance.randrange(0, 200))
        while day.year <= year:
            last = day + timedelta(days=chance.randrange(60, 420))
            home, price = supplier(HOMES, chance), chance.randrange(800, 1250)
            if last.year >= year:
                found.append(Stay(f"ärende {chance.randrange(1000, 9999)}", home, day, last, price))
            day = last + timedelta(days=chance.randrange(1, 25))
    return found


def _days_in(stay: Stay, year: int, month: int) -> int:
    first = max(stay.first, date(year, month, 1))
    last = min(stay.last, date(year, month, monthrange(year, month)[1]))
    return max(0, (last - first).days + 1)


def _invoice(cell: Cell, stay: Stay, when: tuple[int, int, int], chance: Random) -> list[Entry]:
    year, month, days = when
    late = chance.randrange(1, 3) if chance.random() < 0.11 else 0
    said = cell.text or "Vård"
    text = f"{said} {year}-{month:02d}, {stay.case}, {days} dygn"
    weight, voucher = days * stay.price, f"{stay.case}-{month}"
    day = booked(year, month, 1 if month < 12 and chance.random() < 0.15 else late, chance)
    found = [Entry(day, cell.account, text, weight, stay.home, voucher)]
    if days < 20 and chance.random() < 0.3:
        extra = (30 - days) * stay.price
        charged = f"{said} {year}-{month:02d}, {stay.case}, 30 dygn"
        credited = f"Kreditfaktura: {30 - days} dygn efter avslut, {stay.case}"
        later = booked(year, month, 1, chance)
        found = [
            Entry(day, cell.account, charged, weight + extra, stay.home, voucher),
            Entry(later, cell.account, credited, -extra, stay.home, f"{voucher}K"),
        ]
    return found


def _year_end(cell: Cell, year: int, found: list[Entry]) -> list[Entry]:
    """In January last year's accruals are taken back and the invoices that they were for arrive."""
    if 1 not in cell.months or len(found) < 24:
        return []
    owed = max(1, sum(entry.weight for entry in found) // 40)
    before, account = year - 1, cell.account
    return [
        Entry(date(year, 1, 2), account, f"Återföring: periodisering {before}-12", -owed, "", "PER01"),
        Entry(date(year, 1, 18), account, f"Vård {before}-12, sen faktura", owed * 7 // 10, HOMES[0], "SEN01"),
        Entry(date(year, 2, 14), account, f"Vård {before}-11, sen faktura", owed * 3 // 10, HOMES[1], "SEN02"),
    ]


def foster(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Fee, expenses and charges each month for each home; homes come and go."""
    found: list[Entry] = []
    for _ in range(max(1, cell.size)):
        case, fee, first, last = chance.randrange(1000, 9999), chance.randrange(80, 125), 1, 12
        if chance.random() < 0.2:
            first, last = chance.choice(((1, chance.randrange(3, 12)), (chance.randrange(2, 11), 12)))
        for month in cell.months:
            if first <= month <= last:
                found += _home(year, month, case, fee)
    return found


def _home(year: int, month: int, case: int, fee: int) -> list[Entry]:
    day, text = date(year, month, 27 if month != 12 else 21), f"Uppdrag {case}, {year}-{month:02d}"
    rows = (("50530", fee * 100), ("55330", fee * 58), ("56530", fee * 31))
    return [Entry(day, account, text, weight, voucher=f"UPP{month}-{case}") for account, weight in rows]


def benefit(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Payments each working day of a district and kind, largest at the end of the month; some are taken back."""
    found: list[Entry] = []
    kinds = (("45110", "riksnorm", 520), ("45120", "boende", 390), ("45130", "övrigt", 90))
    for month in cell.months:
        for day in range(1, monthrange(year, month)[1] + 1):
            when = date(year, month, day)
            if when.weekday() > 4:
                continue
            for district in range(1, max(1, cell.size) + 1):
                peak = 7 if 24 <= day <= 28 else 1
                for account, name, part in kinds:
                    weight = part * peak * chance.randrange(85, 116)
                    text = f"Utbetalning {name}, grupp {district}, {when.isoformat()}"
                    found.append(Entry(when, account, text, weight, voucher=f"EKB{month}-{day}-{district}"))
        back = day_in(year, month, chance)
        found.append(Entry(back, "45110", f"Återförd utbetalning {year}-{month:02d}", -1200, voucher=f"EKR{month}"))
    return found
