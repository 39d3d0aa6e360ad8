"""The ledger: import with preview, the journal, codes and rows."""
