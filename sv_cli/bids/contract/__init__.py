"""The facts of the contract, wherever they stand around the tables.

* from labels to the contract: `facts` finds them, `values` reads what they say, `agreed` makes one contract of them
* what stands `beside` them
"""
