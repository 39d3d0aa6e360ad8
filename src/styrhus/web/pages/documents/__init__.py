"""The documents of a plan: read, downloaded, and their sections of text written."""
