"""Boards that have no spells: a forecast from counts by month or year, honestly wider."""

from styrhus.forecast.counts.make import FittedCounts, fit_counts

__all__ = ["FittedCounts", "fit_counts"]
