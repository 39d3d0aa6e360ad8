"""Places on the labour market for households with income support."""

from decimal import Decimal

from styrhus.values.record import Id, Name, Record


class LabourMarketPlaces(Record):
    """`places` more than today (negative: fewer) from the month `start` (`2023-03`) to the month `last` or for good.

    Each is held for `months` months and then filled anew. `back` per cent come back to income support when theirs
    ends; None is not known. `cost` is kr a place and month, what the employer gets from the state deducted.
    """

    id: Id
    name: Name
    places: Decimal
    start: Name
    last: str = ""
    months: int = 12
    back: Decimal | None = None
    cost: Decimal | None = None
    source: str = ""
    note: str = ""
