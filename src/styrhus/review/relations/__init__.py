"""Relations between the printed numbers of a table, those that hold and those that do not."""
