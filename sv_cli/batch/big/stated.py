"""Owns what columns of a big table state of each bid's contract: one thing in all its rows, as exports repeat it.

Every distinct set of such texts is read once, by the reader itself. A bid is set apart, to be read line by line, when
its rows differ in them or when the reader has something to say of them.
"""

from collections.abc import Sequence

from sv_cli.batch.big.odd_rows import speaks_of_its_row
from sv_cli.batch.big.work import Work, stub
from sv_cli.batch.columns import BID_AT, Value
from sv_cli.batch.rows import scored
from sv_cli.bids.sheets.grid import Row
from sv_cli.findings.finding import Finding
from sv_cli.model.bids import Cell
from sv_cli.model.valuations import Valuation

FACTS = ("supplier", "title", "contract_value", "start", "years", "place")
_COLUMNS = ", ".join(f"{name} {'BIGINT' if name == 'contract_value' else 'VARCHAR'}" for name in FACTS)
_REFERENCE = "x.y"  # names nothing, and so is never taken for a heading


def state(work: Work) -> None:
    """Make ``stated``: the bids with the facts of their contracts, and whether they are odd; no rows if none is stated.

    What contexts state is read too: ``work.unfit`` are the texts that keep one from being regular.
    """
    found = work.regular
    if not found.once:
        work.insert("stated", f"bid VARCHAR, odd BOOLEAN, {_COLUMNS}", [])
        return
    _say(work)
    bare = work.read([_row((), (), work)])
    names = ", ".join(f"c{at}" for at in found.facts) or "''"
    every = work.query(f"SELECT DISTINCT {names} FROM said WHERE NOT odd ORDER BY ALL")
    keys = [f"k{at}" for at in range(len(found.facts))] or ["k0"]
    texts = ", ".join(f"{key} VARCHAR" for key in keys)
    rows = [(*said, *_contract(said, found.facts, bare, work)) for said in every]
    work.insert("contract", f"{texts}, odd BOOLEAN, {_COLUMNS}", rows)
    same = " AND ".join(f"c{at} = {key}" for at, key in zip(found.facts, keys, strict=False)) or "true"
    work.run(
        f"CREATE TABLE stated AS SELECT bid, said.odd OR contract.odd AS odd, {', '.join(FACTS)} FROM said"
        f" LEFT JOIN contract ON NOT said.odd AND {same}"
    )
    deciding = ", ".join(f"c{at}" for at in found.deciding)
    known = work.query(f"SELECT DISTINCT {deciding} FROM known") if deciding else []
    work.unfit = frozenset(said for said in known if _contract(said, found.deciding, bare, work)[0])


def _say(work: Work) -> None:
    """Make ``said``: the texts of every bid, and whether its rows differ in them."""
    once = ", ".join(f"c{at}" for at in work.regular.once)
    texts = "".join(f", any_value(c{at}) AS c{at}" for at in work.regular.facts)
    work.run(
        f"CREATE TABLE said AS SELECT c{work.bid} AS bid, min(hash({once})) <> max(hash({once})) AS odd{texts}"
        f" FROM ({work.table.rows}) GROUP BY c{work.bid}"
    )


def _contract(said: Sequence[str], columns: Sequence[int], bare: Valuation, work: Work) -> tuple[Value, ...]:
    """Whether these texts ask for a look at their bid as a whole, and the facts that the reader makes of them.

    ``bare`` is what a row comes to that states nothing.
    """
    valuation = work.read([_row(said, columns, work)])
    letters = {Cell("", 1, at + 1).address.rstrip("1") for at in columns}
    told = any((each.place.cell or "").rstrip("0123456789") in letters for each in valuation.findings)
    told = told or _of_all(valuation) != _of_all(bare) or len(valuation.lines) != 1
    cells = scored(valuation).bid
    return (
        told or any(speaks_of_its_row(text, work.regular) for text in said),
        *(cells[BID_AT[name]] for name in FACTS),
    )


def _row(said: Sequence[str], columns: Sequence[int], work: Work) -> Row:
    """The first row below the heading, which states something of its contract, and says no more than a reference."""
    cells = stub(0, _REFERENCE, work).cells
    for at, text in zip(columns, said, strict=False):
        cells[at] = text
    return Row(2, cells)


def _of_all(valuation: Valuation) -> list[Finding]:
    """The findings that are about no row."""
    return [each for each in valuation.findings if each.place.row is None]
