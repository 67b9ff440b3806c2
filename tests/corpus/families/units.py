"""Owns units: from their column, their heading or the cell, and what happens when these disagree."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.values import Formatted, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]


def headed(name: str, heading: str, cell: Any, quantity: str | None, unit: str | None, **more: Any) -> Case:
    """A table without a unit column, whose quantity's heading is ``heading``."""
    table = [["Ref", "Commitment", heading], ["R1", "Something promised", cell], ["R2", "More", 1]]
    return Case(name, xlsx(table), ((2, "R1", quantity, unit), (3, "R2", "1", unit)), **more)


def stated(name: str, *units: tuple[str | None, str | None], **more: Any) -> Case:
    """A table whose unit column holds each text of ``units``, with the id to be read."""
    rows = [[f"R{n}", "Something promised", text, 5] for n, (text, _) in enumerate(units, start=1)]
    reads = tuple((n + 1, f"R{n}", "5", unit) for n, (_, unit) in enumerate(units, start=1))
    return Case(name, one_sheet(HEAD, *rows), reads, **more)


def based(name: str, unit: str, basis: str, quantity: str | None, read: str | None, *findings: str) -> Case:
    """Two lines with a basis behind their unit, in a contract of three years."""
    rows = [[ref, "Something promised", unit, 12, basis] for ref in ("NT17", "NT9")]
    table = [["Contract length (years)", 3], [], [*HEAD, "Basis"], *rows]
    reads = tuple((row, ref, quantity, read) for row, ref in ((4, "NT17"), (5, "NT9")))
    return Case(f"basis-{name}.xlsx", xlsx(table), reads, findings, quiet=not findings)


def paced(name: str, unit: str) -> Case:
    """A rate in the column of units, of which nobody says how many times it falls."""
    rows = [["R1", "Something promised", unit, 3], ["R2", "More", "hours", 5]]
    reads = ((2, "R1", None, None), (3, "R2", "5", "hour"))
    finding = "unclear-basis" if "week" in unit else "rate-without-length"
    return Case(f"unit-paced-{name}.xlsx", one_sheet(HEAD, *rows), reads, (finding,))


def each_year(unit: str, read: str) -> Case:
    """A line whose unit says that it falls each year, in a contract of three."""
    table = [["Contract length (years)", 3], [], HEAD, ["R1", "Something promised", unit, 2]]
    return Case(f"unit-{unit}.xlsx".replace(" ", "-"), xlsx(table), ((4, "R1", "6", read),), quiet=True)


BASES = (
    each_year("people per year", "person"),
    each_year("person per year", "person"),
    each_year("hours per year", "hour"),
    based("the-unit-again", "hours", "Hours", "12", "hour"),
    based("the-unit-in-short", "hours", "hrs", "12", "hour"),
    based("one-of-it", "people", "person", "12", "person"),
    based("pounds-again", "\u00a3", "\u00a3", "12", "GBP"),
    based("a-count", "each", "number", "12", None),
    based("weeks-again", "weeks", "Weeks", "12", "week"),  # twelve weeks in each week would be no promise
    based("the-unit-a-year", "hours", "hours per year", "36", "hour"),
    based("another-unit", "weeks", "hours", None, None, "unclear-basis"),
    based("a-rate", "hours", "per week", None, None, "unclear-basis"),
    based("the-unit-a-month", "hours", "hours per month", None, None, "unclear-basis"),
    based("of-pounds", "hours", "per \u00a3", None, None, "rate-not-count"),
)

PACES = (
    *(
        paced(unit.casefold().replace(" ", "-").replace("/", "slash-"), unit)
        for unit in ("per month", "Per week", "monthly", "hours per month", "visits a week", "/month", "each quarter")
    ),
    stated(
        "units-that-are-no-paces.xlsx",
        ("per hour", "hour"),
        ("per person", "person"),
        ("months", "month"),
        ("weeks", "week"),
        ("per FTE", "fte"),
    ),
)

