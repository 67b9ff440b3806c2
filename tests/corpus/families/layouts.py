"""Owns tables where people put them: below titles, between sections, beside notes, on the wrong sheet."""

from tests.corpus.case import Case
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
JOBS = ["NT1", "Local people employed", "FTE", 3]
HOURS = ["NT17", "Volunteering by our staff", "hours", 120]
TONNES = ["NT31", "Carbon saved", "tCO2e", 4.5]
ROWS = [JOBS, HOURS, TONNES]


def three(first: int) -> tuple[tuple[int, str, str, str], ...]:
    """What is read of ROWS when they begin in row ``first``."""
    return ((first, "NT1", "3", "fte"), (first + 1, "NT17", "120", "hour"), (first + 2, "NT31", "4.5", "tCO2e"))


CASES = (
    Case("plain.xlsx", one_sheet(HEAD, *ROWS), three(2), quiet=True),
    Case(
        "title-and-logo-rows.xlsx",
        one_sheet(
            ["Anytown Council"],
            ["Social Value Commitments"],
            [],
            ["Please complete every green cell"],
            [],
            HEAD,
            *ROWS,
        ),
        three(7),
        quiet=True,
    ),
    Case("header-in-row-12.xlsx", one_sheet(*[[]] * 9, ["Schedule 9"], [], HEAD, *ROWS), three(13)),
    Case(
        "table-starts-in-column-d.xlsx",
        one_sheet([], [None, None, None, *HEAD], *[[None, None, None, *row] for row in ROWS]),
        three(3),
    ),
    Case(
        "title-merged-across.xlsx",
        xlsx(Sheet([["Social value offer"], HEAD, *ROWS], merged=("A1:D1",))),
        three(3),
    ),
    Case(
        "merged-themes.xlsx",
        xlsx(
            Sheet(
                [
                    ["Theme", "Outcome", "Ref", "Measure", "Units", "Units offered"],
                    ["Jobs", "More local people in work", "NT1", "Local people employed", "no. people FTE", 3],
                    [None, None, "NT3", "Long-term unemployed", "no. people FTE", 1],
                    [None, "Fair work", "NT6", "Disabled people", "no. people FTE", 2],
                    ["Social", "Volunteering", "NT17", "Volunteering", "hrs", 40],
                ],
                merged=("A2:A4", "B2:B3"),
            )
        ),
        ((2, "NT1", "3", "fte"), (3, "NT3", "1", "fte"), (4, "NT6", "2", "fte"), (5, "NT17", "40", "hour")),
    ),
    Case(
        "two-row-header.xlsx",
        xlsx(
            Sheet(
                [
                    ["Measure", None, "Your offer", None],
                    ["Ref", "Description", "Unit", "Quantity"],
                    *ROWS,
                ],
                merged=("A1:B1", "C1:D1"),
            )
        ),
        three(3),
        quiet=True,
    ),
    Case(
        "two-row-header-target-by-year.xlsx",
        xlsx(
            Sheet(
                [
                    ["Ref", "Commitment", "Unit", "Target", None, None],
                    [None, None, None, "Year 1", "Year 2", "Year 3"],
                    ["NT1", "Local people employed", "FTE", 3, 4, 5],
                    ["NT17", "Volunteering", "hours", 40, 40, 0],
                ],
                merged=("A1:A2", "B1:B2", "C1:C2", "D1:F1"),
            )
        ),
        ((3, "NT1", "12", "fte"), (4, "NT17", "80", "hour")),
    ),
    Case(
        "section-rows.xlsx",
        one_sheet(HEAD, ["Theme 1: Jobs"], JOBS, [], ["Theme 2: Social"], HOURS, ["Theme 3: Environment"], TONNES),
        ((3, "NT1", "3", "fte"), (6, "NT17", "120", "hour"), (8, "NT31", "4.5", "tCO2e")),
        quiet=True,
    ),
    Case(
        "section-rows-merged-across.xlsx",
        xlsx(Sheet([HEAD, ["Jobs"], JOBS, ["Social"], HOURS], merged=("A2:D2", "A4:D4"))),
        ((3, "NT1", "3", "fte"), (5, "NT17", "120", "hour")),
    ),
    Case(
        "blank-rows-between.xlsx",
        one_sheet(HEAD, JOBS, [], [], HOURS, [], TONNES),
        ((2, "NT1", "3", "fte"), (5, "NT17", "120", "hour"), (7, "NT31", "4.5", "tCO2e")),
        quiet=True,
    ),
    Case(
        "notes-below.xlsx",
        one_sheet(
            HEAD,
            *ROWS,
            [],
            ["Notes"],
            ["1. All figures are for the whole contract."],
            ["Signed: J. Smith, 4 October 2026"],
        ),
        three(2),
        quiet=True,
    ),
    Case(
        "header-repeated-on-each-page.xlsx",
        one_sheet(HEAD, JOBS, HOURS, [], HEAD, TONNES),
        ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour"), (6, "NT31", "4.5", "tCO2e")),
    ),
    Case(
        "two-tables-one-below-the-other.xlsx",
        one_sheet(
            ["Jobs"],
            HEAD,
            JOBS,
            [],
            [],
            ["Environment"],
            ["Code", "Promise", "Target", "Unit of measure"],
            ["NT31", "Carbon saved", 4.5, "tCO2e"],
        ),
        ((3, "NT1", "3", "fte"), (8, "NT31", "4.5", "tCO2e")),
    ),
    Case(
        "several-commitment-sheets.xlsx",
        xlsx(
            Sheet([HEAD, JOBS], name="Jobs"),
            Sheet([HEAD, HOURS], name="Community"),
            Sheet([HEAD, TONNES], name="Environment"),
        ),
        ((2, "NT1", "3", "fte"), (2, "NT17", "120", "hour"), (2, "NT31", "4.5", "tCO2e")),
    ),
    Case(
        "cover-guidance-and-lists.xlsx",
        xlsx(
            Sheet([["Supplier", "Acme Ltd"], ["Contract value", 1000000]], name="Cover"),
            Sheet(
                [["Ref", "Definition", "Unit", "Quantity"], ["NT1", "A person in work", "FTE", 10]],
                name="Definitions and Guidance",
            ),
            [HEAD, *ROWS],
            Sheet([["Unit"], ["FTE"], ["hours"]], name="Lists"),
        ),
        three(2),
        facts={"supplier": "Acme Ltd", "value": "1000000"},
        why="a second sheet with a Ref column that explains is not a second list of promises",
    ),
    Case(
        "hidden-sheet.xlsx",
        xlsx([HEAD, *ROWS], Sheet([HEAD, ["NT1", "Old offer", "FTE", 99]], name="Old offer v1", state="hidden")),
        three(2),
        findings=("hidden-sheet-left-out",),
        why="a hidden old sheet is not scored, and not passed over in silence",
    ),
    Case(
        "very-hidden-sheet.xlsx",
        xlsx([HEAD, *ROWS], Sheet([HEAD, ["NT1", "Old", "FTE", 99]], name="Sheet2", state="veryHidden")),
        three(2),
        findings=("hidden-sheet-left-out",),
    ),
    Case(
        "hidden-row.xlsx",
        xlsx(Sheet([HEAD, *ROWS], hidden_rows=(3,))),
        three(2),
        findings=("hidden-row-read",),
    ),
    Case(
        "hidden-columns.xlsx",
        xlsx(Sheet([HEAD, *ROWS], hidden_columns=("C",))),
        three(2),
        findings=("hidden-column-read",),
    ),
    Case(
        "example-row.xlsx",
        one_sheet(HEAD, ["e.g. NT1", "Example: hire local people", "FTE", 10], *ROWS),
        three(3),
        findings=("example-row-skipped",),
    ),
    Case(
        "example-row-labelled-beside.xlsx",
        one_sheet(["", *HEAD], ["Example", "NT1", "Hire local people", "FTE", 10], *[["", *row] for row in ROWS]),
        three(3),
        findings=("example-row-skipped",),
    ),
    Case(
        "instructions-under-the-headings.xlsx",
        one_sheet(HEAD, ["Choose from list", "Describe your promise", "See guidance", "Enter number only"], *ROWS),
        three(3),
    ),
    Case(
        "headings-with-instructions-inside.xlsx",
        one_sheet(
            [
                "Ref\n(choose from list)",
                "Commitment\n(max. 50 words)",
                "Unit",
                "Quantity\n(only enter numbers)",
                "Evidence\n(how will you prove it?)",
            ],
            ["NT1", "Local people employed", "FTE", 3, "Payroll"],
        ),
        ((2, "NT1", "3", "fte"),),
        quiet=True,
    ),
    Case(
        "column-numbers-under-the-headings.xlsx",
        one_sheet(HEAD, ["(1)", "(2)", "(3)", "(4)"], *ROWS),
        three(3),
        why="forms number their columns; the numbers are no promise",
    ),
    Case(
        "toms-calculator.xlsx",
        xlsx(
            Sheet(
                [
                    ["National TOMs calculator", None, None, None, None, None, "Contract value", 2500000],
                    [None, None, None, None, None, None, "Location", "North West"],
                    [],
                    [
                        "Themes",
                        "Outcomes",
                        "Ref",
                        "Measures – minimum requirements",
                        "Units",
                        "Proxy Value",
                        "Units offered",
                        "Total Social Value (£)",
                        "Description/evidence",
                    ],
                    [
                        "Jobs",
                        "More local people in employment",
                        "NT1",
                        "No. of local people (FTE) hired or retained",
                        "no. people FTE",
                        "£28,213.00",
                        4,
                        112852,
                        "Payroll by postcode",
                    ],
                    [
                        None,
                        None,
                        "NT10",
                        "No. of weeks of apprenticeships",
                        "no. weeks",
                        "£223.39",
                        104,
                        23232.56,
                        "College letters",
                    ],
                    [None, None, None, "Total Jobs", None, None, None, 136084.56, None],
                    [
                        "Social",
                        "Communities",
                        "NT17",
                        "No. of hours volunteering time",
                        "no. staff volunteering hours",
                        "£16.93",
                        120,
                        2031.6,
                        None,
                    ],
                    [None, None, None, "Grand Total", None, None, None, 138116.16, None],
                ],
                merged=("A5:A6", "B5:B6"),
            )
        ),
        ((5, "NT1", "4", "fte"), (6, "NT10", "104", "week"), (8, "NT17", "120", "hour")),
        facts={"value": "2500000", "place": "E12000002"},
    ),
    Case(
        "essex-calculator.xlsx",
        xlsx(
            Sheet(
                [
                    ["ECC TOMs Calculator v.12"],
                    [],
                    ["Only fill in the green cells"],
                    [],
                    [None, None, None, None, None, None, None, "Bidder name:", "Acme Ltd"],
                    [],
                    ["Ref", "Measure", "Unit", "Units Offers", "Community Exchange", "Supporting statement"],
                    [
                        "ECC1",
                        "ECC 1. ECC1 - No. of local people (FTE) hired",
                        "no. people FTE",
                        3,
                        "No",
                        "From Colchester",
                    ],
                    ["ECC1c", "Care leavers", "no. of people FTE", 1, "No", None],
                    ["ECC2", "% of local people employed", "%", "Record only", None, None],
                    ["ECC3b", "Armed Forces Covenant", "text", None, "Yes", "Signed in 2024"],
                    ["ECC31a", "Community exchange offers", "hrs", 20, "Yes", None],
                ],
                name="Calculator",
            ),
            Sheet([["Ref", "Definition"], ["ECC1", "A person living in Essex"]], name="Definitions and Guidance"),
        ),
        (
            (8, "ECC1", "3", "fte"),
            (9, "ECC1c", "1", "fte"),
            (10, "ECC2", None, "percent"),
            (11, "ECC3b", None, None),
            (12, "ECC31a", "20", "hour"),
        ),
        facts={"supplier": "Acme Ltd"},
    ),
    Case(
        "sroi-value-map.xlsx",
        xlsx(
            Sheet(
                [
                    ["Social Return on Investment - The Value Map"],
                    ["Stage 1", None, "Stage 2", None, None, None, None, "Stage 3", None, "Stage 4"],
                    [
                        "Stakeholders",
                        "Description",
                        "Indicator",
                        "Source",
                        "Quantity",
                        "Duration (years)",
                        "Financial Proxy",
                        "Value in currency (Only enter numbers)",
                        "Source",
                        "Deadweight %",
                        "Displacement %",
                        "Attribution to others %",
                        "Drop off %",
                        "Impact",
                    ],
                    [
                        "Young people",
                        "More confident",
                        "Survey",
                        "Interviews",
                        60,
                        2,
                        "Course",
                        510,
                        "Website",
                        0.25,
                        0,
                        0.1,
                        0.3,
                        20655,
                    ],
                    ["Total", None, None, None, None, None, None, None, None, None, None, None, None, 20655],
                ],
                name="SROI Value Map",
            )
        ),
        ((4, None, "60", None),),
        why="two columns are called Source, and neither is one of ours",
    ),
    Case(
        "delivery-report-with-actuals.xlsx",
        one_sheet(
            ["Measure ref", "Description", "Unit", "Target quantity", "Delivered to date", "RAG"],
            ["NT1", "Local people employed", "FTE", 10, 4, "Amber"],
            ["NT17", "Volunteering", "hours", 200, 210, "Green"],
        ),
        ((2, "NT1", "10", "fte"), (3, "NT17", "200", "hour")),
        why="what has been delivered is not what is promised",
    ),
    Case(
        "quantity-and-baseline.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Baseline quantity", "Quantity"], ["NT1", "Local jobs", "FTE", 50, 3]),
        ((2, "NT1", "3", "fte"),),
        why="a baseline is what there is already",
    ),
    Case(
        "no-reference-column.xlsx",
        one_sheet(
            ["Commitment", "Quantity", "Unit"],
            ["Volunteering by our staff", 120, "hours"],
            ["Local jobs", 3, "FTE"],
        ),
        ((2, None, "120", "hour"), (3, None, "3", "fte")),
        why="promises in words are read; which proxy they mean is for a person to say",
    ),
    Case(
        "two-quantity-columns.xlsx",
        one_sheet(["Ref", "Unit", "Target", "Volume"], ["NT1", "FTE", 3, 5], ["NT17", "hours", 40, 60]),
        ((2, "NT1", None, "fte"), (3, "NT17", None, "hour")),
        findings=("ambiguous-column",),
        why="which of the two is promised is not for us to say",
    ),
    Case(
        "only-prose.xlsx",
        one_sheet(["We are committed to social value."], ["Our staff volunteer often."]),
        fatal="no-table",
    ),
    Case(
        "headings-alone.xlsx",
        one_sheet(HEAD),
        findings=("empty-table",),
        why="a form that nobody filled in is not a bid of nothing",
    ),
    Case("empty-workbook.xlsx", one_sheet(), fatal="no-table"),
    Case(
        "filled-template-rows-left-blank.xlsx",
        one_sheet(HEAD, JOBS, *[["", "", "", ""]] * 40, ["", "", "FTE", ""]),
        ((2, "NT1", "3", "fte"),),
        why="empty rows of a form hold no promises, a unit that was filled in ahead neither",
    ),
    Case(
        "price-schedule-beside.xlsx",
        xlsx(
            [HEAD, *ROWS],
            Sheet(
                [
                    ["Item", "Description", "Unit", "Quantity", "Rate", "Amount"],
                    ["1.1", "Brickwork", "m2", 500, 60, 30000],
                ],
                name="Pricing schedule",
            ),
        ),
        three(2),
        why="a bill of quantities is no promise of social value",
    ),
)
