"""Files of counts by month or year, and of population by age."""
