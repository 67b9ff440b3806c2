"""A valuation on a screen or in a file: one format a module, no arithmetic beyond formatting.

* which formats there are: `formats`
* a valuation: `table`, `json`, `csv`, `markdown`, `html`, `workbook`, `notebook`
* `comparing`: one bid by several methods
* `explaining`: one line, step by step, or one kind of finding
* `checking`: what a check found, for people and for machines
* `libraries`: what the library holds, and how it differs from another
* proposals: `matches`; many bids: `batch`, `progress`
* what several reports say in the same words: `sentences`, `words`, `sums`, `rows`, `shortened`, `cited_sources`,
  `findings_text`
* drawing on a terminal with rich: `screen`, `drawing`, `grid`
"""
