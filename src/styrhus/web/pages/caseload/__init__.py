"""Cases: what there is, how good it is, and the import of files."""
