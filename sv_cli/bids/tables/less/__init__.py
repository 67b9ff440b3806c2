"""Columns that say that less is promised than the quantity, or nothing.

* how lines stand: `statuses`, `ticks`, `refusals`, and `kinds` that are named in each row
* how much less: `levels` and `shares`
"""
