"""What a grid's figures are: outcome, budget or forecast."""

from enum import StrEnum


class Basis(StrEnum):
    OUTCOME = "outcome"
    BUDGET = "budget"
    FORECAST = "forecast"
