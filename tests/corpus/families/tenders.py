"""Owns what buyers' forms have for columns: lots, deliverers, stages, sums up to a time, and headings for them."""

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

BASE = ["Ref", "Measure", "Unit"]
HEAD = [*BASE, "Quantity"]
HOURS = ["NT17", "Volunteering", "hours"]
JOBS = ["NT1", "Local jobs", "FTE"]
TWO = ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"))


def hours(quantity: str | None, row: int = 2) -> Read:
    """The volunteers' row."""
    return row, "NT17", quantity, "hour"


def jobs(quantity: str | None, row: int = 3) -> Read:
    """The row of jobs."""
    return row, "NT1", quantity, "fte"


SPREAD = (
    Case(
        "lots-and-their-total.xlsx",
        one_sheet([*BASE, "Lot 1", "Lot 2", "Total"], [*HOURS, 80, 40, 120], [*JOBS, 1, 1, 3]),
        (hours("120"), jobs(None)),
        findings=("total-mismatch",),
    ),
    Case(
        "lots-without-a-total.xlsx",
        one_sheet([*BASE, "Lot A", "Lot B - North"], [*HOURS, 80, 40], [*JOBS, None, 3]),
        (hours(None), jobs("3")),
        findings=("quantity-undecided",),
        why="lots may be let apart; where one alone is offered there is nothing to ask",
    ),
    Case(
        "years-of-lots.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Lot 1", None, "Lot 2", None, None],
                    [*BASE, "Year 1", "Year 2", "Year 1", "Year 2", "Total"],
                    [*HOURS, 10, 20, 30, 60, 120],
                ],
                merged=("D1:E1", "F1:G1"),
            )
        ),
        (hours("120", 3),),
        quiet=True,
    ),
    Case(
        "lots-ticked-beside-a-total.xlsx",
        one_sheet([*BASE, "Lot 1", "Lot 2", "Total"], [*HOURS, "Yes", "Yes", 120], [*JOBS, "Yes", "No", 3]),
        TWO,
    ),
    Case(
        "contractor-and-subcontractors.xlsx",
        one_sheet(
            [*BASE, "Main contractor", "Sub-contractors", "Combined total"],
            [*HOURS, 80, 40, 120],
            [*JOBS, 3, None, 3],
        ),
        TWO,
        quiet=True,
    ),
    Case(
        "contractor-of-every-line.xlsx",
        one_sheet([*HEAD, "Bidder", "Subcontractor"], [*HOURS, 120, "Acme", "Buildco"], [*JOBS, 3, "Acme", None]),
        TWO,
    ),
    Case(
        "years-summed-up-to-each.xlsx",
        one_sheet(
            [*BASE, "Year 1 (cumulative)", "Year 2 (cumulative)", "Year 3 (cumulative)"],
            [*HOURS, 40, 80, 120],
            [*JOBS, 3, 1, 2],
            ["NT10", "Apprentice", "weeks", 10, 20, None],
        ),
        (hours("120"), jobs(None), (4, "NT10", None, "week")),
        findings=("quantity-undecided",),
        why="a sum does not fall, and what is not told is not the last that was",
    ),
    Case(
        "quarters-and-sums-up-to-them.xlsx",
        one_sheet([*BASE, "Q1", "Q1 cum", "Q2", "Q2 cum"], [*HOURS, 80, 80, 40, 120]),
        (hours("120"),),
        quiet=True,
    ),
    Case(
        "mobilisation-and-a-total.xlsx",
        one_sheet([*BASE, "Mobilisation", "Year 1", "Year 2", "Total"], [*HOURS, 20, 50, 50, 120], [*JOBS, 1, 1, 2, 3]),
        (hours("120"), jobs(None)),
        findings=("total-mismatch",),
        why="the total says whether it counts the mobilisation",
    ),
    Case(
        "option-years-that-add-nothing.xlsx",
        one_sheet([*BASE, "Year 1", "Year 2", "Option year 3"], [*HOURS, 60, 60, 0], [*JOBS, 1, 1, 1]),
        (hours("120"), jobs(None)),
        findings=("year-column-unclear",),
    ),
    Case(
        "total-of-core-and-extension.xlsx",
        one_sheet(
            [*BASE, "Core contract (Years 1-3)", "Optional extension (Years 4-5)", "Total"],
            [*HOURS, 80, 40, 120],
            [*JOBS, 3, 0, 3],
        ),
        (hours(None), jobs("3")),
        findings=("year-column-unclear",),
        why="an extension may never come",
    ),
)

