"""The corpus by family; a family a file."""
