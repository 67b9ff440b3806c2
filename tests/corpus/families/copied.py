"""Owns what people write who copy pledges from paper, or write beside figures in their own language."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
LINES = [["NT17", "Volunteering", 60, "hours"], ["NT8", "Talks", 10, "hours"]]
BOTH: tuple[Read, ...] = ((2, "NT17", "60", "hour"), (3, "NT8", "10", "hour"))
QUERIED = ("line-withdrawn",)


def noted(note: str, heading: str, *, queried: bool) -> Case:
    """Two lines, with a note beside the first."""
    name = f"copied-{heading}-{note}".lower().translate(str.maketrans(" /?'", "----"))
    rows = [[*HEAD, heading], [*LINES[0], note], [*LINES[1], ""]]
    more: dict[str, Any] = {"findings": QUERIED} if queried else {"quiet": True}
    return Case(f"{name}.xlsx", xlsx(Sheet(rows)), BOTH, **more)


NOTES = (
    *(
        noted(note, heading, queried=True)
        for heading in ("Query", "Remarks")
        for note in (
            "Can't read - could be 6 or 16",
            "6 or 16?",
            "Illegible",
            "Crossed through on card",
            "crossed out",
            "card not signed",
            "Signature missing",
            "Query: is this per year?",
        )
    ),
    *(
        noted(note, "Remarks", queried=False)
        for note in ("Read by Jo", "Signed by both", "Clear", "2 or 3 sessions a term", "Crossed the road team")
    ),
    *(
        noted(note, heading, queried=True)
        for heading, note in (
            ("Sylwadau", "I'w gadarnhau"),
            ("Sylwadau", "Yn amodol ar gyllid"),
            ("Nodiadau", "Heb ei gytuno eto"),
            ("Bemerkung", "noch offen"),
            ("Anmerkungen", "Vorbehaltlich der Freigabe"),
            ("Remarks", "Wird noch geklärt"),
        )
    ),
    *(
        noted(note, heading, queried=False)
        for heading, note in (
            ("Sylwadau", "Yn amodol ar ddyfarnu'r contract"),
            ("Sylwadau", "I ysgolion lleol"),
            ("Bemerkung", "Vorbehaltlich Zuschlag"),
            ("Bemerkung", "Mit Schulen vor Ort"),
        )
    ),
)


def described(text: str, quantity: int, unit: str = "hours", *, finding: str = "", ref: str = "NT17") -> Case:
    """A line with this description, and another one, in a contract of five years."""
    name = f"copied-described-{text}-{quantity}".lower().translate(str.maketrans(" /£,()", "--p---"))
    rows = [["Contract length", "5 years"], HEAD, [ref, text, quantity, unit], LINES[1]]
    of = {"hours": "hour", "£": "GBP", "people": "person", "weeks": "week"}[unit]
    more: dict[str, Any] = {"findings": (finding,)} if finding else {"quiet": True}
    return Case(f"{name}.csv", csv(rows), ((3, ref, str(quantity), of), (4, "NT8", "10", "hour")), **more)


DESCRIBED = (
    described("2 hours a month of lessons for 5 years", 24, finding="amount-in-description"),
    described("2 hours a month for 5 years", 24, finding="amount-in-description"),
    described("30 hours a year of lessons for 4 years", 30, finding="rate-in-description"),
    described("2 hours a month of lessons for 5 years", 120),
    described("30 hours a year of lessons for 4 years", 120),
    described("1 hour a week for 3 months", 12),
    described("£10 for every late repair, up to £4,000", 4000, "£", finding="amount-in-description", ref="NT16"),
    described("Workshops of up to 20 pupils, 3 hours each", 60),
    described("52 weeks once volumes reach 400 a month", 52, "weeks", finding="line-withdrawn", ref="NT10"),
    described("Talks when pupils reach 16", 40),
    described("2 residents, in post since January", 2, "people", finding="line-withdrawn", ref="NT3"),
    described("2 residents (already in post)", 2, "people", finding="line-withdrawn", ref="NT3"),
    described("Our manager (already in post) mentors residents", 40),
    described("12 hours of advice in place of line 8", 12, finding="line-withdrawn"),
    described("Lunches in place of crisps", 40),
)

LOGS = (
    Case(
        "copied-a-delivery-log.csv",
        csv(
            [
                ["Delivery log - NT17 target 400 hours"],
                ["Date", "Ref", "Activity", "Hours", "Logged by"],
                ["03/04/2026", "NT17", "Garden session", 6, "Priya"],
                ["10/04/2026", "NT17", "Garden clearing", 7.5, "Priya"],
            ]
        ),
        ((3, "NT17", "6", "hour"), (4, "NT17", "7.5", "hour")),
        findings=QUERIED,
        why="what is written down as it is done is promised by nobody",
    ),
)

CASES = (*NOTES, *DESCRIBED, *LOGS)
