"""Budget: versions of lines by unit, cost type and month, with positions, reserve, surplus projects, investments."""
