"""Owns quantities that fall in years, and the basis that they are promised on."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

BASE = ["Ref", "Commitment", "Unit"]
JOBS = ["NT1", "Local people employed", "FTE"]
HOURS = ["NT17", "Volunteering", "hours"]


def multiplied(name: str, rate: str, years: str, total: str, *lines: tuple[int, int, int], **more: Any) -> Case:
    """Two lines with an amount a year, a number of years, and what is called the total of them."""
    first, second = lines
    rows = [
        ["Ref", "Commitment", "Unit", rate, years, total],
        ["R1", "Time", "hours", *first],
        ["R2", "Jobs", "FTE", *second],
    ]
    hours, posts = (None, None) if more else (f"{first[2]}", f"{second[2]}")
    reads = ((2, "R1", hours, "hour"), (3, "R2", posts, "fte"))
    return Case(f"multiplied-{name}.xlsx", xlsx(rows), reads, quiet=not more, **more)


MULTIPLIED = (
    multiplied("over-4-years", "Per year", "Years", "Total over 4 years", (10, 4, 40), (2, 4, 8)),
    multiplied("in-all", "Per annum", "No. of years", "Total", (10, 4, 40), (2, 3, 6)),
    multiplied("wrongly", "Per year", "Years", "Total", (10, 4, 40), (2, 3, 7), findings=("ambiguous-column",)),
    multiplied("not-at-all", "Per year", "Years", "Total", (10, 4, 10), (2, 3, 2), findings=("ambiguous-column",)),
    Case(
        "multiplied-by-nobody.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Per year", "Years"], ["R1", "Time", "hours", 10, 4]),
        ((2, "R1", None, None),),
        why="what it comes to is said nowhere",
    ),
)

CASES = (
    *MULTIPLIED,
    Case(
        "year-1-2-3.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2", "Year 3"], [*JOBS, 3, 4, 5], [*HOURS, 40, None, 20]),
        ((2, "NT1", "12", "fte"), (3, "NT17", "60", "hour")),
    ),
    Case("y1-y2.xlsx", one_sheet([*BASE, "Y1", "Y2"], [*JOBS, 3, 4]), ((2, "NT1", "7", "fte"),)),
    Case("yr-1-yr-2.xlsx", one_sheet([*BASE, "Yr 1", "Yr 2"], [*JOBS, 3, 4]), ((2, "NT1", "7", "fte"),)),
    Case(
        "financial-years.xlsx",
        one_sheet(["Contract start", "1 April 2026"], [], [*BASE, "2026/27", "2027/28"], [*JOBS, 3, 4]),
        ((4, "NT1", "7", "fte"),),
        facts={"start": "2026-04-01"},
    ),
    Case(
        "financial-years-short.xlsx",
        one_sheet([*BASE, "FY26/27", "FY27/28"], [*JOBS, 3, 4]),
        ((2, "NT1", "7", "fte"),),
    ),
    Case("calendar-years-as-numbers.xlsx", one_sheet([*BASE, 2027, 2028], [*JOBS, 3, 4]), ((2, "NT1", "7", "fte"),)),
    Case(
        "years-and-total-that-agrees.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2", "Total"], [*JOBS, 3, 4, 7], [*HOURS, 40, 40, Formula("=SUM(D3:E3)", 80)]),
        ((2, "NT1", "7", "fte"), (3, "NT17", "80", "hour")),
        quiet=True,
        why="the total beside the years is not added to them",
    ),
    Case(
        "years-and-total-that-differs.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2", "Total"], [*JOBS, 3, 4, 8]),
        ((2, "NT1", None, "fte"),),
        findings=("total-mismatch",),
        why="seven or eight: the bidder has to say",
    ),
    Case(
        "years-one-unknown.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2"], [*JOBS, 3, "TBC"]),
        ((2, "NT1", None, "fte"),),
        findings=("no-quantity|not-yet-stated",),
    ),
    Case(
        "years-one-broken.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2"], [*JOBS, 3, "2 x 6"]),
        ((2, "NT1", None, "fte"),),
        findings=("not-a-number",),
    ),
    Case(
        "year-column-of-the-row.xlsx",
        one_sheet([*BASE, "Year", "Quantity"], [*JOBS, 1, 3], [*JOBS, 2, 4]),
        ((2, "NT1", "3", "fte"), (3, "NT1", "4", "fte")),
    ),
    Case(
        "per-year-with-length.xlsx",
        one_sheet(
            ["Contract length (years)", 3],
            [],
            [*BASE, "Quantity", "Basis"],
            [*JOBS, 3, "per year"],
            [*HOURS, 90, "whole contract"],
        ),
        ((4, "NT1", "9", "fte"), (5, "NT17", "90", "hour")),
        findings=("per-year-spread",),
        facts={"years": "3"},
    ),
    Case(
        "per-year-without-length.xlsx",
        one_sheet([*BASE, "Quantity", "Basis"], [*HOURS, 90, "per annum"]),
        ((2, "NT17", None, "hour"),),
        findings=("rate-without-length",),
    ),
    Case(
        "per-annum-among-years.xlsx",
        one_sheet(
            ["Contract length", "3 years"],
            [],
            [*BASE, "Quantity", "Period"],
            [*HOURS, 10, "Per annum"],
            [*JOBS, 2, "Year 1"],
            ["NT8", "Talks", "hours", 6, "Whole contract"],
        ),
        ((4, "NT17", "30", "hour"), (5, "NT1", "2", "fte"), (6, "NT8", "6", "hour")),
        quiet=True,
    ),
    Case(
        "per-annum-among-years-for-nobody-knows-how-long.xlsx",
        one_sheet([*BASE, "Quantity", "Period"], [*HOURS, 10, "Annual"], [*JOBS, 2, "Year 1"]),
        ((2, "NT17", None, "hour"), (3, "NT1", "2", "fte")),
        findings=("rate-without-length",),
    ),
    Case(
        "per-pound.xlsx",
        one_sheet([*BASE, "Quantity", "Basis"], [*JOBS, 1, "per £1m of contract value"]),
        ((2, "NT1", None, "fte"),),
        findings=("rate-not-count",),
    ),
    Case(
        "per-year-in-the-heading.xlsx",
        one_sheet(["Duration", "24 months"], [], [*BASE, "Quantity per year"], [*HOURS, 50]),
        ((4, "NT17", "100", "hour"),),
        facts={"years": "2"},
    ),
    Case(
        "costs-by-year-beside.xlsx",
        xlsx(
            Sheet(
                [
                    ["Ref", "Commitment", "Unit", "Quantity", "Cost", None],
                    [None, None, None, None, "Year 1", "Year 2"],
                    ["NT1", "Jobs", "FTE", 3, 20000, 21000],
                ],
                merged=("E1:F1",),
            )
        ),
        ((3, "NT1", "3", "fte"),),
        why="costs by year are no quantities",
    ),
)
