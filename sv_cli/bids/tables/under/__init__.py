"""What stands below a heading, and what that says of the heading.

* columns: what they hold in `held`, which of them only number the rows in `numbering`, which others come to in
  `worked_out`; what they may be in `by_field`
* a column of unknown or vague name, by what it holds: `offered`, `in_pounds`, `coded`
* a choice among several: `choices`
"""
