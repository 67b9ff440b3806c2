"""Owns ordinary bids whose headings, marks or sheets say what they mean in another way than most."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

LINES = (HOURS, WEEKS, JOBS)
OPEN: tuple[Read, ...] = tuple((row, reference, None, None) for row, reference, *_ in THREE)


def laid_out(name: str, *rows: list[Any], reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """These rows on a sheet."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", xlsx(list(rows)), reads, **more)


def offered_twice(name: str, first: str, second: str, *, stands: int = 1, **more: Any) -> Case:
    """Two columns of quantities, of which the one at ``stands`` says how much; the other is ten too many."""
    rows = []
    for line in LINES:
        both = [line[2] + 10, line[2] + 10]
        both[stands] = line[2]
        rows.append([*line[:2], *both, line[3]])
    return laid_out(f"offered-twice-{name}", [*HEAD[:2], first, second, "Unit"], *rows, **more)


def matrix(name: str, none: Any, **more: Any) -> Case:
    """Columns of three units, of which each line fills in one; the others hold a mark."""
    rows = [[*line[:2], *(line[2] if at == column else none for at in range(3))] for column, line in enumerate(LINES)]
    return laid_out(f"matrix-{name}", [*HEAD[:2], "Hours", "Weeks", "FTE"], *rows, **more)


def typed(name: str, text: str, quantity: str | None, unit: str | None, **more: Any) -> Case:
    """One quantity as somebody typed it, with no column of units."""
    more.setdefault("quiet", not more.get("findings"))
    data = csv(HEAD[:3], [*HOURS[:2], text])
    return Case(f"typed-{name}.csv", data, ((2, "NT17", quantity, unit),), **more)


def dated(name: str, first: str, second: str, **more: Any) -> Case:
    """The same lines on two sheets of these names."""
    both = [Sheet([HEAD, *LINES], name=sheet) for sheet in (first, second)]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"sheets-of-{name}.xlsx", xlsx(*both), (*THREE, *THREE), **more)


UNREAD = ("not-a-number",)
CHOICES = (
    offered_twice("old", "Quantity (old)", "Quantity"),
    offered_twice("superseded", "Quantity – superseded", "Quantity"),
    offered_twice("draft-and-final", "Qty (draft)", "Qty (final)"),
    offered_twice("itt-and-bafo", "Quantity (ITT)", "Quantity (BAFO)"),
    offered_twice("last-contract", "Quantity (last contract)", "Quantity (this contract)"),
    offered_twice("stretch", "Quantity", "Quantity (stretch)", stands=0),
    offered_twice("delivered", "Quantity", "Quantity (delivered to date)", stands=0),
    *(
        offered_twice(name, first, second, reads=OPEN, findings=("quantity-undecided",))
        for name, first, second in (
            ("by-lot", "Quantity", "Quantity (Lot 2)"),
            ("if-different", "Quantity", "Quantity (if different)"),
            ("by-date", "Quantity (Jan)", "Quantity (Mar)"),
        )
    ),
)

MARKS = (
    matrix("dashes", "-"),
    matrix("not-applicable", "n/a"),
    matrix("noughts", 0),
    matrix("to-be-confirmed", "TBC", reads=OPEN, findings=("quantity-undecided",)),
)

WORDS = (
    laid_out(
        "codes-behind-titles",
        ["Commitment", *HEAD[2:]],
        *([f"{line[1]} ({line[0]})", *line[2:]] for line in LINES),
    ),
    laid_out(
        "headings-in-sentences",
        ["Which measure does this relate to?", "Please describe what you will deliver",
         "Please state the number of units you will deliver over the contract", "What is the unit?"],
        *LINES,
    ),
    laid_out(
        "headings-in-a-tender's-words",
        ["Reference of the measure (see appendix 3)", "Description of the social value commitment which is proposed",
         "Quantity proposed by the Tenderer for the whole of the Contract Period",
         "Unit in which the commitment is measured"],
        *LINES,
    ),
    Case(
        "pounds-by-their-currency.csv",
        csv(["Ref", "Commitment", "Amount", "Currency"], ["NT28", "Gifts", 500, "GBP"], ["NT16", "Gifts", 20, "EUR"]),
        ((2, "NT28", "500", "GBP"), (3, "NT16", "20", None)),
    ),
    Case(
        "a-currency-that-may-be-of-what-it-is-worth.csv",
        csv(["Ref", "Commitment", "Quantity", "Value", "Currency"], ["NT17", "Volunteering", 40, 640, "GBP"]),
        ((2, "NT17", "40", None),),
    ),
    Case(
        "visits.csv",
        csv(HEAD, ["culture.gallery-visit", "Free visits for schools", 300, "visits"]),
        ((2, "culture.gallery-visit", "300", "attendance"),),
        quiet=True,
    ),
)  # fmt: skip

