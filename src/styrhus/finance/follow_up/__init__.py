"""Follow-up: budget against actual and forecast, by unit and cost type, for a month and accumulated."""
