"""Owns the facts of contracts that columns of a big table state: the same in all rows of a bid, as exports repeat them.

Every distinct set of such texts is read once, by the reader itself. A bid is set apart, to be read line by line, when
its rows differ in them or when the reader has a finding on them.
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
_REFERENCE = "x.y"  # no proxy's, and never taken for a heading


def state(work: Work) -> None:
    """Make the table ``stated``: each bid with its contract's facts, and whether it is odd; empty without such columns.

    Sets ``work.unfit``, the texts of deciding facts that keep a context from being regular.
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
    """Make the table ``said``: the texts of each bid's facts, and whether its rows differ in them."""
    once = ", ".join(f"c{at}" for at in work.regular.once)
    texts = "".join(f", any_value(c{at}) AS c{at}" for at in work.regular.facts)
    work.run(
        f"CREATE TABLE said AS SELECT c{work.bid} AS bid, min(hash({once})) <> max(hash({once})) AS odd{texts}"
        f" FROM ({work.table.rows}) GROUP BY c{work.bid}"
    )


def _contract(said: Sequence[str], columns: Sequence[int], bare: Valuation, work: Work) -> tuple[Value, ...]:
    """Whether a bid with these texts in ``columns`` is odd, and the facts that the reader takes from them.

    ``bare`` is the valuation of a row that states nothing, to compare with.
    """
    valuation = work.read([_row(said, columns, work)])
    letters = {Cell("", 1, at + 1).address.rstrip("1") for at in columns}
    odd = any((each.place.cell or "").rstrip("0123456789") in letters for each in valuation.findings)
    odd = odd or _of_all(valuation) != _of_all(bare) or len(valuation.lines) != 1
    cells = scored(valuation).bid
    return (
        odd or any(speaks_of_its_row(text, work.regular) for text in said),
        *(cells[BID_AT[name]] for name in FACTS),
    )


def _row(said: Sequence[str], columns: Sequence[int], work: Work) -> Row:
    """A first row below the heading with these texts in ``columns`` and a reference, and nothing else."""
    cells = stub(0, _REFERENCE, work).cells
    for at, text in zip(columns, said, strict=False):
        cells[at] = text
    return Row(2, cells)


def _of_all(valuation: Valuation) -> list[Finding]:
    """The findings on the whole bid, and not on a row."""
    return [each for each in valuation.findings if each.place.row is None]
