"""Owns what a clerk would remark on or ask about, and which is easily read without a word; each with innocent ones."""

import re
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, read_at
from tests.corpus.families.untold import BASE, OPEN
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

LINES = (HOURS, WEEKS, JOBS)


def headed(*headings: str, rows: tuple[tuple[Any, ...], ...], reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """The three lines with their references, measures and units, and beside these what stands below other headings."""
    lines = [[*line[:2], line[3], *beside] for line, beside in zip(LINES, rows, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    held = "-".join(re.sub(r"\W+", "", str(cell)) for row in rows for cell in row)
    name = f"{'-and-'.join(headings)}-{held}".lower().replace(" ", "-").replace(".", "").replace("/", "-")
    return Case(f"{name[:110]}.xlsx", one_sheet([*BASE, *headings], *lines), reads, **more)


RECORD = ((100234,), (100234,), (100234,))
COUNTED = ((1,), (2,), (3,))
AMOUNTS = ((40,), (12,), (3,))


def after(rows: tuple[tuple[Any, ...], ...]) -> tuple[tuple[Any, ...], ...]:
    """These cells, and the quantities behind them."""
    return tuple((*row, line[2]) for row, line in zip(rows, LINES, strict=True))


NUMBERS = (
    *(
        headed(heading, rows=rows, reads=OPEN, findings=("quantity-undecided",), why="it numbers the bid or its lines")
        for heading in ("Offer number", "Bid number", "Commitment number")
        for rows in (RECORD, COUNTED)
    ),
    *(
        headed(heading, rows=rows, reads=(), fatal="no-table")
        for heading in ("Proposal number", "Contract number", "Order number")
        for rows in (RECORD, COUNTED)
    ),
    *(
        headed(heading, "Qty", rows=after(rows))
        for heading in ("Offer number", "Proposal number", "Contract number", "Item no.", "Lot number")
        for rows in (RECORD, COUNTED)
    ),
    *(headed(heading, rows=AMOUNTS) for heading in ("Offer number", "Bid number", "Commitment no.")),
    headed("Target number", rows=((1,), (2,), (3,)), reads=tuple((*line[:2], str(at), line[3])
           for at, line in enumerate(THREE, 1)), why="so few may well be aimed at"),
)  # fmt: skip


def among(quantity: str, heading: str, *amounts: Any, **more: Any) -> Case:
    """The three lines with other amounts beside their quantities, 70, 25 and 6 unless said."""
    others = amounts or (70, 25, 6)
    rows = tuple((line[2], other) for line, other in zip(LINES, others, strict=True))
    return headed(quantity, heading, rows=rows, **more)


FURTHER = (
    *(
        among("Quantity", heading, findings=("extension-not-added",))
        for heading in (
            *("Total offer", "Offer total", "Additional offer", "Enhanced commitment", "Extra", "This year"),
            *("Extension of the contract", "Offer in extension", "Extended term", "Extension offer", "Next year"),
        )
    ),
    among("Qty", "Total", 41, 13, 4, findings=("extension-not-added",), why="no pounds are so few"),
    among("Qty", "Total", 40, 12, 3, why="it says the same"),
    among("Qty", "Total", 498, 24000, 61000, findings=("extension-not-added",), why="it may be of several years"),
    among("Qty", "Total", "\u00a3498.00", "\u00a324,000", "\u00a361,000", why="it is what they are worth"),
    among("Qty", "Total (\u00a3)", 498, 24000, 61000),
    among("Qty", "Total cost", 498, 24000, 61000),
    among("Qty", "Total offer", "\u00a3498", "\u00a324,000", "\u00a361,000"),
    among("Qty", "Total value", 498, 24000, 61000),
    among("Qty", "Phone extension", 2210, 2211, 2340),
    among("Qty", "Cost of extension", 2210, 2211, 2340),
    among("Qty", "Extra details", "None", "See file", ""),
    among("Qty", "Extension", "", "", ""),
)

UNPROMISED = ("amounts-not-promised",)

PASTS = (
    *(
        among(quantity, heading, findings=UNPROMISED)
        for quantity in ("Target", "Quantity")
        for heading in ("Achieved", "Last year", "Delivered to date", "Previous contract", "2024 actual", "Prior year")
    ),
    among("Target", "Current", findings=UNPROMISED),
    among("Quantity", "Stretch target", findings=UNPROMISED),
    *(headed(past, "Target", rows=after(RECORD), findings=UNPROMISED) for past in ("Achieved", "Last year")),
    among("Target", "Achieved", "", "", "", why="nothing is"),
    among("Target", "Date delivered", "May", "June", "July"),
    among("Target", "Budget last year", 400, 1200, 300),
    among("Target", "Current provider", "None", "Us", "None"),
    among("Target", "Evidence delivered", 1, 1, 1),
)


def long(name: str, at: int, note: str, heading: str = "", **more: Any) -> Case:
    """Forty lines, beside one of which stands a note: beyond an empty column, or below a heading of no meaning."""
    rows: list[list[Any]] = [[*HEAD, "" if heading else None, heading]]
    rows += [[f"NT{row}", f"Talks of kind {row}", row + 7, "hours"] for row in range(2, 42)]
    rows[at - 1] += ["", note]
    reads = tuple((row, f"NT{row}", str(row + 7), "hour") for row in range(2, 42))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"long-{name}-{at}{'-' * bool(heading)}{heading.lower()}.xlsx", xlsx(rows), reads, **more)


WITHDRAWN = ("line-withdrawn",)

MARGINS = (
    *(
        long(note.lower().replace(" ", "-"), at, note, findings=WITHDRAWN)
        for note in ("Not offered", "withdrawn", "TBC", "superseded by row 12", "optional", "Withdrawn at BAFO")
        for at in (2, 38, 41)
    ),
    *(
        long(note.lower().replace(" ", "-"), 38, note, "Zzz", findings=WITHDRAWN)
        for note in ("Not offered", "withdrawn", "superseded by row 12", "Withdrawn at clarification")
    ),
    *(
        long(f"innocent-{at}", at, note)
        for at, note in ((7, "see note 3"), (8, "Checked by HR"), (9, "Withdrawn stock is reused"), (10, "n/a"))
    ),
    long("of-a-product", 38, "Superseded by ISO 9001:2015", "Norm"),
    long("of-a-service", 38, "Withdrawn by the council in 2024", "Service before"),
    long("of-who", 38, "TBC", "Zzz", why="of whom or what it is said is not known"),
    Case(
        "partners-in-the-margin.xlsx",
        one_sheet(HEAD, [*HOURS, None, "Acme"], [*WEEKS, None, "TBC"], [*JOBS, None, "Beta"]),
        THREE,
        quiet=True,
        why="a partner is yet to be confirmed",
    ),
)


def one_open(at: int) -> tuple[Read, ...]:
    """The three lines, the quantity of one of which is asked about."""
    return tuple((*read[:2], None, None) if row == at else read for row, read in enumerate(THREE))


RATES = (
    *(
        among("Quantity", heading, "per month", *prices, reads=one_open(0), findings=("rate-without-length",))
        for heading in ("Rate", "Rates", "Unit rate")
        for prices in (("\u00a314", "\u00a320"), (14, 20.5), ("", "agreed"))
    ),
    among("Quantity", "Rate", "\u00a316.09", "\u00a3400", 20000),
    among("Quantity", "Rate", "Standard", "Higher", "Reduced"),
    among("Quantity", "Review rate", "monthly", "see plan", "none"),
    among("Quantity", "Pay rate", "per hour", "Living wage", "\u00a313"),
)


def paced(name: str, text: str, quantity: float, unit: str = "hours", **more: Any) -> Case:
    """A line with this description below another one of its reference, and above a third."""
    rows = [HEAD, ["NT17", "Talks", 500, unit], ["NT17", text, quantity, unit], ["NT17", "Walks", 300, unit]]
    read = {"hours": "hour", "FTE": "fte", "": None}[unit]
    reads = tuple((row, "NT17", f"{amount:g}", read) for row, amount in ((2, 500), (3, quantity), (4, 300)))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"paced-{name}.xlsx", xlsx(rows), reads, **more)


PACES = (
    *(
        paced(f"{at}", text, quantity, findings=("rate-in-description",))
        for at, (text, quantity) in enumerate(
            (
                ("Volunteering, 20 per month", 20),
                ("Training (12, monthly)", 12),
                ("Training: 12 (monthly)", 12),
                ("Help, 6 - per annum", 6),
                ("Workshops twice a month", 2),
                ("Two a month", 2),
                ("Visits three times a year", 3),
                ("Mentoring once a week", 5),
                ("Weekly mentoring", 2),
                ("Reading club every fortnight", 4),
                ("Talks, every other week", 6),
                ("Daily walks with residents", 12),
            )
        )
    ),
    *(
        paced(f"innocently-{at}", text, quantity)
        for at, (text, quantity) in enumerate(
            (
                ("Weekly mentoring", 104),
                ("Monthly talks", 36),
                ("Six-week weekly course", 12),
                ("Mentoring: 8 weekly sessions", 8),
                ("Reading with pupils; monthly reports", 8),
                ("Advice on daily living", 12),
                ("Stall at the weekly market", 30),
                ("Staff give a day each", 30),
                ("A week of volunteering", 37),
                ("Talks in a quarter of the schools", 3),
                ("Weekly mentoring, 20 hours in all", 20),
            )
        )
    ),
    paced("a-post", "Weekly paid trainee, reviewed monthly", 2, "FTE"),
)


def below(title: str, *reads: Read, **more: Any) -> Case:
    """A line, and below this title two others."""
    more.setdefault("quiet", not more.get("findings"))
    name = re.sub(r"\W+", "-", title.lower()).strip("-")
    return Case(f"below-{name}.xlsx", one_sheet(HEAD, HOURS, [title], WEEKS, JOBS), reads or read_at(2, 4, 5), **more)


ASKED: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (4, "NT9", None, None), (5, "NT1", None, None))
TERM = [["Contract start", "1 April 2026"], ["Contract length", "3 years"], []]

