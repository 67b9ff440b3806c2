"""Owns bids in the layouts of buyers' own forms: plans, schedules, menus, and what stands beside their tables."""

from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, read_at
from tests.corpus.write.xlsx import xlsx

TWO = THREE[:2]


def lifelike(name: str, *rows: list[Any], reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """These rows on one sheet."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"lifelike-{name}.xlsx", xlsx(list(rows)), reads, **more)


def amounts(heading: str, *, reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """Three lines whose quantities are headed so."""
    return lifelike(f"headed-{heading.casefold()}", ["Ref", "Measure", heading, "Unit"], HOURS, WEEKS, JOBS,
                    reads=reads, **more)  # fmt: skip


def lasting(length: str, years: str) -> Case:
    """Two lines for each year of a contract of this length."""
    rows = [["Contract period", length], [], ["Ref", "Measure", "Annual target", "Unit"], HOURS, WEEKS]
    worth = [str(int(line[2] * float(years))) for line in (HOURS, WEEKS)]
    reads = ((4, "NT17", worth[0], "hour"), (5, "NT9", worth[1], "week"))
    return lifelike(f"for-{length}", *rows, reads=reads, facts={"years": years})


def yearly(name: str, annual: int, total: int, **more: Any) -> Case:
    """Two lines of a contract of four years, with what they come to in a year and in all."""
    head = ["Ref", "Measure", "Qty p.a.", "Contract total", "Unit"]
    rows = [["NT17", "Volunteering", annual, total, "hours"], ["NT9", "Training", 3, 12, "weeks"]]
    reads = ((3, "NT17", str(total), "hour"), (4, "NT9", "12", "week"))
    return lifelike(f"yearly-{name}", ["Contract length", "4 years"], head, *rows, reads=reads, **more)


HEADINGS = (
    *map(amounts, ("Units over life of contract", "Total number over the contract period", "Contract period target")),
    *map(amounts, ("Offer (units)", "Proposed number of units", "S106 target", "Social Value Units Committed")),
    *map(amounts, ("Units you are offering", "Life of contract total", "Target for Measurement Period")),
    amounts("Quantity per order", reads=((2, "NT17", None, None), (3, "NT9", None, None), (4, "NT1", None, None)),
            findings=("rate-column-unclear",)),
    lifelike(
        "described-commitments", ["Ref", "Supplier commitment (description)", "Quantity", "Unit"], HOURS, WEEKS, JOBS
    ),
)  # fmt: skip
LENGTHS = (
    *(lasting(length, years) for length, years in (("104 weeks", "2"), ("78 wks", "1.5"))),
    *(lasting(length, "3") for length in ("Initial term of 36 months", "An initial period of 3 years")),
    lifelike("for-60-weeks", ["Contract period", "60 weeks"], [], HEAD, HOURS, WEEKS, reads=read_at(4, 5, 6)[:2],
             findings=("fact-unread",)),
)  # fmt: skip
FACTS = (
    lifelike(
        "works",
        ["Project", "St Hilda's Primary extension"],
        ["Main contractor", "Rowan & Pike Ltd"],
        ["Estimated build value", "£3.2m"],
        ["Planned start on site", date(2026, 7, 6)],
        ["Duration on site", "52 weeks"],
        [],
        HEAD,
        HOURS,
        WEEKS,
        JOBS,
        reads=read_at(8, 9, 10),
        facts={"supplier": "Rowan & Pike Ltd", "value": "3200000", "start": "2026-07-06", "years": "1"},
    ),
)
CELLS = (
    lifelike(
        "workings-in-pounds",
        ["Ref", "Donation", "Amount"],
        ["NT28", "Laptops", "£1,200 (6 x £200)"],
        ["NT28", "Paint", "4 x £50 = £200"],
        ["NT28", "Food bank", "£500 + VAT"],
        reads=((2, "NT28", "1200", "GBP"), (3, "NT28", "200", "GBP"), (4, "NT28", "500", "GBP")),
    ),
    lifelike(
        "shares-of-years",
        ["Ref", "Measure", "Total", "Unit", "Y1 %", "Y2 %", "Y3 %"],
        [*HOURS, "50%", "25%", "25%"],
        [*WEEKS, "0%", "50%", "50%"],
        reads=TWO,
        quiet=False,
        why="shares of a total are no parts of it",
    ),
    lifelike(
        "milestones",
        HEAD,
        HOURS,
        ["NT17", "By end of year 1", 20, "hours"],
        WEEKS,
        reads=((2, "NT17", "40", "hour"), (3, "NT17", "20", "hour"), (4, "NT9", "12", "week")),
        findings=("part-of-another",),
    ),
)
YEARLY = (
    yearly("agrees", 10, 40),
    yearly("is-rounded", 13, 50),
    yearly("disagrees", 10, 30, findings=("total-mismatch",)),
)
BELOW = (
    lifelike(
        "guide-to-scores", HEAD, HOURS, WEEKS, JOBS, [], ["Scoring guide"], ["Score", "Description"],
        [5, "Excellent"], [0, "No response"],
    ),
    lifelike(
        "contacts", HEAD, HOURS, WEEKS, JOBS, [], ["Name", "Role", "Telephone"], ["P. Ashe", "Lead", "01632 960111"],
    ),
    lifelike(
        "record", ["Our commitments"], HEAD, HOURS, WEEKS, [], ["Our record on similar contracts (2022–2025)"], HEAD,
        ["NT17", "Volunteering", 400, "hours"],
        reads=read_at(3, 4, 5)[:2], findings=("example-table-left-out",),
    ),
    lifelike(
        "clarified", [*HEAD, "CQ response"], [*HOURS, "Confirmed as total over 3 years"],
        [*WEEKS, "This is per year, so 36 in total"], [*JOBS, ""],
        findings=("line-withdrawn",),
    ),
    lifelike("criteria", HEAD, ["MAC 2.2"], HOURS, ["MAC 4.1"], WEEKS, JOBS, reads=read_at(3, 5, 6)),
)  # fmt: skip

CASES = (*HEADINGS, *LENGTHS, *FACTS, *CELLS, *YEARLY, *BELOW)
