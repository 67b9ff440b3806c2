"""Owns lines that something beside their quantity speaks against: a comment pinned to a cell, an amount in the text."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, read_at
from tests.corpus.families.untold import OPEN
from tests.corpus.write.others import excel_95, ods, xls, xlsb
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

OTHERS = THREE[1:]


def pinned(name: str, comment: str, **more: Any) -> Case:
    """The three lines, the first with a comment on its quantity of 40 hours."""
    rows = [HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS]
    more.setdefault("reads", THREE)
    return Case(f"comment-{name}.xlsx", xlsx(Sheet(rows, comments={"C2": comment})), **more)


def on_heading(name: str, comment: str, **more: Any) -> Case:
    """The three lines below a heading of the quantity with a comment on it."""
    rows = [HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS]
    more.setdefault("reads", THREE)
    return Case(f"comment-on-a-heading-{name}.xlsx", xlsx(Sheet(rows, comments={"C1": comment})), **more)


def said(text: str, quantity: int = 120, reference: str = "NT17", unit: str = "hours", **more: Any) -> Case:
    """One line with this description, below one that is read without a word."""
    name = f"said-{text[:50]}-{quantity}".lower().replace(" ", "-").replace("/", "-").replace(":", "")
    rows = [HEAD, [reference, "Time given", 7, unit], [reference, text, quantity, unit]]
    kind = {"hours": "hour", "weeks": "week", "£": "GBP"}[unit]
    reads = ((2, reference, "7", kind), (3, reference, str(quantity), kind))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", xlsx(rows), reads, **more)


DISPUTED = ("comment-disputes-line",)
TOLD = ("comment-on-line",)
ALL_OPEN: tuple[Read, ...] = tuple((row, reference, None, unit) for row, reference, _, unit in THREE)
COMMENTS = (
    pinned("corrects", "Jo Smith:\nshould be 30 not 40, please change", findings=DISPUTED),
    pinned("asks", "is this right?", findings=DISPUTED),
    pinned("of-a-year", "per annum", findings=DISPUTED, why="nothing says that 40 is the whole of it"),
    pinned("not-settled", "Not agreed with HR yet", findings=DISPUTED),
    pinned("withdraws", "Withdrawn at clarification", findings=DISPUTED),
    pinned("says-what-it-was", "was 60", findings=DISPUTED),
    pinned("says-how-it-came", "10 staff at 4 hours each", findings=TOLD),
    pinned("agrees", "Corrected to 40", findings=TOLD),
    pinned("of-a-source", "From the delivery plan, signed off 3 May", findings=TOLD),
    on_heading("of-years", "Annual figures", reads=ALL_OPEN, findings=("rate-without-length",)),
    on_heading("of-months", "Per month", reads=ALL_OPEN, findings=DISPUTED),
    on_heading("asks-so-often", "Enter the number of hours per week", reads=ALL_OPEN, findings=DISPUTED),
    on_heading("asks", "Is this what was meant?", findings=TOLD),
    on_heading("in-all", "Enter the total over the contract, not per year", findings=TOLD),
    on_heading("reports", "Quantities will be reported each quarter", findings=TOLD),
    on_heading("converts", "Convert days at 7.5 hours per day", findings=TOLD),
    on_heading("limits", "No more than 10 hours per week are counted", findings=TOLD),
    on_heading("guides", "Whole numbers only", quiet=True),
    Case(
        "comment-on-a-heading-of-so-many-years.xlsx",
        xlsx(Sheet([["Contract length", "3 years"], [], HEAD, ["NT17", "Time", 40, "hours"]], comments={"C3": "p.a."})),
        ((4, "NT17", "120", "hour"),),
        findings=("per-year-spread",),
    ),
    Case(
        "comment-on-the-heading-of-a-year.xlsx",
        xlsx(
            Sheet(
                [["Ref", "Measure", "Unit", "Year 1", "Year 2"], ["NT17", "Time", "hours", 20, 30]],
                comments={"D1": "per year"},
            )
        ),
        ((2, "NT17", "50", "hour"),),
    ),
)

PINNED = Sheet(
    [HEAD, ["NT17", "Time given", 40, "hours"], WEEKS, JOBS],
    comments={"C2": "Jo Smith:\nshould be 30 not 40, please change", "D3": "From the delivery plan, signed off"},
)
OF_OTHER_FORMS = tuple(
    Case(f"comment.{form}", make(PINNED), THREE, findings=(*DISPUTED, *TOLD), why="a comment is one in every form")
    for form, make in (("xls", xls), ("excel-95.xls", excel_95), ("xlsb", xlsb), ("ods", ods))
)

OTHER = ("amount-in-description",)
AMOUNTS = (
    said("200 hours of volunteering", findings=OTHER),
    said("We will give 200 hours of volunteering over the contract", findings=OTHER),
    said("Staff volunteering: 200 hrs", findings=OTHER),
    said("Donate £5,000 of furniture", 3000, "NT16", "£", findings=OTHER),
    said("Accredited training (52 weeks)", 60, "NT9", "weeks", findings=OTHER),
    said("10 hours of volunteering", why="twelve people may give as much"),
    said("60 staff x 2 hours"),
    said("Answers within 200 hours of a request"),
    said("Up to 200 hours of room hire for helpers", 120, why="a limit of something else"),
    said("Support for a £50,000 playground", 3000, "NT16", "£"),
    said("Training for people out of work 104 weeks", 60, "NT9", "weeks"),
    said("200 hour challenge"),
    said("Volunteering, 120 hours"),
)


def titled(*titles: str, name: str = "Commitments", **more: Any) -> Case:
    """The three lines below these titles, of which nothing is valued unless they are innocent."""
    rows = [*([title] for title in titles), [], HEAD, HOURS, WEEKS, JOBS]
    more.setdefault("quiet", not more.get("findings"))
    file = "-".join((*titles, name)).lower().replace(" ", "-").replace("/", "-")
    return Case(
        f"titled-{file}.xlsx", xlsx(Sheet(rows, name=name)), read_at(*range(len(titles) + 3, len(titles) + 6)), **more
    )


NO_BID = ("line-withdrawn",)
TITLES = (
    *(
        titled(*titles, findings=NO_BID, why="the document is no bid")
        for titles in (
            ("Social value delivery report 2024/25",),
            ("Monitoring return Q3",),
            ("Q3 performance report", "Northtown Council grounds maintenance"),
            ("Invoice 2231", "To: Northtown Council"),
            ("Purchase order no. 4500123",),
            ("Previous submission (unsuccessful)",),
            ("Superseded by v3",),
            ("Competitor offer",),
            ("Social value wish list",),
            ("Training exercise",),
            ("Price list 2026",),
            ("Unit values 2025/26",),
            ("Volunteering log",),
        )
    ),
    titled("Northtown Council", name="Monitoring return", findings=NO_BID, why="the sheet says so by its name"),
    *(
        Case(
            f"{label.lower().replace(' ', '-').strip('.')}-above.xlsx",
            one_sheet([label, 2231], [], HEAD, HOURS, WEEKS, JOBS),
            read_at(4, 5, 6),
            findings=NO_BID,
            why="the lines are a bill that is to be paid",
        )
        for label in ("Invoice no.", "Credit note ref", "Invoice date")
    ),
    titled("Annual Report Design and Print: Social Value Response"),
    titled("Invoice processing services: our commitments"),
    titled("Social value reporting and monitoring"),
    titled("Performance review services"),
    titled("Version 3"),
    titled("Community wish list", why="a buyer's list of what groups wish for, which bidders answer"),
    titled("Draft", why="what is drafted is what is to be looked through"),
)

SHIFTED = ("ambiguous-column", "quantity-undecided")
RIVALS = (
    *(
        beside(f"rival-{heading}".lower().replace(" ", "-"), heading, 30, 12, 3, findings=SHIFTED, reads=OPEN)
        for heading in ("Moderated quantity", "After evaluation", "Council figure", "Verified qty", "v2")
    ),
    *(
        beside(f"no-rival-{heading}".lower().replace(" ", "-"), heading, 40, 12, 3)
        for heading in ("Moderated quantity", "Verified qty")
    ),
    *(
        beside(f"{heading.lower()}-in-one-line", heading, 30, "n/a", "as offered", findings=SHIFTED, reads=OPEN)
        for heading in ("Revised", "Final", "Capped")
    ),
    beside("new-hours", "New hours", 30, 12, 3, findings=SHIFTED, reads=OPEN, why="they may be further ones"),
    beside("revised-to-the-same", "Revised", 40, "n/a", "as offered"),
    beside("verified-by-ticks", "Verified", 1, 0, 1),
    beside("a-score-beside", "Moderated score", 7, 6, 9),
)

TOTALLED = ("total-row-disagrees", "total-row-skipped")


def totalled(name: str, *rows: list[Any], **more: Any) -> Case:
    """Two lines of hours, and these rows below them."""
    lines = [HEAD, ["NT17", "Time given", 40, "hours"], ["NT15", "Advice", 20, "hours"], *rows]
    more.setdefault("reads", ((2, "NT17", "40", "hour"), (3, "NT15", "20", "hour")))
    return Case(f"totalled-{name}.xlsx", xlsx(lines), **more)


TOTALS = (
    totalled("otherwise", ["Total", None, 80, "hours"], findings=TOTALLED),
    totalled("as-it-comes", ["Total", None, 60, "hours"], quiet=True),
    totalled("on-average", ["Average", None, 30, "hours"], quiet=True),
    totalled("of-some", ["Total volunteering", None, 40, "hours"], quiet=True),
    totalled("in-days", ["Total", None, 8, "days"], quiet=True),
    totalled("a-year", ["Total per year", None, 20, "hours"], quiet=True),
    totalled("by-count", ["Total", None, 2], quiet=True),
    totalled("to-the-next-whole", ["Total", None, 60.4, "hours"], quiet=True),
    totalled(
        "in-other-units",
        ["NT9", "Training", 12, "weeks"],
        ["Total hours", None, 61],
        reads=((2, "NT17", "40", "hour"), (3, "NT15", "20", "hour"), (4, "NT9", "12", "week")),
        quiet=True,
    ),
)

NOTES = (
    *(
        beside(f"noted-{note}".lower().replace(" ", "-"), "Notes", note, None, None, findings=NO_BID)
        for note in (
            *("See row 4", "was 60", "x 3 years", "x3", "already in post", "if Lot 2 also awarded", "actually 30"),
        )
    ),
    *(
        beside(f"noted-{note}".lower().replace(" ", "-"), "Notes", note, None, None)
        for note in ("See item 4 of the method statement", "Was agreed with the school", "Already a partner of ours",
                     "10 people x 4 hours", "Line manager signs it off", "Lots of interest so far")
    ),
)  # fmt: skip


def chosen(heading: str, *said: str, **more: Any) -> Case:
    """Two amounts of one measure, with these words beside them, and another line."""
    amounts = [["NT17", "Time given", 40, "hours"], ["NT17", "Time given", 60, "hours"]]
    lines = [[*line, word] for line, word in zip(amounts, said, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    name = "-".join((heading, *said)).lower().replace(" ", "-")
    reads = ((2, "NT17", "40", "hour"), (3, "NT17", "60", "hour"), (4, "NT9", "12", "week"))
    return Case(f"chosen-{name}.xlsx", one_sheet([*HEAD, heading], *lines, WEEKS), reads, **more)


SEVERAL = ("one-of-several",)
OPTIONS = (
    chosen("Option", "A", "B", findings=SEVERAL),
    chosen("Scenario", "Base", "High", findings=SEVERAL),
    chosen("Option no.", "1", "2", findings=SEVERAL),
    chosen("Options", "A", "A"),
    chosen("Site", "A", "B"),
    chosen("Version", "Old", "Current", findings=("earlier-version-of-line",))._replace(
        reads=((3, "NT17", "60", "hour"), (4, "NT9", "12", "week"))
    ),
    Case(
        "revisions-by-letter.xlsx",
        xlsx(Sheet([HEAD, HOURS], name="Rev A"), Sheet([HEAD, [*HOURS[:2], 60, "hours"]], name="Rev B")),
        ((2, "NT17", "60", "hour"),),
        findings=("earlier-version-left-out",),
    ),
    said("TBC", findings=NO_BID),
)

CASES = (*COMMENTS, *OF_OTHER_FORMS, *AMOUNTS, *TITLES, *RIVALS, *TOTALS, *NOTES, *OPTIONS)
