"""What a careful editor would say of a library that loads: rules over its entries, a family a file."""
