"""Columns that say that less is promised than the quantity, or nothing."""
