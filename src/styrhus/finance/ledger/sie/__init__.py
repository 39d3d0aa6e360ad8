"""SIE files of types 1–4 and 4I: the format in which Swedish ledgers hand over balances and vouchers (SIE 4B, 2008)."""