CASES = (
    *BASES,
    *PACES,
    stated(
        "hours.xlsx",
        ("hrs", "hour"),
        ("Hours", "hour"),
        ("hr", "hour"),
        ("no. of hours", "hour"),
        ("person-hours", "hour"),
        ("no. staff volunteering hours", "hour"),
    ),
    stated(
        "people.xlsx",
        ("people", "person"),
        ("No. of people", "person"),
        ("persons", "person"),
        ("participants", "person"),
        ("headcount", "person"),
    ),
    stated(
        "posts.xlsx",
        ("FTE", "fte"),
        ("no. people FTE", "fte"),
        ("no. of people FTE", "fte"),
        ("ftes", "fte"),
        ("FTE ", "fte"),
    ),
    stated(
        "weights-and-lengths.xlsx",
        ("kg", "kg"),
        ("tonnes", "tonne"),
        ("t", "tonne"),
        ("km", "km"),
        ("miles", "mile"),
        ("kWh", "kWh"),
        ("MWh", "MWh"),
        ("tCO2e", "tCO2e"),
        ("tonnes CO2e", "tCO2e"),
    ),
    stated(
        "time.xlsx",
        ("days", "day"),
        ("Day(s)", "day"),
        ("half days", "half-day"),
        ("weeks", "week"),
        ("wks", "week"),
        ("months", "month"),
        ("years", "year"),
    ),
    stated(
        "money.xlsx",
        ("£", "GBP"),
        ("£ invested", "GBP"),
        ("GBP", "GBP"),
        ("£k", "GBPk"),
        ("£000", "GBPk"),
        ("£m", "GBPm"),
    ),
    stated(
        "unknown.xlsx",
        ("smiles", None),
        ("widgets per acre", None),
        ("text", None),
        why="an unknown unit is kept as it is written, and the valuation asks",
    ),
    stated(
        "counts-only.xlsx",
        ("No.", None),
        ("number", None),
        ("#", None),
        (None, None),
        why="a bare number states no unit",
    ),
    headed("heading-hours.xlsx", "Quantity (hrs)", 12, "12", "hour"),
    headed("heading-weeks.xlsx", "Target (weeks)", 12, "12", "week"),
    headed("heading-pounds.xlsx", "Amount (£)", 1200, "1200", "GBP"),
    headed("heading-no-of-people.xlsx", "No. of people", 12, "12", "person"),
    headed("heading-hours-alone.xlsx", "Hours", 12, "12", "hour"),
    headed("heading-people-in-brackets.xlsx", "Person(s)", 12, "12", "person"),
    Case(
        "a-value-in-thousands-alone.xlsx",
        one_sheet(["Ref", "Commitment", "Value (£k)"], ["NT28", "Gifts to charities", 20]),
        ((2, "NT28", "20", "GBPk"),),
        findings=("heading-guessed",),
    ),
    Case(
        "a-value-in-pounds-of-commitments.xlsx",
        one_sheet(["Ref", "Our commitment", "Value (£)"], ["NT28", "Gifts to charities", 20_000]),
        ((2, "NT28", "20000", "GBP"),),
        findings=("heading-guessed",),
    ),
    Case(
        "values-of-measures.xlsx",
        one_sheet(["Ref", "Measure", "Value (£)"], ["NT17", "Volunteering hours", 16.93]),
        fatal="no-table",
        why="a list of measures has their prices as well",
    ),
    Case(
        "values-of-measures-beside-the-offer.xlsx",
        xlsx(
            [HEAD, ["NT17", "Volunteering", "hours", 5]],
            Sheet([["Ref", "Commitment", "Value (£k)"], ["NT28", "Gifts", 20]], name="Values"),
        ),
        ((2, "NT17", "5", "hour"),),
        findings=("no-quantity-column",),
    ),
    Case(
        "items-are-numbered.xlsx",
        one_sheet(["Item", "Ref", "Commitment"], [1, "R1", "Something promised"], [2, "R2", "More"]),
        fatal="no-table",
        why="an item, a contact or an organisation heads a list of them; how many there are is not said",
    ),
    Case(
        "a-contact-is-nobody-s-quantity.xlsx",
        one_sheet(["Ref", "Commitment", "Contact", "Organisation"], ["R1", "More", "A. Person", "Acme"]),
        fatal="no-table",
    ),
    Case(
        "an-item-beside-a-quantity.xlsx",
        one_sheet(["Item", "Ref", "Commitment", "Quantity"], [1, "R1", "Something promised", 5]),
        ((2, "R1", "5", None),),
    ),
    Case(
        "heading-in-thousands.xlsx",
        one_sheet(["Ref", "Commitment", "Amount (£000s)"], ["R1", "Local spend", 250]),
        ((2, "R1", "250", "GBPk"),),
    ),
    Case(
        "cell-against-column.xlsx",
        one_sheet(HEAD, ["R1", "Volunteering", "hours", "3 days"], ["R2", "Volunteering", "hours", "4 hrs"]),
        ((2, "R1", None, None), (3, "R2", "4", "hour")),
        findings=("unit-conflict",),
    ),
    Case(
        "money-against-hours.xlsx",
        one_sheet(
            HEAD,
            ["R1", "Volunteering", "hours", "£300"],
            ["R2", "Volunteering", "hours", Formatted(300, '"£"#,##0')],
            ["R3", "More", "hours", 5],
        ),
        ((2, "R1", None, None), (3, "R2", None, None), (4, "R3", "5", "hour")),
        findings=("unit-conflict",),
    ),
    headed("headed-in-hours-in-brackets.xlsx", "Quantity (in hours)", 12, "12", "hour"),
    headed("headed-stated-in-days.xlsx", "Target (stated in days)", 12, "12", "day"),
    headed("headed-in-thousands-of-pounds.xlsx", "Amount (in £000s)", 12, "12", "GBPk"),
    headed("headed-in-hours.xlsx", "Quantity in hours", 12, "12", "hour", quiet=True),
    headed("headed-in-kilograms.xlsx", "Total quantity in kg CO2e", 12, "12", "kgCO2e"),
    headed("headed-in-total.xlsx", "Quantity in total", 12, "12", None, why="a total is no unit"),
    Case(
        "several-units-in-cells.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity"],
            ["R1", "Jobs", "3 FTE"],
            ["R2", "Volunteering", "12 hrs"],
            ["R3", "Carbon", "4.5 tonnes"],
            ["R4", "Days", "1.5 days"],
        ),
        ((2, "R1", "3", "fte"), (3, "R2", "12", "hour"), (4, "R3", "4.5", "tonne"), (5, "R4", "1.5", "day")),
    ),
)
