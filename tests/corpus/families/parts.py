"""Owns quantities that are spread over months, quarters and half-years, alone or beside years and totals."""

from datetime import date

from tests.corpus.case import Case
from tests.corpus.families.years import BASE, HOURS, JOBS
from tests.corpus.write.others import csv, ods, xls
from tests.corpus.write.values import Formatted, Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

TALKS = ["NT8", "Careers talks", "hours"]
MONTHS = [date(2026 + (3 + at) // 12, (3 + at) % 12 + 1, 1) for at in range(12)]
NAMES = ["Apr", "May", "Jun", "Q1", "Jul", "Aug", "Sep", "Q2", "Oct", "Nov", "Dec", "Q3", "Jan", "Feb", "Mar", "Q4"]
QUARTERS = ["Q1", "Q2", "Q3", "Q4"]
MONTHLY = [[*BASE, *MONTHS], [*HOURS, *[10] * 12], [*TALKS, None, None, 6, *[None] * 9]]
MONTHLY_READ = ((2, "NT17", "120", "hour"), (3, "NT8", "6", "hour"))

CASES = (
    Case("months-as-dates.xlsx", xlsx(MONTHLY), MONTHLY_READ, quiet=True),
    Case("months-as-dates.ods", ods(MONTHLY), MONTHLY_READ, quiet=True),
    Case("months-as-dates.xls", xls(MONTHLY), MONTHLY_READ, quiet=True),
    Case(
        "months-as-text.csv",
        csv([*BASE, *(f"{day:%b}-{day:%y}" for day in MONTHS)], [*HOURS, *[8] * 12]),
        ((2, "NT17", "96", "hour"),),
        quiet=True,
    ),
    Case(
        "months-in-full.xlsx",
        one_sheet([*BASE, "April", "May", "June", "July"], [*HOURS, 10, 10, "TBC", 10], [*TALKS, 5, None, "-", 5]),
        ((2, "NT17", None, "hour"), (3, "NT8", "10", "hour")),
        findings=("no-quantity", "none-that-year"),
    ),
    Case(
        "months-numbered.xlsx",
        one_sheet([*BASE, *(f"Month {n}" for n in range(1, 7)), "Total (6 months)"], [*HOURS, *[5] * 6, 30]),
        ((2, "NT17", "30", "hour"),),
        quiet=True,
    ),
    Case(
        "quarters-alone.xlsx",
        one_sheet([*BASE, *QUARTERS, "Owner"], [*HOURS, 25, 25, 25, 25, "AB"], [*JOBS, 0, 1, 0, 1, "CD"]),
        ((2, "NT17", "100", "hour"), (3, "NT1", "2", "fte")),
        quiet=True,
    ),
    Case(
        "quarters-and-annual-total.xlsx",
        one_sheet([*BASE, "Qtr 1", "Qtr 2", "Qtr 3", "Qtr 4", "Annual total"], [*HOURS, 25, 25, 25, 25, 100]),
        ((2, "NT17", "100", "hour"),),
        why="the year's total only checks its quarters",
    ),
    Case(
        "quarters-by-their-months.xlsx",
        one_sheet([*BASE, "Apr-Jun 26", "Jul-Sep 26", "Oct-Dec 26", "Jan-Mar 27"], [*HOURS, 10, 10, 10, 10]),
        ((2, "NT17", "40", "hour"),),
    ),
    Case(
        "quarters-of-a-short-year.xlsx",
        one_sheet([*BASE, "Q1 26", "Q2 26", "Q3 26", "Q4 26", "Comments"], [*HOURS, 1, 2, 3, 4, "25 a site"]),
        ((2, "NT17", "10", "hour"),),
    ),
    Case(
        "half-years.xlsx",
        one_sheet([*BASE, "H1 2026", "H2 2026", "H1 2027", "H2 2027"], [*HOURS, 10, 10, 10, 10]),
        ((2, "NT17", "40", "hour"),),
    ),
    Case(
        "years-over-quarters.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "2026/27", None, None, None, "2027/28", None, None, None],
                    [*BASE, *QUARTERS, *QUARTERS],
                    [*HOURS, *[10] * 8],
                    [*TALKS, None, *[3] * 7],
                ],
                merged=("D1:G1", "H1:K1"),
            )
        ),
        ((3, "NT17", "80", "hour"), (4, "NT8", "21", "hour")),
    ),
    Case(
        "years-over-quarters.csv",
        csv(["", "", "", "2026/27", "", "", "", "2027/28", "", "", ""], [*BASE, *QUARTERS * 2], [*HOURS, *[5] * 8]),
        ((3, "NT17", "40", "hour"),),
    ),
    Case(
        "months-quarters-and-total.xlsx",
        one_sheet([*BASE, *NAMES, "Total"], [*HOURS, *[5, 5, 5, 15] * 4, 60]),
        ((2, "NT17", "60", "hour"),),
    ),
    Case(
        "months-and-quarters.xlsx",
        one_sheet([*BASE, *NAMES], [*HOURS, *[5, 5, 5, 15] * 4], [*TALKS, *[None, None, None, 3] * 4]),
        ((2, "NT17", "60", "hour"), (3, "NT8", "12", "hour")),
        why="the months or their quarters, never both",
    ),
    Case(
        "months-and-quarters-that-differ.xlsx",
        one_sheet([*BASE, *NAMES], [*HOURS, *[5, 5, 5, 16] * 4]),
        ((2, "NT17", None, "hour"),),
        findings=("total-mismatch",),
    ),
    Case(
        "first-year-by-quarters.xlsx",
        one_sheet([*BASE, *QUARTERS, "Year 2", "Year 3"], [*HOURS, 10, 10, 10, 10, 40, 40]),
        ((2, "NT17", "120", "hour"),),
    ),
    Case(
        "first-year-by-quarters-and-whole.xlsx",
        one_sheet(
            [*BASE, *QUARTERS, "Year 1", "Year 2"], [*HOURS, 10, 10, 10, 10, 40, 40], [*JOBS, 1, None, 1, 0, 3, 1]
        ),
        ((2, "NT17", "80", "hour"), (3, "NT1", None, "fte")),
        findings=("total-mismatch",),
    ),
    Case(
        "target-beside-quarters-reported.xlsx",
        one_sheet([*BASE, "Target", *QUARTERS], [*HOURS, 100, 30, 25, None, None]),
        ((2, "NT17", "100", "hour"),),
        why="the quarters are a report on the target, as far as it goes",
    ),
    Case(
        "quarters-target-and-actual.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Q1", None, "Q2", None],
                    [*BASE, "Target", "Actual", "Target", "Actual"],
                    [*HOURS, 10, 12, 10, 9],
                ],
                merged=("D1:E1", "F1:G1"),
            )
        ),
        ((3, "NT17", "20", "hour"),),
        why="what was done is no promise",
    ),
    Case(
        "target-and-actual-years.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Target", None, "Actual", None],
                    [*BASE, "Y1", "Y2", "Y1", "Y2"],
                    [*HOURS, 40, 40, 38, 2],
                ],
                merged=("D1:E1", "F1:G1"),
            )
        ),
        ((3, "NT17", "80", "hour"),),
    ),
    Case(
        "years-in-units-and-pounds.xlsx",
        one_sheet(
            [*BASE, "Proxy", "Year 1 units", "Year 1 £", "Year 2 units", "Year 2 £", "Total £"],
            [*HOURS, 16.93, 40, 677.2, 60, 1015.8, 1693],
        ),
        ((2, "NT17", "100", "hour"),),
        why="the pounds are the sheet's own value of the units",
    ),
    Case(
        "quarters-as-shares.xlsx",
        one_sheet([*BASE, *QUARTERS], [*HOURS, *[Formatted(0.25, "0%")] * 4]),
        ((2, "NT17", None, "hour"),),
        findings=("unit-conflict",),
    ),
    Case(
        "quarters-cumulative.xlsx",
        one_sheet([*BASE, "Q1 cumulative", "Q2 cumulative", "Q3 cumulative"], [*HOURS, 10, 20, 30]),
        ((2, "NT17", "30", "hour"),),
        quiet=True,
        why="sixty hours are thirty",
    ),
    Case(
        "mobilisation-before-years.xlsx",
        one_sheet([*BASE, "Mobilisation", "Year 1", "Year 2"], [*HOURS, 10, 40, 40]),
        ((2, "NT17", None, "hour"),),
        findings=("year-column-unclear",),
        why="ten hours must not be lost",
    ),
    Case(
        "months-under-a-nameless-sum.xlsx",
        one_sheet(
            [*BASE, "Apr-26", "May-26", "Total"],
            [*HOURS, 10, 10, Formula("=SUM(D2:E2)", 20)],
            [*TALKS, 1, 1, Formula("=SUM(D3:E3)", 2)],
            [None, None, None, *(Formula(f"=SUM({at}2:{at}3)", 11) for at in "DE"), 22],
        ),
        ((2, "NT17", "20", "hour"), (3, "NT8", "2", "hour")),
        findings=("total-row-skipped",),
    ),
)
