"""Cases: forms of buyers that bidders filled in, with what stands beside, between and above their promises."""

from tests.corpus.case import Case
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

BASE = ["Ref", "Measure", "Unit"]
HOURS = ["NT17", "Volunteering", "hours"]
JOBS = ["NT1", "Local jobs", "FTE"]

CASES: tuple[Case, ...] = (
    Case(
        "a-note-in-the-first-row-alone.xlsx",
        xlsx(Sheet([[*BASE, "Quantity", "Notes"], [*HOURS, 120, "a log is kept"], [*JOBS, 3], [*JOBS, 2]])),
        ((2, "NT17", "120", "hour"), (3, "NT1", "3", "fte"), (4, "NT1", "2", "fte")),
        why="rows that end before the column of notes",
    ),
)
