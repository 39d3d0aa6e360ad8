"""What is timed: each function prepares everything and gives the thing to time."""
