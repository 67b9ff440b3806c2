"""What the text of one cell means: pure parsers from a raw value to a meaning or a problem.

* texts, and what a cell looks like: `text`, `looks`
* numbers: `numbers`, with `spelt` and `worked`; plain ones: `figures`; shares: `shares`
* units: `units`, `unit_texts`, `described_units`
* days and years: `dates`, `periods`, `parts`, `year_names`, `year_lists`
"""
