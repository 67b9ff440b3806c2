"""From a spreadsheet as people make them to a Bid: open, find the table, recognise the columns, read the cells.

* the way: `read` opens a file, by what it is in `containers`; `assemble` makes a bid of the book, and `tabled` reads
  its tables, of which `told_headings` tells
* what goes along: `options` that are asked for, a `desk` with what is looked up, the `memory` of bids before,
  `tell` of findings, and the references that were `chosen` in a copy

The folders build on each other:

* `sheets` (formats of files), `cells` (what one cell says), `terms` (what words mean), `tables` (headings and columns)
* and on these `lines` (commitments), `contract` (its facts), `forms` (headings that stand below each other) and `books`
  (what sheets are to each other)
"""
