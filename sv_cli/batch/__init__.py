"""Many bids: found, scored in parallel, recorded as results come, and rendered as tables.

* which bids: `discover`, `patterns`, `sources`
* scoring in parallel: `local`, `nursery`, `stopping`, `cluster`, `lost`
* results: `columns`, `rows`, `journal`, `program`
* what comes of them: `render`, `tables`, `folder`
* one big table of many bids: `big`
"""
