"""Owns figures that would be wrong without a word: facts without their unit, totals by another name, years untold."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
A_YEAR = ["NT17", "Volunteering by our staff", 10, "hours per year"]
HOURS = ["NT17", "Volunteering by our staff", 100, "hours"]
JOBS = ["NT1", "Local people employed", 3, "FTE"]
TWO: tuple[Read, ...] = ((2, "NT17", "100", "hour"), (3, "NT1", "3", "fte"))
OPEN: tuple[Read, ...] = ((2, "NT17", None, None), (3, "NT1", None, None))
UNDECIDED = ("quantity-undecided",)


def stated(name: str, quantity: str | None, *facts: list[Any], **more: Any) -> Case:
    """Ten hours a year below what is said of the contract."""
    row = len(facts) + 3
    return Case(f"{name}.xlsx", one_sheet(*facts, [], HEAD, A_YEAR), ((row, "NT17", quantity, "hour"),), **more)


def columns(name: str, headings: list[str], *rows: list[Any], reads: tuple[Read, ...] = OPEN, **more: Any) -> Case:
    """Promises below headings of which one bears on the quantity."""
    return Case(f"{name}.xlsx", one_sheet(headings, *rows), reads, **more)


def sections(name: str, heading: str) -> Case:
    """A promise under a heading that takes it back, and one under the next heading."""
    sheet = Sheet([HEAD, [heading], HOURS, ["Our commitments"], JOBS])
    reads = ((3, "NT17", "100", "hour"), (5, "NT1", "3", "fte"))
    return Case(f"section-{name}.xlsx", xlsx(sheet), reads, findings=("line-withdrawn",))


def tables(name: str, title: str) -> Case:
    """A table whose title says that it is no offer, above the one that is."""
    sheet = Sheet([[title], HEAD, HOURS, [], ["Commitments"], HEAD, JOBS])
    return Case(f"table-{name}.xlsx", xlsx(sheet), ((7, "NT1", "3", "fte"),), findings=("example-table-left-out",))


FACTS = (
    stated("months-beside-the-length", "30", ["Contract length", 36, "months"], facts={"years": "3"}),
    stated("years-beside-the-length", "30", ["Contract length", "3", "Years"], facts={"years": "3"}),
    stated("a-label-beside-the-length", "30", ["Contract length", 3, "Manager"], facts={"years": "3"}),
    stated("length-in-weeks", "10", ["Contract length (weeks)", 52], facts={"years": "1"}),
    stated("length-in-odd-weeks", None, ["Contract length (weeks)", 60], findings=("fact-unread",)),
    stated("to-the-end-of-a-month", "30", ["Contract start", "April 2026"], ["Contract end", "March 2029"]),
    stated("to-the-same-month", "30", ["Contract start", "April 2026"], ["Contract end", "April 2029"]),
    stated("months-in-one-cell", "30", ["Contract period", "April 2026 to March 2029"], facts={"years": "3"}),
    stated(
        "first-of-the-last-month",
        None,
        ["Contract start", date(2026, 4, 1)],
        ["Contract end", date(2029, 3, 1)],
        findings=("rate-without-length",),
        why="a program keeps “Mar-29” as its first day",
    ),
    stated("value-in-millions-beside-it", "10", ["Contract value", 1.2, "million"], ["Contract length", "1 year"],
           facts={"value": "1200000"}),
    stated("value-a-year-beside-it", "10", ["Contract value", "£500,000", "per annum"], ["Contract length", "1 year"],
           facts={"value": "None"}, findings=("fact-unread",)),
    stated("value-a-year-in-its-label", "10", ["Contract value (annual)", "£500,000"], ["Contract length", "1 year"],
           facts={"value": "None"}, findings=("fact-unread",)),
)  # fmt: skip

COLUMNS = (
    columns("years-and-a-total", [*HEAD, "No. of years", "Total"], [*HOURS, 3, 300], [*JOBS, 2, 6], findings=UNDECIDED),
    columns("a-total-of-all-years", [*HEAD, "Total"], [*HOURS, 300], [*JOBS, 9], findings=UNDECIDED),
    columns("a-total-in-value", [*HEAD, "TOMs figure", "Total"], [*HOURS, 16.93, 1693], [*JOBS, 30, 90.5], reads=TWO),
    columns("how-often", [*HEAD, "How often"], [*HOURS, "Monthly"], [*JOBS, ""], findings=("unclear-basis",),
            reads=((2, "NT17", None, None), (3, "NT1", "3", "fte"))),
    columns("firm-and-stretch", [*HEAD, "Firm or stretch"], [*HOURS, "Firm"], [*JOBS, "Stretch"], reads=TWO,
            findings=("line-withdrawn",)),
    columns("selected-in-figures", [*HEAD, "Selected"], [*HOURS, 1], [*JOBS, 0], reads=TWO,
            findings=("line-withdrawn",)),
    columns("subsequent-years", ["Ref", "Commitment", "Year 1", "Subsequent years", "Unit"],
            ["NT17", "Volunteering", 10, 20, "hours"], ["NT1", "Jobs", 1, 2, "FTE"], findings=UNDECIDED),
    columns("first-and-second-year", ["Ref", "Commitment", "First year", "2nd year", "Unit"],
            ["NT17", "Volunteering", 60, 40, "hours"], ["NT1", "Jobs", 1, 2, "FTE"], reads=TWO),
    Case("a-second-quantity-that-comes-late.csv",
         csv([*HEAD, "Quantity"], *([*HOURS, "" if n < 2_000 else 5] for n in range(2_001))),
         tuple((n + 2, "NT17", None, None) for n in range(2_001)), findings=("ambiguous-column",)),
)  # fmt: skip

EMPTY_BESIDE = (
    Case("a-length-with-empty-cells-beside-it.csv",
         csv(["Contract length (years)", 3, "", ""], ["Contract value", "£1.2m", " ", ""], HEAD, A_YEAR),
         ((4, "NT17", "30", "hour"),)),
)  # fmt: skip

TOTALS = (
    Case(
        "a-total-of-partners-with-the-reference.xlsx",
        one_sheet(["Partner", *HEAD], ["Acme", *JOBS], ["Acme", *HOURS], ["Brook", *HOURS[:2], 50, "hours"],
                    ["Combined", *HOURS[:2], 150, "hours"], ["Brook", *JOBS[:2], 2, "FTE"]),
        ((2, "NT1", "3", "fte"), (3, "NT17", "100", "hour"), (4, "NT17", "50", "hour"), (6, "NT1", "2", "fte")),
        findings=("total-row-skipped",),
    ),
    Case(
        "a-total-of-lots-that-is-another.csv",
        csv(["Lot", *HEAD], ["North", *HOURS], ["South", *HOURS[:2], 50, "hours"],
             ["All lots", *HOURS[:2], 160, "hours"]),
        ((2, "NT17", "100", "hour"), (3, "NT17", "50", "hour"), (4, "NT17", None, None)),
        findings=("total-with-reference",),
    ),
    Case(
        "a-total-of-lots-above-them.xlsx",
        one_sheet(["Lot", *HEAD], ["All lots", *HOURS[:2], 150, "hours"], ["North", *HOURS],
                    ["South", *HOURS[:2], 50, "hours"]),
        ((2, "NT17", "150", "hour"), (3, "NT17", "100", "hour"), (4, "NT17", "50", "hour")),
        findings=("said-in-parts",),
    ),
    Case(
        "a-total-of-lots-with-no-reference-of-its-own.xlsx",
        one_sheet(["Lot", *HEAD], ["North", *HOURS], ["South", *HOURS[:2], 50, "hours"],
                    ["All lots", "ALL", HOURS[1], 150, "hours"]),
        ((2, "NT17", "100", "hour"), (3, "NT17", "50", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "a-total-of-lots-that-are-yet-to-be-stated.xlsx",
        one_sheet(["Lot", *HEAD], ["North", *HOURS[:2], "TBC", "hours"], ["South", *HOURS[:2], "TBC", "hours"],
                    ["All lots", *HOURS[:2], 150, "hours"]),
        ((2, "NT17", None, "hour"), (3, "NT17", None, "hour"), (4, "NT17", None, "hour")),
        findings=("total-with-reference",),
    ),
    Case(
        "lines-that-are-all-called-total.xlsx",
        one_sheet(["Scope", *HEAD], ["Total", *HOURS], ["Total", *HOURS[:2], 50, "hours"]),
        ((2, "NT17", "100", "hour"), (3, "NT17", "50", "hour")),
        findings=("said-anew",),
    ),
    Case(
        "a-total-of-years-among-other-lines.xlsx",
        one_sheet([*HEAD, "Year"], [*JOBS, "Year 1"], [*HOURS, "Year 1"], [*HOURS, "Year 2"],
                    [*HOURS[:2], 200, "hours", "Total"]),
        ((2, "NT1", "3", "fte"), (3, "NT17", "100", "hour"), (4, "NT17", "100", "hour")),
        findings=("total-row-skipped",),
    ),
    Case(
        "a-measure-that-ends-in-total.xlsx",
        one_sheet(HEAD[1:], ["NT17 - Volunteering hours in total", 100, "hours"], ["NT1 - Local people", 3, "FTE"]),
        TWO,
        quiet=True,
    ),
)  # fmt: skip

CASES = (
    *FACTS,
    *EMPTY_BESIDE,
    *COLUMNS,
    *TOTALS,
    sections("not-offered", "Considered but not offered"),
    sections("withdrawn", "Withdrawn commitments"),
    sections("previous", "Previous contract"),
    tables("for-information", "For information only"),
    tables("current-contract", "Delivered under the current contract"),
    tables("original", "Original submission"),
    tables("minimum", "Minimum requirements (buyer)"),
    Case(
        "table-both-lots.xlsx",
        one_sheet(["Lot 1"], HEAD, HOURS, [], ["Lot 2"], HEAD, [*HOURS[:2], 50, "hours"], [], ["Both lots"], HEAD,
                    [*HOURS[:2], 150, "hours"]),
        ((3, "NT17", "100", "hour"), (7, "NT17", "50", "hour")),
        findings=("example-table-left-out",),
    ),
)  # fmt: skip
