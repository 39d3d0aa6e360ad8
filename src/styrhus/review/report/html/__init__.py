"""The report as a page that stands alone: findings first, then the document's tables with the faults marked."""

from styrhus.review.report.html.page import body, report_style, write

__all__ = ["body", "report_style", "write"]
