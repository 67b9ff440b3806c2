"""Owns tables arranged in another way that changes nothing: beside line numbers, turned round, above a signature."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS
from tests.corpus.write.xlsx import one_sheet

LINES = (HOURS, WEEKS, JOBS)


def arranged(name: str, *rows: list[Any], **more: Any) -> Case:
    """These rows, which leave nothing to ask unless ``findings`` say what."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", one_sheet(*rows), more.pop("reads", THREE), **more)


def numbered(name: str, *typed: str, at: int = 0) -> Case:
    """Line numbers headed “No.”, beside quantities that are typed with a word before them."""
    lines = ([*line[:2], each, line[3]] for line, each in zip(LINES, typed, strict=True))
    rows = [[*row[:at], number or "No.", *row[at:]] for number, row in enumerate([[*HEAD], *lines])]
    return arranged(f"numbered-{name}-{at}", *rows)


def turned(name: str, asked: str, offered: str) -> Case:
    """What is asked for and what is offered, from right to left."""
    rows = [[line[2], 2 * line[2], line[3], line[1], line[0]] for line in LINES]
    return arranged(f"turned-{name}", [offered, asked, "Unit", "Measure", "Ref"], *rows)


def with_colons(name: str, heading: list[str], *others: int, **more: Any) -> Case:
    """Headings that end with colons; ``others`` are the further amounts of each line."""
    rows = [[*line[:2], line[3], line[2], *(line[2] + each for each in others)] for line in LINES]
    return arranged(f"colons-{name}", [f"{text}:" for text in heading], *rows, **more)


def signed(name: str, *rows: list[Any], **more: Any) -> Case:
    """These rows above a signature."""
    below = ["Signed on behalf of the bidder"], ["Name: Jo Smith"], ["Date: 4 March 2026"]
    return arranged(f"signed-{name}", *rows, [], *below, **more)


def apart(name: str, *rows: list[Any], **more: Any) -> Case:
    """These rows with an empty column behind each."""
    return arranged(f"apart-{name}", *([each for cell in row for each in (cell, None)] for row in rows), **more)


CASES = (
    numbered("minimum", "Minimum 40", "A minimum of 12 weeks", "min. 3"),
    numbered("minimum", "Minimum 40", "A minimum of 12 weeks", "min. 3", at=1),
    numbered("at-least", "At least 40", "At least 12", "At least 3"),
    turned("actual-commitment", "Target", "Actual commitment"),
    turned("committed-by-bidder", "Target", "Quantity committed by bidder"),
    with_colons("plain", ["Ref", "Measure", "Unit", "Quantity"]),
    with_colons("superseded", ["Ref", "Measure", "Unit", "Quantity", "Superseded quantity"], 5),
    with_colons("pounds", ["Ref", "Measure", "Unit", "Quantity", "Value (£)"], 500),
    signed(
        "narrated",
        ["Ref", "What you will get", "Quantity", "Unit"],
        [*HOURS[:1], "Volunteering at the school (TBC)", *HOURS[2:]],
        WEEKS,
        JOBS,
        findings=("line-withdrawn",),
    ),
    signed(
        "coded-numbers",
        ["Commitment no.", "Commitment", "Unit", "Year 1", "Year 2", "UN SDG"],
        *([line[0], line[1], line[3], 0, line[2], f"SDG {at}"] for at, line in enumerate(LINES, start=4)),
    ),
    *(
        signed(
            f"numbered-{heading.split()[0].casefold()}",
            [heading, *HEAD],
            *([at, *line] for at, line in enumerate(LINES, start=1)),
        )
        for heading in ("Offer number", "Proposal number", "Line")
    ),
    arranged(
        "numbered-pounds",
        ["No.", "Ref", "Measure", "£ spend"],
        [1, "NT18", "Spend near the site", 120],
        [2, "NT19", "Spend with small firms", 50],
        reads=((2, "NT18", "120", "GBP"), (3, "NT19", "50", "GBP")),
        quiet=False,
    ),
    *(
        arranged(
            f"of-all-lots-{name}",
            ["Lot", *HEAD],
            ["1", reference, "Volunteering", 80, "hours"],
            ["2", reference, "Volunteering", 40, "hours"],
            ["All lots", "NT17", "Volunteering", 120, "hours"],
            reads=((2, reference, "80", "hour"), (3, reference, "40", "hour")),
            findings=("total-row-skipped",),
        )
        for name, reference in {"gap": "NT 17", "small": "nt17"}.items()
    ),
    apart("plain", HEAD, *LINES),
    apart("unheaded-unit", [*HEAD[:3], None], *LINES),
    apart(
        "unheaded-unit-of-weeks",
        [*HEAD[:3], None],
        WEEKS,
        ["NT17", "Volunteering", 5, "days"],
        reads=((2, "NT9", "12", "week"), (3, "NT17", "5", "day")),
        quiet=False,
    ),
    apart("unheaded-quantity", [*HEAD[:2], None, "Unit"], *LINES, quiet=False),
    apart(
        "unheaded-pace",
        ["Ref", "Measure", "Quantity", None, "Notes"],
        ["NT17", "Help", 30, "per year", "x"],
        ["NT8", "Talks", 12, "one-off", "x"],
        reads=((2, "NT17", None, None), (3, "NT8", "12", None)),
        quiet=False,
    ),
    apart("with-shares", [*HEAD, "Deadweight"], *([*line, "25%"] for line in LINES)),
    apart(
        "with-a-doubt",
        [*HEAD, "Dependencies"],
        [*HOURS, None],
        [*WEEKS, "Subject to funding"],
        reads=THREE[:2],
        findings=("line-withdrawn",),
    ),
    arranged(
        "numbered-with-a-doubt",
        ["No.", *HEAD, "Dependencies"],
        [1, *HOURS, None],
        [2, *WEEKS, "Subject to funding"],
        reads=THREE[:2],
        findings=("line-withdrawn",),
    ),
    signed(
        "noughts",
        HEAD,
        HOURS,
        *([reference, "Talks", 0, "hours"] for reference in ("NT8", "NT17", "NT29", "NT30")),
        reads=(THREE[0], *((at, ref, "0", "hour") for at, ref in enumerate(("NT8", "NT17", "NT29", "NT30"), start=3))),
        quiet=False,
    ),
    arranged(
        "versions-with-a-gap",
        ["Version", *HEAD],
        ["v1", "NT17", "Volunteering", 100, "hours"],
        ["v2", "NT 17", "Volunteering", 120, "hours"],
        reads=((3, "NT 17", "120", "hour"),),
        findings=("earlier-version-of-line",),
    ),
)
