"""The ledger: readers of what ledger systems hand over, rows as immutable Parquet files, and balances of them."""
