"""Savings: what is required, what is identified, what is realised, and the gap month by month."""