BESIDE = (
    laid_out("days-and-hours", [*HEAD[:2], "Days", "Hours"], ["NT17", "Volunteering", 10, 75], ["NT8", "Talks", 2, 15],
             reads=((2, "NT17", "75", "hour"), (3, "NT8", "15", "hour"))),
    laid_out("days-and-other-hours", [*HEAD[:2], "Days", "Hours"], ["NT17", "Volunteering", 10, 80],
             ["NT8", "Talks", 2, 16], reads=(*OPEN[:1], (3, "NT8", None, None)), findings=("quantity-undecided",)),
    laid_out("what-the-years-come-to", [*HEAD[:2], "Unit", "Y1", "Y2", "Y1-2 total"],
             *([*line[:2], line[3], line[2] - 1, 1, line[2]] for line in LINES)),
    laid_out("more-than-the-years-come-to", [*HEAD[:2], "Unit", "Y1", "Y2", "Y1-3 total"],
             *([*line[:2], line[3], line[2] - 1, 1, line[2] + 1] for line in LINES), reads=OPEN,
             findings=("year-column-unclear",)),
    laid_out("roles-below-a-title", HEAD, *LINES, ["Table 2: governance"], ["Role", "Name"], ["SV lead", "A Shah"],
             ["Sponsor", "B Cole"], quiet=True),
)  # fmt: skip

# A fact of the contract right above the headings is no part of them
ABOVE = (
    laid_out("a-length-right-above", ["Contract length", "3 years"], [*HEAD, "Sites"],
             *([*line, 2] for line in LINES), findings=("multiplier-unclear",),
             reads=tuple((row + 1, *rest) for row, *rest in OPEN)),
    laid_out("a-price-year-right-above", ["Price base", 2025], HEAD, *LINES, reads=read_at(3, 4, 5)),
    laid_out("groups-right-above", ["Ref", "Commitment", "Year 1", "Year 2", "Unit"],
             [None, None, "Qty", "Qty", None], *([*line[:2], line[2] - 1, 1, line[3]] for line in LINES),
             reads=read_at(3, 4, 5)),
    laid_out("claimed-twice", [*HEAD, "Claimed on another contract?"], [*HOURS, "No"], [*WEEKS, "Yes"], [*JOBS, "No"],
             findings=("line-withdrawn",)),
    laid_out("date-removed", [*HEAD, "Date removed"], [*HOURS, None], [*WEEKS, "12 May 2026"], [*JOBS, None],
             findings=("line-withdrawn",)),
)  # fmt: skip

CELLS = (
    typed("hours-donated", "40 hours donated", "40", "hour"),
    typed("tonnes-diverted", "8.5 tonnes diverted from landfill", "8.5", "tonne"),
    typed("people-trained", "12 people trained", "12", "person"),
    typed("pounds-in-kind", "£2,000 in kind", "2000", "GBP"),
    typed("pounds-worth", "£2,000 worth of materials", "2000", "GBP"),
    typed("pounds-of-all-sales", "£500 of all sales", None, None, findings=UNREAD),
    typed("days-and-hours", "5 days (37.5 hours)", "5", "day"),
    typed("apprentices-of-a-level", "3 apprentices (L2)", "3", "person"),
    typed("days-and-other-hours", "5 days (40 hours)", None, None, findings=UNREAD),
    typed("hours-delivered", "40 hours delivered", None, None, findings=UNREAD),
    typed("pounds-saved", "£500 saved", None, None, findings=UNREAD),
    typed("pounds-each", "£2,000 donation per school", None, None, findings=UNREAD),
)

