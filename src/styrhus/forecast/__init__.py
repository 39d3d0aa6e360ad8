"""What is likely to come: the only room where amounts become floating point numbers, and only here."""
