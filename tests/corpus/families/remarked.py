"""Owns remarks in columns of notes that say of a line what a clerk would ask about, and the like that say nothing."""

from tests.corpus.case import Case
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside
from tests.corpus.write.xlsx import xlsx

PLAIN = ("Agreed with the team", "Led by HR")
ASKED = (
    "Shared with partner Acme",
    "Shared with Acme Ltd",
    "Joint commitment with the college",
    "TBC",
    "To be confirmed with the client",
    "Aspiration",
    "An ambition at this stage",
    "Estimate",
    "50% of this is counted elsewhere",
    "Half is claimed elsewhere",
    "Also counted under NT8",
    "Partly reported under another contract",
    "Withdrawn 3 March",
    "Removed on 14 Feb 2026",
    "Also counted in the hours above",
    "Same hours as the line above",
    "Part of the line above",
    "Repeat of row 2",
    "Overlaps with the mentoring",
    "Now only 5",
    "We can only do half of this",
    "We do this anyway",
    "Part of our normal work",
    "The council pays for this",
    "Will be invoiced",
    "If extension granted",
    "Only in an option year",
    "Provided the school agrees",
    "Number may change",
    "Made-up number",
    "We will not be doing this",
    "Funding fell through",
    "Project cancelled",
    "Not for this contract",
    "Cut this to 20",
    "Reduced by half",
    "Last year's figure",
    "10 of these were done last year",
    "Already on the payroll",
    "Optional extra",
    "Recovered from the client",
    "If funding secured",
    "No more than 40 hours",
    "Shared between lots 1 and 2",
    "Waiting for director's approval",
    "Number not yet known",
)
RATES = ("40 hours per workshop", "40 hours a month", "We give 40 hours to each of the schools: 40 per school")
UNASKED = (
    "Shared with the council's press team",
    "Names to be confirmed by the school",
    "10 hours per workshop, four workshops",
    "20 hours a month for two months",
    "Counted by the volunteer manager",
    "Estimates of travel are not counted",
    "Withdrawn library books go to schools",
    "Cancelled sessions are rebooked",
    "Details above",
    "Dates may change",
    "Provided free of charge",
    "As long as it takes",
    "Project plan attached",
    "Repeat visits for new starters",
    "Over and above our normal work",
    "Overlap with exams is avoided",
    "Existing staff are trained first",
    "Last year's evaluation attached",
    "Max 30 pupils",
    "Extra cost met by us",
    "Client to confirm dates",
    "Shared between two schools",
)
AMONG_RATES = (
    "Each school is visited twice",
    "Quarterly report",
    "Weekly sessions, led by staff",
    "Every apprentice has a mentor",
)


def noted(name: str, heading: str, note: str, *findings: str) -> Case:
    """A line with this note beside it."""
    return beside(f"remarked-{name}", heading, note, *PLAIN, findings=findings)


def yearly(heading: str, note: str) -> Case:
    """The same in a bid of three years, which other notes may not hide."""
    rows = [["Contract length", "3 years"], [], [*HEAD, heading], [*HOURS, note], [*WEEKS, ""], [*JOBS, "Led by HR"]]
    reads = ((4, "NT17", "40", "hour"), (5, "NT9", "12", "week"), (6, "NT1", "3", "fte"))
    return Case(f"remarked-a-rate-in-{heading.lower()}.xlsx", xlsx(rows), reads, ("rate-in-description",))


def among(note: str, *findings: str, asked: bool = False) -> Case:
    """A line with this note above one whose note is a rate, in a bid of three years."""
    rows = [["Contract length", "3 years"], [], [*HEAD, "Notes"], [*HOURS, note], [*WEEKS, "per year"], JOBS]
    reads = ((4, "NT17", None if asked else "40", "hour"), (5, "NT9", "36", "week"), (6, "NT1", "3", "fte"))
    return Case(f"remarked-{note}-among-rates.xlsx".lower().replace(" ", "-"), xlsx(rows), reads, findings)


def shown(often: str) -> Case:
    """A line whose evidence is so often, which may be said of the evidence alone."""
    rows = [["Contract length", "3 years"], [], [*HEAD, "Evidence"], [*HOURS, often], [*WEEKS, "Register"]]
    reads = ((4, "NT17", None, "hour"), (5, "NT9", "12", "week"))
    return Case(f"remarked-{often}-of-evidence.xlsx".lower(), xlsx(rows), reads, ("unclear-basis",))


CASES = (
    shown("Annually"),
    shown("Monthly"),
    *map(among, AMONG_RATES),
    among("Each summer", "unclear-basis", asked=True),
    *(
        noted(f"{at}-in-{heading.lower()}", heading, text, "line-withdrawn")
        for heading in ("Comments", "Notes")
        for at, text in enumerate(ASKED)
    ),
    *(noted(f"rate-{at}", "Comments", text, "rate-in-description") for at, text in enumerate(RATES)),
    *(beside(f"remarked-nothing-{at}", "Comments", text, *PLAIN) for at, text in enumerate(UNASKED)),
    *(beside(f"remarked-evidence-{at}", "Evidence", text, "Register", "TBC") for at, text in enumerate(("TBC", "TBA"))),
    beside(
        "remarked-per-workshop",
        "Comments",
        "Per workshop",
        *PLAIN,
        findings=("unclear-basis",),
        reads=((2, "NT17", None, "hour"), *THREE[1:]),
    ),
    yearly("Comments", "40 hours each year"),
    yearly("Evidence", "40 per year, by timesheet"),
)
