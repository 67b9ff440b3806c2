"""Owns tables with others below them, headings that only their cells explain, and rows that look like promises."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS = ["NT17", "Volunteering", 120, "hours"]
TALKS = ["NT8", "Talks in schools", 40, "hours"]
JOBS = ["NT1", "Local jobs", 3, "FTE"]
TWO: tuple[Read, ...] = ((2, "NT17", "120", "hour"), (3, "NT8", "40", "hour"))


def below(name: str, *rows: list[Any], reads: tuple[Read, ...] = TWO, **more: Any) -> Case:
    """Two promises with something below them."""
    return Case(f"below-{name}.xlsx", one_sheet(HEAD, HOURS, TALKS, *rows), reads, **more)


def headed(name: str, headings: list[str], order: str = "rcqu", reads: tuple[Read, ...] = TWO, **more: Any) -> Case:
    """Two promises under other headings, in the order of the letters: reference, commitment, quantity, unit."""
    rows = [[row["rcqu".index(letter)] for letter in order] for row in (HOURS, TALKS)]
    return Case(f"headed-{name}.csv", csv(headings, *rows), reads, **more)


def quantity(name: str, value: object, read: str | None, **more: Any) -> Case:
    """One promise of hours with this quantity."""
    sheet = Sheet([HEAD, ["NT17", "Volunteering", value, "hours"]])
    return Case(f"quantity-{name}.xlsx", xlsx(sheet), ((2, "NT17", read, "hour"),), **more)


BELOW = (
    below(
        "contacts-and-risks",
        *([], ["Key contacts"], ["Name", "Role", "Phone", "Email"]),
        *(["Jo Hale", "Manager", "0161 496 0001", "jo@example.com"], []),
        *(["Risk", "Mitigation", "Score", "Owner"], ["Staff leave", "Cover", 4, "HR"]),
        findings=("no-quantity-column",),
    ),
    below(
        "values-of-measures",
        *([], ["Appendix: values used"], ["Ref", "Measure", "Proxy (£)", "Unit"]),
        *(["NT17", "Volunteering", 16.93, "hours"], ["NT8", "Talks", 16.93, "hours"]),
        findings=("no-quantity-column",),
    ),
    below(
        "more-promises-of-the-same-table",
        *([], ["Social", "Community", "Hours", "to follow"], ["NT17", "At the food bank", 20, "hours"]),
        reads=(*TWO, (5, "Social", None, None), (6, "NT17", "20", "hour")),
        findings=("not-a-number",),
        why="no other table begins where promises of the first follow",
    ),
    below(
        "part-of-the-heading-again",
        *([], ["Ref", "Commitment"], ["NT17", "At the food bank", 20, "hours"]),
        reads=(*TWO, (6, "NT17", "20", "hour")),
        findings=("text-row",),
        why="what stands below half a heading are still promises",
    ),
    below(
        "plan-of-days",
        *([], ["Delivery plan"], ["Ref", "Milestone", "Hours"], ["NT17", "First day", 50], ["NT17", "Last day", 70]),
        reads=(*TWO, (7, "NT17", "50", "hour"), (8, "NT17", "70", "hour")),
        findings=("said-in-parts",),
    ),
    Case(
        "whole-beside-its-years.xlsx",
        xlsx(
            Sheet([HEAD, ["NT17", "Volunteering", 20, "hours"]], name="Year 1"),
            Sheet([HEAD, ["NT17", "Volunteering", 30, "hours"]], name="Year 2"),
            Sheet([HEAD, ["NT17", "Volunteering in all", 50, "hours"]], name="Contract term"),
        ),
        ((2, "NT17", "20", "hour"), (2, "NT17", "30", "hour"), (2, "NT17", "50", "hour")),
        findings=("said-in-parts",),
    ),
    below("signature", ["Signed:", "J Hale"], ["Position:", "Director"]),
    below("sum-sign", ["\u03a3", None, 160], findings=("total-row-skipped",)),
    Case(
        "sub-totals-with-a-reference.xlsx",
        one_sheet(
            HEAD,
            HOURS,
            ["NT17", "Volunteering in parks", 30, "hours"],
            ["NT17", "Sub total", 150, "hours"],
            ["NT17", "Running total", 150, "hours"],
            TALKS,
        ),
        ((2, "NT17", "120", "hour"), (3, "NT17", "30", "hour"), (6, "NT8", "40", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "as-much-in-total-again.xlsx",
        one_sheet(HEAD, ["NT17", "Parks", "120 over 3 years", "hours"], ["NT17", "Schools", "120 in total", "hours"]),
        ((2, "NT17", "120", "hour"), (3, "NT17", "120", "hour")),
        quiet=True,
        why="what the quantity says of itself makes no total of its row",
    ),
)

HEADINGS = (
    headed("units-beside-unit", ["Code", "Details", "Units", "Unit"]),
    headed("committed-value", ["Metric ref", "Metric", "Committed Value", "Metric unit"]),
    headed("how-many-of", ["TOMs ref?", "What", "How many", "Of"]),
    headed("survey", ["Q1. Which measure?", "Q2. What will you do?", "Q3. How much will you deliver?", "Q4. Unit"]),
    headed("output", ["Ref", "Commitment", "Output", "Unit"], findings=("heading-guessed",)),
    headed("score", ["Ref", "Commitment", "Score", "Unit"], reads=(), fatal="no-table", why="points are no promise"),
    headed("codes-under-no", ["No.", "Commitment", "Quantity", "Unit"]),
    headed("codes-by-any-name", ["Framework code", "Quantity", "Unit"], "rqu"),
    headed("unit-left-of-the-quantity", ["Ref", "Commitment", "Expressed as", "Quantity"], "rcuq"),
    headed(
        "number-over-nothing", ["Ref", "Number pledged"], "rq", reads=((2, "NT17", "120", None), (3, "NT8", "40", None))
    ),
    Case(
        "days-under-any-name.csv",
        csv(
            ["Ref", "Commitment", "Quantity", "Counted in"],
            ["NT17", "Parks", 2, "days"],
            ["NT8", "Talks", 5, "hours"],
        ),
        ((2, "NT17", "2", "day"), (3, "NT8", "5", "hour")),
    ),
    Case(
        "letters-that-are-no-units.csv",
        csv(["Ref", "Commitment", "Quantity", "Priority"], ["NT17", "Parks", 2, "H"], ["NT8", "Talks", 5, "M"]),
        ((2, "NT17", "2", None), (3, "NT8", "5", None)),
    ),
    Case(
        "weeks-of-one-person.csv",
        csv(["what", "how many", "of", "toms ref"], ["apprentice", 1, "person x 52 wks", "NT10"]),
        ((2, "NT10", "1", None),),
        why="a unit that multiplies is none, and not one week",
    ),
    Case(
        "offer-over-each-year.xlsx",
        one_sheet(
            ["Ref", "Measure", "Offer", "Offer", "Offer"],
            [None, None, "Year 1", "Year 2", "Unit"],
            ["NT17", "Volunteering", 50, 70, "hours"],
        ),
        ((3, "NT17", "120", "hour"),),
    ),
    Case(
        "forms-of-the-cells-below-the-heading.xlsx",
        one_sheet(HEAD, ["(code)", "(text)", "(number)", "(text)"], HOURS, TALKS),
        ((3, "NT17", "120", "hour"), (4, "NT8", "40", "hour")),
    ),
    Case(
        "two-references.csv",
        csv(
            ["Ref", "Quantity", "Unit", "Commitment", "Ref"],
            ["NT17", 120, "hours", "Volunteering", "Annex 1"],
            ["NT8", 40, "hours", "Talks", "Annex 2"],
        ),
        TWO,
    ),
)

QUANTITIES = (
    quantity("words-again", "10 (ten)", "10"),
    quantity("words-first", "Ten (10)", "10"),
    quantity("words-that-disagree", "10 (two)", None),
    quantity("figures-that-disagree", "10 (2)", None),
    Case(
        "quantity-three-decimals-of-a-pound.xlsx",
        one_sheet(HEAD, ["NT28", "Gifts", "£1.200", "£"], ["NT28", "Gifts to schools", "£1.20", "£"]),
        ((2, "NT28", None, None), (3, "NT28", "1.2", "GBP")),
    ),
)

OFFER = Sheet([HEAD, HOURS, TALKS], name="Offer")
OTHER = [["NT17", "Volunteering", 90, "hours"], ["NT8", "Talks", 25, "hours"]]


def titled(title: str) -> Case:
    """A table of no promises with this line above it, below the one of the bid."""
    sheet = Sheet([HEAD, HOURS, TALKS, [], [title], HEAD, *OTHER])
    return Case(
        f"titled-{title.replace('/', '-').lower()}.xlsx", xlsx(sheet), TWO, findings=("example-table-left-out",)
    )


def beside(name: str, finding: str, *more: Read) -> Case:
    """A sheet of this name with other quantities of the same measures, behind that of the bid."""
    other = Sheet([HEAD, *OTHER], name=name)
    return Case(f"sheet-{name.replace(' ', '-').lower()}.xlsx", xlsx(OFFER, other), (*TWO, *more), findings=(finding,))


SHEETS = (
    titled("For illustration"),
    titled("Example of a completed table"),
    titled("Last year's performance"),
    titled("Delivered on our current contract"),
    titled("Baseline 2024/25"),
    titled("Council minimum requirements"),
    titled("Bill of quantities"),
    Case(
        "titled-as-outcomes-to-be-delivered.xlsx",
        one_sheet(["Outcomes to be delivered in 2026"], HEAD, HOURS, TALKS),
        ((3, "NT17", "120", "hour"), (4, "NT8", "40", "hour")),
        why="what is to be delivered is none of the past",
    ),
    beside("Offer v1", "earlier-version-left-out"),
    beside("Copy of Offer", "earlier-version-left-out"),
    beside("Not used", "guidance-sheet-left-out"),
    Case(
        "sheet-before-its-second-version.xlsx",
        xlsx(Sheet([HEAD, *OTHER], name="Offer"), Sheet([HEAD, HOURS, TALKS], name="Offer v2")),
        TWO,
        findings=("earlier-version-left-out",),
    ),
    Case(
        "example-right-of-the-offer.xlsx",
        one_sheet(
            ["Our offer", None, None, None, None, "Example"],
            [*HEAD, None, *HEAD],
            [*HOURS, None, "NT17", "Volunteering", 90, "hours"],
            TALKS,
        ),
        ((3, "NT17", "120", "hour"), (4, "NT8", "40", "hour")),
        findings=("example-table-left-out",),
    ),
    Case(
        "total-above-the-next-table.xlsx",
        one_sheet(HEAD, HOURS, ["Total", None, 120], [], ["Ref", "Activity", "Hours"], ["NT8", "Talks", 40]),
        ((2, "NT17", "120", "hour"), (6, "NT8", "40", "hour")),
        why="a row of a total is no title of what follows",
    ),
    Case(
        "offer-above-another-table.xlsx",
        one_sheet(
            ["Ref", "Activity", "Our offer (number)", "Unit"],
            *(["NT17", "Volunteering", 120, "hours"], ["NT8", "Talks", 40, "hours"], []),
            *(["Theme", "Ref", "Measure", "Unit", "Quantity"], ["Jobs", "NT1", "Local jobs", "FTE", 3]),
            *(["Jobs", "NT3", "Jobs", "FTE", 1], ["Jobs", "NT5", "Jobs", "FTE", 1]),
        ),
        (*TWO, (6, "NT1", "3", "fte"), (7, "NT3", "1", "fte"), (8, "NT5", "1", "fte")),
        why="what a column holds is seen in its own table",
    ),
    below(
        "the-same-by-year",
        *([], ["Profile"], ["Ref", "Year 1", "Year 2"], ["NT17", 60, 60], ["NT8", 10, 30]),
        reads=(*TWO, (7, "NT17", "120", None), (8, "NT8", "40", None)),
        findings=("said-in-parts",),
    ),
    Case(
        "heading-printed-again-at-the-end.csv",
        csv(["REF", "WHAT", "OUR OFFER (NUMBER)", "UNIT"], HOURS, TALKS, ["REF", "WHAT", "OUR OFFER (NUMBER)", "UNIT"]),
        TWO,
    ),
    Case(
        "two-rows-of-headings.csv",
        csv(
            ["Proxy", "Description", "Bidder to complete", "", "Evidence"],
            ["", "", "Amount", "Units", ""],
            [*HOURS, "log"],
            [*TALKS, "log"],
        ),
        ((3, "NT17", "120", "hour"), (4, "NT8", "40", "hour")),
    ),
    Case(
        "codes-among-few-lines.csv",
        csv(
            ["Measure", "Details", "Quantity", "Unit"],
            ["Social", "", "", ""],
            HOURS,
            TALKS,
            ["Grand total", "", 160, ""],
        ),
        ((3, "NT17", "120", "hour"), (4, "NT8", "40", "hour")),
    ),
    Case(
        "one-title-with-its-code.csv",
        csv(
            ["Details", "Quantity", "Unit"],
            ["NT17 - Volunteering", 120, "hours"],
            ["Notes:", "", ""],
            ["All years", "", ""],
        ),
        ((2, "NT17", "120", "hour"),),
    ),
    below("signature-with-its-date", [], ["Signed", "J Hale"], ["Date", None, date(2026, 2, 1)]),
    Case(
        "signed-beside-the-numbers-of-rows.csv",
        csv(["No.", *HEAD], [1, *HOURS], [2, *TALKS], [], ["Signed", "J Hale", "Director"]),
        TWO,
        quiet=True,
    ),
)

UNITS = {
    "people (FTE)": "fte",
    "No. of FTE employees": "fte",
    "staff time (hours)": "hour",
    "hours of volunteering": "hour",
    "hours per contract": "hour",
    "weeks (no.)": "week",
    "£ spend": "GBP",
    "Amount (£)": "GBP",
    "tonnes of waste": "tonne",
    "tonnes of carbon": None,
    "carbon (tonnes)": None,
    "hours of work per site": None,
    "pupils (sessions)": None,
    "thousands (£)": None,
}
WORDED = (
    Case(
        "units-in-more-words.xlsx",
        one_sheet(HEAD, *(["NT17", f"Given in {text}", 3, text] for text in UNITS)),
        tuple((at, "NT17", "3", read) for at, read in enumerate(UNITS.values(), 2)),
    ),
)

LENGTHS = tuple(
    Case(
        f"length-of-{label.replace(' ', '-').lower()}-{length}.xlsx",
        one_sheet([label, length], [], HEAD, ["NT17", "Volunteering", 10, "hours a year"]),
        ((4, "NT17", read, "hour"),),
        findings=("per-year-spread" if read else "fact-unread",),
    )
    for label, length, read in (
        ("Contract length", 3, "30"),
        ("Contract length", 36, None),
        ("Contract length in years", 15, "150"),
        ("Duration", "36 months", "30"),
    )
)

CASES = LENGTHS + BELOW + HEADINGS + QUANTITIES + SHEETS + WORDED
