"""Owns tables in which a column of unknown name alone says in words what is promised, and columns that do not."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import THREE
from tests.corpus.write.xlsx import one_sheet, xlsx


def narrated(name: str, heading: str, *texts: str, **more: Any) -> Case:
    """Three lines that are described, if at all, below this heading."""
    first, second, third = texts
    rows = [
        ["Ref", heading, "Quantity", "Unit"],
        ["NT17", first, 40, "hours"],
        ["NT9", second, 12, "weeks"],
        ["NT1", third, 3, "FTE"],
    ]
    more.setdefault("quiet", not more.get("findings"))
    reads: tuple[Read, ...] = more.pop("reads", THREE)
    return Case(f"narrated-{name}.xlsx", xlsx(rows), reads, **more)


PROMISES = ("Volunteering at the school (TBC)", "Training on site", "Jobs for local people")

CASES = (
    *(
        narrated(f"remark-{at}", heading, *PROMISES, findings=("heading-guessed", "line-withdrawn"))
        for at, heading in enumerate(
            ("Benefit / activity", "Commitment and how delivered", "What you will get", "Our pledge in detail")
        )
    ),
    narrated("plain", "What you will get", "Help at school", "Training on site", "Jobs for local people"),
    narrated(
        "asked-for",
        "Please describe how you will deliver this and to whom",
        "Help at school",
        "Training on site (withdrawn)",
        "Jobs",
        findings=("line-withdrawn",),
    ),
    narrated("pace", "What you will get", "20 hours a year for each of two years", "Training", "Jobs for locals"),
    narrated("partners", "Delivery partner", "Optional Extras Ltd", "Draft House CIC", "Jobs Shop (provisional)"),
    narrated("wards", "Ward", "Bank Top", "Lees Moor", "Draft Lane"),
    narrated("groups", "Beneficiary group", "Young people (optional)", "Older people", "Young people (optional)"),
    narrated("kinds", "Workstream", "People", "Skills", "People", why="words alone name a kind, and describe nothing"),
    Case(
        "narrated-among-others.xlsx",
        one_sheet(
            ["Ref", "What you get", "Who gets it", "Quantity", "Unit"],
            ["NT17", "Help at school", "Year 9 pupils", 40, "hours"],
            [None, "We will also plant trees", None, None, None],
            ["NT9", "Training on site (withdrawn)", "Young people", 12, "weeks"],
        ),
        ((2, "NT17", "40", "hour"), (4, "NT9", "12", "week")),
        findings=("text-row", "line-withdrawn"),
    ),
)
