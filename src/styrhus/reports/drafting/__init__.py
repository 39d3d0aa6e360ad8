"""First drafts of a report's texts: rule-based sentences whose every figure is live.

Deviations within 50 tkr, or within half a percent of the budget, are called level with budget.
"""
