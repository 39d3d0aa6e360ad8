"""Assignments: the list by origin, the page of each, and their editing."""
