"""Where the tables of a sheet are: their heading rows, their ends, and what stands beside and between them.

* from top to bottom: `find`, which looks no longer than `patience` lasts
* the heading at a row: `best_heading`, of one row to three as `heading_rows` reads them;
  with numbers in it `numbered`
* the rows below it that say what to write: `asked`
* what is no table of promises: `others`, `sideways`, `stray`
* what stands beside a table: `neighbours`, and `lists` in its rows
"""
