"""Pay: the month's pay of a unit by kind of pay, with the employer's charges as rows of their own."""

from datetime import date
from random import Random

from styrhus.finance.synthetic.cell import Cell, Entry

GROUPS = ("Löner handläggare", "Löner behandlare och assistenter", "Löner chefer och administration")
CHARGES = 3142
"""Arbetsgivaravgifter in hundredths of a percent."""
PENSION = 860
"""The rest of the overhead rate (PO), as assumed."""
RAISE_MONTH = 4
RAISE = 1023
SUMMER = {6: 2, 7: 6, 8: 3}
WINTER = {1: 3, 2: 4, 3: 3, 11: 2, 12: 2}


def pay(cell: Cell, year: int, chance: Random) -> list[Entry]:
    """Three groups of staff, five kinds of pay and two rows of charges each month; new pay from April."""
    found: list[Entry] = []
    for month in cell.months:
        day = date(year, month, 27 if month != 12 else 21)
        for number, (group, share) in enumerate(zip(GROUPS, _shares(cell), strict=False)):
            voucher = f"LON{month:02d}{number}"
            rows = _kinds(month, share, chance)
            whole = sum(weight for _, weight in rows)
            rows += [("56110", whole * CHARGES // 10_000), ("57110", whole * PENSION // 10_000)]
            found += [
                Entry(day, account, cell.text or f"{group} {year}-{month:02d}", weight, voucher=voucher)
                for account, weight in rows
                if weight
            ]
    return found


def _shares(cell: Cell) -> tuple[int, ...]:
    """Smaller units have fewer groups of staff."""
    if cell.amount < 300_000_000:
        return (100,)
    return (60, 40) if cell.amount < 1_500_000_000 else (55, 33, 12)


def _kinds(month: int, share: int, chance: Random) -> list[tuple[str, int]]:
    """Weights by account; in the summer holidays take the place of work and hours are filled by the hour."""
    base = share * (RAISE if month >= RAISE_MONTH else 1000)
    summer, winter = SUMMER.get(month, 0), WINTER.get(month, 0)
    shares = {
        "50110": 860 - 55 * summer + chance.randrange(-6, 7),
        "50120": 40 + 12 * summer + chance.randrange(-4, 5),
        "50210": 28 + chance.randrange(-3, 4),
        "50310": 6 + chance.randrange(0, 5),
        "51110": 30 + 45 * summer,
        "51210": 14 + 4 * winter + chance.randrange(0, 5),
    }
    return [(account, base * part) for account, part in shares.items()]
