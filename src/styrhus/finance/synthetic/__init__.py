"""Made-up ledgers of two example boards, which come to the published outcomes; always marked as synthetic."""

from styrhus.finance.synthetic.boards import file_name, ledger, years
from styrhus.finance.synthetic.export import mapping

__all__ = ["file_name", "ledger", "mapping", "years"]
