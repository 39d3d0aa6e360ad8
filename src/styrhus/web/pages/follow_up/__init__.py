"""Follow-up: budget, actual and forecast of units down to their accounts, forecasts of units, and accruals."""
