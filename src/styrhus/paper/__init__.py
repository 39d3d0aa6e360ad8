"""What a document is: blocks, and writers that put them on a page without calculating anything."""
