"""One table of millions of commitments: distinct texts are read once, distinct contexts valued once, the rest joined.

A bid of the table is worth what it would be as a file of its own, with the table's heading above its rows. A row is
*regular* when its meaning does not depend on the rows around it. A bid with any other row is *set apart*: it is read
line by line, by the reader that reads every bid, so that nothing is decided here that is not decided there.

In the order of the work (the engine is DuckDB; `commands.big` joins them):

* opening the file, and what its heading settles: `source`, `layout`
* each row looked at once, by SQL conditions: `load`, `odd_rows`, `marked`, `labels`
* facts of the contract in columns of the table: `stated`
* values: `contexts`, `work`
* the tables of results: `results`, `lines`, `alike`, `names`, `shapes`, `tables`
* a table that the engine cannot do: `whole`
"""
