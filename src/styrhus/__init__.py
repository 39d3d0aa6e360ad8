"""Goals, budget and follow-up of a municipal board as one living plan."""

__version__ = "0.1.0"
