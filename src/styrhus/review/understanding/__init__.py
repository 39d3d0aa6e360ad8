"""What a read document is about: its tables, numbers, goals and dates."""
