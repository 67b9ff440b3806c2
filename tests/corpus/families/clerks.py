"""Owns what clerks of several trades met: tables above each other, headings of exports and of several years at once."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv

HEAD = ["Ref", "Measure"]
HOURS = ["NT17", "Volunteering"]
WEEKS = ["NT10", "Apprentices"]
YEARS = ["Contract length (years)", 3]
BOTH: tuple[Read, ...] = ((2, "NT17", "36", "hour"), (3, "NT10", "52", "week"))
NEITHER: tuple[Read, ...] = ((2, "NT17", None, "hour"), (3, "NT10", None, "week"))


def headed(name: str, headings: list[str], hours: list[Any], weeks: list[Any], reads: tuple[Read, ...] = BOTH,
           **more: Any) -> Case:  # fmt: skip
    """Two promises with these columns behind their measures."""
    return Case(f"{name}.csv", csv([*HEAD, *headings], [*HOURS, *hours], [*WEEKS, *weeks]), reads, **more)


def above(name: str, *rows: list[Any], reads: tuple[Read, ...] = (), **more: Any) -> Case:
    """Something above a table of one promise, with an empty row between."""
    table = [[], [*HEAD, "Qty", "Unit"], ["NT8", "Talks", 12, "hours"]]
    own: Read = (len(rows) + 3, "NT8", "12", "hour")
    return Case(f"above-{name}.csv", csv(*rows, *table), (*reads, own), **more)


HEADINGS = (
    headed("of-a-query", ["Commitment.Value", "Commitment.UoM"], [36, "hours"], [52, "weeks"]),
    headed("of-all-years", ["Unit", "Target Yr 1-3"], ["hours", 36], ["weeks", 52], findings=("heading-guessed",)),
    headed("of-later-years-too", ["Unit", "Target Yr 1-3", "Target Yr 4-5"], ["hours", 36, 10], ["weeks", 52, 10],
           NEITHER, findings=("year-column-unclear",)),
    headed("of-one-year-and-two-more", ["Unit", "Yr 1 target", "Yr 2-3 target"], ["hours", 12, 24], ["weeks", 20, 32],
           NEITHER, findings=("year-column-unclear",), why="each of two years, or both together"),
    headed("of-several-units", ["FTE / weeks / hours offered", "Unit"], [36, "hours"], [52, "weeks"]),
)  # fmt: skip

ABOVE = (
    above("a-table-whose-quantity-nobody-knows", ["Ref", "Measure", "Our stuff so far", "Kind"],
          ["NT1", "Jobs", 3, "people"], findings=("no-quantity-column",)),
    above("rows-without-headings", ["NT1", "Jobs", 3, "FTE"], findings=("no-quantity-column",)),
    above("headings-that-say-nothing", ["Thing", "We give", "Of it"], ["NT1", "Jobs", 3],
          findings=("no-quantity-column",)),
    above("a-reference-of-the-contract", ["Contract", "RM6187", 2026], quiet=True),
    above("a-code-in-the-title", ["Bid for NT8"], quiet=True),
)  # fmt: skip


def answered(name: str, heading: str, hours: str, weeks: str, **more: Any) -> Case:
    """Two promises beside what the bidder says of each."""
    return headed(f"answered-{name}", ["Qty", "Unit", heading], [36, "hours", hours], [52, "weeks", weeks], **more)


def one_not(name: str, heading: str, hours: str, weeks: str = "Offered") -> Case:
    """The first of two promises is taken back by the words beside it."""
    return answered(name, heading, hours, weeks, findings=("line-withdrawn",))


ANSWERS = (
    headed("target-and-total-offer", ["Target", "Total offer", "Unit"], [40, 36, "hours"], [60, 52, "weeks"]),
    Case(
        "headed-target-and-number-of-the-answer.csv",
        csv(
            [*HEAD, "Target", "Unit", "Response number"],
            [*HOURS, 36, "hours", 1],
            [*WEEKS, 52, "weeks", 2],
            ["NT8", "Talks", 12, "hours", 3],
        ),
        (*BOTH, (4, "NT8", "12", "hour")),
    ),
    one_not("in-a-column-of-answers", "Bidder response", "Declined"),
    one_not("not-offered", "Our response", "Not offered"),
    one_not("not-offered-in-a-commitment", "Commitment", "Not offered", "We will do it with the schools"),
    one_not("yet-to-be-confirmed", "Our offer", "TBC"),
    one_not("declined-in-a-note", "Comments", "Declined", ""),
    one_not("without-a-name", "Column1", "No bid", ""),
    answered("all-offered", "Bidder response", "Offered", "Offered", quiet=True),
    answered("evidence-to-come", "Evidence", "TBC", "Timesheets", quiet=True),
    answered("of-people", "Participants", "Excluded", "Pupils", quiet=True, why="whom it is for"),
)


def beside(name: str, heading: str, hours: Any, **more: Any) -> Case:
    """Two promises with a column beside them that says something of the first alone."""
    rows = [YEARS, [*HEAD, "Qty", "Unit", heading], [*HOURS, 36, "hours", hours], [*WEEKS, 52, "weeks", ""]]
    reads: tuple[Read, ...] = ((3, "NT17", more.pop("reads", "36"), "hour"), (4, "NT10", "52", "week"))
    return Case(f"beside-{name}.csv", csv(*rows), reads, **more)


BESIDE = (
    beside("what-it-waits-for", "Conditional on", "Contract extension", findings=("line-withdrawn",)),
    beside("the-award-it-waits-for", "Conditional on", "Contract award", quiet=True),
    beside("the-line-that-counts-it", "Duplicate of", "NT8", findings=("line-withdrawn",)),
    beside("what-it-is-counted-in", "Counted in", "hours", quiet=True),
    beside("what-is-indicative", "Firm or indicative", "Indicative", findings=("line-withdrawn",)),
    beside("an-address", "Email", "Not provided", quiet=True),
    beside("a-document", "Attachment", "Not included", quiet=True),
    beside("a-time", "Delivery window", "Provisional", quiet=True),
    beside("no-evidence", "Evidence", "Not provided", quiet=True),
    beside("an-answer", "Our response", "Not provided", findings=("line-withdrawn",)),
    beside("a-category-of-stretch", "Category", "Stretch", findings=("line-withdrawn",)),
    beside("a-basis-of-units", "Unit basis", "per month", reads="1296", findings=("per-year-spread",)),
    beside("a-rate-in-words", "Rate", "per week", reads=None, findings=("unclear-basis",)),
    beside("a-year-or-all", "Annual/total", "Annual", reads="108"),
    beside("a-type-of-target", "Target type", "Annual", reads="108"),
    beside("all-of-it", "Target type", "Total", quiet=True),
    beside("how-often-it-is-measured", "Measurement type", "Annual", quiet=True),
    beside("how-often-it-is-reported", "Reporting basis", "Monthly", quiet=True),
    beside("a-cross-of-times", "x", 3, reads=None, findings=("multiplier-unclear",)),
    headed("agreed-at-last", ["Qty", "Final agreed", "Unit"], [40, 36, "hours"], [60, 52, "weeks"]),
    headed("agreed-beside-a-quantity", ["Qty", "Agreed", "Unit"], [40, 36, "hours"], [60, 52, "weeks"], NEITHER,
           findings=("ambiguous-column",)),
    headed("agreed-as-a-flag", ["Qty", "Agreed", "Unit"], [36, 1, "hours"], [52, 1, "weeks"]),
    headed("agreed-alone", ["Agreed", "Delivered", "Unit"], [36, 4, "hours"], [52, 0, "weeks"]),
    headed("of-a-span-of-years", ["Target 2026-29", "Unit"], [36, "hours"], [52, "weeks"]),
    headed("number-or-pounds", ["Number/£", "Unit"], [36, "hours"], [52, "weeks"]),
    headed("of-the-bidder", ["Bidder's figure", "Unit"], [36, "hours"], [52, "weeks"]),
    headed("firm", ["Firm quantity", "Unit"], [36, "hours"], [52, "weeks"]),
    headed("negotiated", ["Qty", "Negotiated", "Unit"], [40, 36, "hours"], [60, 52, "weeks"], NEITHER,
           findings=("ambiguous-column",), why="which of the two counts is not said"),
)  # fmt: skip

COUNTED = (
    headed("target-years", ["Target", "Unit", "Target year", "Baseline year"], [36, "hours", 2027, 2025],
           [52, "weeks", 2028, 2025]),
    Case(
        "keys-and-quantities-in-one-column.csv",
        csv(["Ref & title", "Qty & unit"], ["NT17 - Volunteering", "36 hours"], ["NT10 - Apprentices", "52 weeks"]),
        BOTH,
    ),
    Case(
        "themes-with-their-sums-and-a-unit.csv",
        csv(

                [*HEAD, "Qty", "Unit"],
                ["Jobs & skills", "", 55, ""],
                ["NT1", "Jobs", 3, "FTE"],
                ["NT10", "Apprentices", 52, "weeks"],
                ["Community", "", 48, "hours"],
                [*HOURS, 36, "hours"],
                ["NT8", "Talks", 12, "hours"],

        ),
        ((3, "NT1", "3", "fte"), (4, "NT10", "52", "week"), (6, "NT17", "36", "hour"), (7, "NT8", "12", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "how-many-commitments.csv",
        csv(

                [*HEAD, "Qty", "Unit"],
                [*HOURS, 36, "hours"],
                [*WEEKS, 52, "weeks"],
                ["", "Total number of commitments", 2, ""],

        ),
        BOTH,
        findings=("total-row-skipped",),
    ),
)  # fmt: skip


def stated(name: str, title: str, hours: str | None, pounds: str | None, *facts: list[Any], **more: Any) -> Case:
    """A promise of hours and one of pounds below what a sheet says of both."""
    rows = [*facts, [title], [], [*HEAD, "Qty", "Unit"], [*HOURS, 36, "hours"], ["NT28", "Donations", 12, "£"]]
    at = len(facts) + 4
    reads: tuple[Read, ...] = ((at, "NT17", hours, "hour"), (at + 1, "NT28", pounds, "GBP"))
    return Case(f"stated-{name}.csv", csv(*rows), reads, **more)


STATEMENTS = (
    stated("a-year", "All figures are per annum", "108", "36", YEARS),
    stated("a-year-in-a-title", "Annual commitments", "108", "36", YEARS),
    stated("a-year-in-brackets", "Social value offer (per contract year)", "108", "36", YEARS),
    stated("a-year-of-no-known-length", "Quantities are per year", None, None, findings=("rate-without-length",)),
    stated(
        "fees-and-offers",
        "Fees and social value offer (per year)",
        "36",
        "12",
        YEARS,
        quiet=True,
        why="it may be the fees that are a year's",
    ),
    stated("a-budget-and-offers", "Budget and targets (\u00a3000)", "36", "12", quiet=True),
    stated("a-month", "Note: quantities are per month", None, None, YEARS, findings=("rate-column-unclear",)),
    stated("a-site", "All quantities are per site", None, None, findings=("rate-column-unclear",)),
    stated("thousands-of-pounds", "All values in £000s", "36", None, findings=("scaled-heading",)),
    stated("thousands", "Figures in thousands", None, None, findings=("scaled-heading",)),
    stated("in-all", "Quantities are for the whole contract", "36", "12", YEARS, quiet=True),
    Case(
        "stated-against-a-heading.csv",
        csv(
            YEARS,
            ["Quantities are per year"],
            [],
            [*HEAD, "Quantity over the contract", "Unit"],
            [*HOURS, 36, "hours"],
        ),
        ((5, "NT17", "36", "hour"),),
        quiet=True,
    ),
    stated("prices", "Annual prices in £000s are on the next sheet", "36", "12", YEARS, quiet=True),
    stated("a-report", "Annual social value report (three years)", "36", "12", YEARS, quiet=True),
    headed("stated-of-years-apart", ["Unit", "Year 1", "Year 2"], ["hours", 12, 24], ["weeks", 26, 26]),
    *(
        stated(f"of-something-else-{at}", title, "36", "12", YEARS, quiet=True)
        for at, title in enumerate(
            (
                "Price review: annual",
                "Reporting: quarterly",
                "Payment terms - monthly",
                "Contract (annual spend £2m); yearly",
                "Social value report (per annum)",
            )
        )
    ),
    Case(
        "stated-of-a-section.csv",
        csv(
            YEARS,
            [],
            [*HEAD, "Qty", "Unit"],
            ["One-off commitments"],
            [*HOURS, 36, "hours"],
            ["Annual commitments"],
            [*WEEKS, 52, "weeks"],
        ),
        ((5, "NT17", "36", "hour"), (7, "NT10", "156", "week")),
        why="the heading of a section says nothing of the lines above it, and of those below that they are a year's",
    ),
    Case(
        "thousands-twice-below-plain-ones.csv",
        csv(
            [*HEAD, "Qty", "Unit"],
            ["NT28", "Gifts", 2, "£k"],
            ["NT28", "Gifts", "3", "£k"],
            ["NT28", "Gifts", "1.5k", "£k"],
        ),
        ((2, "NT28", "2", "GBPk"), (3, "NT28", "3", "GBPk"), (4, "NT28", None, "GBPk")),
        findings=("unit-conflict",),
    ),
    Case(
        "lines-below-notes-and-a-heading.csv",
        csv(
            [*HEAD, "Qty", "Unit"],
            [*HOURS, 36, "hours"],
            ["Notes"],
            ["a", "Five of our staff", 5],
            [],
            ["More commitments"],
            ["Own 1", "Talks", 12, "hours"],
        ),
        ((2, "NT17", "36", "hour"), (7, "Own 1", "12", "hour")),
        findings=("example-table-left-out",),
    ),
    Case(
        "stated-below.csv",
        csv([*HEAD, "Qty", "Unit"], [*HOURS, 36, "hours"], [*WEEKS, 52, "weeks"], [], ["All figures are per annum."]),
        NEITHER,
        findings=("rate-without-length",),
    ),
)


def typed(name: str, cell: str, quantity: str | None, **more: Any) -> Case:
    """A promise of hours whose quantity is typed so."""
    rows = [[*HEAD, "Qty", "Unit"], [*HOURS, cell, "hours"], [*WEEKS, 52, "weeks"]]
    return Case(f"typed-{name}.csv", csv(*rows), ((2, "NT17", quantity, "hour"), BOTH[1]), **more)


TYPED = (
    typed("in-words-too", "120 (one hundred and twenty)", "120"),
    typed("in-words-first", "Twenty (20) hours", "20"),
    typed("in-other-words", "Twenty (25) hours", None, findings=("not-a-number",)),
    typed("with-what-it-is-for", "120 hours of volunteering", "120"),
    typed("with-a-rate", "120 hours of volunteering a month", None, findings=("rate-without-length",)),
    typed("with-an-alternative", "120 hours of mentoring or talks", None, findings=("not-a-number",)),
    typed("across-the-contract", "120 hours across the contract term", "120"),
)

BASIS = ["KPI description", "Annual/total", "Target", "Unit"]
INDICATORS = (
    Case(
        "indicators-beside-measures.csv",
        csv(["KPI no.", "SV ref", *BASIS], ["KPI1", "NT17", "Volunteering", "Total", 36, "hours"],
             ["KPI2", "NT10", "Apprentices", "Total", 52, "weeks"]),
        BOTH,
        why="the word beside an amount says that it is one in all, and not that it adds up others",
    ),
    Case(
        "two-columns-of-codes.csv",
        csv(["KPI ref", "Commitment ref", *BASIS], ["KPI1", "NT17", "Volunteering", "Total", 36, "hours"],
             ["KPI2", "NT10", "Apprentices", "Total", 52, "weeks"]),
        ((2, None, "36", "hour"), (3, None, "52", "week")),
        findings=("ambiguous-column",),
    ),
    Case(
        "a-code-of-the-bidder-beside-the-measures.csv",
        csv(["SV ref", "TOMs ref", "Qty", "Unit"], ["SV1", "NT17", 36, "hours"], ["SV2", "NT10", 52, "weeks"]),
        BOTH,
    ),
)  # fmt: skip

CASES = (*INDICATORS, *TYPED, *BESIDE, *STATEMENTS, *HEADINGS, *ABOVE, *ANSWERS, *COUNTED)
