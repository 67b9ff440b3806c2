"""From the rows of a table to commitments.

`rows` tells what each row is and has `commitments` make a commitment of those that are one; a table is `sheeted` while
it is read. By what they look at:

* what a row is: `rows`, `form_rows`, `section_heads`, `totals`, `sums`, `unfilled`, `apart`, `unsettled`
* one commitment: `commitments`, and in `fields` each field of one
* what else says something of a line: `detailed`, `footnoted`, `wrapped`
* the short way, for rows that differ from one that was read in amounts and texts alone: `repeats`; it holds where the
  texts are `harmless`, of which one is looked at for all that are of its form in `shapes`
* what lines are to each other: `duplicates`, `anew`, `catalogues`
"""
