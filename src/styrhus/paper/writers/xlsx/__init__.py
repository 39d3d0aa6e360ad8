"""Workbooks: tables as sheets whose sums and differences are formulas."""
