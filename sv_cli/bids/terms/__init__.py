"""What the words around a promise mean: codes, units, rates, marks, totals, labels, and slips of the pen.

Patterns, and functions that ask a text; no module here knows a row or a table. By where the words stand:

* in a heading or a label: `forms`, `slips`, `labels`, `codes`, `rates`, `deductions`, `offer_headings`
* in a title, the name of a sheet, or around a table: `titles`, `title_marks`, `sheets`, `documents`, `of_all`,
  `closing`, `areas`, `streets`
* in a description or a question: `marks`, `depending`, `questions`, `paces`, `offers`, `said_amounts`,
  `workings`
* in a note, a status or a comment beside a line: `standing`, `standing_words`, `notes`, `claims`, `doubts`,
  `corrections`, `pinned`, `footnotes`
* in the library's own lists: `words`
"""
