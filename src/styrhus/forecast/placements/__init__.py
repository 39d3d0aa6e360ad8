"""Placements: arrivals, stays, moves and prices, and what they come to month by month."""
