"""Every page of the demo in a real server process, against a bare Django page served the same way."""
