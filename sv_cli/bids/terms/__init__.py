"""What the words around a promise mean: codes, units, rates, marks, totals, labels, and slips of the pen.

Patterns, and functions that ask a text; no module here knows a row or a table. A new word goes where such words stand:

* in a heading or a label: `forms`, `slips`, `labels`, `codes`, `rates`, `deductions`, `offer_headings`
* in a title, the name of a sheet, or around a table: `titles`, `sheets`, `of_all`, `unheeded`, `closing`,
  `areas`
* in a description or a question: behind it in `marks`, of other lines in `depending` and `hedges`, of amounts in
  `paces`, `said_amounts`, `workings` and `offers`, of times in `some_years`
* alone in a cell beside a line, for how the line stands: `standing`, of which headings may tell by `legends`
* in a note or a comment beside a line: `notes`, which joins the `sayings` of `claims`, `doubts`, `corrections`,
  `scrawls` and `tongues`, and whose first words `beginnings` keeps; of amounts in `noted`; `pinned`, `footnotes`
* in several of these places: `standing_words`, as “withdrawn”, and `names` of who and when, as “the council”
* in the library's own lists: `words`
* and `stems` looks for many of them at once
"""
