"""Owns bids whose headings are written in another way and say the same: numbered, with footnotes, as databases do."""

from decimal import Decimal
from typing import Any

from sv_cli.bids.options import ReadOptions
from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.xlsx import one_sheet

STYLES = {
    "numbered": lambda texts: [f"{letter}. {text}" for letter, text in zip("ABCDEFGH", texts, strict=False)],
    "in-figures": lambda texts: [f"{number}) {text}" for number, text in enumerate(texts, 1)],
    "footnote": lambda texts: [f"{text}¹" for text in texts],
    "square-note": lambda texts: [f"{text} [{number}]" for number, text in enumerate(texts, 1)],
    "see-note": lambda texts: [f"{text} (see note 2)" for text in texts],
    "lettered-note": lambda texts: [f"{text} (a)" for text in texts],
    "asterisk": lambda texts: [f"{text}*" for text in texts],
    "required": lambda texts: [f"{text} (required)" for text in texts],
    "wrapped": lambda texts: [text.replace(" ", "\n") for text in texts],
    "underscored": lambda texts: [text.replace(" ", "_").lower() for text in texts],
    "joined": lambda texts: ["".join(word[0].upper() + word[1:] for word in text.split()) for text in texts],
    "unbroken": lambda texts: [text.replace(" ", "\u00a0") for text in texts],
    "upper-case": lambda texts: [text.upper() for text in texts],
}
THREE_YEARS = ReadOptions(contract_years=Decimal(3))


def in_every_style(
    base: str, headings: list[str], *rows: list[Any], reads: tuple[Read, ...], **more: Any
) -> list[Case]:
    """The same table once in each style."""
    return [
        Case(f"{base}-{style}.xlsx", one_sheet(write(headings), *rows), reads, options=THREE_YEARS, **more)
        for style, write in STYLES.items()
    ]


