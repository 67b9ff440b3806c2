"""From a sheet to its tables: heading rows, and which column stands for what.

`finding` gives the tables of a sheet with the headings that were understood; `columns` settles which column is which
and asks the others; a `layout` is what comes of it. Each folder builds on those above it, the modules here on them all:

* `headings`: what one heading says
* `under`: what stands below a heading
* `finding`: where a table is
* `several`: quantities in several columns
* `less`: columns that say that less is promised
* which column is which: `columns`, `layout`, `firsts`, `unsure`, `answers`, `narrated`, `references`, `unit_columns`,
  `unit_keys`
* what holds for all rows of a table, or for several: `around`, `statements`, `lengths`, `lots`, `asked`, `texts`,
  `pace_columns`, `evidence`, `merges`
"""