HEADINGS = (
    Case(
        "extension-over-its-years.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Core term", None, "Extension", None],
                    [*BASE, "Yr 1", "Yr 2", "Yr 3"],
                    [*HOURS, 40, 40, 40],
                    [*JOBS, 1, 2, 0],
                ],
                merged=("D1:E1",),
            )
        ),
        (hours(None, 3), jobs("3", 4)),
        findings=("year-column-unclear",),
    ),
    Case(
        "shares-of-the-quantity-by-year.xlsx",
        one_sheet([*HEAD, "Year 1 %", "Year 2 %"], [*HOURS, 120, 0.5, 0.5], [*JOBS, 3, 1, 0]),
        TWO,
    ),
    Case(
        "lots-by-the-year.xlsx",
        one_sheet([*BASE, "Lot 1 (p.a.)", "Lot 2 (p.a.)", "Total (p.a.)"], [*HOURS, 80, 40, 120]),
        (hours(None),),
        findings=("rate-conflict",),
    ),
    Case(
        "years-under-our-commitment.xlsx",
        xlsx(
            Sheet(
                [
                    [*BASE, "Commitment", None, None],
                    [None, None, None, "2026/27", "2027/28", "TOTAL"],
                    [*HOURS, 40, 80, 120],
                ],
                merged=("D1:F1",),
            )
        ),
        (hours("120", 3),),
        quiet=True,
        why="the first of the years is not the whole",
    ),
    Case(
        "numbers-and-pounds-under-years.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Year 1", None, "Year 2", None, "Total", None],
                    [*BASE, "No.", "£", "No.", "£", "No.", "£"],
                    [*HOURS, 40, 380, 80, 760, 120, 1140],
                ],
                merged=("D1:E1", "F1:G1", "H1:I1"),
            )
        ),
        (hours("120", 3),),
        quiet=True,
    ),
    Case(
        "units-in-a-row-of-their-own.xlsx",
        one_sheet(
            ["Ref", "Measure", "Year 1", "Year 2", "Proxy value", "Social value"],
            [None, None, "(hours)", "(hours)", "(£ per hour)", "(£)"],
            ["NT17", "Volunteering", 40, 80, 9.5, 1140],
        ),
        (hours("120", 3),),
        quiet=True,
    ),
    Case(
        "headings-over-two-lines.xlsx",
        one_sheet(
            ["Measure", "Measure", "Quantity", "Unit of", "Proxy", "Total social"],
            ["ref", "description", "offered", "measure", "value (£)", "value (£)"],
            ["NT17", "Volunteering", 120, "hours", 9.5, 1140],
        ),
        (hours("120", 3),),
        quiet=True,
    ),
    Case(
        "a-year-and-the-whole.xlsx",
        one_sheet(
            [*BASE, "Annual quantity", "No. of years", "Whole-life quantity", "Proxy"],
            [*HOURS, 40, 3, 120, 9.5],
            [*JOBS, 1, 3, None, 100],
        ),
        (hours("120"), jobs(None)),
        findings=("no-quantity",),
    ),
    Case(
        "quantity-and-revised-quantity.xlsx",
        one_sheet([*HEAD, "Revised quantity"], [*HOURS, 100, 120], [*JOBS, 3, 3]),
        TWO,
        quiet=True,
    ),
    Case(
        "revised-in-some-rows.xlsx",
        one_sheet([*HEAD, "Revised quantity"], [*HOURS, 100, 120], [*JOBS, 3, None]),
        (hours(None), jobs(None)),
        findings=("ambiguous-column",),
        why="whether what is not revised still stands is for the bidder to say",
    ),
    Case(
        "target-quantity-and-target-value.csv",
        csv(
            ["Commitment ID", "Measure Ref", "Measure", "Unit", "Target Quantity", "Target Value"],
            ["C-1", *HOURS, "120", "1140.00"],
            ["C-2", *JOBS, "3", "300.00"],
        ),
        TWO,
    ),
    Case(
        "offered-if-yes-how-many.xlsx",
        one_sheet(
            ["Ref", "Measure", "Will you offer this? (Y/N)", "If yes, how many?", "Unit"],
            ["NT17", "Volunteering", "Yes", 120, "hours"],
            ["NT8", "Talks", "No", None, "hours"],
            ["NT1", "Local jobs", "Yes", None, "FTE"],
        ),
        (hours("120"), jobs(None, 4)),
        findings=("lines-left-empty", "no-quantity"),
    ),
)

CASES = SPREAD + HEADINGS
