"""Owns tables that go on on other sheets below the same headings, and what is said on these of all lines."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

LENGTH = ["Contract length", "3 years"]
YEARLY = "All quantities are per year"
MARKED = ["NT17", "Volunteering *", 40, "hours"]
Rows = list[list[Any]]


def paged(name: str, first: Rows, second: Rows, *reads: Read, findings: tuple[str, ...] = ()) -> Case:
    """A table on two sheets."""
    data = xlsx(Sheet(first, "Page 1"), Sheet(second, "Page 2"))
    return Case(f"pages-{name}.xlsx", data, reads, findings, quiet=not findings)


def to_read_first(
    name: str, first: Rows, *above: list[Any], quantity: str | None, findings: tuple[str, ...] = ()
) -> Case:
    """A bid of so much a year, behind a sheet that is to be read first."""
    offer = Sheet([*above, [*HEAD[:2], "Quantity per year", HEAD[3]], HOURS], "Offer")
    reads = ((len(above) + 2, "NT17", quantity, "hour"),)
    return Case(f"read-me-{name}.xlsx", xlsx(Sheet(first, "Read me"), offer), reads, findings, quiet=not findings)


CASES = (
    to_read_first("of-the-contract", [["Supplier", "Acme Ltd"], LENGTH], quantity="120"),
    to_read_first("in-one-cell", [["Please read me"], ["Contract length: 3 years"]], quantity="120"),
    to_read_first("what-to-enter", [["Contract length", "Enter the number of years"]], LENGTH, [], quantity="120"),
    to_read_first(
        "of-another-length",
        [["Contract length", "2 years"]],
        LENGTH,
        [],
        quantity=None,
        findings=("fact-disputed",),
    ),
    paged(
        "with-a-note-on-the-last",
        [LENGTH, [], HEAD, HOURS],
        [HEAD, JOBS, [], [YEARLY]],
        (4, "NT17", None, "hour"),
        (2, "NT1", "9", "fte"),
        findings=("unclear-basis",),
    ),
    paged(
        "with-a-note-on-the-first",
        [LENGTH, [], [YEARLY], HEAD, HOURS],
        [HEAD, JOBS],
        (5, "NT17", "120", "hour"),
        (2, "NT1", None, "fte"),
        findings=("unclear-basis",),
    ),
    paged(
        "with-the-note-on-each",
        [LENGTH, [], [YEARLY], HEAD, HOURS],
        [[YEARLY], HEAD, JOBS],
        (5, "NT17", "120", "hour"),
        (3, "NT1", "9", "fte"),
    ),
    paged(
        "of-other-headings",
        [LENGTH, [], HEAD, HOURS],
        [["Ref", "Promise", "Qty", "Unit"], JOBS, [], [YEARLY]],
        (4, "NT17", "40", "hour"),
        (2, "NT1", "9", "fte"),
    ),
    paged(
        "that-say-so-in-their-heading",
        [LENGTH, [], [*HEAD[:2], "Quantity per year", HEAD[3]], HOURS],
        [[*HEAD[:2], "Quantity per year", HEAD[3]], JOBS, [], [YEARLY]],
        (4, "NT17", "120", "hour"),
        (2, "NT1", "9", "fte"),
    ),
    paged(
        "with-a-footnote-on-the-last",
        [HEAD, MARKED],
        [HEAD, JOBS, [], ["* subject to funding"]],
        (2, "NT17", "40", "hour"),
        (2, "NT1", "3", "fte"),
        findings=("line-withdrawn",),
    ),
    paged(
        "with-a-footnote-of-their-own",
        [HEAD, MARKED, [], ["* with partners"]],
        [HEAD, JOBS, [], ["* subject to funding"]],
        (2, "NT17", "40", "hour"),
        (2, "NT1", "3", "fte"),
    ),
)
