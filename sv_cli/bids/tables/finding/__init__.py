"""Where the tables of a sheet are: their heading rows, their ends, and what stands beside and between them."""
