"""Every way to part the ledger adds up to its own total, to the öre, whatever is booked and by any rules."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from styrhus.finance.codes.code_map import CodeMap
from styrhus.finance.codes.rules import AccountRule, UnitRule
from styrhus.finance.ledger.query import balances
from styrhus.finance.ledger.staging import stage
from styrhus.store.ledger.sums import BY, sums
from tests.ledgers import MAPPING, ledger_file

OERE = st.integers(-10_000_000_00, 10_000_000_00)
RESPONSIBILITIES = st.sampled_from(["2100", "2105", "2199", "31", "310000"])
ACCOUNTS = st.sampled_from(["1930", "3010", "4510", "4610", "5010", "6010", "7990", "9999", "X"])
ROWS = st.lists(st.tuples(RESPONSIBILITIES, ACCOUNTS, st.integers(1, 12), OERE), min_size=1, max_size=30)
CODES = st.sampled_from(["2100", "2150", "2199"])
RULES = st.lists(st.tuples(CODES, CODES, st.booleans()), max_size=3)


def amount(oere):
    return f"{'-' if oere < 0 else ''}{abs(oere) // 100},{abs(oere) % 100:02d}"


@settings(max_examples=15, deadline=None)
@given(rows=ROWS, rules=RULES, parts=st.lists(st.sampled_from(BY), unique=True, max_size=4))
def test_sums_by_anything_add_up_to_what_was_booked(rows, rules, parts):
    unit_rules = tuple(
        UnitRule(
            id=f"r{n}", first=min(a, b), last=max(a, b), unit="barn", valid_from=date(2023, 6, 1) if dated else None
        )
        for n, (a, b, dated) in enumerate(rules)
    )
    account_rules = (AccountRule(id="x", first="X", last="X", cost_type="other"),) if rules else ()
    code_map = CodeMap(unit_rules, account_rules)
    booked = (
        (f"A{n}", f"2023-{month:02d}-10", responsibility, account, "rad", amount(oere))
        for n, (responsibility, account, month, oere) in enumerate(rows)
    )
    total = Decimal(sum(oere for *_codes, oere in rows)) / 100
    with TemporaryDirectory() as folder:
        file = ledger_file(Path(folder) / "bok.csv", booked)
        staged = stage(file, MAPPING, year=2023, target=Path(folder) / "rows")
        files = [month.path for month in staged.months]
        assert staged.total == total
        assert sum(value for _key, value in sums(files, code_map, parts)) == total
        assert sum(balance.amount for balance in balances(files, code_map)) == total
