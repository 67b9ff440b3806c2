"""Owns what stands around the promises of buyers' forms: answers in words, other lists and sheets, what is done."""

from datetime import date

from tests.corpus.case import Case
from tests.corpus.families.tenders import BASE, HEAD, HOURS, JOBS, TWO, hours, jobs
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

CASES = (
    Case(
        "optional-section.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            ["Optional extras (no part of our firm offer)"],
            ["NT28", "Gifts", "£", 5000],
            ["Environment"],
            ["NT31", "Carbon", "tCO2e", 42],
        ),
        (*TWO, (5, "NT28", "5000", "GBP"), (7, "NT31", "42", "tCO2e")),
        findings=("line-withdrawn",),
        why="what is optional is told, and not valued",
    ),
    Case(
        "rows-of-targets-and-actuals.xlsx",
        one_sheet(
            [*BASE, "Row type", "Quantity"], [*HOURS, "Target", 120], [*HOURS, "Actual", 31], [*JOBS, "Target", 3]
        ),
        (hours("120"), hours("31", 3), jobs("3", 4)),
        findings=("line-withdrawn",),
        why="what was done is no promise",
    ),
    Case(
        "total-of-the-periods-with-its-reference.xlsx",
        one_sheet(
            [*BASE, "Period", "Quantity"],
            [*HOURS, "Year 1", 40],
            [*HOURS, "Year 2", 80],
            [*HOURS, "Total", 120],
            [*JOBS, "Whole contract", 3],
        ),
        (hours("40"), hours("80", 3), jobs("3", 5)),
        findings=("total-row-skipped",),
        quiet=True,
    ),
    Case(
        "questions-answered-by-amounts.csv",
        csv(
            ["Section", "Question", "Response", "Units", "Max score", "Weight %"],
            ["Social value", "NT17 Number of volunteer hours", "120", "hours", "5", "10"],
            ["Social value", "NT1 Local jobs", "3", "FTE", "5", "20"],
            ["Social value", "Describe how you will deliver this", "With our charities", "", "5", "70"],
        ),
        TWO,
        findings=("text-row",),
        why="an answer in words to a question that names no measure is no promise",
    ),
    Case(
        "questionnaire-about-the-bidder.xlsx",
        xlsx(
            [HEAD, [*HOURS, 120], [*JOBS, 3]],
            Sheet([["Q", "Question", "Answer"], ["1", "How many people do you employ?", 85]], name="Bidder"),
        ),
        TWO,
    ),
    Case(
        "measures-to-choose-from.xlsx",
        one_sheet(
            ["Tell us what you promise, based on your past performance and experience of contracts like ours"],
            [*HEAD, "Status"],
            ["Mandatory measures"],
            [*HOURS, 120, "Mandatory"],
            ["Optional measures"],
            [*JOBS, 3, "Optional"],
        ),
        (hours("120", 4), jobs("3", 6)),
        quiet=True,
        why="what was optional to offer is offered",
    ),
    Case(
        "bullets-before-amounts.xlsx",
        one_sheet(["Ref", "Commitment", "Target"], ["NT17", "Time", "• 120 hours"], ["NT1", "Jobs", "·\t3 FTE"]),
        TWO,
    ),
    Case(
        "list-of-values-beside-the-table.xlsx",
        one_sheet(
            [*HEAD, None, "Ref", "Proxy value (£)"],
            [*HOURS, 120, None, "NT1", 100],
            [*JOBS, 3, None, "NT8", 9.5],
            [None, None, None, None, None, "NT17", 9.5],
        ),
        TWO,
        quiet=True,
    ),
    Case(
        "sections-with-their-value.xlsx",
        one_sheet(
            [*HEAD, "Total value"],
            [*HOURS, 120, 1140],
            [*JOBS, 3, 300],
            ["Environment", None, None, None, 84],
            ["NT31", "Carbon", "tCO2e", 42, 84],
        ),
        (*TWO, (5, "NT31", "42", "tCO2e")),
        quiet=True,
    ),
    Case(
        "years-that-promise-the-same.xlsx",
        one_sheet(
            ["Ref", "Measure", "Year", "Quantity", "Unit"],
            ["NT17", "Volunteering", "Year 1", 60, "hours"],
            [None, None, "Year 2", 60, "hours"],
        ),
        (hours("60"), (3, None, "60", "hour")),
        why="the second year is no sum of the first",
    ),
    Case(
        "summary-above-the-details.xlsx",
        one_sheet(
            ["Summary of commitments"],
            ["Ref", "Measure", "Total"],
            ["NT17", "Volunteering", 120],
            [],
            ["Commitments by year"],
            [*BASE, "Year 1", "Year 2"],
            [*HOURS, 40, 80],
        ),
        (hours("120", 7),),
        findings=("example-table-left-out",),
    ),
    Case(
        "past-performance-below.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Examples of past performance"],
            HEAD,
            ["NT17", "Volunteering in Leeds", "hours", 900],
        ),
        TWO,
        findings=("example-table-left-out",),
        why="what was done for others is promised to nobody",
    ),
    Case(
        "sheets-that-promise-nothing.xlsx",
        xlsx(
            Sheet([HEAD, [*HOURS, 120], [*JOBS, 3]], name="Social value"),
            Sheet([["Client", *HEAD], ["Leeds", *HOURS, 900]], name="Our experience"),
            Sheet([["Name", "Role", "FTE"], ["A. Shah", "Manager", 1]], name="Team"),
            Sheet([["Item", "Description", "Quantity", "Unit"], ["1.1", "Digging", 250, "m3"]], name="BoQ"),
            Sheet([HEAD, [*HOURS, 120], [*JOBS, 3]], name="TOTAL"),
        ),
        TWO,
        findings=("guidance-sheet-left-out",),
    ),
    Case(
        "milestones-below-another-heading.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Milestones"],
            ["Ref", "Milestone", "Due", "Done by then"],
            ["NT17", "First hours", "1 July 2026", 60],
        ),
        TWO,
        findings=("example-table-left-out",),
        why="its numbers are not those of the column above them",
    ),
    Case(
        "facts-of-the-bidder-below.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Signed:", "J. Okafor", None, date(2026, 3, 2)],
            ["Turnover (£):", None, None, 2_500_000],
            ["No. of employees:", None, None, 85],
            ["Page 2"],
        ),
        TWO,
    ),
    Case(
        "nobody-filled-it-in.xlsx",
        one_sheet(
            [*HEAD, "Total value"],
            *([f"NT{n}", "Time of our staff", "hours", None, 0] for n in range(1, 8)),
            ["NT8", "Share of local people", "%", None, None],
        ),
        findings=("lines-left-empty", "empty-table"),
    ),
    Case(
        "a-note-in-the-first-row-alone.xlsx",
        one_sheet([*HEAD, "Notes"], [*HOURS, 120, "a log is kept"], [*JOBS, 3], [*JOBS, 2]),
        (*TWO, jobs("2", 4)),
        why="rows that end before the column of notes",
    ),
    Case(
        "a-bill-of-quantities-without-a-title.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Item", "Description", "Qty", "Unit", "Rate", "Amount"],
            *([f"A{n}", f"Excavate trench {n}", n * 10, "m3", 12.5, n * 125] for n in range(1, 21)),
        ),
        TWO,
        findings=("bill-left-out",),
        why="twenty lines of work are one thing to tell, not twenty to ask about",
    ),
    Case(
        "promises-with-prices-and-without-references.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Item", "What we offer", "Qty", "Unit", "Unit value"],
            [1, "Talks at schools", 4, "hours", 15],
        ),
        (*TWO, (6, None, "4", "hour")),
        why="what is offered is asked about, whatever else is said of it",
    ),
    Case(
        "a-bill-of-quantities-with-codes.xlsx",
        one_sheet(
            HEAD,
            [*HOURS, 120],
            [*JOBS, 3],
            [],
            ["Item", "Description", "Qty", "Unit", "Rate"],
            [1, "NT8 Talks at schools", 4, "hours", 15],
        ),
        (*TWO, (6, "NT8", "4", "hour")),
    ),
)
