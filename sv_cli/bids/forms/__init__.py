"""Owns forms: headings below each other with what they head to their right, handed on as the tables that they say.

* from a sheet to its `form`, and back to where it stood: `find`, by the `items` of each column of labels, the `cards`
  that these make, and the `records` beside them; what comes of it is the table of `view`
* sheets of other shapes: `parted` labels, lists that are `crossed` or `unheaded`
"""