# Lines that would be told as said twice, did their sheets not say of which year they are
YEARS = (
    dated("years", "Year 1", "Year 2"),
    dated("years-of-commitments", "Y1 commitments", "Y2 commitments"),
    dated("places", "North", "South", findings=("said-twice",)),
    laid_out("tables-of-years", ["Year 1"], HEAD, *LINES, [], ["Year 2"], HEAD, *LINES,
             reads=tuple((at + row, *rest) for at in (1, 7) for row, *rest in THREE)),
)  # fmt: skip

TWICE: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT17", "20", "hour"), (5, "NT9", "12", "week"))
AGAIN = ["NT17", "Volunteering at the park", 20, "hours"]
LINES_OF_OTHERS = (
    laid_out("a-total-under-its-reference", HEAD, HOURS, AGAIN, ["NT17", "Total volunteering", 60, "hours"], WEEKS,
             reads=TWICE, findings=("total-row-skipped",)),
    *(
        laid_out(f"a-wrong-total-of-its-reference-{at}", HEAD, HOURS, AGAIN, ["NT17", said, 70, "hours"], WEEKS,
                 reads=(*TWICE[:2], (4, "NT17", None, "hour"), TWICE[2]), findings=("total-with-reference",))
        for at, said in enumerate(("Total volunteering", "Sub total", "Running total", "Total hours", "Total NT17"))
    ),
    laid_out("a-total-of-something-else", HEAD, HOURS, AGAIN, ["NT17", "Total eclipse walks", 10, "hours"], WEEKS,
             reads=(*TWICE[:2], (4, "NT17", "10", "hour"), TWICE[2])),
    laid_out("included-in-another-above", HEAD, *LINES,
             ["NT17", "Buddies (included in the site training above)", 9, "hours"],
             reads=(*THREE, (5, "NT17", "9", "hour")), findings=("part-of-another",)),
    laid_out("above-the-minimum", HEAD, HOURS, WEEKS,
             ["NT1", "Jobs, part of our pay policy above the minimum", 3, "FTE"]),
    laid_out("hours-at-each-of-so-many-sites", HEAD,
             ["NT17", "40 hours at each of our 5 sites", *HOURS[2:]], WEEKS, JOBS,
             findings=("rate-in-description",)),
    laid_out("completed-in-a-year", [*HEAD, "Status"], [*HOURS, "Planned"], [*WEEKS, "Completed 2025"],
             [*JOBS, "Completed in May 2024"], findings=("line-withdrawn",)),
    *(
        laid_out(f"section-{text}".lower().replace(" ", "-").replace("/", "-"),
                 HEAD, ["Social"], HOURS, WEEKS, [text], JOBS, reads=read_at(3, 4, 6), findings=("line-withdrawn",))
        for text in ("Subject to funding", "To be agreed with the council", "Under discussion", "Pending approval",
                     "Indicative only", "Either/or", "Unscored", "Removed at BAFO", "Duplicate of above", "Group-wide",
                     "Other contracts", "Previously delivered", "What we did in 2025", "Summary of the above")
    ),
    *(
        laid_out(f"section-{text}".lower().replace(" ", "-"), HEAD, ["Social"], HOURS, WEEKS, [text], JOBS,
                 reads=read_at(3, 4, 6))
        for text in ("Subject matter experts", "Alternative provision", "Group work", "What we will do",
                     "Possible futures")
    ),
    laid_out("section-of-each-year", HEAD, HOURS, WEEKS, ["Each year:"], JOBS, findings=("rate-without-length",),
             reads=(*THREE[:2], (5, "NT1", None, None))),
    laid_out("sections-with-numbers", ["No.", *HEAD], ["1", None, "Community"], ["1.1", *HOURS], ["1.2", *WEEKS],
             ["2", None, "Jobs"], ["2.1", *JOBS], reads=read_at(3, 4, 6)),
)  # fmt: skip


def noted(name: str, *headings: str, telling: int, **more: Any) -> Case:
    """Columns of notes, of which the one at ``telling`` says in each of three ways that a line is not promised."""
    said = ("Not offered", "Only if extended", "Quantity to be confirmed")
    notes = [["Register" for _ in headings] for _ in said]
    for note, words in zip(notes, said, strict=True):
        note[telling] = words
    rows = [[*line, *note] for line, note in zip(LINES, notes, strict=True)]
    return laid_out(f"noted-{name}", [*HEAD, *headings], *rows, findings=("line-withdrawn",), **more)


