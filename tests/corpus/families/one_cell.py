"""Owns forms whose labels stand in one cell with what they head, and sheets of such cells that are no forms."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import xlsx

FORM = ("form-read",)


def form(name: str, *cells: str | None, reads: tuple[Read, ...] = (), **more: Any) -> Case:
    """A sheet of one column, of these cells."""
    more.setdefault("findings", FORM if reads else ())
    more.setdefault("quiet", bool(reads))
    return Case(f"in-one-cell-{name}.xlsx", xlsx([[cell] for cell in cells]), reads, **more)


CASES = (
    form(
        "each",
        *("Reference: NT17", "Quantity: 40", "Unit: hours", None, "Reference: NT9", "Quantity: 12", "Unit: weeks"),
        reads=((1, "NT17", "40", "hour"), (5, "NT9", "12", "week")),
    ),
    form(
        "each-without-a-gap",
        *("Ref: NT17", "Commitment: Talks: two a term", "Quantity: 40 hours"),
        *("Ref: NT9", "Commitment: Training", "Quantity: 12 weeks"),
        reads=((1, "NT17", "40", "hour"), (4, "NT9", "12", "week")),
    ),
    form(
        "all",
        "Reference: NT17 / Quantity: 40 / Unit: hours",
        "Reference: NT9 / Quantity: 12 / Unit: weeks",
        reads=((1, "NT17", "40", "hour"), (2, "NT9", "12", "week")),
    ),
    form(
        "all-and-one-open",
        "Ref: NT17 | Commitment: Talks | Quantity: 40 | Unit: hours",
        "Ref: NT9 | Commitment: Training | Quantity: TBC | Unit: weeks",
        reads=((1, "NT17", "40", "hour"), (2, "NT9", None, "week")),
        findings=("no-quantity", *FORM),
        quiet=False,
    ),
    form("not-all", "Reference: NT17 / Quantity: 40 / week / Unit: hours", fatal="no-table", why="what of the week"),
    form("facts", "Supplier: Acme", "Reference: ABC/12", "Contact: A. Shah", fatal="no-table"),
    Case(
        "in-one-cell-beside-a-table.csv",
        csv(["Supplier: Acme"], [], ["Ref", "Quantity", "Unit"], ["NT17", 40, "hours"], [], ["Quantity: 40"]),
        ((4, "NT17", "40", "hour"),),
    ),
)
