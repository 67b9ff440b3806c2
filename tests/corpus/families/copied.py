"""Owns what people write who copy pledges from paper, or write beside figures in their own language."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
LINES = [["NT17", "Volunteering", 60, "hours"], ["NT8", "Talks", 10, "hours"]]
BOTH: tuple[Read, ...] = ((2, "NT17", "60", "hour"), (3, "NT8", "10", "hour"))
QUERIED = ("line-withdrawn",)


def noted(note: str, heading: str, *, queried: bool) -> Case:
    """Two lines, with a note beside the first."""
    name = f"copied-{heading}-{note}".lower().translate(str.maketrans(" /?'", "----"))
    rows = [[*HEAD, heading], [*LINES[0], note], [*LINES[1], ""]]
    more: dict[str, Any] = {"findings": QUERIED} if queried else {"quiet": True}
    return Case(f"{name}.xlsx", xlsx(rows), BOTH, **more)


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
        noted(note, "Notes", queried=True)
        for note in (
            "keyed twice",
            "Second copy of card 12",
            "number guessed from photo",
            "Placeholder until costs agreed",
            "To be firmed up",
            "Running total",
            "These are days not hours",
            "Per year not total",
            "College has since pulled out",
            "This one fell through",
            "Carried over from phase 1",
            "Counted with Lot 2",
            "Already started",
            "Includes 10 from 2025",
            "Paid for by the ESF",
            "Lottery bid pending",
            "If pool reopens",
            "Depends on weather",
            "Assumes 30 per cent take-up",
            "Make it 30",
            "Cut to 30",
            "30 max",
        )
    ),
    *(
        noted(note, "Notes", queried=False)
        for note in (
            "Runs from April",
            "Open to all schools",
            "Subject to annual review",
            "Lottery winners visit",
            "Copy of register",
            "Cut to fit on site",
            "Client to countersign timesheets",
            "Started by our founder",
            "If it rains we use the hall",
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
    return Case(f"{name}.csv", csv(*rows), ((3, ref, str(quantity), of), (4, "NT8", "10", "hour")), **more)


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
    described("Volunteering, weather permitting", 40),
    described("Advice by senior staff (usually charged at \u00a390 per hour)", 40),
    described("Advice by senior staff - charged at \u00a390 per hour", 40, finding="line-withdrawn"),
    *(
        described(text, 40, finding="line-withdrawn")
        for text in (
            "Volunteering - pending lease",
            "Volunteering: tbc with school",
            "Volunteering (number indicative)",
            "40 hours or \u00a3600 instead",
            "40 hours, or 20 if budgets are cut",
            "40 hours (less if staff are short)",
            "Volunteering as and when required",
            "Covers NT9 as well",
            "Same hours as below",
            "Duplicate of NT9",
            "Volunteering for the whole group",
            "Supervision (rechargeable)",
            "Volunteering, already running since 2023",
        )
    ),
    *(
        described(text, 40)
        for text in (
            "Advice as needed to small firms",
            "Rechargeable torches for tenants",
            "Visits, days to be agreed with the school",
            "Lessons for pupils or 3 parents",
            "Site tours for the whole school",
            "Mentoring of apprentices already employed by local firms",
            "Help with CVs, also online",
            "Weekly reading with the same pupils",
        )
    ),
)

LOGS = (
    Case(
        "copied-a-delivery-log.csv",
        csv(
            ["Delivery log - NT17 target 400 hours"],
            ["Date", "Ref", "Activity", "Hours", "Logged by"],
            ["03/04/2026", "NT17", "Garden session", 6, "Priya"],
            ["10/04/2026", "NT17", "Garden clearing", 7.5, "Priya"],
        ),
        ((3, "NT17", "6", "hour"), (4, "NT17", "7.5", "hour")),
        findings=QUERIED,
        why="what is written down as it is done is promised by nobody",
    ),
)

FORMS = (
    Case(
        "copied-answers-to-questions.xlsx",
        one_sheet(

                    ["Ref", "Question", "Answer", "Unit"],
                    ["NT8", "How many hours in schools?", 54, "hours"],
                    ["NT15", "How many hours of advice?", 24, "hours"],
                    ["NT16", "What will you give in kind?", 3000, "\u00a3"],
                    ["NT88", "How much waste?", 9, "tonnes"],
                    ["NT7", "How many hours of support?", 30, "hours"],
                    ["NT17", "Hours of volunteering? Please state number.", "We will give 360 hours.", "hours"],
                    ["NT3", "How many unemployed people will you recruit?", "We will recruit 3.", "people"],
                    ["NT5", "How many prison leavers will you recruit?", "None", "people"],
                    ["NT29", "How much time for gardens?", "half a day", ""],
                    ["NT9", "How many weeks of training?", 12, "weeks"],
                    ["Declaration", "I confirm that the answers above are correct.", "Yes", ""],

        ),
        (
            (2, "NT8", "54", "hour"),
            (3, "NT15", "24", "hour"),
            (4, "NT16", "3000", "GBP"),
            (5, "NT88", "9", "tonne"),
            (6, "NT7", "30", "hour"),
            (7, "NT17", "360", "hour"),
            (8, "NT3", "3", "person"),
            (10, "NT29", "0.5", "day"),
            (11, "NT9", "12", "week"),
        ),
        findings=("lines-left-empty",),
    ),
    Case(
        "copied-answers-that-say-why-not.csv",
        csv(

                ["Ref", "Question", "Answer", "Unit"],
                ["NT17", "Volunteering?", 27, "hours"],
                ["NT8", "Talks?", 18, "hours"],
                ["NT5", "Prison leavers?", "None - no vacancies", "people"],
                ["NT6", "Disabled people?", "N/A \u2013 not relevant to this contract", "people"],
                ["NT9", "Weeks?", "n/a - see NT10", "weeks"],

        ),
        ((2, "NT17", "27", "hour"), (3, "NT8", "18", "hour"), (6, "NT9", None, "week")),
        findings=("lines-left-empty", "not-a-number"),
    ),
    Case(
        "copied-answers-that-were-clarified.xlsx",
        one_sheet(

                    ["No", "Measure ref", "Buyer question", "Our answer at tender", "Clarified answer", "Unit"],
                    [1, "NT17", "Hours of volunteering (total)", 500, 600, "hours"],
                    [2, "NT8", "Hours in schools (total)", 60, 60, "hours"],

        ),
        ((2, "NT17", "600", "hour"), (3, "NT8", "60", "hour")),
        quiet=True,
    ),
    Case(
        "copied-sites-and-all-of-them.xlsx",
        one_sheet(

                    ["Measure", "Description", "Unit", "Mill Lane", "Ford Road", "Old Dairy", "All sites"],
                    ["NT17", "Volunteering", "hours", 40, 30, 20, 90],
                    ["NT8", "Talks", "hours", 6, 6, 6, 18],

        ),
        ((2, "NT17", "90", "hour"), (3, "NT8", "18", "hour")),
    ),
    Case(
        "copied-a-basis-that-nobody-chose.csv",
        csv(

                [*HEAD, "Basis"],
                ["NT17", "Volunteering", 60, "hours", "-- please select --"],
                ["NT8", "Talks", 10, "hours", "NULL"],

        ),
        BOTH,
        quiet=True,
    ),
    Case(
        "copied-a-total-of-a-batch.csv",
        csv(["Ref", "Pledge", "How much", "of what", "Remarks"], ["NT17", "Picks", 12, "hours", ""],
             ["NT8", "Fair", 5, "hours", ""], ["", "", 65, "", "batch total A hrs"]),
        ((2, "NT17", "12", "hour"), (3, "NT8", "5", "hour")),
    ),
    Case(
        "copied-a-sum-of-all-sessions.xlsx",
        one_sheet(

                    ["Ref", "Session", "Sessions per week", "Weeks", "Hours per session", "Total hours"],
                    ["NT17", "Couch to 5k", 2, 10, 1.5, Formula("C2*D2*E2", 30)],
                    ["NT8", "Careers in sport", 1, 40, 2, Formula("C3*D3*E3", 80)],
                    [None, "All sessions", Formula("SUM(C2:C3)", 3), None, None, Formula("SUM(F2:F3)", 110)],

        ),
        ((2, "NT17", "30", "hour"), (3, "NT8", "80", "hour")),
        quiet=True,
    ),
    Case(
        "copied-trades-with-the-same-numbers.xlsx",
        one_sheet(

                    ["Measure", "Trade / role", "Number", "Unit"],
                    ["skills.apprenticeship-level-2", "Steel fixers", 2, "apprentices"],
                    ["skills.apprenticeship-level-2", "Formworkers", 2, "apprentices"],

        ),
        ((2, "skills.apprenticeship-level-2", "2", "person"), (3, "skills.apprenticeship-level-2", "2", "person")),
        quiet=True,
    ),
    Case(
        "copied-quarters-and-their-year.xlsx",
        xlsx(
            Sheet(
                [
                    [None, None, None, "Q1", None, "Q2", None, "Year"],
                    ["Ref", "Outcome", "Unit", "Target", "Actual", "Target", "Actual", "Target"],
                    ["NT17", "Volunteering", "hours", 50, 48, 50, None, 100],
                    ["NT8", "Talks", "hours", 12, 12, 12, None, 24],
                ],
                merged=("D1:E1", "F1:G1"),
            )
        ),
        ((3, "NT17", "100", "hour"), (4, "NT8", "24", "hour")),
        why="the 24 of a year are no 24th year",
    ),
)  # fmt: skip

CASES = (*NOTES, *DESCRIBED, *LOGS, *FORMS)
