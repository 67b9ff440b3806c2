"""Owns where a table ends above facts of the contract that adjoin it: its value, its length, who signs."""

from collections.abc import Mapping

from msgspec.structs import replace

from sv_cli.bids.cells.text import folded
from sv_cli.bids.sheets.grid import Row, filled_cells
from sv_cli.bids.tables.finding.find import Span
from sv_cli.bids.terms.closing import is_signed
from sv_cli.bids.terms.labels import named_fact

_LABELLED = 2  # a label and its value


def without_facts(span: Span, rows: list[Row], labels: Mapping[str, str]) -> Span:
    """The table without the labels of facts and their values that stand in its last rows, below all its lines."""
    stop = span.stop
    for at in range(span.stop - 1, span.body, -1):
        held = filled_cells(rows[at])
        label = folded(held[0]).partition(":")[0] if len(held) == _LABELLED and isinstance(held[0], str) else ""
        if label and named_fact(label, labels):
            stop = at
        elif held and not is_signed([label] if label else [], len(held)):
            break
    return span if stop == span.stop else replace(span, stop=stop)
