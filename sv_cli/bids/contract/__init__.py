"""The facts of the contract, wherever they stand around the tables.

* from labels to the contract: `facts` finds them, `values` reads what they say, `agreed` makes one contract of each
  `fact`
* what stands `beside` labels, and where a table ends with facts `beneath` its lines
"""