SECTIONS = (
    *(
        below(title, *ASKED, findings=("unclear-basis",))
        for title in ("Monthly", "Per month", "Weekly", "Commitments per quarter", "Per apprentice", "Years 2-3")
    ),
    *(
        below(title, *ASKED, findings=("rate-without-length",))
        for title in ("Per annum", "Annual commitments", "All figures below are per annum", "Each year")
    ),
    Case(
        "below-per-annum-of-three-years.xlsx",
        one_sheet(*TERM, HEAD, HOURS, ["Per annum"], WEEKS, ["One-off"], JOBS),
        ((5, "NT17", "40", "hour"), (7, "NT9", "36", "week"), (9, "NT1", "3", "fte")),
        quiet=True,
        why="what is said of a section ends with it",
    ),
    below("In thousands", *ASKED, findings=("scaled-heading",)),
    below("Optional", findings=("line-withdrawn",)),
    *(
        below(title)
        for title in (
            "Year 2 only",
            "Year 1",
            "\u00a3000",
            "Year 10 pupils",
            "Annual fair",
            "Weekly sessions",
            "Quarter of ours",
        )
    ),
    *(
        below(title)
        for title in ("Monthly reporting", "Term-time activities", "Months of action", "Per Diem Ltd", "2026/27")
    ),
)


