"""The parts of the documentation that are made from the program itself, and its pages."""
