"""The tables of many bids, a file format a module: rows are written as they come, into whole files or none."""
