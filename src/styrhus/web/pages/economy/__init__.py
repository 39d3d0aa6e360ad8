"""Economy: the tables of a plan by kind, one table by itself, and the frame bridge."""
