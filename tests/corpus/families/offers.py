"""Owns what stands beside what is offered: what is asked for, boxes, how it comes about, and what takes it back."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HOURS = ["NT17", "Volunteering", "hours"]
WEEKS = ["NT9", "Training on site", "weeks"]
HEAD = ["Ref", "Measure", "Unit"]
BOTH: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"))
NEITHER: tuple[Read, ...] = ((2, "NT17", None, "hour"), (3, "NT9", None, "week"))


def beside(name: str, headings: list[str], hours: list[Any], weeks: list[Any], reads: tuple[Read, ...] = BOTH,
           **more: Any) -> Case:  # fmt: skip
    """Two promises with these columns behind their units."""
    rows = [[*HEAD, *headings], [*HOURS, *hours], [*WEEKS, *weeks]]
    return Case(f"beside-{name}.csv", csv(*rows), reads, **more)


def last(name: str, *row: Any, head: str = "Notes", **more: Any) -> Case:
    """A promise, and a row whose measure, quantity and note are given, which is no firm promise."""
    measure, quantity, note = row
    rows = [["Ref", "Measure", "Unit", "Qty", head], ["NT17", "Volunteering", "hours", 40, "Live"]]
    sheet = Sheet([*rows, ["NT9", measure, "weeks", quantity, note]])
    more.setdefault("findings", ("line-withdrawn",))
    return Case(
        f"last-{name}.xlsx", xlsx(sheet), ((2, "NT17", "40", "hour"), (3, "NT9", str(quantity), "week")), **more
    )


def below(name: str, *rows: list[Any], reads: tuple[Read, ...] = (), **more: Any) -> Case:
    """Two promises of one unit with something below them that is none."""
    head = ["Ref", "Measure", "Unit", "Qty"]
    sheet = Sheet([head, [*HOURS, 40], ["NT8", "Talks", "hours", 12], *rows])
    two: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT8", "12", "hour"))
    return Case(f"below-{name}.xlsx", xlsx(sheet), (*two, *reads), **more)


ASKED = (
    beside("the-target-of-the-buyer", ["Target", "Offer"], [60, 40], [20, 12], why="the target is the buyer's"),
    beside("a-target-and-a-commitment", ["Target", "Our commitment"], [60, 40], [20, 12]),
    beside("what-is-offered-first", ["Offer", "Target"], [40, 60], [12, 20]),
    beside("what-we-offer", ["Target", "What we offer"], [60, 40], [20, 12]),
    beside("units-of-our-offer", ["Target", "Units of our offer"], [60, 40], [20, 12]),
    beside("what-is-tendered", ["Minimum requirement", "Tendered"], [20, 40], [5, 12]),
    beside("targets-that-nobody-answered", ["Target", "Bid"], [60, None], [20, None], NEITHER,
           findings=("no-quantity",), why="a target that is not answered is not offered"),
    beside("two-that-may-be-offered", ["Quantity", "Commitment"], [60, 40], [20, 12], NEITHER,
           findings=("ambiguous-column",), why="nothing says which of the two is promised"),
    beside("an-offer-and-those-who-do-it", ["No. of staff", "Our offer"], [3, 40], [2, 12],
           why="how many do it is not what is offered"),
    beside("an-offer-and-its-hours", ["Commitment", "Hours"], [40, 40], [12, 420]),
    beside("an-offer-and-one-year", ["Our offer", "Year 1"], [40, 10], [12, 4], NEITHER, findings=("total-mismatch",),
           why="one year of several does not say what the others hold"),
    beside("sentences-of-parts", ["Target", "Our offer"], [40, "We will run clubs for 3 years"],
           [12, "We will give talks in 4 schools"], quiet=True, why="neither number is how much is offered"),
    beside("a-sentence-of-less", ["Target", "Our offer"], [40, "We will give 20 hours"], [12, "We will take part"],
           ((2, "NT17", None, "hour"), BOTH[1]), findings=("quantity-undecided",)),
    beside("a-contingency-of-nothing", ["Quantity", "Contingency %"], [40, 0], [12, "0%"], quiet=True),
    beside("a-sentence-beside-nothing", ["Target", "Our offer"], ["TBC", "We will give 20 hours"], [12, "12 weeks"],
           ((2, "NT17", None, "hour"), BOTH[1]), findings=("no-quantity",)),
    beside("ticks-beside-years", ["Offered?", "Year 1", "Year 2"], ["\u2713", 10, 30], ["\u2713", 4, 8], quiet=True),
    beside("ticks-in-wingdings", ["Offered?", "Quantity"], ["\u00fc", 40], ["\u00fc", 12], quiet=True),
    beside("a-cross-in-wingdings", ["Offered?", "Quantity"], ["\u00fc", 40], ["\u00fb", 12],
           findings=("line-withdrawn",)),
    beside("a-contingency", ["Quantity", "Contingency %"], [40, 100], [12, 100], findings=("share-not-used",)),
    beside("an-offer-and-its-years", ["Our offer", "Year 1", "Year 2"], [40, 10, 30], [12, 4, 8]),
    beside("those-who-do-it-and-a-number", ["No.", "No. of staff"], [40, 3], [12, 2], NEITHER,
           findings=("ambiguous-column",), why="either may be so many of the unit beside it"),
    beside("those-who-do-it-and-a-total", ["No. of staff", "Total"], [3, 40], [2, 12], NEITHER,
           findings=("ambiguous-column",)),
    beside("years-and-those-who-do-it", ["No. of staff", "Year 1", "Year 2", "Total"], [3, 10, 30, 40], [2, 4, 8, 12]),
    beside("an-offer-that-a-total-adds-up", ["Supplier offer", "Supply chain", "Total"], [30, 10, 40], [8, 4, 12],
           why="what the supplier offers itself is a part of it"),
    beside("an-offer-and-another-total", ["Our offer", "Total"], [20, 40], [6, 12], NEITHER,
           findings=("ambiguous-column",)),
    beside("an-offer-in-money", ["Target", "Offer (£)"], [40, 680], [12, 3000]),
    beside("an-offer-of-yes-and-no", ["Qty", "Offer"], [40, "Yes"], [12, "No"], findings=("line-withdrawn",)),
)  # fmt: skip

BOXES = tuple(
    beside(f"box-{number}", [heading, "Qty"], [yes, 40], [no, 12], findings=("line-withdrawn",))
    for number, (heading, yes, no) in enumerate(
        (
            ("Commit? (\u2713)", "\u2713", "\u2717"),
            ("Will you deliver this?", "Yes", "No"),
            ("Commitment Y/N", "Y", "N"),
            ("Opt in?", "Y", "N"),
        ),
        start=1,
    )
)

MADE_OF = (
    beside("people-times-hours", ["People", "Hours each", "Total"], [10, 4, 40], [None, None, 12],
           ((2, "NT17", "40", "hour"), (3, "NT9", None, "week")), findings=("unit-conflict",),
           why="the total is in hours, and weeks are not"),
    Case("a-product-that-is-wrong.csv",
         csv([*HEAD, "No. of clients", "Hours per client", "Total hours"], [*HOURS, 10, 4, 40],
              ["NT8", "Talks", "hours", 3, 4, 120]),
         ((2, "NT17", "40", "hour"), (3, "NT8", "120", "hour")), findings=("total-mismatch",),
         why="three times four are no 120"),
    beside("a-sum-that-is-wrong", ["Kier", "Mears", "Total"], [30, 10, 40], [6, 6, 21],
           ((2, "NT17", "40", "hour"), (3, "NT9", "21", "week")), findings=("total-mismatch",)),
    beside("phases-that-add-up", ["Phase 1", "Phase 2", "Total"], [20, 20, 40], [6, 6, 12], quiet=True),
    beside("a-year-and-four", ["Target p.a.", "4-year target"], [10, 40], [3, 12], quiet=True),
    beside("a-year-and-its-total", ["Annual target", "4-yr total"], [10, 40], [3, 12], quiet=True),
    beside("a-year-and-another-total", ["Annual target", "3-yr total"], [10, 40], [4, 12],
           findings=("total-mismatch",)),
    beside("a-year-and-a-total-of-years", ["Per year", "Total over 4 years"], [10, 40], [4, 12],
           findings=("total-mismatch",)),
    beside("a-year-and-a-rounded-total", ["Per year", "Total over 3 years"], [13.33, 40], [4, 12], quiet=True),
    beside("a-year-and-a-total-of-ramped-years", ["Per year (from year 2)", "Total contract"], [15, 40], [5, 12],
           quiet=True),
    beside("a-year-and-a-total-of-named-years", ["Annual quantity", "Total (Years 1-4)"], [10, 40], [4, 12],
           findings=("total-mismatch",)),
    beside("a-price-and-a-value-of-years", ["Qty", "Proxy value", "Total value"], [40, 17, 2720], [12, 200, 9600],
           findings=("extension-not-added",), why="it is four times as much, and so perhaps is the quantity"),
    beside("a-price-and-its-value", ["Qty", "Proxy value", "Total value"], [40, 17, 680], [12, 200, 2400], quiet=True),
    beside("a-price-and-another-value", ["Qty", "Proxy value", "Total value"], [40, 17, 340], [12, 200, 1800],
           quiet=True, why="something is taken off"),
    beside("direct-and-overall", ["Direct", "Supply chain", "Overall"], [30, 10, 40], [10, 2, 12], quiet=True),
    Case(
        "years-numbered-below-their-name.xlsx",
        xlsx(
            Sheet(
                [
                    [*HEAD, "Contract year", None, None, None],
                    [None, None, None, 1, 2, 3, "Total"],
                    [*HOURS, 10, 10, 20, 40],
                    [*WEEKS, 4, 4, 4, 12],
                ],
                merged=("D1:G1",),
            )
        ),
        ((3, "NT17", "40", "hour"), (4, "NT9", "12", "week")),
        quiet=True,
    ),
)  # fmt: skip

TAKEN_BACK = (
    last("not-committed", "Training (not committed)", 12, None),
    last("removed", "REMOVED: training", 12, None),
    last("optional", "Optional: training", 12, None),
    last("if-extended", "Training (if extended)", 12, None),
    last("noted-as-not-offered", "Training", 12, "Not offered"),
    last("noted-as-superseded", "Training", 12, "Superseded by row 2"),
    last("noted-as-counted", "Training", 12, "Already counted in NT17"),
    last("noted-as-conditional", "Training", 12, "Only if extension is awarded"),
    last("out-of-scope", "Training", 12, "Out of scope", head="Status"),
    last("to-be-confirmed", "Training", 12, "TBC", head="Status"),
    last("evidence-to-come", "Training", 12, "TBC", findings=(), why="the note is to be confirmed, not the line"),
    Case(
        "last-noted-as-a-rate.xlsx",
        one_sheet([*HEAD, "Qty", "Notes"], [*HOURS, 40, "Timesheets"], [*WEEKS, 12, "per site"]),
        ((2, "NT17", "40", "hour"), (3, "NT9", None, "week")),
        findings=("unclear-basis",),
    ),
)

BELOW = (
    below("averages", ["Average", None, None, 26], ["Max", None, None, 40], findings=("total-row-skipped",)),
    below("a-check", ["Check", None, None, 0], findings=("total-row-skipped",)),
    below(
        "who-signs",
        *([], ["Prepared by", "J Smith", "Tel", 1614960000], ["Company no.", None, None, 4567890]),
        why="neither a telephone nor a company is promised",
    ),
)


def apart(name: str, sheet: str, **more: Any) -> Case:
    """Two sheets with a promise each, of which the second is not promised for sure by its name."""
    head = [*HEAD, "Qty"]
    sheets = (Sheet([head, [*HOURS, 40]], name="Offer"), Sheet([head, [*WEEKS, 12]], name=sheet))
    reads: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (2, "NT9", "12", "week"))
    return Case(f"apart-{name}.xlsx", xlsx(*sheets), reads, findings=("line-withdrawn",), **more)


SECTIONS = (
    *(
        below(
            f"section-{number}",
            [section],
            [*WEEKS, 12],
            reads=((5, "NT9", "12", "week"),),
            findings=("line-withdrawn",),
        )
        for number, section in enumerate(
            ("Stretch", "Excluded", "Under consideration", "Council targets", "Option B", "Not bidding"), start=1
        )
    ),
    apart("what-is-not-offered", "Not offered"),
    apart("what-the-council-wants", "Council targets"),
    apart("what-was-delivered", "Delivered 24-25"),
    apart("what-an-extension-may-bring", "Year 4 (extension)"),
    Case(
        "sheet-of-targets-alone.xlsx",
        xlsx(Sheet([[*HEAD, "Offer"], [*HOURS, 40], [*WEEKS, 12]], name="Minimum requirements")),
        BOTH,
        quiet=True,
        why="there is no other sheet that the bidder may have filled in",
    ),
)

NAMED = (
    Case(
        "the-buyers-own-references.csv",
        csv(["LBH ref", "Measure", "Unit", "Target offered"], ["LBH1", "Weeks", "weeks", 52]),
        ((2, "LBH1", "52", "week"),),
    ),
    Case(
        "commitments-by-number.csv",
        csv(["Commitment no.", "TOMs ref", "Measure", "Unit", "Quantity"], [1, *HOURS, 40], [2, *WEEKS, 12]),
        BOTH,
        quiet=True,
        why="the first column counts the lines",
    ),
    Case(
        "sums-above-their-themes.xlsx",
        one_sheet(
            [*HEAD, "Qty"],
            ["Jobs", None, None, 14],
            ["NT1", "Local jobs", "FTE", 2],
            [*WEEKS, 12],
            ["Social", None, None, 40],
            [*HOURS, 40],
        ),
        ((3, "NT1", "2", "fte"), (4, "NT9", "12", "week"), (6, "NT17", "40", "hour")),
        findings=("total-row-skipped",),
    ),
)

CASES = (*ASKED, *BOXES, *MADE_OF, *TAKEN_BACK, *BELOW, *SECTIONS, *NAMED)
