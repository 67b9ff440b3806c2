"""Owns marks before and behind the names of sections, tables and sheets, and names that only look like marked ones."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, WEEKS, read_at
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

WITHDRAWN = ("line-withdrawn",)


def named(title: str, findings: tuple[str, ...] = ()) -> tuple[Case, ...]:
    """A line below this title of a section, of a table and of a sheet, and two lines that it says nothing of."""
    name = "".join(letter if letter.isalnum() else "-" for letter in title.lower()).strip("-")
    more = {"findings": findings, "quiet": not findings}
    section = Sheet([HEAD, ["Skills"], HOURS, WEEKS, [title], JOBS])
    table = Sheet([HEAD, HOURS, WEEKS, [], [title], HEAD, JOBS])
    tab = title.replace(":", " -").translate(str.maketrans("[]", "()"))
    sheets = Sheet([HEAD, HOURS, WEEKS]), Sheet([HEAD, JOBS], name=tab)
    return (
        Case(f"section-{name}.xlsx", xlsx(section), read_at(3, 4, 6), **more),
        Case(f"table-{name}.xlsx", xlsx(table), read_at(2, 3, 7), **more),
        Case(f"sheet-{name}.xlsx", xlsx(*sheets), read_at(2, 3, 2), **more),
    )


MARKED = (
    *("Withdrawn: Community days", "Removed - training", "[Deleted] Skills", "WITHDRAWN Community days"),
    *("TBC: Environment", "On hold: skills", "(Optional) Skills", "Community days: withdrawn", "Jobs - not offered"),
)
INNOCENT = (
    *("Withdrawn items recycling", "Removed barriers: jobs", "Deleted scenes: film club", "OPTIONAL SKILLS"),
    *("Excluded pupils - mentoring", "Rejected goods: reuse", "Pending Street", "Duplicate keys: safe homes"),
)

CASES = (
    *(case for title in MARKED for case in named(title, WITHDRAWN)),
    *(case for title in INNOCENT for case in named(title)),
    *named("Optional: please complete")[1:2],
)
