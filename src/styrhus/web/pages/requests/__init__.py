"""Funding requests and what was decided about them."""
