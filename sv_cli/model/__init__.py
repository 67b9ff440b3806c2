"""The vocabulary of the program: frozen records. No input or output, no arithmetic beyond a record's own fields."""
