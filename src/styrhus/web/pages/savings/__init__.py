"""Savings: the gap account, measures with their effects, and requirements."""
