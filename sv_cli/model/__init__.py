"""The vocabulary of the program: frozen records, no reading, no arithmetic beyond their own fields."""