def marked(name: str, reference: str, footnote: str = "", **more: Any) -> Case:
    """The three lines, the first with this reference, and a footnote."""
    rows = [HEAD, [reference, *HOURS[1:]], WEEKS, JOBS, *([[], [footnote]] if footnote else [])]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"marked-{name}.xlsx", xlsx(rows), more.pop("reads", THREE), **more)


FOOTNOTES = (
    *(
        marked(f"{at}", reference, findings=("footnote-mark-left-out",), quiet=True)
        for at, reference in enumerate(("NT17*", "NT17 **", "NT17\u2020", "NT17\u00b9", "*NT17"))
    ),
    marked("explained", "NT17*", "* mandatory measures", findings=("footnote-mark-left-out",), quiet=True),
    marked("conditional", "NT17*", "* Subject to funding", findings=WITHDRAWN),
    marked("optional", "NT17*", "* optional in the first year", findings=WITHDRAWN),
    marked("of-another-mark", "NT17*", "** withdrawn", findings=("footnote-mark-left-out",), quiet=True),
    Case(
        "documents-that-are-not-included.xlsx",
        one_sheet(
            [*HEAD, "Method statement"],
            [*HOURS, "Not included"],
            ["Method statement: Not included"],
            [*WEEKS, "Not provided"],
            [*JOBS, "See appendix"],
        ),
        read_at(2, 4, 5),
        quiet=True,
        why="it is said of the statement",
    ),
    beside("notes-say-not-included", "Notes", "Not included", "", "", findings=WITHDRAWN),
)


