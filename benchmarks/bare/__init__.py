"""The peer of every page: a Django site as `startproject` leaves it, with one page that asks the database once."""
