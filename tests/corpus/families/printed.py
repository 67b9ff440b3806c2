"""Owns forms that somebody printed for all bidders, with a line, a unit and a worth for whatever may be offered."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HOURS, JOBS, THREE, WEEKS
from tests.corpus.families.unasked import asking, headed, units
from tests.corpus.write.values import Formatted
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Measure", "Unit", "Quantity", "Proxy value", "Social value", "Owner"]
FILLED = (["NT17", "Time for charities", "hours", 60, 10, 600, "AK"], ["NT8", "Talks", "hours", 24, 10, 240, None])
MEASURES = ("Work for residents", "Work for people long without it", "Work for leavers of care", "Help towards work",
            "Places for trainees", "Gifts of money", "Lessons", "Spend nearby")  # fmt: skip


def printed(name: str, *noughts: Any, reads: tuple[Read, ...] = (), count: int = 8, owner: str | None = None) -> Case:
    """A printed form of which two lines are filled in, and ``count`` hold a nought; they are typed like ``noughts``."""
    idle = [
        [f"NT{at}", measure, "no. people FTE", noughts[at % len(noughts)], 20, 0, owner]
        for at, measure in enumerate(MEASURES[:count], 30)
    ]
    rows = [HEAD, *idle, *FILLED, ["Total", None, None, None, None, 840, None]]
    filled = ((count + 2, "NT17", "60", "hour"), (count + 3, "NT8", "24", "hour"))
    told = ("total-row-skipped",) if reads else ("lines-left-empty", "total-row-skipped")
    return Case(f"{name}.xlsx", xlsx(rows), (*reads, *filled), findings=told)


FEW = tuple((row, f"NT{row + 28}", "0", "fte") for row in (2, 3, 4))
OWNED = tuple((row, f"NT{row + 28}", "0", "fte") for row in range(2, 10))

CASES = (
    printed("noughts", 0),
    printed("noughts-as-shown", Formatted(0, "0.00"), Formatted(0, '0" FTE"')),
    printed("noughts-as-typed", "0", "nil", "0.0", "Zero"),
    printed("noughts-and-gaps", 0, None, "-"),
    printed("noughts-few", 0, count=3, reads=FEW),
    printed("noughts-owned", 0, owner="AK", reads=OWNED),
    Case(
        "noughts-of-years.xlsx",
        one_sheet(
            ["Ref", "Measure", "Unit", "Year 1", "Year 2", "Total"],
            *[[f"NT{at}", text, "FTE", None, None, 0] for at, text in enumerate(MEASURES, 2)],
            ["NT17", "Time for charities", "hours", 30, 30, 60],
            ["NT8", "Talks", "hours", 24, None, 24],
        ),
        ((10, "NT17", "60", "hour"), (11, "NT8", "24", "hour")),
        findings=("lines-left-empty",),
        why="the sums of a form's years come to 0 where nobody filled them in",
    ),
    Case(
        "worth-nothing-by-the-sheet.xlsx",
        one_sheet(
            ["Measure ref", "Measure", "Unit", "Target", "Proxy value", "Social & Local Economic Value (£)"],
            ["NT17", "Time for charities", "hours", 60, 10, 600],
            ["NT8", "Talks", "hours", None, 10, 0],
        ),
        ((2, "NT17", "60", "hour"),),
        findings=("lines-left-empty",),
    ),
    *(
        Case(
            f"{said.replace(' ', '-').lower()}.xlsx",
            one_sheet(["Ref", "Measure", "Quantity", "Unit"], HOURS, ["NT8", "Talks", said, "hours"], JOBS),
            ((2, "NT17", "40", "hour"), (4, "NT1", "3", "fte")),
            findings=("lines-left-empty",),
        )
        for said in ("Not offered", "None offered.", "Not proposed")
    ),
    asking(
        "not-offered-maybe",
        ["Ref", "Measure", "Quantity", "Unit"],
        HOURS,
        ["NT8", "Talks", "Not decided", "hours"],
        WEEKS,
        reads=((2, "NT17", "40", "hour"), (3, "NT8", None, "hour"), (4, "NT9", "12", "week")),
        findings=("not-a-number|no-quantity",),
    ),
    units(
        "pounds-put-in",
        ["£ put in with staff time", "£ put in (staff time valued at £15.50 per hour)", "£ raised"],
        "GBP",
    ),
    units(
        "pounds-and-an-hour", ["£ given, including volunteer time at £12 an hour", "£ given", "£ value in kind"], "GBP"
    ),
    *(
        units(f"pounds-{name}", ["£ given", said, said], None, "GBP")
        for name, said in (
            ("of-worth", "£ of social value"),
            ("savings", "£ of savings"),
            ("a-pupil", "£ per pupil"),
            ("each", "£ each"),
            ("or-hours", "£ given or hours"),
        )
    ),
    units("people-by-what-they-were", ["veterans", "School leavers", "no. care leavers"], "person"),
    units("people-by-what-they-do", ["mentors", "Members of staff", "Trustees"], "person"),
    units(
        "people-with-access", ["No. of employees given access", "employees provided with access", "people"], "person"
    ),
    units("hours-of-mentors", ["Hours (mentors)", "hours (graduates)", "Hours (volunteers)"], "hour"),
    units("miles-by-the-hundred", ["hundreds of miles", "100 miles", "hundred miles saved"], "hundred-miles"),
    units("carbon-in-words", ["MTCDE", "metric tonnes carbon dioxide equivalents (MTCDE)", "tCO2e"], "tCO2e"),
    headed("whose-target", "Tenderer's Target", 40, 12, 3),
    headed("target-committed", "Committed Target", 40, 12, 3),
    headed("success-in-number", "Measure of success (number)", 40, 12, 3),
    *(
        asking(
            f"what-there-is-already-{at}",
            ["Ref", "Measure", "Unit", had, asked],
            ["NT17", "Time", "hours", 70, 40],
            ["NT9", "Training", "weeks", 5, 12],
            ["NT1", "Jobs", "FTE", 1, 3],
            reads=THREE,
        )
        for at, (had, asked) in enumerate(
            (
                ("Existing (already offered or committed)", "New for this contract"),
                ("Already committed elsewhere", "Committed here"),
                ("Existing commitments", "New for this contract"),
            )
        )
    ),
    asking(
        "phases-and-both",
        ["Ref", "Measure", "Unit", "Design phase", "Build phase", "Both phases"],
        ["NT17", "Time", "hours", 30, 10, 40],
        ["NT9", "Training", "weeks", 12, 0, 12],
        ["NT1", "Jobs", "FTE", 1, 2, 3],
        reads=THREE,
    ),
    asking(
        "worth-behind",
        ["Ref", "Measure", "Quantity"],
        ["NT16", "Paint and timber", "£750 worth"],
        ["NT28", "Shirts", "£500 in value"],
        reads=((2, "NT16", "750", "GBP"), (3, "NT28", "500", "GBP")),
    ),
)
