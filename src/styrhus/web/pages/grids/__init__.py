"""The grids of economy: placements, income support and reception, each with its tables and its forms."""
