"""Bid × Library × Method → Valuation. Pure: no file, no clock, no screen.

`value` joins them: a line for every commitment, totals, findings. On the way:

* what a line is about: `resolve`, `places`, `convert`, `usable`, `timing`
* the value of one unit, worked out once for each distinct context as a list of steps: `unit_value`, `steps`
* what that is made of: `gross`, `figures`, `price_base`, `adjusting`, `stream`, `discounting`
* the line and the sums: `lines`, `totals`, `returns`, `money`
* a line's findings, and what explains it: `problem`, `noting`, `remarks`, `overlaps`, `words`, `explaining`
* several methods, several bids: `conventions`, `bridge`, `side_by_side`, `scores`

Three habits hold it together. Arithmetic is decimal with sixty digits, inside ``money.exact()``; rounding happens in
``lines`` or ``totals``, as the method says, and nowhere else (why it is done in two goes, ``money.pounds`` says). A
commitment that cannot be valued raises ``Problem`` with the name of a finding, which ``value`` turns into that finding
at the line; the others go on. What depends on a convention asks the method: no method is known here by name.
"""
