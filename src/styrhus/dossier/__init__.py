"""Everything known about one board and year as one frozen value, and the plan folder that holds it."""
