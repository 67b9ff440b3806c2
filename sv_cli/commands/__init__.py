"""One command a file: it builds the parts that it needs and joins them. No arithmetic, no formatting."""
