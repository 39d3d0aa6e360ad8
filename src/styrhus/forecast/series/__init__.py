"""Time series: what counts by month are likely to become, by methods that have shown what they can."""

from styrhus.forecast.series.draw import monthly_draws

__all__ = ["monthly_draws"]
