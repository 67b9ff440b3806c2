"""Owns lines below each other that say the same of another amount: goals on the way, corrections, and neither."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD
from tests.corpus.write.others import csv

ANEW = ("said-anew",)
SAME = "Volunteering at the food bank"


def lines(name: str, *told: tuple[str, int, str], heading: str = "By when", **more: object) -> Case:
    """Hours of volunteering, each line with a text, an amount and what stands in a further column."""
    rows = [[*HEAD, heading], *(["NT17", text, hours, "hours", beside] for text, hours, beside in told)]
    reads = tuple((at, "NT17", str(hours), "hour") for at, (_, hours, _) in enumerate(told, 2))
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"goals-{name}.csv", csv(*rows), reads, **more)  # type: ignore[arg-type]


def summed(name: str, text: str, total: int, **more: object) -> Case:
    """Two lines above one without a reference that is described so."""
    rows = [HEAD, ["NT17", "Volunteering at schools", 10, "hours"], ["NT17", "Volunteering at homes", 20, "hours"]]
    reads = ((2, "NT17", "10", "hour"), (3, "NT17", "20", "hour"))
    told = {"findings": ("total-row-skipped",), **more}
    reads += () if total == 30 else ((4, None, str(total), "hour"),)
    return Case(f"goals-{name}.csv", csv(*rows, ["", text, total, "hours"]), reads, **told)  # type: ignore[arg-type]


CASES = (
    lines("by-month", ("First 50 hours of help by month 6", 50, ""), ("100 hours of help reached by month 12", 100, ""),
          findings=ANEW, why="the second may hold the first"),
    lines("by-year", ("20 hours by March 2027", 20, ""), ("50 hours by March 2028", 50, ""), findings=ANEW),
    lines("by-day", ("Volunteering", 50, "31/03/2027"), ("Volunteering", 70, "31/03/2028"), findings=ANEW),
    lines("further", ("20 hours by March 2027", 20, ""), ("A further 50 hours by March 2028", 50, "")),
    lines("fewer", ("50 hours by March 2027", 50, ""), ("20 hours by March 2028", 20, "")),
    lines("corrected", (SAME, 50, "x"), (SAME, 70, "x"), findings=ANEW, why="the second may be what was meant"),
    lines("of-sites", (SAME, 50, "Hall"), (SAME, 70, "Church"), heading="Site"),
    lines("of-years", (SAME, 50, "2026/27"), (SAME, 70, "2027/28"), heading="Year"),
    lines("of-three", (SAME, 50, ""), (SAME, 70, ""), (SAME, 40, "")),
    lines("named", ("Volunteering", 50, ""), ("Volunteering", 70, ""), why="two promises of one measure"),
    summed("in-all", "All volunteering", 30),
    summed("combined", "Volunteering combined", 30),
    summed("no-sum", "All volunteering", 31, findings=()),
)  # fmt: skip
