"""From a spreadsheet as people make them to a Bid: open, find the table, recognise the columns, read the cells.

The folders build on each other: ``sheets`` (formats of files), ``cells`` (what one cell says), ``terms`` (what words
mean), ``tables`` (headings and columns), and on these ``lines`` (commitments), ``contract`` (its facts), ``forms``
(headings that stand below each other) and ``books`` (what sheets are to each other).
"""
