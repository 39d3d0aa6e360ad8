"""Tables as sheets of a workbook, and what has been changed in a workbook that comes back."""
