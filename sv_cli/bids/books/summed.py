"""Owns sheets that by their names and their lines sum up others: what is promised there is counted where it is said."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from sv_cli.bids.books.choosing import title_above
from sv_cli.bids.books.work import Sheet, Work
from sv_cli.bids.cells.text import normal
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_SUMMING = late(r"\b(?:summary|both|all|totals?|combined|overall|consolidated|joint|together)\b")
_FEWEST = 2  # of lines, and of sheets that they are the sums of


def without_sums(chosen: list[Sheet], work: Work) -> None:
    """Leave out each sheet that is called a summary, and says of every measure what all other sheets come to."""
    for grid, spans in chosen:
        if len(spans) != 1:
            continue
        titles = (grid.name, title_above(grid.rows, spans[0], spans))
        called = next((title for title in titles if _SUMMING.search(normal(title))), "")
        if called and _sums_up(grid.name, work.commitments):
            work.teller_of(grid).say("example-table-left-out", grid.rows[spans[0].head].number, text=called[:80])
            work.commitments[:] = [each for each in work.commitments if each.sheet != grid.name]
            work.tables[:] = [table for table in work.tables if table.sheet != grid.name]


def _sums_up(sheet: str, commitments: Iterable[Commitment]) -> bool:
    own: dict[str | None, Decimal] = defaultdict(Decimal)
    others: dict[str | None, Decimal] = defaultdict(Decimal)
    for each in commitments:
        if each.sheet == sheet and (each.quantity is None or each.reference is None):
            return False
        of_one = own if each.sheet == sheet else others
        of_one[each.reference] += each.quantity or 0
    sheets = {each.sheet for each in commitments if each.sheet != sheet and each.reference in own}
    same = all(others.get(reference) == quantity for reference, quantity in own.items())
    return same and min(len(own), len(sheets)) >= _FEWEST