UNSURE = (
    noted("beside-evidence", "Evidence", "Notes", telling=1),
    noted("before-evidence", "Notes", "Evidence", telling=0),
    noted("beside-a-method", "Method statement", "Remarks", telling=1),
    noted("in-the-second-of-three", "Evidence", "Rationale", "Comments", telling=1),
    noted("in-the-third", "Evidence", "Rationale", "Comments", telling=2),
    noted("by-the-bidder", "Bidder comments", telling=0),
    noted("as-assumptions", "Assumptions", telling=0),
    *(
        laid_out(
            f"noted-that-{words}".lower().replace(" ", "-"),
            [*HEAD, "Notes"],
            [*HOURS, words],
            [*WEEKS, "Register"],
            [*JOBS, None],
            findings=(told,),
            reads=THREE if told == "line-withdrawn" else (OPEN[0], *THREE[1:]),
        )
        for words, told in (
            ("BAU", "line-withdrawn"),
            ("Existing activity", "line-withdrawn"),
            ("Group-wide figure", "line-withdrawn"),
            ("If extended", "line-withdrawn"),
            ("Already counted above", "line-withdrawn"),
            ("Wrong unit", "line-withdrawn"),
            ("Not offered in Year 3", "line-withdrawn"),
            ("Withdrawn after the first year", "line-withdrawn"),
            ("Not yet agreed by the client", "line-withdrawn"),
            ("Multiply by 3", "line-withdrawn"),
            ("This is per site", "unclear-basis"),
            ("In each school", "unclear-basis"),
        )
    ),
    laid_out(
        "noted-that-it-is-firm",
        [*HEAD, "Notes"],
        [*HOURS, "Firm commitment"],
        [*WEEKS, "Not planned for Christmas"],
        [*JOBS, "Agreed with the national team"],
    ),
    laid_out("noted-nothing", [*HEAD, "Evidence", "Notes"], *([*line, "Register", "See appendix"] for line in LINES)),
)


def detailed(name: str, first: str, second: str, told: str, text: str, **more: Any) -> Case:
    """Three lines that two columns describe, the first of them with this text in the second column."""
    said = (text, "Food waste", "Shops")
    rows = [[*line[:2], words, *line[2:]] for line, words in zip(LINES, said, strict=True)]
    more.setdefault("findings", (told,) if told else ())
    return laid_out(f"detailed-{name}", [HEAD[0], first, second, *HEAD[2:]], *rows, **more)


DETAILS = (
    detailed("rate", "Commitment", "Details", "rate-in-description", "40 hours per year at the park"),
    detailed("rate-in-a-measure", "Our commitment", "Measure", "rate-in-description", "Volunteering (per annum)"),
    detailed("rate-alone", "Commitment", "Details", "rate-in-description", "Each year"),
    detailed("mark", "Commitment", "What we will do", "line-withdrawn", "Beach clean (withdrawn)"),
    detailed("limit", "Commitment", "Details", "amount-in-description", "Up to 40 hours"),
    detailed("other-unit", "Commitment", "Details", "amount-in-description", "40 days at the park"),
    detailed("part", "Commitment", "Details", "", "30 hours at the park and the rest in schools"),
    detailed("how", "Commitment", "How we will deliver", "", "Weekly calls, 40 hours per year of planning"),
    detailed("in-all", "Commitment", "Details", "", "40 hours in total, some each year"),
)


def over_years(*headings: str, name: str = "", **more: Any) -> Case:
    """Three lines whose quantities stand below three years, of which nobody needs a total."""
    said = name or "-".join("".join(sign if sign.isalnum() else " " for sign in headings[0].casefold()).split())
    rows = [[*line[:2], line[3], line[2] - 2, 1, 1] for line in LINES]
    return laid_out(f"over-years-{said}", [*HEAD[:2], "Unit", *headings], *rows, **more)


