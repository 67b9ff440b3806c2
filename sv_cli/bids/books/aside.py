"""Owns sheets that by their names serve another purpose than promising, and whose tables may promise all the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Grid, cell_at
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.tables.headings.heading import PERIOD
from sv_cli.bids.tables.under.held import number_at
from sv_cli.bids.terms.codes import code_of, is_library_id, is_measure_code
from sv_cli.late import late
from sv_cli.model.bids import Commitment

_NUMBER = late(r"[^a-z&].*")
_AMOUNTS = ("quantity", "total", "count")

Line = tuple[str, Decimal]  # a reference with a quantity


def promised_aside(grid: Grid, spans: Iterable[Span], commitments: Iterable[Commitment]) -> int:
    """How many rows of a sheet promise what the bid does not: a measure of the bid, with another quantity.

    The same quantity again, as in a price list or a plan of who does what, promises nothing more.
    """
    read = [(each.reference.casefold(), each.quantity) for each in commitments if each.reference and each.quantity]
    kinds = {_kind(reference) for reference, _ in read}
    lines = [line for span in spans for line in _lines(grid, span) if _kind(line[0]) in kinds]
    known = set(read)
    more = {reference for reference, _ in set(_sums(lines)) - known - set(_sums(read))}
    return sum(reference in more and (reference, quantity) not in known for reference, quantity in lines)


def refers_to_measures(grid: Grid, spans: Iterable[Span]) -> bool:
    """Whether a sheet has a table with an amount of a measure that it refers to by its code."""
    return any(True for span in spans for _ in _lines(grid, span))


def _lines(grid: Grid, span: Span) -> Iterator[Line]:
    places = {column.heading.field: column.index for column in span.columns}
    years = [column.index for column in span.columns if column.heading.field == PERIOD]
    amounts = [places[field] for field in _AMOUNTS if field in places][:1] or years
    for row in grid.rows[span.body : span.stop] if amounts else ():
        cell = cell_at(row, places.get("reference", -1))
        quantity = sum((number_at(row, at) or Decimal(0) for at in amounts), Decimal(0))
        text = folded(cell) if isinstance(cell, str) else ""
        reference = code_of(text) or (text if is_measure_code(text) else "")
        if reference and quantity:
            yield reference.casefold(), quantity


def _sums(lines: Iterable[Line]) -> Iterable[Line]:
    found: dict[str, Decimal] = defaultdict(Decimal)
    for reference, quantity in lines:
        found[reference] += quantity
    return found.items()


def _kind(reference: str) -> str:
    """The letters before the number of a code; one for all of the library's own references."""
    return "." if is_library_id(reference) else _NUMBER.sub("", reference)
