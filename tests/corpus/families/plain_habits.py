"""Owns habits of busy bid writers that leave nothing to ask: years headed by numbers, labels before amounts."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, read_at
from tests.corpus.families.unasked import LINES, amounts, asking, of_years
from tests.corpus.write.others import csv

FACTS: list[list[Any]] = [["Contract start", date(2026, 4, 1)], ["Contract length", "2 years"]]
MONTHS = [(2026, month) for month in range(4, 13)] + [(2027, month) for month in range(1, 4)]
UNREAD: tuple[Read, ...] = ((2, "NT17", None, "hour"), (3, "NT9", None, "week"), (4, "NT1", None, "fte"))


def numbered(name: str, over: list[Any], *years: Any, **more: Any) -> Case:
    """Three lines over two years that a row of numbers heads, below what it numbers."""
    rows = [[*line[:2], line[3], 1, line[2] - 1, line[2]] for line in LINES]
    above = [None, None, None, *over]
    head = ["Ref", "Measure", "Unit", *years, "Total"]
    return asking(f"years-numbered-{name}", *FACTS, above, head, *rows, **{"reads": read_at(5, 6, 7), **more})


def monthly(name: str, form: str) -> Case:
    """Three lines of a text file over the months of a year, which their first days head, and they settle the start."""
    heads = [date(year, month, 1).strftime(form) for year, month in MONTHS]
    rows = [[*line[:2], line[3], line[2], *[0] * 11] for line in LINES]
    data = csv(["Contract start", "01/04/2026"], [], ["Ref", "Measure", "Unit", *heads], *rows)
    return Case(f"months-{name}.csv", data, read_at(4, 5, 6), quiet=True, facts={"start": "2026-04-01"})


YEARS = (
    numbered("under-year", ["Year"], 1, 2),
    numbered("under-contract-year", ["Contract year:"], "1", "2"),
    numbered("under-quantity-by-year", ["Quantity by year"], 1, 2),
    numbered("under-years", ["Years"], 1, 2),
    numbered("under-year-of-contract", ["Year of the contract", None], 1, 2),
    Case(
        "years-numbered-under-nothing.xlsx",
        asking("", *FACTS, [], ["Ref", "Measure", "Unit", 1, 2], *([*line[:2], line[3], 1, 2] for line in LINES)).data,
        fatal="no-table",
        why="they may be scores, lots or years",
    ),
    of_years("number", "Year No. 1", "Year no 2"),
    of_years("number-sign", "Year #1", "Year #2"),
    of_years("ending-in", "FYE 2027", "FYE 2028"),
)
TIMES = (monthly("in-full", "%d/%m/%Y"), monthly("in-short", "%d/%m/%y"), monthly("as-machines-do", "%Y-%m-%d"))
AMOUNTS = (
    amounts("labelled", "Qty: 40", "Quantity: 12", "Number: 3"),
    amounts("labelled-in-other-words", "our offer: 40", "Total promised: 12", "Target = 3"),
    amounts("behind-their-unit", "hours: 40", "Weeks: 12", "FTE: 3"),
    amounts("times", "x40", "12x", "\u00d7 3"),
    amounts("as-of-parts", "40 off", "12off", "3 Off"),
    amounts("exact", "exactly 40", "12 exactly", "Exactly 3"),
    amounts("promised-in-words", "We will deliver 40", "we commit to 12", "We will provide 3"),
    amounts("quoted", '"40"', "\u201c12\u201d", "'3'"),
    amounts("asked", "Year 1: 40", "week 1: 12", "Max: 3", reads=UNREAD, findings=("not-a-number",)),
    amounts("one-off", "One-off", "x", "2 x 3", reads=UNREAD, findings=("not-a-number",)),
    asking(
        "pounds-before-tax",
        HEAD,
        ["NT28", "Fund", "5,000 + VAT", "£"],
        ["NT28", "Kit", "£: 90", "£"],
        reads=((2, "NT28", "5000", "GBP"), (3, "NT28", "90", "GBP")),
    ),
)
FAR = ("4001", 4800), ("4002", 360), ("4003", 90)
BESIDE = (
    *(
        asking(
            f"sums-{at}-columns-apart-of-a-value-beside-its-unit",
            ["Ref", "Measure", "Value", "Unit", *[None] * at, "Cost code", "Amount"],
            *([*line, *[None] * at, *far] for line, far in zip(LINES, FAR, strict=True)),
        )
        for at in (1, 3)
    ),
    asking(
        "sums-far-from-a-quantity",
        ["Ref", "Measure", "Quantity", "Unit", None, None, "Cost code", "Amount"],
        *([*line, None, None, *far] for line, far in zip(LINES, FAR, strict=True)),
    ),
    asking(
        "sums-by-theme-far-from-a-value",
        ["Ref", "Measure", "Value", "Unit", None, None, "Theme", "Total"],
        *([*line, None, None, theme, 40] for line, theme in zip(LINES, ("Jobs", "Growth", "Social"), strict=True)),
    ),
    asking(
        "amounts-of-a-partner-beside-ours",
        ["Ref", "Measure", "Unit", "Our staff", "Partner A"],
        *([*line[:2], line[3], 1, line[2] - 1] for line in LINES),
        reads=UNREAD,
        findings=("ambiguous-column",),
    ),
    asking(
        "years-of-which-some-say-each",
        *FACTS,
        [],
        [*HEAD, "Years"],
        *([*line, said] for line, said in zip(LINES, ("Each year", "Year 1", "All"), strict=True)),
        reads=((5, "NT17", "80", "hour"), (6, "NT9", "12", "week"), (7, "NT1", "3", "fte")),
        findings=("unclear-basis",),
    ),
)
UNITS = (
    *(
        asking(
            f"units-apart-headed-{heading.casefold().replace(' ', '-')}",
            ["Ref", "Measure", "Quantity", None, heading],
            *([*line[:3], None, line[3]] for line in LINES),
        )
        for heading in ("Measured by", "Counted in", "Metric")
    ),
    asking(
        "units-in-the-measure",
        HEAD[:3],
        ["NT17", "Volunteering (in hours)", 40],
        ["NT9", "No. of weeks of training", 12],
        ["NT1", "Local jobs (measured in FTE)", 3],
    ),
)
RATES = (
    asking(
        "descriptions-that-close-with-a-year",
        *FACTS,
        [],
        HEAD,
        ["NT17", "Hours volunteered per year", 40, "hours"],
        ["NT9", "Training, every year", 12, "weeks"],
        ["NT1", "Local jobs", 3, "FTE"],
        reads=read_at(5, 6, 7),
        findings=("rate-in-description",),
    ),
    asking(
        "descriptions-that-close-with-a-year-told-for-all",
        *FACTS,
        [],
        ["Ref", "Measure", "Total quantity", "Unit"],
        ["NT17", "Volunteering each year", 40, "hours"],
        ["NT9", "Training annually", 12, "weeks"],
        ["NT1", "Local jobs", 3, "FTE"],
        reads=read_at(5, 6, 7),
    ),
)
HEADINGS = tuple(
    asking(f"headed-{at}", ["Ref", "Measure", "Unit", text], *([*line[:2], line[3], line[2]] for line in LINES))
    for at, text in enumerate(("Amount we'll deliver", "How many we\u2019ll deliver"))
)
TERM = {"start": "2026-04-01", "years": "3"}


def told(name: str, *above: list[Any], **more: Any) -> Case:
    """Three lines below these rows about the contract."""
    at = len(above) + 2
    rows = [*above, [], HEAD, *LINES]
    return asking(f"contract-{name}", *rows, **{"reads": read_at(at + 1, at + 2, at + 3), "facts": TERM, **more})


CONTRACT = (
    told("in-a-sentence", ["The contract runs from 1 April 2026 to 31 March 2029."]),
    told("in-a-sentence-with-its-length", ["This contract will run for 3 years from 1 April 2026"]),
    told("in-a-sentence-of-two", ["The contract starts on 1 April 2026 and lasts three years."]),
    told("in-a-sentence-of-none", ["The contract starts when the last one ends, by 2027"],
         facts={"start": "None", "years": "None"}),
    told("in-one-cell", ["Start: 1 April 2026; Term: 3 years; Contract value: \u00a3250,000"],
         facts={**TERM, "value": "250000"}),
    told("in-lines-of-a-cell", ["Start date: 1 April 2026\nContract length: 36 months"]),
    told("in-answers", ["When does the contract start?", date(2026, 4, 1)], ["How long is the contract?", "3 years"]),
    told("across", ["Contract start", "Contract length", "Value"], [date(2026, 4, 1), "3 years", 250000]),
)  # fmt: skip

CASES = (*YEARS, *TIMES, *AMOUNTS, *BESIDE, *UNITS, *RATES, *HEADINGS, *CONTRACT)