def beside_years(name: str, *cells: tuple[Any, Any], **more: Any) -> Case:
    """Three lines with their quantities, and what stands beside them below two years."""
    rows = [[*line, *both] for line, both in zip(LINES, cells, strict=True)]
    return laid_out(f"beside-years-{name}", [*HEAD, "Year 1", "Year 2"], *rows, **more)


SPANS = (
    over_years("1 Apr 2026 - 31 Mar 2027", "1 Apr 2027 - 31 Mar 2028", "1 Apr 2028 - 31 Mar 2029"),
    over_years("01/04/26-31/03/27", "01/04/27-31/03/28", "01/04/28-31/03/29"),
    over_years("Year to March 2027", "Year to March 2028", "Year to March 2029"),
    over_years("Sept 26 – Aug 27", "Sept 27 – Aug 28", "Sept 28 – Aug 29"),
    over_years("Months 1-12", "Months 13-24", "Months 25-36"),
    over_years("2026/7", "2027/8", "2028/9", name="of-one-digit"),
    over_years("Academic year 2026/27", "Academic year 2027/28", "Academic year 2028/29"),
    over_years("Blwyddyn 1", "Blwyddyn 2", "Blwyddyn 3"),
    over_years("Yr 1 commitment", "Yr 2 commitment", "Yr 3 commitment"),
    over_years("Delivery year 1", "Delivery year 2", "Delivery year 3"),
    laid_out("years-by-their-numbers-alone", [*HEAD[:2], "Unit", "Quantity by year", "Quantity by year"],
             [None, None, None, 1, 2], *([*line[:2], line[3], line[2] - 1, 1] for line in LINES),
             reads=read_at(3, 4, 5)),
    beside_years("ticks", ("✓", "✓"), ("x", None), (None, "✓")),
    beside_years("plans", ("Set up the scheme", "Run it"), ("Recruit", "Train on site"), ("Hire", None)),
    beside_years("amounts", (20, 20), (12, None), (None, 3)),
    beside_years("an-amount-to-come", (20, "TBC"), (12, None), (None, 3), findings=("no-quantity",),
                 reads=(OPEN[0], *THREE[1:])),
)  # fmt: skip


def described(text: str, told: str = "") -> Case:
    """Three lines, the first of which has this description; ``told`` is the finding that it brings, if any."""
    name = "-".join("".join(sign if sign.isalnum() else " " for sign in text.casefold()).split())
    findings = (told,) if told else ()
    return laid_out(f"described-as-{name}", HEAD, ["NT17", text, *HOURS[2:]], WEEKS, JOBS, findings=findings)


DESCRIBED = (
    *(
        described(text, "rate-in-description")
        for text in ("Volunteering per annum", "Volunteering (p.a.)", "Talks p.a.", "40 hours per ward",
                     "Wards: 40 hours for each area", "40 hours per £1m spent", "40 hours for every new home")
    ),
    *(
        described(text, "amount-in-description")
        for text in ("40 days of volunteering", "We will give 40 days", "40 sessions of 2 hours", "9 staff for 5 hours")
    ),
    *(
        described(text, "line-withdrawn")
        for text in ("Volunteering in years 4-5 if extended", "We might offer volunteering", "We may run a café",
                     "Volunteering (this is BAU)", "DELETED volunteering", "Duplicate of row 3")
    ),
    described("Included in row 3", "part-of-another"),
    described("Buddies (also counted in the training above)", "part-of-another"),
    described("[Insert commitment]", "line-withdrawn"),
    *(
        described(text)
        for text in ("12 volunteers for 8 hours a month", "20 sessions of 2 hours", "5 days of volunteering",
                     "May Day clean-up", "We could not do without volunteers", "BAU Haus art club", "REMOVED WASTE",
                     "Extended family support", "[Leeds] Volunteering", "Support per capita analysis",
                     "Every new home visited", "Duplicate keys for wardens", "Volunteering in the P.A. Hall")
    ),
)  # fmt: skip

CASES = (
    *CHOICES,
    *MARKS,
    *ABOVE,
    *BESIDE,
    *WORDS,
    *CELLS,
    *YEARS,
    *LINES_OF_OTHERS,
    *SPANS,
    *UNSURE,
    *DETAILS,
    *DESCRIBED,
)
