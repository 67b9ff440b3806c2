"""Owns words that set lines apart elsewhere and stand innocently here, each beside what still sets them apart."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Measure", "Quantity", "Unit"]
HOURS = ["NT17", "Volunteering", 40, "hours"]
WEEKS = ["NT9", "Training on site", 12, "weeks"]
JOBS = ["NT1", "Local jobs", 3, "FTE"]


def read_at(hours: int, weeks: int, jobs: int) -> tuple[Read, ...]:
    """The three lines, as they are read in these rows."""
    return ((hours, "NT17", "40", "hour"), (weeks, "NT9", "12", "week"), (jobs, "NT1", "3", "fte"))


THREE = read_at(2, 3, 4)


def described(name: str, hours: str, weeks: str, jobs: str) -> Case:
    """Three lines with these descriptions."""
    rows = [[line[0], text, *line[2:]] for line, text in zip((HOURS, WEEKS, JOBS), (hours, weeks, jobs), strict=True)]
    return Case(f"described-{name}.xlsx", one_sheet(HEAD, *rows), THREE, quiet=True)


def beside(name: str, heading: str, hours: Any, weeks: Any, jobs: Any, **more: Any) -> Case:
    """Three lines with this column behind them."""
    rows = [[*HEAD, heading], [*HOURS, hours], [*WEEKS, weeks], [*JOBS, jobs]]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"beside-{name}.xlsx", xlsx(rows), more.pop("reads", THREE), **more)


def sections(name: str, *titles: str, **more: Any) -> Case:
    """Three lines, each below a heading of its own."""
    first, second, third = titles
    rows = [HEAD, [first], HOURS, [second], WEEKS, [third], JOBS]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"sections-{name}.xlsx", xlsx(rows), read_at(3, 5, 7), **more)


def sheets(name: str, first: str, second: str, **more: Any) -> Case:
    """Two lines on one sheet, and the third on another."""
    more.setdefault("quiet", not more.get("findings"))
    both = Sheet([HEAD, HOURS, WEEKS], name=first), Sheet([HEAD, JOBS], name=second)
    return Case(f"sheets-{name}.xlsx", xlsx(*both), more.pop("reads", read_at(2, 3, 2)), **more)


def tables(name: str, title: str, **more: Any) -> Case:
    """Two lines, and the third in a table of its own below this title."""
    more.setdefault("quiet", not more.get("findings"))
    sheet = Sheet([HEAD, HOURS, WEEKS, [], [title], HEAD, JOBS])
    return Case(f"tables-{name}.xlsx", xlsx(sheet), more.pop("reads", read_at(2, 3, 7)), **more)


DESCRIBED = (
    described("as-removing", "Remove barriers to work", "Deleted-items recycling", "Removed graffiti: jobs"),
    described("as-optional", "Optional drop-in sessions", "Training (weekends optional)", "Optional Ltd: jobs"),
    described("as-average", "Average of 3 placements", "Min. 12 weeks of training", "Maximum Impact CIC support"),
    described("as-checked", "Check-in calls to residents", "Baseline survey of carbon", "Pipeline of talent: jobs"),
    described("as-included", "Volunteering (included in our price)", "Training, of which half in Leeds", "Jobs - new"),
    described("as-withdrawn", "Withdrawn residents called", "Provisional licence training", "Excluded people: jobs"),
    described("if-awarded", "Volunteering (if awarded)", "Training (if the contract is awarded)", "Jobs on award"),
)

NOTED = (
    beside("on-award", "Notes", "Only if awarded", "Subject to contract award", "only if we win the contract"),
    beside("subject-to-contract", "Status", "Subject to contract", "Subject to award", "Confirmed"),
    beside(
        "in-a-document", "Evidence", "Included in the above method statement", "Included in section 3", "See report"
    ),
    beside("on-the-way", "Status", "Ready", "Submitted", "Not started"),
    beside("over-the-term", "Basis", "Over the term", "Over the whole term", "Whole contract"),
    beside(
        "other-awards",
        "Notes",
        "Subject to award of lot 2",
        "Only if extension is awarded",
        "Subject to award of funding",
        findings=("line-withdrawn",),
        why="the award of something else may never come",
    ),
    beside(
        "what-is-to-be-approved",
        "Status",
        "Confirmed",
        "Subject to approval",
        "Subject to contract extension",
        findings=("line-withdrawn",),
    ),
)

BESIDE = (
    beside("line-numbers", "Commitment no.", 1, 2, 3, why="the column counts the lines"),
    beside("numbers-of-offers", "Offer number", 1, 2, 3),
    beside(
        "two-numbers-of-offers",
        "Offer number",
        1,
        5,
        2,
        reads=((2, "NT17", None, None), (3, "NT9", None, None), (4, "NT1", None, None)),
        findings=("ambiguous-column",),
        why="these may be what is offered",
    ),
    beside("optional-notes", "Optional notes", "2 charities", "3 sites", None),
    beside("an-optional-contact", "Optional contact number", 1234, 2345, 3456),
    beside("an-optional-year", "Optional year 4", 10, 3, 1, findings=("extension-not-added",)),
    beside("terms-of-a-school", "Term", "Autumn", "Spring", "Summer", why="it is no term of the contract"),
    beside("projects-of-lines", "Project", "Library", "Town hall", "Library"),
    beside("who-is-helped", "Target group", "Excluded", "Carers", "Inactive", why="people are excluded, and no line"),
    beside("the-status-of-people", "Economic status", "Unemployed", "Inactive", "Inactive"),
    beside("tax", "VAT", "Excluded", "Excluded", "Excluded"),
    beside("what-was-there-before", "Current scheme", "Replaced", "None", "Expired"),
    beside("a-current-status", "Current status", "Live", "Replaced", "Live", findings=("line-withdrawn",)),
    beside("a-decision", "Housing team decision", "Agreed", "Rejected", "Agreed", findings=("line-withdrawn",)),
    beside("whether-it-is-audited", "In scope of audit", "Yes", "No", "No"),
    *(
        Case(
            f"target-beside-{offered.lower().replace(' ', '-')}.xlsx",
            one_sheet(
                ["Ref", "Measure", "Unit", "Target", offered],
                ["NT17", "Volunteering", "hours", 60, 40],
                ["NT9", "Training on site", "weeks", 20, 12],
                ["NT1", "Local jobs", "FTE", 5, 3],
            ),
            THREE,
            why="the target is the buyer's",
        )
        for offered in ("Committed quantity", "Quantity committed by bidder", "Number we will deliver", "Our figure")
    ),
    Case(
        "a-quantity-and-what-it-is-worth.xlsx",
        one_sheet(
            [*HEAD, "Quantity (\u00a3 equivalent)"],
            [*HOURS, 640],
            [*WEEKS, 2400],
            [*JOBS, 90000],
        ),
        THREE,
        quiet=True,
    ),
    Case(
        "sites-beside-what-counts-them-all.xlsx",
        one_sheet(
            ["Ref", "Measure", "Quantity (all sites)", "Unit", "Sites"],
            [*HOURS, 4],
            [*WEEKS, 2],
            [*JOBS, 1],
        ),
        THREE,
        quiet=True,
    ),
)

SECTIONS = (
    sections("numbered", "Site 1", "Ward 4", "Years 3-5", why="a place or a time with a number is no reference"),
    sections("of-times", "2026", "Quarter 2", "Months 7-12"),
    sections("internal-and-external", "Internal", "External", "Internal training"),
    sections("of-pasts", "Last year of school", "Recent delivery drivers", "Delivered in the borough"),
    sections("of-others", "Monitoring air quality", "Rejected goods shared", "Future opportunities for young people"),
    sections("not-elsewhere", "Core (not included elsewhere)", "Minimum requirements met", "Potential for growth"),
    sections("in-capitals", "REMOVED barriers", "TBC partners", "Draft beer social"),
    sections("of-things-drawn", "Cancelled events", "Deferred students", "Pending orders"),
    sections("in-marks", "REMOVED Community days", "TBC community days", "Jobs", findings=("line-withdrawn",)),
    sections("in-a-word", "Indicative", "On hold", "Cancelled lines", findings=("line-withdrawn",)),
    sections("internal-alone", "Jobs", "Internal", "Skills", findings=("line-withdrawn",)),
    sections("monitored", "Jobs", "Monitoring report 2024", "Rejected by the council", findings=("line-withdrawn",)),
    sections("past", "Last year's performance", "Recent projects", "Delivered on our contract",
             findings=("line-withdrawn",)),
)  # fmt: skip

LONE = (
    *(
        Case(
            f"an-example-of-its-own-{at}.csv",
            csv(HEAD, ["", text, "", ""], HOURS, WEEKS),
            ((3, *THREE[0][1:]), (4, *THREE[1][1:])),
            findings=("example-row-skipped",),
            why="the row is the example, and those below it are not",
        )
        for at, text in enumerate(("e.g. a careers talk", "For example, talks", "Example: hire two people", "eg talks"))
    ),
    *(
        Case(
            f"examples-below-a-lone-text-{at}.csv",
            csv(HEAD, ["", text, "", ""], HOURS, ["Our offer", "", "", ""], WEEKS),
            ((5, *THREE[1][1:]),),
            findings=("example-row-skipped",),
        )
        for at, text in enumerate(("E.g.", "For example:", "Example", "Worked example", "Example commitments"))
    ),
)

SHEETS = (
    sheets("old-trafford", "Moss Side", "Old Trafford"),
    sheets("draft-beer", "Jobs", "Draft beer social"),
    sheets("draft-offer", "Offer", "Draft 2", reads=THREE[:2], findings=("earlier-version-left-out",)),
    sheets("help-at-home", "Jobs", "Help at home"),
    sheets("track-record-and-targets", "Offer", "Track record and targets"),
    sheets("internal-and-external", "External", "Internal"),
    sheets("internal-beside-the-offer", "Offer", "Internal", findings=("line-withdrawn",)),
    sheets("old-offer", "Offer", "Old street lighting", reads=THREE[:2], findings=("guidance-sheet-left-out",)),
    sheets("help-for-bidders", "Offer", "Help for bidders", reads=THREE[:2], findings=("guidance-sheet-left-out",)),
    *(
        Case(
            f"sheet-{name.lower().replace(' ', '-')}-alone.xlsx",
            xlsx(Sheet([HEAD, HOURS, WEEKS, JOBS], name)),
            THREE,
            quiet=True,
        )
        for name in (
            "Current",
            "Pipeline",
            "Scores",
            "Costing",
            "Bid 2026",
            "Council targets",
            "Draft",
            "Backup power",
            "Archive project",
            "Example Street",
        )
    ),
)

TABLES = (
    tables("original-ideas", "Original ideas"),
    tables("previous-residents", "Previous residents"),
    tables("baseline-offer", "Baseline offer"),
    tables("benchmark-beating", "Benchmark-beating offer"),
    tables("original-bid", "Original bid", reads=THREE[:2], findings=("example-table-left-out",)),
    tables("draft-beer", "Draft beer social"),
    tables("draft", "Draft 2", reads=THREE[:2], findings=("example-table-left-out",)),
    tables("baseline", "Baseline 2025", reads=THREE[:2], findings=("example-table-left-out",)),
)

WORD_COUNTS = tuple(
    Case(
        f"word-count-{at}.xlsx",
        one_sheet(HEAD, HOURS, WEEKS, JOBS, *rows),
        THREE,
        quiet=True,
        why="how long an answer of the form is, is no promise",
    )
    for at, rows in enumerate(
        (
            [["Word count", None, 487]],
            [[None, "Q7 word count", 487, "words"]],
            [[], ["Q7 word count: 487"], ["Q8 word count (max 500)", None, 499]],
            [[], ["Words used", None, 312], ["Character count", 1200]],
        ),
        start=1,
    )
)

CASES = (*DESCRIBED, *NOTED, *BESIDE, *SECTIONS, *LONE, *SHEETS, *TABLES, *WORD_COUNTS)
