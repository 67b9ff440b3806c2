"""Owns tables that go on on another sheet under the same headings, and what is said there of them all."""

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


CASES = (
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
