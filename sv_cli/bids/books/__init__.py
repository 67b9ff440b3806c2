"""From a book to the sheets that are read for promises, and what is told of the others.

* which sheets are read, with which tables: `choosing`, on what is gathered in `work`
* what is left out: `versions` that others replace, `summed` up again, set `aside` by name
* what is told of the rest: `unread`
"""
