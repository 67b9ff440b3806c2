"""The catalogue's entries, a family a file: files, bids, libraries, valuing."""
