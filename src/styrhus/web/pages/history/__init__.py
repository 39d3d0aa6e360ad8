"""The history of a plan: what was changed, by whom, from what to what."""
