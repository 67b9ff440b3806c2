"""Owns descriptions that say in passing that what they promise comes every year, and promises in other letters."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS
from tests.corpus.write.xlsx import one_sheet, xlsx

TOLD = (
    "Each year our staff help at the food bank",
    "Volunteering per annum with local charities",
    "Help (every year) at the local school",
    "Help given yearly at the local school",
)
PLAIN = (
    "Help for every year group",
    "Help with the school's yearly report to parents",
    "Help in each Year 9 class",
    "Help each year, in all over the contract",
    "Help a year later",
)


def described(name: str, text: str, *, length: str = "3 years", told: bool) -> Case:
    """A bid of a known length with this description of a plain quantity."""
    rows = [["Contract length", length], [], HEAD, ["NT17", text, 480, "hours"], JOBS]
    reads = ((4, "NT17", "480", "hour"), (5, "NT1", "3", "fte"))
    findings = ("rate-in-description",) if told else ()
    return Case(f"every-year-{name}.xlsx", xlsx(rows), reads, findings, quiet=not told)


CASES = (
    *(described(f"told-{at}", text, told=True) for at, text in enumerate(TOLD)),
    *(described(f"plain-{at}", text, told=False) for at, text in enumerate(PLAIN)),
    described("of-one-year", TOLD[0], length="12 months", told=False),
    Case(
        "every-year-of-people.xlsx",
        one_sheet(["Contract length", "3 years"], [], HEAD, HOURS, ["NT8", "Pupils met (per annum)", 30, "people"]),
        ((4, "NT17", "40", "hour"), (5, "NT8", "30", "person")),
        ("rate-in-description",),
    ),
    Case(
        "every-year-is-read-so.xlsx",
        one_sheet(
            ["Contract length", "3 years"],
            [],
            ["Ref", "Commitment", "Quantity per year", "Unit"],
            ["NT17", "Talks in schools each year", 40, "hours"],
            ["NT17", "Each year, help at the food bank", 20, "hours"],
        ),
        ((4, "NT17", "120", "hour"), (5, "NT17", "60", "hour")),
        quiet=True,
    ),
    Case(
        "said-twice-in-other-letters.xlsx",
        one_sheet(HEAD, HOURS, ["nt 17", *HOURS[1:]], JOBS),
        ((2, "NT17", "40", "hour"), (3, "nt 17", "40", "hour"), (4, "NT1", "3", "fte")),
        ("said-twice",),
    ),
)
