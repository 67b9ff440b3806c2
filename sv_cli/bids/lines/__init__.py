"""From the rows of a table to commitments.

`rows` tells what each row is and has `commitments` make a commitment of those that are one; `repeats` is the short way
for rows that say what an earlier one says. By what they look at:

* what a row is: `rows`, `form_rows`, `section_heads`, `groups`, `totals`, `sums`, `unfilled`, `apart`, `unsettled`
* the fields of one commitment: `commitments`, `references`, `quantities`, `amounts`, `plain`, `halves`, `stated`,
  `tranches`, `times`, `texts`, `refused`
* what else says something of a line: `agreement`, `detailed`, `footnoted`, `dittos`, `wrapped`
* what lines are to each other: `repeats`, `shapes`, `duplicates`, `catalogues`
"""
