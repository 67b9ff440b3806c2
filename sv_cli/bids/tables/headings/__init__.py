"""What one heading says: a field of a table, a time, a stage, and what it says of the numbers below it."""