WRITTEN = (
    *in_every_style(
        "a-year",
        ["TOMs ref", "Our commitment", "Annual target", "Unit"],
        *(["NT17", "Volunteering", 40, "hours"], ["NT9", "Training", 12, "weeks"]),
        reads=((2, "NT17", "120", "hour"), (3, "NT9", "36", "week")),
    ),
    *in_every_style(
        "each-year",
        ["Ref", "Commitment", "Each year", "Unit of measure"],
        *(["NT17", "Volunteering", 40, "hours"], ["NT9", "Training", 12, "weeks"]),
        reads=((2, "NT17", "120", "hour"), (3, "NT9", "36", "week")),
    ),
    *in_every_style(
        "years",
        ["Ref", "Commitment", "Unit", "Year 1", "Year 2", "Year 3"],
        *(["NT17", "Volunteering", "hours", 40, 30, 20], ["NT9", "Training", "weeks", 12, 4, 4]),
        reads=((2, "NT17", "90", "hour"), (3, "NT9", "20", "week")),
    ),
    *in_every_style(
        "whole-term",
        ["Ref", "Commitment", "Unit", "Per annum", "Over 3 years"],
        *(["NT17", "Volunteering", "hours", 40, 120], ["NT9", "Training", "weeks", 12, 36]),
        reads=((2, "NT17", "120", "hour"), (3, "NT9", "36", "week")),
    ),
    *in_every_style(
        "dependencies",
        ["Ref", "Commitment", "Quantity", "Unit", "Dependencies"],
        *(["NT17", "Volunteering", 40, "hours", None], ["NT9", "Training", 12, "weeks", "Subject to funding"]),
        reads=((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        findings=("line-withdrawn",),
    ),
)

APART = (
    Case(
        "spaces-in-every-empty-cell.xlsx",
        one_sheet(
            ["Social value offer", "  ", "  ", "  ", "  "],
            [" ", " ", " ", " ", " "],
            ["Ref", "Commitment", "Counted in", "Quantity", "  "],
            ["NT17", "Volunteering", "hours", 40, "\u00a0"],
            ["NT9", "Training", "weeks", 12, " "],
            *([" "] * 5 for _ in range(3)),
        ),
        ((4, "NT17", "40", "hour"), (5, "NT9", "12", "week")),
        quiet=True,
        why="a cell of spaces is as empty as any other",
    ),
    Case(
        "spaces-in-every-empty-field.csv",
        csv(["Ref", "Commitment", "Quantity", "Unit", " "], ["NT17", "Volunteering", 40, "hours", "  "], [" "] * 5),
        ((2, "NT17", "40", "hour"),),
        quiet=True,
    ),
    Case(
        "an-empty-column-beside-each.xlsx",
        one_sheet(
            ["Ref", None, "Commitment", None, "Quantity", None, "Unit", None, "Dependencies"],
            ["NT17", None, "Volunteering", None, 40, None, "hours", None, None],
            ["NT9", None, "Training", None, 12, None, "weeks", None, "Subject to funding"],
        ),
        ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        findings=("line-withdrawn",),
        why="what stands behind an empty column is of the table where all its columns do",
    ),
    Case(
        "a-total-with-spaces-around-it.csv",
        csv(
            ["Ref", "Commitment", "Quantity", "Unit", "3-year total"],
            ["NT17", "Volunteering", 50, "hours", "\u00a0150 "],
            ["NT8", "Talks", 8, "hours", "24."],
        ),
        ((2, "NT17", "150", "hour"), (3, "NT8", "24", "hour")),
        options=THREE_YEARS,
    ),
    *(
        Case(
            f"beside-a-list-of-{name}.xlsx",
            one_sheet(
                ["Ref", "Commitment", heading, "Unit", *[None] * gap, *aside[0]],
                ["NT17", "Volunteering", 40, "hours", *[None] * gap, *aside[1]],
                ["NT9", "Training", 12, "weeks", *[None] * gap, *aside[2]],
                ["NT8", "Talks", 6, "hours"],
            ),
            ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"), (4, "NT8", "6", "hour")),
            quiet=True,
            why="what stands apart from the lines says nothing of them",
        )
        for name, heading, gap, aside in (
            ("units", "Quantity", 2, (["Units"], ["hours"], ["people"])),
            ("units-nearby", "Quantity", 1, (["Units"], ["hours"], ["people"])),
            ("sums", "#", 2, (["Theme", "Total"], ["Jobs", 3], ["Growth", 4])),
            ("sums-nearby", "#", 1, (["Theme", "Total"], ["Jobs", 3], ["Growth", 4])),
        )
    ),
    Case(
        "a-total-behind-an-empty-column.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Per year", None, "Total"],
            ["NT17", "Volunteering", "hours", 40, None, 120],
            ["NT9", "Training", "weeks", 12, None, 36],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT9", "36", "week")),
        options=THREE_YEARS,
    ),
    Case(
        "a-footnote-with-contacts-below-it.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", "Unit"],
            ["NT17", "Volunteering *", 40, "hours"],
            ["NT8", "Talks", 6, "hours"],
            [],
            ["* subject to funding"],
            [],
            ["Name", "Role", "Phone"],
            ["Jo Smith", "Bid manager", "020 7946 0000"],
        ),
        ((2, "NT17", "40", "hour"), (3, "NT8", "6", "hour")),
        findings=("line-withdrawn",),
    ),
    Case(
        "a-heading-of-many-marks.csv",
        csv(
            ["Ref", "Commitment", "Quantity", "Unit", f"Notes{'*' * 300}x)"],
            ["NT17", "Volunteering", 40, "hours", ""],
        ),
        ((2, "NT17", "40", "hour"),),
        why="marks are looked at once, however many there are",
    ),
    Case(
        "an-amount-of-many-marks.csv",
        csv(
            ["Ref", "Commitment", "Quantity", "Unit"],
            ["NT17", "Volunteering", f"40{' ¹' * 3000}", "hours"],
            ["NT8", "Talks", 6, "hours"],
            [],
            ["¹ per annum"],
        ),
        ((2, "NT17", None, "hour"), (3, "NT8", "6", "hour")),
        findings=("not-a-number",),
    ),
    Case(
        "a-rise-with-its-unit.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Current", "Proposed", "Increase", "Unit"],
            ["NT17", "Volunteering", 20, 50, "+30 hours", "hours"],
        ),
        ((2, "NT17", "30", "hour"),),
        why="the unit behind a number is no other number",
    ),
    Case(
        "a-description-of-one-word-and-one-of-more.xlsx",
        one_sheet(
            ["Ref", "Method", "Qty", "Unit"],
            ["NT3", "Existing staff transferring under TUPE", 12, "people"],
            ["NT8", "Talks", 6, "hours"],
        ),
        ((2, "NT3", "12", "person"), (3, "NT8", "6", "hour")),
        findings=("line-withdrawn",),
    ),
    Case(
        "target-date-on-two-lines.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", "Unit", "Target\ndate", "Total\ncost"],
            ["NT17", "Volunteering", 40, "hours", "31/03/2027", 900],
            ["NT9", "Training", 12, "weeks", "30/09/2027", 400],
        ),
        ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        quiet=True,
        why="a word on the next line goes on with the heading",
    ),
)

CASES = (*WRITTEN, *APART)
