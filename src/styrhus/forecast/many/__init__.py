"""Many forecasts at once: over boards and origins, on this computer's cores or on a Dask cluster."""

from styrhus.forecast.many.cluster import ClusterError
from styrhus.forecast.many.job import Done, Job
from styrhus.forecast.many.run import run
from styrhus.forecast.many.task import Task, forecast_all, forecast_of

__all__ = ["ClusterError", "Done", "Job", "Task", "forecast_all", "forecast_of", "run"]
