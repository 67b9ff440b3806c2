"""Owns bids of hurried people: lines like headings, answers beside words, headings left out, units in texts."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, ods, xls
from tests.corpus.write.xlsx import one_sheet

HEAD = ["Ref", "Commitment", "Qty", "Unit"]
HOURS = ["NT17", "Volunteering", 40, "hours"]
TALKS = ["NT8", "Talks", 10, "hours"]
CASH = ["NT28", "Hardship fund", 300, "£"]
THREE: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT8", "10", "hour"), (4, "NT28", "300", "GBP"))


def asked(name: str, heading: str, *answers: str, doubt: bool = True) -> Case:
    """Three promises with an answer each, of which not all are a yes."""
    rows = [[*line, answer] for line, answer in zip((HOURS, TALKS, CASH), answers, strict=True)]
    more: dict[str, Any] = {"findings": ("line-withdrawn",)} if doubt else {"quiet": True}
    return Case(f"asked-{name}.csv", csv([*HEAD, heading], *rows), THREE, **more)


ANSWERS = (
    asked("included-in-bid-or-optional", "Included in bid?", "Yes", "No", "Optional"),
    asked("going-ahead-or-later", "Going ahead?", "Yes", "No", "Later"),
    asked("agreed-by-the-board-or-dropped", "Agreed by board?", "Yes", "No - dropped", "Yes"),
    asked("signed-off-or-no-budget", "Signed off by director", "Y", "N (budget)", "Y"),
    asked("in-tender-with-a-note", "In tender", "Y", "N", "Y - see note"),
    asked("local-or-not", "Local?", "Yes", "No", "Partly", doubt=False),
    asked("how-far-it-is", "Status", "In progress", "Not started", "Not due", doubt=False),
)


def no_heading(name: str, line: list[Any], *heading: str) -> Case:
    """Three lines, of which the second lacks its number and has initials or words that also head columns."""
    rows = [list(heading), [*HOURS, "AB"], line, [*CASH, "AB"]]
    reads = ((2, "NT17", "40", "hour"), (3, "NT8", None, "hour"), (4, "NT28", "300", "GBP"))
    return Case(f"line-like-a-heading-{name}.csv", csv(*rows), reads, findings=("no-quantity",))


LINES = (
    no_heading("with-initials", ["NT8", "Talks", "", "hours", "CD"], *HEAD, "Owner"),
    no_heading("with-a-word", ["NT8", "Talks", "TBC", "hours", "Measure"], *HEAD, "Lead"),
    Case(
        "line-like-a-heading-without-codes.csv",
        csv(["Commitment", "Unit", "Qty", "Lead"], ["Library visits", "hours", 40, "CD"],
             ["Talks", "hours", "see note", "CD"]),
        ((2, None, "40", "hour"), (3, None, None, "hour")),
    ),
    Case(
        "second-table-of-another-shape.csv",
        csv(["Measure", "Code", "Unit", "Qty"], ["Volunteering", "NT17", "hours", 40], [],
             ["Community", "Code", "Hours"], ["Talks", "NT8", 12]),
        ((2, "NT17", "40", "hour"), (5, "NT8", "12", "hour")),
        quiet=True,
    ),
)  # fmt: skip


def named(name: str, *heading: str) -> Case:
    """The three promises below headings that say what is promised, and what of it."""
    return Case(f"named-{name}.xls", xls([list(heading), HOURS, TALKS, CASH]), THREE, quiet=True)


NAMES = (
    named("deliverable", "Deliverable ref", "Deliverable", "Deliverable amount", "Deliverable unit"),
    named("initiative", "Initiative code", "Initiative name", "Initiative target", "UoM"),
    named("action", "Action ID", "Action description", "Action quantity", "Action unit"),
    named("outcome", "Outcome ref", "Outcome title", "Outcome volume", "Outcome unit"),
    named("metric", "Metric reference", "Metric details", "Metric qty", "Metric uom"),
    named("framework-code-and-value", "Framework code", "Narrative", "Value (promised)", "Unit"),
)

APART = (
    Case(
        "hours-pounds-and-weeks-above-their-totals.ods",
        ods([["Code", "What we will do", "Hours", "£", "Weeks"], ["NT17", "Paint the hut", 40, None, None],
                   ["NT28", "Kit", None, 500, None], ["NT10", "Apprentice", None, None, 52],
                   ["Total", None, 40, 500, 52]]),
        ((2, "NT17", "40", "hour"), (3, "NT28", "500", "GBP"), (4, "NT10", "52", "week")),
    ),
    Case(
        "hours-and-cash.csv",
        csv(["Code", "What", "No. of hours", "Cash (£)"], ["NT17", "Help", 40, ""], ["NT28", "Kit", "", 500]),
        ((2, "NT17", "40", "hour"), (3, "NT28", "500", "GBP")),
        quiet=True,
    ),
    Case(
        "hours-and-what-they-are-worth.csv",
        csv(["Code", "What", "Hours", "Value (£)"], ["NT17", "Help", 40, 800], ["NT8", "Talks", 10, 200],
             ["NT28", "Kit", "", 500]),
        ((2, "NT17", "40", "hour"), (3, "NT8", "10", "hour"), (4, "NT28", None, None)),
        findings=("no-quantity",),
    ),
    Case(
        "hours-and-what-it-costs-us.csv",
        csv(["Code", "What", "Hours", "Cost to us (£)"], ["NT17", "Help", 40, ""], ["NT28", "Kit", "", 500]),
        ((2, "NT17", "40", "hour"), (3, "NT28", None, None)),
        findings=("no-quantity",),
    ),
)  # fmt: skip


def over(name: str, heading: str, total: str, *, often: str = "annual", quantity: str = "72") -> Case:
    """A promise of so many a year beside what that comes to in three years."""
    rows = [["Contract length", "3 years"], [], ["Ref", "Commitment", heading, "Unit", "Frequency", total],
            ["NT17", "Help", 24, "hours", often, 72], ["NT8", "Talks", 10, "hours", "one off", 10]]  # fmt: skip
    return Case(f"over-{name}.csv", csv(*rows), ((4, "NT17", quantity, "hour"), (5, "NT8", "10", "hour")), quiet=True)


TOTALS = (
    over("the-contract", "Annual target", "Total over contract"),
    over("the-term", "Target quantity", "Total over term"),
    over("the-contract-by-its-other-name", "Quantity", "Contract total"),
    Case(
        "over-the-contract-and-done-every-year.csv",
        csv(["Contract length", "3 years"], [], [*HEAD[:2], "Quantity (whole contract)", "Unit", "Frequency"],
             [*HOURS, "annual"], ["NT8", "Talks", "10 per year", "hours", "annual"]),
        ((4, "NT17", "40", "hour"), (5, "NT8", None, "hour")),
        findings=("rate-conflict",),
    ),
)  # fmt: skip


def unheaded(name: str, heading: list[str], *lines: list[Any], reads: tuple[Read, ...], **more: Any) -> Case:
    """A table one of whose headings was left out."""
    return Case(f"unheaded-{name}.xlsx", one_sheet(heading, *lines), reads, **more)


UNHEADED = (
    unheaded("quantity", ["Ref", "Commitment", "", "Unit"], HOURS, TALKS, reads=THREE[:2]),
    unheaded("unit", ["Ref", "Commitment", "Qty", ""], HOURS, CASH,
             reads=((2, "NT17", "40", "hour"), (3, "NT28", "300", "GBP")), quiet=True),
    unheaded("unit-of-weeks", ["Ref", "Commitment", "Qty", ""], ["NT10", "Apprentice", 52, "weeks"],
             ["NT17", "Volunteering", 5, "days"], reads=((2, "NT10", "52", "week"), (3, "NT17", "5", "day"))),
    unheaded("pace", ["Ref", "Commitment", "Qty", "", "Notes"], ["NT17", "Help", 30, "per year", "x"],
             ["NT8", "Talks", 12, "one-off", "x"], reads=((2, "NT17", None, None), (3, "NT8", "12", None))),
    unheaded("amounts-at-the-end", HEAD, [*HOURS, 250], [*TALKS, 30], reads=THREE[:2],
             findings=("extension-not-added",)),
    unheaded("amounts-behind-a-gap", HEAD, [*HOURS, None, 250], [*TALKS, None, 30], reads=THREE[:2],
             findings=("extension-not-added",)),
    unheaded("amounts-before-the-quantity", ["Ref", "Commitment", None, "Quantity", "Unit"],
             [*HOURS[:2], 250, *HOURS[2:]], [*TALKS[:2], 30, *TALKS[2:]], reads=THREE[:2],
             findings=("extension-not-added",)),
    unheaded("amounts-again", HEAD, [*HOURS, HOURS[2]], [*TALKS, TALKS[2]], reads=THREE[:2], quiet=True),
    unheaded("numbers-of-lines", HEAD, [*HOURS, 1], [*TALKS, 2], [*CASH, 3], quiet=True,
             reads=(*THREE[:2], (4, "NT28", "300", "GBP"))),
    unheaded("one-amount-beside-many-lines", HEAD, [*HOURS, 250], TALKS, CASH,
             reads=(*THREE[:2], (4, "NT28", "300", "GBP")), findings=("extension-not-added",)),
)  # fmt: skip


def described(text: str, unit: str | None, name: str) -> Case:
    """A line of which nothing but its text says in what unit its quantity is."""
    return Case(
        f"described-{name}.csv", csv(["Ref", "Commitment", "Qty"], ["NT17", text, 5]), ((2, "NT17", "5", unit),)
    )


TEXTS = (
    described("Volunteering (days)", "day", "in-brackets"),
    described("Staff volunteering days", "day", "at-the-end"),
    described("Number of volunteer hours", "hour", "as-a-number-of"),
    described("Days of volunteering", "day", "first"),
    described("Work experience weeks", "week", "of-work-experience"),
    described("Two volunteering days", None, "of-which-there-are-two"),
    described("Open days", None, "as-an-event"),
    Case(
        "described-line-by-line.csv",
        csv(["Ref", "Commitment", "Qty"], ["NT17", "Volunteering (days)", 8], ["NT17", "Volunteering (hours)", 9],
             ["NT17", "Volunteering", 10]),
        ((2, "NT17", "8", "day"), (3, "NT17", "9", "hour"), (4, "NT17", "10", None)),
    ),
)  # fmt: skip

OTHERS = (
    Case(
        "millions-of-pounds.csv",
        csv(HEAD, ["NT18", "Spend", "1.25m", "£"], ["NT17", "Help", "2m", "hours"]),
        ((2, "NT18", "1250000", "GBP"), (3, "NT17", None, "hour")),
        findings=("not-a-number",),
    ),
    Case(
        "tonnes-of-what-the-cell-says.csv",
        csv(HEAD, ["NT31", "Vans", "8 tCO2e", "tonnes"]),
        ((2, "NT31", "8", "tCO2e"),),
    ),
    Case(
        "ids-that-count-beside-codes.csv",
        csv(["Commitment ID", "Framework code", "Narrative", "Quantity", "Unit"], ["C-001", *HOURS],
             ["C-002", *TALKS], ["C-003", *CASH]),
        THREE,
        quiet=True,
    ),
    Case(
        "signed-with-a-name-and-a-date.csv",
        csv(HEAD, HOURS, TALKS, CASH, [], ["Name", "R Vale", "Date", "2 March 2026"], ["Signed off by", "R Vale"]),
        THREE,
        quiet=True,
    ),
)  # fmt: skip

TALKS_10: Read = (2, "NT8", "10", "hour")


def noted(name: str, text: str, *, doubt: bool = True) -> Case:
    """A line whose text says that it is not settled."""
    more: dict[str, Any] = {"findings": ("line-withdrawn",)} if doubt else {"quiet": True}
    return Case(f"noted-{name}.csv", csv(HEAD, ["NT8", text, 10, "hours"]), (TALKS_10,), **more)


NOTED = (
    noted("draft", "DRAFT - Talks"),
    noted("not-yet-approved", "Talks (not yet approved)"),
    noted("pending-approval", "Talks (pending board approval)"),
    noted("not-signed-off", "Talks (not signed off)"),
    noted("of-draughts", "Draft excluders fitted in homes", doubt=False),
    noted("of-planning", "Advice on extensions (planning approved)", doubt=False),
)

SPREAD = (
    Case(
        "proposed-qty-of-two-years.csv",
        csv(["Ref", "Measure", "Unit", "Proposed Qty (Yr 1)", "Proposed Qty (Yr 2)", "Proposed Qty (Total)"],
             ["NT8", "Talks", "hours", 4, 6, 10]),
        (TALKS_10,),
        quiet=True,
    ),
    Case(
        "stages-that-the-total-adds-up.csv",
        csv(["Ref", "Measure", "Unit", "Mobilisation", "BAU", "Exit", "Total"], ["NT8", "Talks", "hours", 2, 6, 2, 10],
             ["NT17", "Help", "hours", 10, 40, 10, 60]),
        (TALKS_10, (3, "NT17", "60", "hour")),
        quiet=True,
    ),
    Case(
        "stages-that-the-total-does-not-add-up.csv",
        csv(["Ref", "Measure", "Unit", "Mobilisation", "BAU", "Exit", "Total"], ["NT8", "Talks", "hours", 2, 6, 2, 10],
             ["NT17", "Help", "hours", 10, 40, 10, 70]),
        ((2, "NT8", None, "hour"), (3, "NT17", None, "hour")),
        findings=("year-column-unclear",),
    ),
    Case(
        "days-beside-day-rates.csv",
        csv(["Code", "Offer", "Days", "Day rate", "Value"], ["NT15", "Pro bono advice", 3, "£600", "£1,800"],
             ["NT17", "Volunteering", 5, "£200", "£1,000"]),
        ((2, "NT15", "3", "day"), (3, "NT17", "5", "day")),
    ),
    Case(
        "export-of-answers.csv",
        csv(["QuestionId", "QuestionText", "MeasureCode", "AnswerValue", "AnswerUnit"],
             ["Q101", "Talks in schools", "NT8", 10, "hours"]),
        (TALKS_10,),
    ),
    Case(
        "per-over-units-and-a-letter.csv",
        csv(["Toms", "Offer", "Amt", "Per"], ["NT8", "talks", 10, "hours"], ["NT31", "newer van", "dunno", "t"]),
        (TALKS_10, (3, "NT31", None, "tonne")),
    ),
)  # fmt: skip

ASKS = (
    Case(
        "first-line-with-a-note-that-asks.csv",
        csv(["Commitment", "Qty", "Unit", "Notes"], ["Volunteering", 40, "hours", "Please see method statement"],
             ["Talks", 12, "hours", ""]),
        ((2, None, "40", "hour"), (3, None, "12", "hour")),
    ),
)  # fmt: skip

PROMISED = tuple(
    Case(
        f"promises-under-{heading.lower().replace(' ', '').replace('/', '-or-')}.csv",
        csv(["Ref", heading, "Qty", "Unit"], HOURS, ["NT8", "Talks (TBC)", 10, "hours"], CASH),
        THREE,
        findings=("line-withdrawn",),
        why="no other column says what is promised, and a remark in it counts",
    )
    for heading in ("Outcome", "Outcome / commitment", "Theme/measure", "Objective")
)

DUMMIES = (
    *(
        Case(
            f"dummy-{text}.csv".replace(" ", "-"),
            csv(HEAD, [HOURS[0], text, *HOURS[2:]], TALKS, CASH),
            THREE,
            findings=("line-withdrawn",),
            why="nobody wrote what is promised",
        )
        for text in ("xxx", "asdf", "Test", "Blah blah")
    ),
    *(
        Case(f"no-dummy-{at}.csv", csv(HEAD, [HOURS[0], text, *HOURS[2:]], TALKS, CASH), THREE, quiet=True)
        for at, text in enumerate(("Test kits packed by staff", "Testing of appliances", "Food", "Aaa batteries"), 1)
    ),
)

CASES = (
    *DUMMIES,
    *PROMISED,
    *ASKS,
    *NOTED,
    *SPREAD,
    *ANSWERS,
    *LINES,
    *NAMES,
    *APART,
    *TOTALS,
    *UNHEADED,
    *TEXTS,
    *OTHERS,
)
