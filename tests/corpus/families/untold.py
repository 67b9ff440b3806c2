"""Owns what stands beside a quantity and changes what it means, each with bids in which the like is innocent."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, described
from tests.corpus.write.others import csv
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

OPEN: tuple[Read, ...] = tuple((row, reference, None, None) for row, reference, _, _ in THREE)
AIMED: tuple[Read, ...] = ((2, "NT17", "60", "hour"), (3, "NT9", "20", "week"), (4, "NT1", "5", "fte"))
BASE = ["Ref", "Measure", "Unit"]
ASIDE = ("baseline-not-taken-off",)


def two(first: str, second: str, reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """Three lines with two columns of amounts: 60 and 40 hours, 20 and 12 weeks, 5 and 3 posts."""
    rows = [["NT17", "Talks", "hours", 60, 40], ["NT9", "Training", "weeks", 20, 12], ["NT1", "Jobs", "FTE", 5, 3]]
    more.setdefault("quiet", not more.get("findings"))
    name = f"{first}-and-{second}".lower().replace(" ", "-").replace("'", "")
    return Case(f"{name}.xlsx", one_sheet([*BASE, first, second], *rows), reads, **more)


def risen(first: str, second: str, *amounts: Any, **more: Any) -> Case:
    """Three lines with what is there already, 60 hours, 20 weeks and 5 posts unless said, beside what is aimed at."""
    there = amounts or (10, 2, 1)
    rows = [[*line[:2], line[3], have, line[2]] for line, have in zip((HOURS, WEEKS, JOBS), there, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    name = f"{first}-below-{second}-{'-'.join(map(str, amounts))}".lower().replace(" ", "-").strip("-")
    return Case(f"{name}.xlsx", one_sheet([*BASE, first, second], *rows), more.pop("reads", THREE), **more)


ACTUALS = (
    *(two("Target", offered) for offered in ("Actual offer", "Our actual bid", "Actual commitment")),
    *(
        two("Target", actual, OPEN, findings=("ambiguous-column",), why="done already, or what is offered")
        for actual in ("Our actual", "Bidder's actual", "Actual (tenderer)")
    ),
    *(two("Target", done, AIMED) for done in ("Actual", "Actual to date", "Actual cost")),
    Case(
        "commitments-that-begin-with-numbers.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", "Unit"],
            ["NT17", "40 hours of talks, 2 a month", 40, "hours"],
            ["NT9", "20 weeks of training, 12 of them here", 12, "weeks"],
            ["NT1", "3 local jobs", 3, "FTE"],
        ),
        THREE,
        quiet=True,
    ),
    Case(
        "commitments-that-say-the-quantity.csv",
        csv(
            ["Ref", "Commitment", "Target", "Unit"],
            ["NT17", "40 hours", 40, "hours"],
            ["NT9", "12 weeks", 12, "weeks"],
            ["NT1", "3 FTE", 3, "FTE"],
        ),
        THREE,
        quiet=True,
    ),
    beside("what-the-bidder-did", "Our actual", None, None, None, why="a form to report in, not yet filled in"),
    beside("an-actual-date", "Actual start", "May", "June", "June"),
)

LEVELS = (
    *(risen(there, "Target", findings=ASIDE) for there in ("Baseline", "Current", "Existing level", "Starting point")),
    risen("Existing", "Proposed", findings=ASIDE),
    Case(
        "a-baseline-below-years.xlsx",
        one_sheet([*BASE, "Baseline", "Year 1", "Year 2"], ["NT17", "Talks", "hours", 5, 20, 20]),
        ((2, "NT17", "40", "hour"),),
        findings=ASIDE,
    ),
    risen("Current", "Target", 80, 20, 5, reads=OPEN, findings=("quantity-undecided",)),
    risen("Baseline", "Target", 0, 0, 0, why="there is nothing to take off"),
    risen("Current", "Target", "None", "Ad hoc", "Few"),
    risen("Baseline", "Quantity", why="the quantity is what is promised, whatever there is"),
    risen("Current", "Our offer"),
    risen("Existing supplier", "Target", 3, 1, 2),
    two("Target", "Current", AIMED, why="how far it is reached"),
)

NOTES = (
    *(
        beside(
            f"noted-{at}", "Notes", said, "Registers", "Payroll", findings=("line-withdrawn",), why="the note says so"
        )
        for at, said in enumerate(
            (
                "This line is not for evaluation",
                "Not scored",
                "For information only - not part of our offer",
                "Excluded from our offer",
                "Please do not score this row",
                "Withdrawn from the bid",
                "We are not offering this",
            ),
            start=1,
        )
    ),
    beside("noted-by-the-buyer", "Buyer comments", "Fine", "Not to be evaluated", "", findings=("line-withdrawn",)),
    beside("notes-of-people", "Notes", "Members only", "Excluded pupils", "Women not in work"),
    beside("notes-of-scores", "Notes", "Not scored highly by others before", "Scored by audit", "Not before June"),
    beside("notes-of-evidence", "Evidence", "For information see our policy", "Excluded from VAT", "Local people only"),
    beside("notes-of-terms", "Comments", "Not included in the price of works", "No longer than 3 weeks", "This is new"),
    beside("a-venue", "Venue", "Not yet confirmed", "For information call us", "Town hall only"),
)

MARKS = (
    *(
        Case(
            f"marked-behind-{at}.xlsx",
            one_sheet(HEAD, [HOURS[0], f"Volunteering in schools {mark}", *HOURS[2:]], WEEKS, JOBS),
            THREE,
            findings=("line-withdrawn",),
        )
        for at, mark in enumerate(
            (
                "(TBC)",
                "(optional)",
                "- optional",
                "(if required)",
                "(subject to approval)",
                "- REMOVED FOLLOWING CLARIFICATION",
                "(to be agreed with the council)",
                "[not scored]",
                "(excluded from our offer)",
            ),
            start=1,
        )
    ),
    described("as-optional-for-some", "Talks (optional at weekends)", "Training (attendance optional)", "Jobs (new)"),
    described("as-settled-later", "Talks (dates to be agreed)", "Training - names TBC", "Jobs (subject to contract)"),
    described("as-required", "Talks (DBS required)", "Training - no skills required", "Jobs - potential for growth"),
    described("as-agreed", "Talks on how to bid", "Training by agreement", "Jobs in planning"),
    described("as-removed", "Graffiti removed", "Training - tender", "People excluded - jobs"),
)

SHARES = (
    *(
        beside(f"a-{heading.replace('%', 'share').replace(' ', '-')}", heading, *shares, findings=("share-not-used",))
        for heading, shares in (
            ("local %", ("40%", "60%", "100%")),
            ("% local", (0.4, 0.6, 1)),
            ("SME %", (40, None, None)),
            ("proportion spent with SMEs", (0.4, 0.5, 0.5)),
        )
    ),
    beside("all-of-it-local", "Local %", "100%", "100%", "100%"),
    Case(
        "a-share-beside-what-is-local.xlsx",
        one_sheet(["Ref", "Measure", "Local quantity", "Unit", "Local %"], [*WEEKS, "40%"]),
        ((2, "NT9", "12", "week"),),
        quiet=True,
    ),
    beside("no-share-yet", "Local %", None, None, None),
    beside("a-local-partner", "Local share of the work", "Acme", "Brook", "Acme"),
    beside("weights", "Weighting %", 40, 40, 20, why="an evaluation weighting takes nothing off"),
    beside("per-cent-of-the-contract", "% of contract value", 1, 2, 3),
)

PACES = (
    *(
        Case(
            f"a-rate-in-the-description-{at}.xlsx",
            one_sheet(HEAD, [HOURS[0], text, *HOURS[2:]], WEEKS, JOBS),
            THREE,
            findings=("rate-in-description",),
        )
        for at, text in enumerate(
            (
                "40 hours a month for 3 years",
                "Volunteering, 40 hours per apprentice",
                "We will give 40 staff hours every quarter",
                "40hrs/month",
                "40 hours x 4 years",
                "40 hours for each school",
                "40 hours of talks annually",
            ),
            start=1,
        )
    ),
    Case(
        "a-rate-and-what-it-comes-to.csv",
        csv(HEAD, *(["NT17", f"Talks {n}, 20 hours a month for {n} years", 240 * n, "hours"] for n in range(1, 4))),
        ((2, "NT17", "240", "hour"), (3, "NT17", "480", "hour"), (4, "NT17", "720", "hour")),
        quiet=True,
    ),
    Case(
        "one-rate-among-many-lines.csv",
        csv(HEAD, *(["NT17", f"Talk {n}, 5 hours a week", n, "hours"] for n in range(1, 9))),
        tuple((n + 1, "NT17", f"{n}", "hour") for n in range(1, 9)),
        findings=("rate-in-description",),
    ),
    described("as-a-rate-of-all", "2 hours a week for 20 weeks (40 hours)", "12 weeks a year in total", "Jobs"),
    described(
        "as-a-rate-of-posts", "40 hours given by 4 people a year", "12 weeks, 5 days a week", "Jobs of 3 days a week"
    ),
    described("as-newsletters", "40 monthly newsletters", "For 12 pupils once a week", "3 weekly drop-in posts"),
    described("as-a-length", "40 hours over a year", "12 weeks within a term", "3 jobs for a term"),
    Case(
        "a-rate-in-a-contract-of-a-year.xlsx",
        one_sheet(["Contract length", "1 year"], [], HEAD, [HOURS[0], "40 hours a year", *HOURS[2:]]),
        ((4, "NT17", "40", "hour"),),
        quiet=True,
    ),
)


def aside(name: str, *rows: list[Any], heads: list[Any] = HEAD, **more: Any) -> Case:
    """The three lines, and a sheet of another purpose beside them with these rows."""
    more.setdefault("quiet", "measures-left-out" not in more.get("findings", ()))
    more.setdefault("findings", ("guidance-sheet-left-out",))
    book = xlsx([HEAD, HOURS, WEEKS, JOBS], Sheet([heads, *rows], name=name))
    return Case(f"{name.lower()}-{len(rows)}-{heads[-1].lower()}.xlsx", book, THREE, **more)


PROMISED = ("measures-left-out",)
ASIDES = (
    aside("Team", HOURS, ["NT4", "Apprentices", 2, "FTE"], findings=PROMISED),
    aside("Costs", ["NT28", "Gifts", 500, "\u00a3", 1], heads=[*HEAD, "Price"], findings=PROMISED),
    aside("Risks", ["NT17", "More talks", 20, "hours"], findings=PROMISED),
    aside(
        "Evidence",
        ["NT17", "Letters of thanks", 3],
        heads=["Ref", "Evidence", "Count"],
        findings=PROMISED,
        why="three letters are no hours",
    ),
    aside("Staff", ["NT8", "Talks", 2, 2], heads=["Ref", "Measure", "Year 1", "Year 2"], findings=PROMISED),
    aside("Pricing", [*HOURS, 16.93], [*JOBS, 30_000], heads=[*HEAD, "Price"], why="the lines are priced, and no more"),
    aside("Resources", ["NT1", "A. Shah", 1, "FTE"], ["NT1", "B. Lee", 2, "FTE"], why="who the three posts are"),
    aside("Budget", ["C1", "Van hire", 3, "days"], ["C2", "Venue", 4, "days"]),
    aside("Milestones", ["M1", "Open the hub", 1, "hub"], ["M2", "First talk", 1, "talk"]),
    aside("Assumptions", ["NT17", "Hours are those of staff", None, "hours"]),
    aside("Lists", ["NT17", "Volunteering", 1, "hours"], ["NT28", "Gifts", 1, "\u00a3"], why="a list of all measures"),
)


def priced(name: str, heads: list[Any], *rows: list[Any], findings: tuple[str, ...] = ()) -> Case:
    """The three lines, and a tab of measures with what is said of each."""
    book = xlsx(Sheet([HEAD, HOURS, WEEKS, JOBS], name="Offer"), Sheet([heads, *rows], name="Tab 2"))
    return Case(f"measures-with-{name}.xlsx", book, THREE, findings, quiet=not findings)


WORTH = (
    priced(
        "prices", ["Ref", "Measure", "Unit", "Price"], ["NT17", "Talks", "hours", 16.93], ["NT1", "Jobs", "FTE", 30000]
    ),
    priced("proxies", ["Code", "Measure", "Unit", "Proxy (\u00a3)"], ["NT17", "Talks", "hours", 16.93]),
    priced("a-rate-in-pounds", ["Ref", "Measure", "Rate (\u00a3)"], ["NT17", "Talks", 16.93]),
    priced("a-rate", ["Ref", "Measure", "Rate"], ["NT17", "Talks", 16], findings=("no-quantity-column",)),
    priced(
        "prices-and-more",
        ["Ref", "Measure", "Price", "Leeds"],
        ["NT17", "Talks", 16.93, 40],
        ["NT8", "Walks", 16.93, "Few"],
        findings=("no-quantity-column",),
    ),
)


def alone(heading: str, unit: str | None, **more: Any) -> Case:
    """Two promises of spend below a heading that holds the only amounts; refused without a unit."""
    rows = [["Ref", "Measure", heading], ["NT18", "Spend near the site", 120], ["NT19", "Spend with small firms", 50]]
    reads = ((2, "NT18", "120", unit), (3, "NT19", "50", unit)) if unit else ()
    words = heading.lower().replace("\u00a3", "pounds").replace(" ", "-")
    name = "".join(each for each in words if each.isalnum() or each == "-")
    end: dict[str, Any] = {"findings": ("heading-guessed",), "quiet": True} if unit else {"fatal": "no-table"}
    return Case(f"alone-{name}.xlsx", xlsx(rows), reads, **end, **more)


SPENDS = (
    alone("Spend", "GBP"),
    alone("Local spend (\u00a3)", "GBP"),
    alone("Spend (\u00a3'000)", "GBPk"),
    alone("Spend \u00a3k", "GBPk"),
    alone("Spend with SMEs (\u00a3m)", "GBPm"),
    alone("Spend ('000)", None, why="thousands of what"),
    alone("Annual spend (\u00a3)", None, why="for how many years"),
    alone("Spend to date (\u00a3)", None, why="what is spent is not promised"),
    alone("Value", None, why="the sheet's own valuation, perhaps"),
    alone("Spend category", None),
    beside("what-it-costs-us", "Spend (\u00a3)", 640, 2400, 90000, why="beside a quantity it is a cost"),
    Case(
        "a-value-of-commitments.xlsx",
        one_sheet(["Ref", "Commitment", "Value"], ["NT18", "Spend near the site", 120]),
        ((2, "NT18", "120", "GBP"),),
        findings=("heading-guessed",),
    ),
    Case(
        "a-value-of-commitments-in-thousands.xlsx",
        one_sheet(["Ref", "Commitment", "Value ('000)"], ["NT18", "Spend near the site", 120]),
        ((2, "NT18", None, "GBP"),),
        findings=("scaled-heading",),
    ),
)

WORDS = (
    *(
        Case(f"the-number-{word.replace(' ', '-')}.csv", csv(HEAD, [*HOURS[:2], word, "hours"], JOBS),
             ((2, "NT17", number, "hour"), (3, "NT1", "3", "fte")), quiet=True)
        for word, number in (("Twelve", "12"), ("a dozen", "12"), ("Twenty.", "20"), ("two hours", "2"), ("Nil", "0"),
                             ("One hundred", "100"), ("Fifty-two", "52"), ("One hundred and twenty hours", "120"))
    ),
    *(
        Case(f"no-number-{word.replace(' ', '-')}.csv", csv(HEAD, [*HOURS[:2], word, "hours"], JOBS),
             ((2, "NT17", None, "hour"), (3, "NT1", "3", "fte")), findings=("not-a-number",))
        for word in ("Twenty twenty", "One and a half", "Two dozen", "One to two", "Ten per week", "One off")
    ),
    Case(
        "a-total-without-its-result.xlsx",
        one_sheet(["Ref", "Measure", "No. of people", "Hours each", "Total"], ["NT17", "Talks", 10, 4, 40],
                    ["NT17", "Walks", 5, 4, 20], ["NT17", "Clubs", 6, 4, Formula("C4*D4")]),
        ((2, "NT17", "40", "hour"), (3, "NT17", "20", "hour"), (4, "NT17", None, None)),
        findings=("formula-without-result",),
    ),
    Case(
        "a-total-to-be-confirmed.xlsx",
        one_sheet(["Ref", "Measure", "No. of people", "Hours each", "Total"], ["NT17", "Talks", 10, 4, 40],
                    ["NT17", "Clubs", 6, 4, "TBC"]),
        ((2, "NT17", "40", "hour"), (3, "NT17", None, None)),
        findings=("no-quantity",),
    ),
)  # fmt: skip

CASES = (*ACTUALS, *LEVELS, *NOTES, *MARKS, *SHARES, *PACES, *WORDS, *ASIDES, *WORTH, *SPENDS)
