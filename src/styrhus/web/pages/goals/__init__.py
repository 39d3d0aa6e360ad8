"""Goals and indicators: the list as tree and table, the page of each, and their editing."""
