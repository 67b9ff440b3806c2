"""Owns bids of small firms, charities and contractors in their own words, and exports of portals and warehouses."""

from collections.abc import Callable
from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.others import csv, text
from tests.corpus.write.struck import struck_ods, struck_xls
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS = ["NT17", "Volunteering by our staff", 120, "hours"]
JOBS = ["NT1", "Local people employed", 3, "FTE"]
TWO = ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"))


def headed(name: str, *headings: str, why: str = "") -> Case:
    """Two plain promises under other words for reference, commitment, quantity and unit."""
    return Case(name, one_sheet(list(headings), HOURS, JOBS), TWO, why=why)


def export(*rows: list[Any], delimiter: str = ",") -> Callable[[], bytes]:
    """A text file as databases write it."""
    return csv(*list(rows), delimiter=delimiter, line_end="\n")


WORDS = (
    headed("our-promise-how-much.xlsx", "TOMs ref", "Our promise", "How much", "Of what"),
    headed("we-promise-to.xlsx", "Code", "We promise to", "How many?", "of what"),
    headed("what-we-are-offering.xlsx", "Ref.", "What we're offering", "How many / how much", "Unit"),
    headed("question-that-goes-on.xlsx", "Ref", "What we will do for the community", "How much", "Unit"),
    headed("headings-spelt-wrong.xlsx", "Refernce", "Comitment", "Qauntity", "Unit"),
    headed("kpi-and-target.xlsx", "Ref", "Our Commitment", "KPI / Target", "UoM"),
    headed("headings-of-a-warehouse.xlsx", "TOM_CD", "TOM_DESC", "CMT_QTY", "UOM_CD"),
    headed("headings-of-a-program.xlsx", "measureRef", "measureTitle", "targetValue", "unitOfMeasure"),
    Case(
        "line-numbers-headed-item.xlsx",
        one_sheet(["Item", "What we offer", "Number"], [1, "CV clinics", 200], [2, "Mentoring", 40]),
        ((2, None, "200", None), (3, None, "40", None)),
        why="an item's number says which one, not how many",
    ),
    Case(
        "amount-then-what.xlsx",
        one_sheet([None, "Item", "Amount", "What"], ["NT17", "Litter", 80, "hours"], ["NT10", "Bob", 1, "person"]),
        ((2, "NT17", "80", "hour"), (3, "NT10", "1", "person")),
        why="a column of units is no description, and codes left of the table are its references",
    ),
    Case(
        "hours-of-several-volunteers.xlsx",
        one_sheet(["Ref", "Commitment", "Volunteers", "Hours each", "Total hours"], ["NT17", "Painting", 10, 8, 80]),
        ((2, "NT17", "80", "hour"),),
    ),
    Case(
        "how-many-hours-and-people.xlsx",
        one_sheet(["TOMs", "Promise", "How many hours", "How many people"], ["NT8", "CV clinic", 12, 30]),
        ((2, "NT8", None, None),),
        findings=("ambiguous-column",),
    ),
    Case(
        "every-year-under-when.xlsx",
        one_sheet(
            ["Contract length", "3 years"],
            [],
            ["Ref", "What we will do", "When", "How many", "Unit"],
            ["NT17", "Hospice garden", "Every year", 40, "hours"],
            ["NT17", "Fun day", "Summer 2027", 30, "hours"],
            ["NT17", "Soup run", "Monthly", 10, "hours"],
        ),
        ((4, "NT17", "120", "hour"), (5, "NT17", "30", "hour"), (6, "NT17", None, "hour")),
        findings=("unclear-basis",),
    ),
    Case(
        "per-year-among-notes.xlsx",
        one_sheet([*HEAD, "Notes"], [*HOURS, "per year"], [*JOBS, "incl. two apprentices"]),
        ((2, "NT17", None, "hour"), (3, "NT1", "3", "fte")),
        findings=("rate-without-length",),
        why="a note that is nothing but a rate speaks of the number beside it",
    ),
    Case(
        "by-when-christmas.xlsx",
        one_sheet([*HEAD, "By when"], [*HOURS, "Christmas"], [*JOBS, "summer"]),
        TWO,
        findings=("not-yet-stated",),
    ),
    Case(
        "form-with-labels-below-each-other.xlsx",
        one_sheet(
            ["Promise 1"],
            ["What will you do?", "Apprentices"],
            ["How many?", 52],
            ["Unit", "weeks"],
            ["TOMs ref", "NT10"],
        ),
        ((5, "NT10", "52", "week"),),
        findings=("form-read",),
        why="labels one below the other head no table, though an answer sounds like a heading",
    ),
    Case(
        "unit-said-again-in-brackets.xlsx",
        one_sheet(["Ref", "Commitment", "Target"], ["NT1", "• Local\njobs", "2 FTE\n(full-time equivalent)"]),
        ((2, "NT1", "2", "fte"),),
    ),
    Case(
        "option-years-for-short.xlsx",
        one_sheet(["Ref", "Commitment", "Year 1", "Year 2", "Opt. Yr 3", "Unit"], ["NT17", "v", 10, 10, 10, "hours"]),
        ((2, "NT17", None, "hour"),),
        findings=("year-column-unclear",),
    ),
    Case(
        "money-beside-the-years.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Qty Yr1", "Qty Yr2", "Qty Total", "£ Yr1", "£ Yr2", "£ Total"],
            ["NT17", "Volunteering", "hours", 50, 70, 120, 850, 1190, 2040],
        ),
        ((2, "NT17", "120", "hour"),),
    ),
)

