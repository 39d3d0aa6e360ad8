"""PDF: words and lines of a page become texts and tables, by the file's tags, by drawn lines or by how they stand."""

from styrhus.paper.readers.pdf.reader import read

__all__ = ["read"]
