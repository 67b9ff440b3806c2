"""The facts of the contract, wherever they stand around the tables.

* from labels to the contract: `facts` finds them, `values` reads what they say, `agreed` makes one contract of each
  `fact`
* what a label may have beside or above it: `rivals` of a value, `lists` of something else, and a table that ends
  `beneath` its lines
"""
