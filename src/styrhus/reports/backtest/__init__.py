"""How good the forecasts are, as a document."""

from styrhus.reports.backtest.document import TITLE, blocks, document

__all__ = ["TITLE", "blocks", "document"]
