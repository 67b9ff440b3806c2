"""Owns bids of which a part would go unheard: what is said of columns of units or times, a heading that is lost."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

Rows = list[list[Any]]
UNITS: Rows = [
    ["Ref", "Measure", "Hours", "Weeks"],
    ["NT17", "Volunteering", 40, None],
    ["NT9", "Training on site", None, 12],
]
YEARS: Rows = [
    ["Ref", "Measure", "Unit", "Year 1", "Year 2"],
    ["NT17", "Volunteering", "hours", 30, 10],
    ["NT9", "Training on site", "weeks", 12, 0],
]
QUARTERS: Rows = [
    ["Ref", "Measure", "Unit", "Q1", "Q2", "Q3", "Q4"],
    ["NT17", "Volunteering", "hours", 10, 10, 10, 10],
    ["NT9", "Training on site", "weeks", 3, 3, 3, 3],
]
IN_ALL: Rows = [
    ["Ref", "Measure", "Unit", "Quantity over the contract"],
    ["NT17", "Volunteering", "hours", 40],
    ["NT9", "Training on site", "weeks", 12],
]
BOTH: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"))
OPEN: tuple[Read, ...] = ((2, "NT17", None, None), (3, "NT9", None, None))


def lower(reads: tuple[Read, ...], by: int = 1) -> tuple[Read, ...]:
    """The same so many rows further down."""
    return tuple((row + by, *read) for row, *read in reads)


def told(name: str, table: Rows, said: str, **more: Any) -> Case:
    """A table below a line that says something of all its amounts, which keeps them open."""
    more.setdefault("reads", lower(OPEN))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"told-{name}.xlsx", one_sheet([said], *table), **more)


def headed(name: str, table: Rows, at: int, heading: str | None, **more: Any) -> Case:
    """A table one of whose columns is headed so, or by nothing."""
    heads = [heading if column == at else text for column, text in enumerate(table[0])]
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"headed-{name}.xlsx", one_sheet(heads, *table[1:]), **more)


TOLD = (
    told("units-a-year", UNITS, "All figures are per year", findings=("rate-without-length",)),
    told("units-a-person", UNITS, "All figures are per person", findings=("quantity-undecided",)),
    told("units-in-thousands", UNITS, "Figures in thousands", findings=("scaled-heading",)),
    told("units-in-thousand-pounds", UNITS, "Figures in £000s", reads=lower(BOTH), why="there are no pounds"),
    told("units-in-all", UNITS, "All figures are totals over the contract", reads=lower(BOTH)),
    told("all-in-thousands", IN_ALL, "Figures in thousands", findings=("scaled-heading",)),
    told("all-a-person", IN_ALL, "All figures are per person", findings=("quantity-undecided",)),
    told("all-a-year", IN_ALL, "All figures are per year", reads=lower(BOTH), why="the heading says more"),
    told("years-a-year", YEARS, "All figures are per year", reads=lower(BOTH), why="so they are headed"),
    told("years-a-month", YEARS, "All figures are per month", findings=("quantity-undecided",)),
    told("years-a-site", YEARS, "All figures are per site", findings=("quantity-undecided",)),
    told("quarters-a-quarter", QUARTERS, "All figures are per quarter", reads=lower(BOTH), why="so they are headed"),
    told("quarters-a-year", QUARTERS, "All figures are per year", findings=("quantity-undecided",)),
    told(
        "units-so-many-years",
        UNITS,
        "All figures are per year of the 3 year contract",
        reads=((3, "NT17", "120", "hour"), (4, "NT9", "36", "week")),
        findings=("per-year-spread",),
    ),
)


def section(name: str, table: Rows, said: str, **more: Any) -> Case:
    """A table with a line below its headings that says something of the amounts below it."""
    more.setdefault("reads", lower(OPEN))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"section-{name}.xlsx", one_sheet(table[0], [said], *table[1:]), **more)


SECTIONS = (
    section("of-all-in-thousands", IN_ALL, "Figures in thousands", findings=("scaled-heading",)),
    section("of-years-in-thousands", YEARS, "Figures in thousands", findings=("scaled-heading",)),
    section("of-units-a-year", UNITS, "Per year", findings=("rate-without-length",)),
    section("of-years-a-person", YEARS, "Per person", findings=("unclear-basis",)),
    section("of-years-a-month", YEARS, "Monthly", findings=("unclear-basis",)),
    section("of-years-a-year", YEARS, "Per year", reads=lower(BOTH), why="so they are headed"),
)

HEADINGS = (
    headed("a-unit-to-be-confirmed", UNITS, 3, "Weeks (TBC)", reads=(BOTH[0], OPEN[1]), findings=("line-withdrawn",)),
    headed("a-quarter-to-be-confirmed", QUARTERS, 3, "Q1 (TBC)", reads=OPEN, findings=("year-column-unclear",)),
    headed(
        "a-quarter-of-the-price", QUARTERS, 6, "Q4 price", reads=((2, "NT17", "30", "hour"), (3, "NT9", "9", "week"))
    ),
    headed(
        "what-was", [HEAD, HOURS, WEEKS, JOBS], 2, "Quantity (last year)", reads=THREE, findings=("line-withdrawn",)
    ),
    headed(
        "what-was-taken-back", UNITS, 2, "Hours (withdrawn)", reads=(OPEN[0], BOTH[1]), findings=("line-withdrawn",)
    ),
    headed("a-year-by-nothing", YEARS, 3, None, reads=OPEN, findings=("year-column-unclear",)),
)


def pinned(name: str, table: Rows, place: str, comment: str, **more: Any) -> Case:
    """A table with a comment on one of its cells."""
    return Case(f"pinned-{name}.xlsx", xlsx(Sheet(table, comments={place: comment})), **more)


RATE = ("rate-without-length",)
UNDECIDED = ("quantity-undecided",)
PINNED = (
    pinned("units-a-year", UNITS, "C1", "per year", reads=(OPEN[0], BOTH[1]), findings=RATE),
    pinned("units-a-person", UNITS, "C1", "per person", reads=OPEN, findings=UNDECIDED),
    pinned("years-in-thousands", YEARS, "D1", "in thousands", reads=OPEN, findings=("scaled-heading",)),
    pinned("years-a-year", YEARS, "D1", "per year", reads=BOTH),
    *(
        pinned(text.replace(" ", "-"), UNITS, "C2", text, reads=BOTH, findings=("comment-disputes-line",))
        for text in ("indicative only", "out of scope", "void")
    ),
    pinned("a-heading-as-indicative", UNITS, "C1", "indicative only", reads=BOTH, findings=("comment-on-line",)),
)

# The line that names nothing stands right below the headings, and is no second row of them
NAMELESS = tuple(
    Case(
        f"nameless-first-line-of-{quantity}.xlsx",
        one_sheet(
            ["Contract start", "Contract length", "Ref", "Quantity", "Unit"],
            ["2026-04-01", "1 years", None, quantity, "hours"],
            ["2026-04-01", "1 years", "NT9", 12, "weeks"],
        ),
        ((2, None, f"{quantity}", "hour"), (3, "NT9", "12", "week")),
    )
    for quantity in (1, 50)
)


def answered(name: str, *columns: tuple[str | None, Any], reads: tuple[Read, ...], **more: Any) -> Case:
    """One line of forty hours, with these columns beside it: each its heading, and what stands there."""
    heads, cells = [list(each) for each in zip(*columns, strict=True)]
    more.setdefault("quiet", not more.get("findings"))
    rows = [["Ref", "Measure", "Unit", *heads], ["NT17", "Volunteering", "hours", *cells]]
    return Case(f"answered-{name}.xlsx", xlsx(rows), reads, **more)


GAP: tuple[None, None] = (None, None)
ANSWERED = (
    *(
        answered(f"apart-{text.lower().replace(' ', '-')}", ("Target", 60), GAP, (text, 40), reads=BOTH[:1])
        for text in ("Actual commitment", "Our offer", "Offer")
    ),
    answered(
        "apart-and-more", ("Target", 60), GAP, ("Our offer", 40), ("Cost", 900), reads=((2, "NT17", "60", "hour"),)
    ),
    answered(
        "whether-a-year",
        ("Quantity", 40),
        GAP,
        ("Per year?", "Yes"),
        reads=((2, "NT17", None, "hour"),),
        findings=("unclear-basis",),
    ),
    *(
        answered(
            f"{first}-and-hours".lower(),
            (first, 40),
            ("Hours", 280),
            reads=((2, "NT17", None, "hour"),),
            findings=("quantity-undecided",),
            why="the line is in hours, and either may be how many",
        )
        for first in ("Quantity", "Target")
    ),
    answered("quantity-and-as-many-hours", ("Quantity", 40), ("Hours", 40), reads=BOTH[:1]),
    answered("quantity-and-weeks", ("Quantity", 40), ("FTE", 0.02), reads=BOTH[:1], why="the line is in hours"),
    Case(
        "answered-in-the-first-column.xlsx",
        one_sheet(["Actual commitment", "Target", *HEAD[:2], "Unit"], [40, 80, *HOURS[:2], "hours"]),
        BOTH[:1],
        quiet=True,
    ),
    Case(
        "numbered-in-the-first-column.xlsx",
        one_sheet(["Offer number", "Target", *HEAD[:2], "Unit"], [1, 40, *HOURS[:2], "hours"]),
        BOTH[:1],
        quiet=True,
    ),
)


def totalled(name: str, table: Rows, total: list[Any], **more: Any) -> Case:
    """A table with a row below it that says what its lines come to."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"totalled-{name}.xlsx", one_sheet(*table, total), **more)


PLAIN: Rows = [HEAD, HOURS, WEEKS, JOBS]
DISAGREES = ("total-row-disagrees",)
TOTALS = (
    totalled("all-units", PLAIN, [None, "Total", 55], reads=THREE),
    totalled("all-units-and-more", PLAIN, [None, "Total", 62], reads=THREE, findings=DISAGREES),
    totalled("hours-alone", PLAIN, [None, "Total", 40], reads=THREE, why="what is in hours comes to it"),
    totalled("years", YEARS, [None, "Total", None, 42, 10], reads=BOTH),
    totalled("years-and-more", YEARS, [None, "Total", None, 42, 17], reads=BOTH, findings=DISAGREES),
)

CASES = (*TOLD, *SECTIONS, *HEADINGS, *PINNED, *NAMELESS, *ANSWERED, *TOTALS)
