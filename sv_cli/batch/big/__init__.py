"""One table of millions of commitments: distinct texts are read once, distinct contexts priced once, the rest joined.

A bid of the table is worth what it would be as a file of its own, with the table's heading above its rows. A row is
*regular* when what it says does not depend on the rows around it; a bid with any other row is read line by line, by
the reader that reads every bid, so that nothing is decided here that is not decided there.
"""
