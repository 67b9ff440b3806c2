"""What there is to tell the user: the catalogue of codes, and the findings that carry them."""
