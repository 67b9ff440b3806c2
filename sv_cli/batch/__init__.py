"""Many bids: found, scored in parallel, recorded as they come, and rendered as tables. Knows no bid from within."""
