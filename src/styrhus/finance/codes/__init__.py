"""The code string: which unit a responsibility belongs to, and which cost type an account."""
