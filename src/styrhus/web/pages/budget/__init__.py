"""Pages of the budget: versions, their tables, and the forms that change them."""
