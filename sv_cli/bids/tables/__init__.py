"""From a sheet to its tables: heading rows, and which column stands for what.

`finding` gives the tables of a sheet with the headings that were understood, and `columns` settles the rest. Each
folder builds on those above it, the modules here on them all:

* `headings`: what one heading says
* `under`: what stands below a heading
* `finding`: where a table is
* `several`: quantities in several columns
* `less`: columns that say that less is promised
* which column is which: `columns` makes a `layout`, asks of `unsure` ones, and places `answers`,
  what is `narrated`, `references`, and `unit_columns` with their `unit_keys`
* what holds for all rows of a table: what `statements` hears in the texts `around` it and its
  headings, with the `lengths` said there; what `pace_columns` says beside each amount, and `merges` over several
* what holds for a whole file: the `notation` of its numbers and dates
"""
