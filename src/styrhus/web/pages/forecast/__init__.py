"""Pages of the forecast: what the year will cost, how sure that is, and what a measure would change."""
