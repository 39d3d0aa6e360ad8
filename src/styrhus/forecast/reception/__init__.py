"""Reception: who will come under which scenario, who is there, what the state pays, and what comes after the grant."""

from styrhus.forecast.reception.make import FittedReception, ReceptionForecast, fit_reception
from styrhus.forecast.reception.material import GroupMaterial, Instalment, ReceptionMaterial, Scenario, Terms

__all__ = [
    "FittedReception", "GroupMaterial", "Instalment", "ReceptionForecast", "ReceptionMaterial", "Scenario", "Terms",
    "fit_reception",
]  # fmt: skip
