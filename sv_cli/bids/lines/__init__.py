"""From the rows of a table to commitments.

`rows` tells what each row is and has `commitments` make a commitment of those that are one; `repeats` is the short way
for rows that say what an earlier one says; a table is `sheeted` while it is read. By what they look at:

* what a row is: `rows`, `form_rows`, `section_heads`, `totals`, `sums`, `unfilled`, `apart`, `unsettled`
* one commitment: `commitments`, and in `fields` each field of one
* what else says something of a line: `detailed`, `footnoted`, `wrapped`
* what lines are to each other: `repeats`, `harmless`, `shapes`, `duplicates`, `catalogues`
"""
