"""What the text of one cell means: pure parsers from a raw value to a meaning or a problem."""
