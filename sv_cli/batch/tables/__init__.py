"""The tables of many bids, a file format a module: rows go in one at a time, a whole file comes out or none."""
