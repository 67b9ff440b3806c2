"""From a book to the sheets that are read for promises, and what is told of the others."""
