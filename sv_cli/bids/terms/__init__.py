"""What the words around a promise mean: codes, units, rates, marks, totals, labels, and slips of the pen."""
