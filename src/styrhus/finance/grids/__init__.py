"""Grids of volume and price: placements, income support, reception; reconciled with the ledger and the budget."""