def again(name: str, *codes: str, **more: Any) -> Case:
    """The three lines, and on another sheet lines of these references with other amounts."""
    rows = [[code, "Talks", 9 + at, "hours"] for at, code in enumerate(codes)]
    reads = tuple((row, code, f"{9 + at}", "hour") for row, (at, code) in enumerate(enumerate(codes), 2))
    more.setdefault("quiet", not more.get("findings"))
    book = xlsx([HEAD, HOURS, WEEKS, JOBS], Sheet([HEAD, *rows], name=name))
    file = re.sub(r"\W+", "-", f"again-{name}-{'-'.join(codes)}".lower())
    return Case(f"{file}.xlsx", book, (*THREE, *more.pop("reads", reads)), **more)


SAID = ("sheet-said-again",)

VERSIONS = (
    *(
        again(name, "NT17", "NT9", other, findings=SAID)
        for name in ("2023 bid", "Bid v1", "Commitments (2)", "Our 2021 submission")
        for other in ("NT1", "NT31")
    ),
    again("Sheet1", "NT17", "NT9", "NT1", findings=SAID),
    again("Last time", "NT17", "NT9", "NT1", reads=(), findings=("guidance-sheet-left-out",), quiet=True),
    again("Sheet2", "NT17", "NT9", "NT31", why="it may go on where the other ends"),
    again("Sheet2", "NT17"),
    again("Lot 2", "NT17", "NT9", "NT1"),
    again("Bid v1", "NT17", "NT31", "NT32", why="another one's lines"),
    again("Our partner", "NT17", "NT9", "NT1"),
)

SAYING = ("We will provide 45 hours of talks", "At least 14 weeks of placement", "4 people from the area will be hired")
AGREEING = ("We commit to 40 hours", "12 weeks of placement, 6 of them here", "Our 3 new jobs are local")
OTHERWISE = ("Workshops of 3 hours", "2 weeks per trainee", "2 managers look after the 3 jobs")
VAGUE = ("4 workshops of 10 hours", "By 2027 in full", "Local jobs only")

SENTENCES = (
    *(
        among("Target", heading, *SAYING, reads=OPEN, findings=("quantity-undecided",), why="less or more is offered")
        for heading in ("Our commitment", "Supplier response", "Our offer", "Commitment", "Offer in words")
    ),
    *(
        among("Target", heading, *texts)
        for heading in ("Our commitment", "Supplier response")
        for texts in (AGREEING, OTHERWISE, VAGUE)
    ),
    among("Target", "Commitment lead", "2 managers", "3 staff", "1 person"),
    among("Quantity", "Our commitment", *OTHERWISE),
)

CASES = (*SENTENCES, *VERSIONS, *FOOTNOTES, *SECTIONS, *PACES, *RATES, *NUMBERS, *FURTHER, *PASTS, *MARGINS)
