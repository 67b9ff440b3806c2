"""Owns quantities that several share, amounts without a heading, lines without one, and labels that are no amounts."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

LINES = [["NT17", "Volunteering", 40, 60, "hours"], ["NT9", "Training", 12, 20, "weeks"]]
OURS = ((3, "NT17", None, "hour"), (4, "NT9", None, "week"))


def shared(name: str, *whose: str) -> Case:
    """Two amounts in every line, below the names of those who keep the promise."""
    rows = [["Ref", "Commitment", "Quantity", None, "Unit"], [None, None, *whose, None], *LINES]
    return Case(f"shared-by-{name}.xlsx", xlsx(rows), OURS, ("ambiguous-column",))


def beside(name: str, rows: list[list[Any]], *findings: str, reads: tuple[Read, ...] = ()) -> Case:
    """A bid and a further sheet."""
    data = xlsx([HEAD, HOURS], Sheet(rows, "Sheet2"))
    return Case(f"page-of-{name}.xlsx", data, ((2, "NT17", "40", "hour"), *reads), findings, quiet=not findings)


CASES = (
    shared("a-partner-and-us", "Partner A", "Us"),
    shared("us-and-a-partner", "Us", "Partner A"),
    Case(
        "shared-in-a-text-file.csv",
        csv(["Ref", "Commitment", "Quantity", "", "Unit"], ["", "", "Partner A", "Us", ""], *LINES),
        OURS,
        ("ambiguous-column",),
    ),
    Case(
        "amounts-without-a-heading.xlsx",
        one_sheet(["Ref", "Commitment", "Quantity", None, "Unit"], *LINES),
        ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        ("extension-not-added",),
    ),
    Case(
        "the-amounts-again-without-a-heading.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", None, "Unit"], *([*each[:3], *each[2:3], each[4]] for each in LINES)
        ),
        ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        quiet=True,
    ),
    beside("lines-of-codes-and-amounts", [["NT8", 36], ["NT11", 5]], "no-quantity-column"),
    beside("one-line", [["NT8", "36 hours"]], "no-quantity-column"),
    beside("prices-of-codes", [["NT8", 16.93], ["NT11", 20.5]]),
    beside("what-codes-score", [["Measure", "Weighting"], ["NT8", 36], ["NT11", 5]]),
    Case(
        "weeks-by-their-number.xlsx",
        one_sheet(
            HEAD[:3],
            ["NT9", "Training", "Week: 5"],
            ["NT9", "Teaching", "Weeks: 5"],
            ["NT17", "Talks", "Hours: 8"],
        ),
        ((2, "NT9", None, None), (3, "NT9", "5", "week"), (4, "NT17", "8", "hour")),
        ("not-a-number",),
    ),
)
