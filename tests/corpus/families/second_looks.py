"""Owns bids that a clerk reads after a second look: later words, shares of deliverers, sections with codes, doubts."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Qty", "Unit"]
VOL_50: Read = (2, "NT17", "50", "hour")
VOL_ASKED: Read = (2, "NT17", None, "hour")


def beside(name: str, headings: list[str], *rows: list[Any], reads: tuple[Read, ...], **more: Any) -> Case:
    """A table with columns between the commitment and its unit."""
    lines = [["Ref", "Commitment", *headings, "Unit"], *rows]
    return Case(f"beside-{name}.csv", csv(*lines), reads, **more)


LAST_WORDS = (
    *(
        beside(
            f"{first}-and-{last}".lower().replace(" ", "-"),
            [first, last],
            ["NT17", "Volunteering", 40, 50, "hours"],
            reads=(VOL_50,),
            why="the later word is the one that is promised",
        )
        for first, last in (
            ("Original", "Revised"),
            ("Original offer", "Revised after clarification"),
            ("Quantity", "After clarification"),
            ("ISIT offer", "BAFO offer"),
        )
    ),
    beside(
        "a-change-and-a-new-quantity",
        ["Qty", "Change", "New qty"],
        ["NT17", "Volunteering", 40, 10, 50, "hours"],
        reads=(VOL_50,),
    ),
    beside(
        "a-quantity-agreed-since",
        ["Quantity", "Quantity agreed at mobilisation meeting"],
        ["NT17", "Volunteering", 40, 30, "hours"],
        reads=(VOL_ASKED,),
        findings=("quantity-undecided",),
    ),
)

SHARES = (
    *(
        beside(
            f"{whose}-and-subcontractors".lower().replace(" ", "-"),
            [whose, "Sub-contractor A", "Sub-contractor B", "Total"],
            *(["NT17", "Volunteering", 30, 10, 10, 50, "hours"], ["NT10", "Apprentices", 52, 52, None, 104, "weeks"]),
            reads=(VOL_50, (3, "NT10", "104", "week")),
        )
        for whose in ("Prime", "Us", "Acme Ltd")
    ),
    beside(
        "another-deliverer-without-a-total",
        ["Acme Ltd", "Partner A", "Partner B"],
        *(["NT17", "Volunteering", 30, 10, 10, "hours"], ["NT10", "Apprentices", 52, 52, None, "weeks"]),
        reads=(VOL_ASKED, (3, "NT10", None, "week")),
        findings=("quantity-undecided",),
        why="what the other column holds may be promised too",
    ),
    beside(
        "stages-and-all-of-them",
        ["Stage 2", "Stage 3", "All stages"],
        ["NT17", "Volunteering", 20, 30, 50, "hours"],
        reads=(VOL_50,),
    ),
    beside(
        "sites-and-what-each-has",
        ["Per site", "No. of sites", "Total"],
        ["NT17", "Volunteering", 10, 5, 50, "hours"],
        reads=(VOL_50,),
    ),
    Case(
        "beside-staff-hours-and-their-product.csv",
        csv(["Ref", "Action", "Staff", "Hours", "Total"], ["NT17", "Volunteering", 10, 5, 50]),
        (VOL_50,),
        why="ten people of five hours are fifty hours",
    ),
    Case(
        "beside-outputs-and-beneficiaries.csv",
        csv(["Ref", "Undertaking", "Output", "Type of unit", "Beneficiaries"],
             ["NT17", "Volunteering", 50, "hours", 6], ["NT3", "Jobs", 2, "people", 5]),
        (VOL_50, (3, "NT3", "2", "person")),
    ),
    Case(
        "beside-inputs-outputs-outcomes.csv",
        csv(["Ref", "Action", "Unit", "Input", "Output", "Outcome"],
             ["NT17", "Volunteering", "hours", "2 staff", 50, "a happier park"]),
        (VOL_50,),
    ),
    Case(
        "beside-sessions-and-how-long-they-take.csv",
        csv(["Ref", "Action", "Sessions", "Duration (hrs)", "Total hrs"], ["NT17", "Volunteering", 10, 5, 50]),
        (VOL_50,),
        quiet=True,
        why="no effect lasts for so long",
    ),
)  # fmt: skip

CODES = (
    Case(
        "sections-headed-by-codes.xlsx",
        one_sheet(["Activity", "Quantity", "Unit"], ["NT17 Volunteering"], ["Canal clean", 12, "hours"],
                    ["Food bank", 24, "hours"], ["NT8 - Schools"], ["STEM day", 6, "hours"], ["Others"],
                    ["Raffle", 5, "hours"]),
        ((3, "NT17", "12", "hour"), (4, "NT17", "24", "hour"), (6, "NT8", "6", "hour"), (8, None, "5", "hour")),
    ),
    Case(
        "line-with-a-code-and-no-quantity-heads-nothing.csv",
        csv(["Commitment", "Quantity", "Unit"], ["NT17 Volunteering", 50, "hours"], ["NT8 Talks", "", ""],
             ["NT15 Advice", 5, "hours"], ["more of it", 6, "hours"]),
        (VOL_50, (3, "NT8", None, None), (4, "NT15", "5", "hour"), (5, None, "6", "hour")),
        findings=("no-quantity",),
    ),
    Case(
        "lines-numbered-with-a-letter-beside-codes.csv",
        csv(["ID", *HEAD], ["C1", "NT17", "Volunteering", 50, "hours"], ["C2", "NT17", "At the farm", 20, "hours"],
             ["C3", "NT8", "Talks", 15, "hours"]),
        (VOL_50, (3, "NT17", "20", "hour"), (4, "NT8", "15", "hour")),
        quiet=True,
    ),
    Case(
        "headings-that-say-please.csv",
        csv(["Please list the activities", "Please state the reference", "Please state the quantity",
              "Please state the unit"], ["Volunteering", "NT17", 50, "hours"]),
        (VOL_50,),
    ),
    Case(
        "lots-side-by-side-under-their-names.xlsx",
        one_sheet(["Lot A", None, None, None, None, "Lot B"], [*HEAD, None, *HEAD],
                    ["NT17", "Volunteering", 10, "hours", None, "NT17", "Volunteering", 12, "hours"]),
        ((3, "NT17", "10", "hour"), (3, "NT17", "12", "hour")),
    ),
    Case(
        "headings-said-again-beside-themselves.csv",
        csv([*HEAD, *HEAD], ["NT17", "Volunteering", 10, "hours", "NT8", "Talks", 12, "hours"],
             ["NT17", "At the farm", 20, "hours", "NT1", "Jobs", 3, "FTE"]),
        ((2, "NT17", "10", "hour"), (3, "NT17", "20", "hour"), (2, "NT8", "12", "hour"), (3, "NT1", "3", "fte")),
        quiet=True,
    ),
    Case(
        "two-references-and-two-quantities.csv",
        csv(["Ref", "Commitment", "Quantity", "Ref", "Quantity"], ["NT17", "Volunteering", 10, "NT8", 12]),
        findings=("ambiguous-column",),
        why="no row can be told, and none may be lost without a word",
    ),
    Case(
        "pages-that-are-numbered.csv",
        csv(["Schedule", "", "", "Page 1 of 2"], HEAD, ["NT17", "Volunteering", 50, "hours"],
             ["Schedule", "", "", "Page 2 of 2"], HEAD, ["NT8", "Talks", 5, "hours"]),
        ((3, "NT17", "50", "hour"), (6, "NT8", "5", "hour")),
        quiet=True,
    ),
)  # fmt: skip

NOTES = (
    *(
        Case(
            f"noted-{number}.csv",
            csv([*HEAD, "Comments"], ["NT17", "Volunteering", 50, "hours", note]),
            (VOL_50,),
            findings=("line-withdrawn",),
            why=f"{note!r} is a doubt that a clerk would ask about",
        )
        for number, note in enumerate(
            ("not sure we can do this", "needs checking", "check with Jo", "best guess", "awaiting figures from HR",
             "is this right?", "Subject to Board approval", "if budget allows", "on hold", "Combined with row 4",
             "Removed per clarification 3", "x 3 years"),
            1,
        )
    ),
    *(
        Case(
            f"noted-innocently-{number}.csv",
            csv([*HEAD, "Comments"], ["NT17", "Volunteering", 50, "hours", note]),
            (VOL_50,),
            quiet=True,
            why=f"{note!r} says nothing of whether it is promised",
        )
        for number, note in enumerate(
            ("checked with Jo", "in year 2", "part of stage 2", "Check in with residents", "included in price",
             "subject to DBS checks", "out of hours", "we are sure of this"),
            1,
        )
    ),
)  # fmt: skip

WORKED_OUT = tuple(
    Case(
        f"worked-out-{number}.csv",
        csv(HEAD, ["NT17", "Volunteering", text, "hours"]),
        ((2, "NT17", read, "hour"),),
        why="an amount that shows how it comes about is that amount, where it does",
    )
    for number, (text, read) in enumerate(
        (
            *(("30 (3 x 10)", "30"), ("3 staff x 10 hrs = 30 hrs", "30"), ("30 hours [3*10]", "30")),
            *(("Total: 30", "30"), ("1,200 (12 x 100)", "1200"), ("3 x 10 = 31", None), ("30 (3 x 11)", None)),
            *(("30 (3 x 10) per year", None), ("'30", "30")),
        ),
        1,
    )
)

LATER = (
    *(
        beside(
            f"year-1-and-{heading}".lower().replace(" ", "-").replace(".", ""),
            ["Year 1", heading],
            ["NT17", "Volunteering", 50, 20, "hours"],
            reads=(VOL_ASKED,),
            findings=("quantity-undecided",),
        )
        for heading in ("Thereafter p.a.", "Other years", "Rest of contract", "Ongoing")
    ),
    beside(
        "quarters-of-a-financial-year",
        ["Q1 FY26", "Q2 FY26", "FY26 Total"],
        ["NT17", "Volunteering", 20, 30, 50, "hours"],
        reads=(VOL_50,),
    ),
    beside(
        "offered-and-agreed",
        ["Offer", "Agreed"],
        ["NT17", "Volunteering", 60, 50, "hours"],
        reads=(VOL_ASKED,),
        findings=("quantity-undecided",),
    ),
    *(
        beside(
            f"offer-and-{heading}".lower().replace(" ", "-"),
            ["Offer", heading],
            ["NT17", "Volunteering", 60, 50, "hours"],
            reads=(VOL_ASKED,),
            findings=("quantity-undecided",),
        )
        for heading in ("Reduced to", "Accepted offer", "Confirmed")
    ),
    *(
        beside(
            f"years-and-{heading}".lower().replace(" ", "-"),
            ["Year 1", "Year 2", heading],
            ["NT17", "Volunteering", 20, 30, 10, "hours"],
            reads=(VOL_50,),
            findings=("extension-not-added",),
        )
        for heading in ("If extended", "Optional", "Extra")
    ),
    beside(
        "what-a-baseline-comes-down-by",
        ["Current", "Proposed", "Saving"],
        ["NT31", "Electric vans", 20, 16, 4, "tCO2e"],
        reads=((2, "NT31", "4", "tCO2e"),),
    ),
    Case(
        "beside-staff-whose-hours-they-may-each-be.csv",
        csv(["Ref", "Action", "Staff", "Hours"], ["NT17", "Volunteering", 10, 5]),
        ((2, "NT17", None, None),),
        findings=("quantity-undecided",),
    ),
    Case(
        "beside-numbers-and-the-hours-of-each.csv",
        csv(["Ref", "Action", "No.", "Hours ea.", "Total"], ["NT17", "Volunteering", 10, 5, 50]),
        (VOL_50,),
    ),
    Case(
        "beside-cash-and-gifts-in-kind.csv",
        csv(["Ref", "Action", "Cash (£)", "In kind (£)", "Time (hours)"], ["NT17", "Volunteering", None, None, 50],
             ["NT28", "Gift", 200, None, None], ["NT16", "Paint", None, 40, None]),
        (VOL_50, (3, "NT28", "200", "GBP"), (4, "NT16", "40", "GBP")),
    ),
    Case(
        "conditions-that-some-lines-have.csv",
        csv([*HEAD, "Conditions / dependencies"], ["NT17", "Volunteering", 50, "hours", "Access to the site"],
             ["NT8", "Talks", 5, "hours", "If the contract exceeds £1m"]),
        (VOL_50, (3, "NT8", "5", "hour")),
        findings=("line-withdrawn",),
    ),
)  # fmt: skip

CASES = (*LAST_WORDS, *SHARES, *CODES, *NOTES, *WORKED_OUT, *LATER)
