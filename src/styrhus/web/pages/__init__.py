"""One file a page: a frozen value for the template, and the view that makes it."""
