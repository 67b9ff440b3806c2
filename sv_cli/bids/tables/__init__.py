"""From a sheet to its tables: heading rows, and which column stands for what.

`find` gives the tables of a sheet with the headings that were understood; `columns` settles which column is which and
asks the others; a `layout` is what comes of it. By what they look at:

* where a table is: `find`, `runs`, `neighbours`, `others`, `stray`, `sideways`
* what one heading says: `heading`, `headings`, `described`, `timed`, `stages`
* which column is which: `columns`, `layout`, `below`, `held`, `choices`, `unsure`, `answers`, `narrated`,
  `references`, `unit_columns`, `unit_keys`
* quantities in several columns: `times`, `firsts`, `spread`, `matrix`, `products`, `proofs`, `nets`, `left_over`,
  `extensions`, `multipliers`
* columns that say that less is promised: `levels`, `kinds`, `statuses`, `refusals`, `ticks`, `own_shares`, `unused`
* what holds for all rows of a table, or for several: `statements`, `pace_columns`, `evidence`, `merges`
"""
