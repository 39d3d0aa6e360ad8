"""The data page: what a plan holds, and the plan folder out and in."""