CODES = (
    Case(
        "codes-below-measure.xlsx",
        one_sheet(
            ["Ref", "TOMs Measure", "Our commitment", "Target", "UoM"],
            ["1.1", "NT1", "Hire locally", "3", "FTE"],
            ["1.2", "NT17", "Help out", "120", "hrs"],
        ),
        ((2, "NT1", "3", "fte"), (3, "NT17", "120", "hour")),
    ),
    Case(
        "code-and-title-below-measure.xlsx",
        one_sheet(
            ["Commitment Ref", "Commitment", "Measure", "Quantity", "Unit"],
            ["C1", "Library days", "NT17 - Hours of volunteering", 120, "hours"],
            ["C2", "Local jobs", "NT1: FTE", 3, "FTE"],
        ),
        TWO,
    ),
    Case(
        "codes-before-their-titles.xlsx",
        one_sheet(
            ["Item", "What we will do", "Number"],
            [1, "NT17 - Volunteering (hours)", 120],
            [2, "NT1 Local people (FTE)", 3],
            [3, "(RE14) Trees that take up CO2", 50],
            [4, "A mural", 1],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"), (4, "RE14", "50", None), (5, None, "1", None)),
    ),
    Case(
        "title-behind-the-code.xlsx",
        one_sheet(
            HEAD,
            ["NT17 - Volunteering", "a", 1, "hours"],
            ["(NT17)", "b", 2, "hours"],
            ["NT17 Volunteering", "c", 3, "hours"],
            ["NT17/RE1/FM1", "d", 4, "hours"],
            ["NT17 & NT29", "e", 5, "hours"],
            ["NT17 - NT29", "f", 6, "hours"],
            ["Phase 2 - hours", "g", 7, "hours"],
            ["NT17 (withdrawn)", "h", 8, "hours"],
            ["NT17 - TBC", "i", 9, "hours"],
        ),
        (
            (2, "NT17", "1", "hour"),
            (3, "NT17", "2", "hour"),
            (4, "NT17", "3", "hour"),
            (5, "NT17/RE1/FM1", "4", "hour"),
            (6, "NT17 & NT29", "5", "hour"),
            (7, "NT17 - NT29", "6", "hour"),
            (8, "Phase 2 - hours", "7", "hour"),
            (9, "NT17 (withdrawn)", "8", "hour"),
            (10, "NT17 - TBC", "9", "hour"),
        ),
        why="a title is cut off; where several codes stand, which one is meant is for a person to say",
    ),
    Case(
        "library-id-beside-a-code.xlsx",
        one_sheet(["Ref", "TOMs code", *HEAD[1:]], ["volunteering.hour", "NT29", *HOURS[1:]]),
        ((2, "volunteering.hour", "120", "hour"),),
    ),
)

LINES = (
    Case(
        "lines-taken-back.csv",
        csv(
            [*HEAD, "Status", "Comments"],
            [*HOURS, "Superseded by row 3", ""],
            [*HOURS, "Agreed", ""],
            [*JOBS, "Rejected by the council", ""],
            [*JOBS, "", "Withdrawn - see email"],
            ["NT8", "DELETED: school talks", 5, "hours", "", ""],
            ["NT8", "Cancelled talks are held again", 5, "hours", "", "Removed asbestos first"],
        ),
        (
            *((2, "NT17", "120", "hour"), (3, "NT17", "120", "hour"), (4, "NT1", "3", "fte"), (5, "NT1", "3", "fte")),
            *((6, "NT8", "5", "hour"), (7, "NT8", "5", "hour")),
        ),
        findings=("line-withdrawn",),
    ),
    Case(
        "agreed-no.xlsx",
        one_sheet([*HEAD, "Agreed? (Y/N)"], [*HOURS, "Y"], [*JOBS, "N"]),
        TWO,
        findings=("line-withdrawn",),
    ),
    Case("done-no.xlsx", one_sheet([*HEAD, "Done?"], [*HOURS, "No"], [*JOBS, "No"]), TWO, quiet=True),
    Case("struck-out.xls", struck_xls(HEAD, HOURS, JOBS), TWO, findings=("struck-out",)),
    Case("struck-out.ods", struck_ods(HEAD, HOURS, JOBS), TWO, findings=("struck-out",)),
    Case(
        "foreign-money.csv",
        csv(
            ["Ref", "Commitment", "Amount", "Currency"],
            ["local.cash-given", "Donation", "5000", "GBP"],
            ["local.cash-given", "Donation", "5000", "EUR"],
        ),
        ((2, "local.cash-given", "5000", "GBP"), (3, "local.cash-given", "5000", None)),
        why="the unit is the currency's name, which no proxy counts in",
    ),
    Case(
        "cumulative-below.xlsx",
        one_sheet(HEAD, HOURS, ["Cumulative", None, 120, None]),
        ((2, "NT17", "120", "hour"),),
        findings=("total-row-skipped",),
    ),
)

EXPORTS = (
    Case(
        "portal.csv",
        export(
            ["Record ID", "Reference", "Supplier Name", "TOMs ref", "Title", "Units", "Target Value", "Is Deleted"],
            ["8831", "SVC-00012", "Acme Ltd", "NT17", "Volunteering", "no. staff hours", "120", "false"],
            ["8832", "SVC-00013", "Acme Ltd", "NT1", "Local jobs", "no. people FTE", "3.0", "true"],
        ),
        TWO,
        findings=("line-withdrawn",),
        why="the record's number is no measure, and a deleted record no promise",
    ),
    Case(
        "warehouse.csv",
        export(
            ["CMT_KEY", "SUPPLIER_SK", "TOM_CD", "TOM_DESC", "CMT_QTY", "UOM_CD", "LOAD_TS"],
            ["100001", "55", "NT17", "VOL HRS", "120", "HR", "2026-02-01 00:00:00"],
            ["100002", "55", "NT1", "LOCAL FTE", "3", "FTE", "2026-02-01 00:00:00"],
            delimiter="|",
        ),
        TWO,
    ),
    Case(
        "numbers-kept-as-text.csv",
        text('Ref,Commitment,Quantity,Unit\n"=""NT17""",Help,"=""120""",hours\n'),
        ((2, "NT17", "120", "hour"),),
    ),
    Case(
        "facts-in-every-line.csv",
        csv(["Supplier", "Contract value", *HEAD], ["Acme", "£100k", *HOURS], ["Acme", "£100k", *JOBS]),
        TWO,
        facts={"supplier": "Acme", "value": "100000"},
        quiet=True,
        why="beside a heading stands another, and its value below it",
    ),
    Case(
        "suppliers-in-every-line.csv",
        csv(["Supplier", *HEAD], ["Acme", *HOURS], ["Boothroyd", *JOBS]),
        TWO,
        facts={"supplier": "None"},
        findings=("fact-disputed",),
    ),
    Case(
        "contract-dates-in-one-cell.xlsx",
        one_sheet(["Contract period", "01/04/2026 – 31/03/2029"], [], HEAD, HOURS),
        ((4, "NT17", "120", "hour"),),
        facts={"start": "2026-04-01", "years": "3"},
        quiet=True,
    ),
)

CASES = (*WORDS, *CODES, *LINES, *EXPORTS)
