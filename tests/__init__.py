"""Tests of Styrhus; shared pieces are imported from here by their full name."""
