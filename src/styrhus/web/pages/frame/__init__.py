"""The frame: its changes as a ledger, and the frames of years."""
