"""The forecast of a board's placements beside its grid: the year as it is likely to end, and why."""

from styrhus.dossier.placement_forecast.fitted import Fit, Material, fitted, forecast_of, horizon_months
from styrhus.dossier.placement_forecast.grid import grid_counts, grid_material, rows_of, stream_of
from styrhus.dossier.placement_forecast.outlook import Outlook, StreamYear, outlook, outlook_of

__all__ = [
    "Fit", "Material", "Outlook", "StreamYear", "fitted", "forecast_of", "grid_counts", "grid_material",
    "horizon_months", "outlook", "outlook_of", "rows_of", "stream_of",
]  # fmt: skip
