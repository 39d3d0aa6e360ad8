"""Recognised tables of a document as records of a plan: a mapping that the user may change, then the records."""
