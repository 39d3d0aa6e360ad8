"""How good the forecasts are, as a document."""

from styrhus.reports.backtest.document import blocks, document

__all__ = ["blocks", "document"]
