"""From promises in words to the proxies that they may mean: proposals with reasons, never a decision.

* the words of library and promise: `words`, `terms`, `index`
* proposals: `propose`, `match`
* a copy of the bid with proposals filled in: `columns`, `copy_csv`, `copy_xlsx`, `looks`
"""
