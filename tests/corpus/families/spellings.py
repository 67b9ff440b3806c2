"""Owns headings, codes, units and marks as people spell them: misspelt, numbered, asked as questions, set high."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.marked import raised_xls, scaled_ods
from tests.corpus.write.others import csv, text, xls
from tests.corpus.write.values import Formatted
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS = ["NT17", "Volunteering by our staff", 120, "hours"]
TALKS = ["NT8", "Careers talks", 12, "hours"]
TWO = ((2, "NT17", "120", "hour"), (3, "NT8", "12", "hour"))
GUESSED = ("heading-guessed",)


def headed(name: str, *headings: str, **more: Any) -> Case:
    """Two promises below these headings."""
    return Case(f"{name}.xlsx", one_sheet(list(headings), HOURS, TALKS), TWO, **{"quiet": True, **more})


def coded(name: str, *references: tuple[str, str]) -> Case:
    """Promises with these references, each with what is to be read."""
    rows = [[cell, f"Promise {n}", n, "hours"] for n, (cell, _) in enumerate(references, start=1)]
    reads = tuple((n + 1, read, str(n), "hour") for n, (_, read) in enumerate(references, start=1))
    return Case(name, one_sheet(HEAD, *rows), reads)


MISSPELT = (
    headed("amount-and-measure-unit", "Ref", "Commitment", "Ammount (No.)", "Meaure unit", findings=GUESSED),
    headed("committed-quantity", "Ref", "Commitment", "Commited quantity", "Unit", findings=GUESSED),
    headed("every-heading", "Reff", "Commitmnt", "Nubmer", "Unti", findings=GUESSED),
    Case(
        "deductions-and-rates-misspelt.xlsx",
        one_sheet(
            [*HEAD, "Dedweight", "Freqency"],
            [*HOURS, "20%", "per year"],
            [*TALKS, "20%", "whole contract"],
        ),
        ((2, "NT17", None, None), (3, "NT8", "12", "hour")),
        findings=("heading-guessed", "rate-without-length"),
        why="a rate or a deduction is not lost for a letter",
    ),
    Case(
        "misspelt-heading-beside-the-right-one.xlsx",
        one_sheet(["Ref", "Commitment", "Amount", "Ammount", "Unit"], ["NT17", "Parks", 120, 7, "hours"]),
        ((2, "NT17", "120", "hour"),),
        quiet=True,
        why="another column answers to the name itself",
    ),
    Case(
        "total-misspelt-that-does-not-add-up.xlsx",
        one_sheet(["Ref", "Commitment", "2026/27", "2027/28", "Ttoal"], ["NT17", "Parks", 40, 50, 95]),
        ((2, "NT17", None, None),),
        findings=("total-mismatch",),
    ),
    Case(
        "words-that-are-near-and-mean-something-else.xlsx",
        one_sheet(
            [*HEAD, "Committee", "County", "Form", "Core", "Proposer"],
            [*HOURS, "Parks", "Kent", "F1", "Core", "A. Hill"],
            [*TALKS, "Schools", "Kent", "F2", "Shell", "B. Dale"],
        ),
        TWO,
        quiet=True,
    ),
    Case(
        "committee-is-no-quantity.xlsx",
        one_sheet(["Ref", "Commitment", "Committee", "Unit"], ["NT17", "Parks", "Environment", "hours"]),
        fatal="no-table",
    ),
)

WORDED = (
    headed("question-marks", "TOM", "What are you committing to?", "How much of it?", "In what unit?"),
    headed("ask-for-a-number", "Measure Ref No", "Measure", "Insert number", "Unit", findings=GUESSED),
    headed(
        "your-commitment-here", "TOMs Ref", "Measure", "Please state your commitment here", "Unit", findings=GUESSED
    ),
    headed("vol", "Code", "Commitment", "Vol", "Unit"),
    headed("number-or-amount", "TOM", "Social Value Pledge", "Number / Amount Offered", "Measurement Unit"),
    headed("not-per-annum", "Ref", "Commitment", "Quantity over life of contract (not per annum)", "Unit"),
    headed("numbered-with-points", "2.1 Ref", "2.2 Commitment", "2.3 Quantity", "2.4 Unit"),
    headed("named-by-letter", "Column A: Ref", "Column B: Commitment", "Column C: Quantity", "Column D: Unit"),
    headed("offer-number-and-unit", "Ref", "Commitment", "Bidder's offer (number)", "Bidder's offer (unit)"),
    Case(
        "commitment-in-words-beside-one-in-figures.xlsx",
        one_sheet(
            ["Metric ID", "Metric", "Supplier commitment", "No. committed", "UoM"],
            ["NT31", "Carbon", "A fleet without diesel", 35, "tCO2e"],
            ["NT17", "Time", "A day for each of us", 30, "days"],
        ),
        ((2, "NT31", "35", "tCO2e"), (3, "NT17", "30", "day")),
        quiet=True,
    ),
    Case(
        "value-beside-its-unit.xlsx",
        one_sheet(["Ref", "Measure", "Unit", "Value", "Comment"], ["NT17", "Time", "hours", 120, None]),
        ((2, "NT17", "120", "hour"),),
        quiet=True,
    ),
    Case(
        "value-beside-a-price.xlsx",
        one_sheet(["Ref", "Measure", "Unit cost (£)", "Value"], ["NT17", "Time", 16.93, 1015]),
        fatal="no-table",
        why="pounds that a price came to are no quantity",
    ),
    Case(
        "minimum-is-no-minute.xlsx",
        one_sheet(["Ref", "Measure", "Min quantity"], ["NT17", "Time", 40]),
        fatal="no-table",
    ),
    Case(
        "price-of-a-unit-beside-the-unit.xlsx",
        one_sheet(["Ref", "Measure", "Unit", "Amount", "£/unit", "£ SV"], ["NT17", "Time", "hours", 60, 16.93, 1015]),
        ((2, "NT17", "60", "hour"),),
        quiet=True,
    ),
    *(
        Case(
            f"{name}.xlsx",
            one_sheet(["Ref", "Commitment", heading, "Unit"], ["NT17", "Time", 4, "hours"]),
            ((2, "NT17", None, None),),
            findings=("scaled-heading",),
            why="four are not four thousand",
        )
        for name, heading in (
            ("times-a-thousand", "Quantity (x1000)"),
            ("thousands-of-hours", "Quantity (000s of hours)"),
        )
    ),
    Case(
        "quantity-in-thousands.xlsx",
        one_sheet(["Ref", "Commitment", "Quantity in thousands", "Unit"], ["NT17", "Time", 4, "hours"]),
        fatal="no-table",
    ),
    Case(
        "notes-that-say-how-often.xlsx",
        one_sheet(
            [*HEAD, "Notes"],
            ["NT17", "Time", 4, "hours", "every month of the contract"],
            ["NT8", "Talks", 5, "hours", "each year of contract"],
        ),
        ((2, "NT17", None, None), (3, "NT8", None, None)),
        findings=("unclear-basis", "rate-without-length"),
    ),
    Case(
        "facts-in-other-words.xlsx",
        one_sheet(
            ["Your organisation's name:", "Acme Ltd"],
            ["Contract value over 3 years:", "£1.2m"],
            ["Dyddiad dechrau / Anticipated start date:", "1 April 2026"],
            ["Initial contract period:", "3 yrs"],
            [],
            HEAD,
            HOURS,
        ),
        ((7, "NT17", "120", "hour"),),
        facts={"supplier": "Acme Ltd", "value": "1200000", "start": "2026-04-01", "years": "3"},
        quiet=True,
    ),
)

WRITTEN = (
    coded(
        "codes-joined-to-titles.xlsx",
        ("NT17-Volunteering hours", "NT17"),
        ("NT17.Volunteering", "NT17"),
        ("NT10-No. of apprentices", "NT10"),
        ("NT10 - No. of weeks", "NT10"),
        ("NT17-a", "NT17-a"),
        ("NT17 - none offered", "NT17 - none offered"),
        ("NT17-NT18", "NT17-NT18"),
    ),
    Case(
        "units-with-what-is-done.xlsx",
        one_sheet(
            HEAD,
            ["NT31", "a", 4, "Tonnes CO2(e)"],
            ["NT31", "b", 5, "tCO2e saved"],
            ["NT17", "c", 6, "Hours (staff)"],
            ["NT17", "d", 7, "Hours (per week)"],
        ),
        ((2, "NT31", "4", "tCO2e"), (3, "NT31", "5", "tCO2e"), (4, "NT17", "6", "hour"), (5, "NT17", "7", None)),
    ),
    Case(
        "footnote-on-a-number.xls",
        raised_xls(
            ["Ref", "Commitment", ("Quantity", "1"), "Unit"],
            ["NT17", "Parks", ("24", "1"), "hours"],
            ["NT8", ("Talks", "2"), 12, "hours"],
            ["R3", "Soil", 7, ("m", "3")],
        ),
        ((2, "NT17", None, None), (3, "NT8", "12", "hour"), (4, "R3", "7", "m3")),
        findings=("not-a-number",),
        why="24 with a footnote is not 241",
    ),
    Case(
        "footnotes-in-many-long-texts.xls",
        raised_xls(
            HEAD,
            *([f"R{n}", "\u2013\u00e9" * 90 + str(n), (str(n), "1") if n % 2 else n, "hours"] for n in range(1, 301)),
        ),
        tuple((n + 1, f"R{n}", None if n % 2 else str(n), "hour") for n in range(1, 301)),
        why="texts that go on in the next record keep their marks",
    ),
    Case(
        "shown-in-thousands.ods",
        scaled_ods(HEAD, ["NT17", "Time", (2000, "2.0k"), "hours"], ["NT8", "Talks", (12, "12 hrs"), "hours"]),
        ((2, "NT17", "2000", "hour"), (3, "NT8", "12", "hour")),
        quiet=True,
    ),
    Case(
        "empty-notes-at-the-end.xlsx",
        one_sheet([*HEAD, "Notes"], HOURS, TALKS),
        TWO,
        quiet=True,
        why="a last column that no row fills in",
    ),
    Case(
        "words-before-a-number.ods",
        scaled_ods(
            HEAD,
            ["NT17", "Parks", (12, "approx. 12"), "hours"],
            ["NT8", "Talks", (0.5, "1/2"), "hours"],
            ["NT15", "Advice", (7, "TBC"), "hours"],
            ["NT29", "Garden", (40, "No. 40"), "hours"],
        ),
        ((2, "NT17", None, None), (3, "NT8", "0.5", "hour"), (4, "NT15", None, None), (5, "NT29", "40", "hour")),
        findings=("not-a-number",),
        why="what a format prints is what the bidder saw",
    ),
    Case(
        "formats-of-words.xlsx",
        one_sheet(
            HEAD,
            ["NT17", "Parks", Formatted(12, '"TBC"'), "hours"],
            ["NT8", "Talks", Formatted(12, 'General" days"'), None],
            ["NT15", "Advice", Formatted(12, "@"), "hours"],
        ),
        ((2, "NT17", None, None), (3, "NT8", "12", "day"), (4, "NT15", "12", "hour")),
        findings=("shown-otherwise",),
    ),
    Case(
        "unit-below-the-heading.xlsx",
        one_sheet(["Ref", "Commitment", "Quantity"], [None, None, "(days)"], ["NT17", "Parks", 40]),
        ((3, "NT17", "40", "day"),),
        quiet=True,
        why="forty days are not forty hours",
    ),
    Case(
        "heading-that-lists-units.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Number", "FTE / Days / £"],
            ["NT3", "Jobs", 2, "FTE"],
            ["NT17", "Parks", 40, "Days"],
        ),
        ((2, "NT3", "2", "fte"), (3, "NT17", "40", "day")),
        quiet=True,
    ),
    Case("formats-of-old-programs.xls", xls([HEAD, HOURS, TALKS]), TWO, quiet=True),
)

DELIMITED = (
    Case(
        "thousands-shown-beside-a-whole-number.csv",
        text("Ref;Commitment;Quantity;Unit\nNT17;Parks;1,200;hours\nNT8;Talks;40;hours\n"),
        ((2, "NT17", "1200", "hour"), (3, "NT8", "40", "hour")),
        quiet=True,
        why="a format of three decimals would have printed 40,000",
    ),
    Case(
        "thousands-of-pounds.csv",
        text("Ref;Commitment;Quantity;Unit\nR1;Spend;£1,200;£\nR2;More;£2,400;£\n"),
        ((2, "R1", "1200", "GBP"), (3, "R2", "2400", "GBP")),
        quiet=True,
        why="pounds have two decimals",
    ),
    Case(
        "nothing-but-three-figures-after-the-comma.csv",
        text("Ref;Commitment;Quantity;Unit\nR1;Sorted;1,200;tonnes\nR2;Reused;2,400;tonnes\n"),
        ((2, "R1", None, None), (3, "R2", None, None)),
        findings=("not-a-number",),
        why="in a file cut by semicolons they may be 1.2 and 2.4 tonnes",
    ),
    Case(
        "quoted-after-a-space.csv",
        text('Ref, Commitment, Qty, Unit\nNT17, "Parks, beaches", 120, hours\nNT8, "Talks", 12, hours\n'),
        TWO,
        quiet=True,
    ),
    *(
        Case(f"single-quotes-{name}.csv", text(content), TWO, quiet=True)
        for name, content in (
            (
                "everywhere",
                "'Ref','Commitment','Qty','Unit'\n'NT17','Girls'' sport, dance','120','hours'\n'NT8','x','12','hours'",
            ),
            (
                "where-needed",
                "Ref,Commitment,Qty,Unit\nNT17,'Parks, beaches',120,hours\nNT8,Children's talks,12,hours\n",
            ),
        )
    ),
    Case(
        "lines-quoted-whole.csv",
        csv(["Ref,Commitment,Qty,Unit"], ['NT17,"Parks, beaches",120,hours'], ["NT8,Talks,12,hours"]),
        TWO,
        quiet=True,
    ),
)

ABROAD = (
    headed("in-german", "Referenz", "Massnahme", "Menge", "Einheit"),
    headed("in-german-counted", "Referenz", "Beschreibung", "Anzahl", "Einheit"),
    headed("in-french", "R\u00e9f.", "Description", "Quantit\u00e9", "Unit\u00e9"),
)

CASES = (*MISSPELT, *WORDED, *WRITTEN, *DELIMITED, *ABROAD)
