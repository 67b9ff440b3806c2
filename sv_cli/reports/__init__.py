"""A valuation on a screen or in a file: one format a module, no arithmetic beyond formatting.

* which formats there are: `formats`
* a valuation: `table`, `json`, `csv`, `markdown`, `html`, `workbook`, `notebook`
* several methods: `side_by_side`, `side_by_side_plain`; one line explained: `explanation`, `explanation_plain`
* a check: `check_text`, `check_json`, `junit`, `sarif`, `github`; proposals: `matches`; many bids: `batch`, `progress`
* the library: `proxies`, `proxies_plain`, `listing`, `methods`, `frameworks`, `differences`, `lint`, `catalogue`
* what several reports say in the same words: `sentences`, `words`, `check_words`, `explanation_words`,
  `side_by_side_words`, `sums`, `rows`, `shortened`, `cited_sources`, `findings_text`, `annotations`
* how rich draws for us: `screen`, `drawing`, `grid`
"""
