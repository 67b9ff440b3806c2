"""One reader per kind of spreadsheet; each gives the same Grid of raw cells."""
