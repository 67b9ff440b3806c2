"""Bids as people fill them in, for the benchmarks: fourteen columns, six of which describe the promise.

A bare parse of such a workbook of fifty rows takes about a millisecond, and pandas with openpyxl about twenty.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from openpyxl import Workbook

from tests.benchmarks.startup import REFERENCES
from tests.benchmarks.words import PLACES

HEADINGS = (
    *("Ref", "Theme", "Outcome", "Commitment", "Quantity", "Unit", "Year", "Location", "Start", "End"),
    *("Evidence", "Owner", "Delivery partner", "Notes"),
)
CONTRACT = ("Contract start", "1 April 2026", "Contract length", "3 years")


def rows(count: int, first: int = 0, said: Sequence[str] = ()) -> Iterator[tuple[str | int, ...]]:
    """So many commitments, the same at every run; the texts of each are its own where people write their own.

    They differ in their digits alone, unless sentences are given of which to make descriptions and evidence.
    """
    for n in range(first, first + count):
        reference, unit = REFERENCES[n % len(REFERENCES)]
        promise = f"Commitment number {n + 1} of the bid, given to the people of the borough"
        proof = f"Payroll records and letters of thanks, looked through each quarter by manager {n % 7}"
        if said:
            promise = f"{said[n * 7919 % len(said)]} in {PLACES[n % len(PLACES)]}, group {n // 7}"
            proof = said[n * 104_729 % len(said)]
        yield (
            *(reference, f"Theme {n % 5}", f"More of what matters to the people of ward {n % 30}", promise),
            *(10 + n * 7919 % 500, unit, f"Year {n % 3 + 1}", "London", "01/04/2026", "31/03/2029"),
            *(proof, f"Officer {n % 50}", f"Charity {n % 40} of the borough", ""),
        )


def write(path: Path, count: int, first: int = 0, said: Sequence[str] = ()) -> None:
    """Write a workbook of ``count`` commitments: headings in the first row, the contract's facts right of them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Commitments")
    sheet.append((*HEADINGS, None, *CONTRACT))
    for row in rows(count, first, said):
        sheet.append(row)
    book.save(path)
