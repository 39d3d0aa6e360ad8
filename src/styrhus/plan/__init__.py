"""Steering: goals, indicators, assignments, undertakings, guarantees and the organisation they belong to."""
