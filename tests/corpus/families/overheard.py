"""Owns what stands above, below and beside lines, and says what they are counted in, or that nobody offers them."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, ods, xls
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS = ["NT17", "Volunteering", 40, "hours"]
TALKS = ["NT8", "Talks", 10, "hours"]
FUND = ["NT28", "Hardship fund", 12.5, "£"]


def scaled(name: str, note: str, *, scaled: bool = True) -> Case:
    """Pounds and hours above a note on the pounds; hours are hours."""
    fund = (3, "NT28", None if scaled else "12.5", "GBP")
    said: dict[str, Any] = {"findings": ("scaled-heading",)} if scaled else {"quiet": True}
    return Case(f"note-on-pounds-{name}.xlsx", one_sheet(HEAD, HOURS, FUND, [], [note]),
                ((2, "NT17", "40", "hour"), fund), **said)  # fmt: skip


SCALES = (
    scaled("all-money", "Note: all money is shown in £000s."),
    scaled("money-amounts", "Money amounts in £000"),
    scaled("pound-figures", "£ figures in thousands"),
    scaled("donations", "Donations are in thousands of pounds"),
    scaled("how-often-gifts-are-made", "Donations each year", scaled=False),
    scaled("elsewhere", "Money: see annex B", scaled=False),
)


def headed(name: str, head: str, unit: str, quantity: str = "4", **more: Any) -> Case:
    """A line below the heading of a section, in a table that has no units."""
    rows = [HEAD[:3], [head], ["NT17", "Painting the hall", 4], ["Talks (hours)"], ["NT8", "Careers", 10]]
    return Case(f"section-in-{name}.ods", ods(rows),
                ((3, "NT17", quantity, unit), (5, "NT8", "10", "hour")), **more)  # fmt: skip


SECTIONS = (
    headed("days", "Days", "day", quiet=True),
    headed("half-days-in-brackets", "Volunteering (half days):", "half-day", quiet=True),
    Case(
        "section-that-is-a-theme.csv",
        csv(HEAD[:3], ["People", "", ""], ["NT17", "Painting the hall", 4]),
        ((3, "NT17", "4", None),),
        quiet=True,
    ),
    Case(
        "section-in-days-above-a-column-of-units.csv",
        csv(HEAD, ["Days", "", "", ""], ["NT17", "Painting the hall", 4, "hours"], ["NT17", "The hut", 5, ""]),
        ((3, "NT17", "4", "hour"), (4, "NT17", "5", "day")),
    ),
    Case(
        "section-in-days-above-a-line-in-hours.csv",
        csv(HEAD[:3], ["Days", "", ""], ["NT17", "Painting (hours)", 40], ["NT8", "Talks", 2]),
        ((3, "NT17", None, None), (4, "NT8", "2", "day")),
        findings=("unit-conflict",),
    ),
)


def titled(name: str, title: str, *, fatal: str = "") -> Case:
    """Two lines below a title that says that they are no offer of this bid."""
    reads: tuple[Read, ...] = () if fatal else ((3, "NT17", "40", "hour"), (4, "NT8", "10", "hour"))
    told = () if fatal else ("line-withdrawn",)
    return Case(f"title-{name}.xls", xls([[title], HEAD, HOURS, TALKS]), reads, findings=told, fatal=fatal)


TITLES = (
    titled("of-a-benchmark", "Benchmark: average social value per £1m of spend"),
    titled("of-an-average", "Industry average for housing repairs"),
    titled("of-typical-offers", "Typical offers for contracts of this size"),
    titled("of-what-the-council-expects", "Quantities expected by the council"),
    titled("of-what-was-delivered", "Social value delivered 2024/25 – monitoring return", fatal="no-table"),
    Case(
        "title-of-what-is-to-be-delivered.csv",
        csv(["Social value to be delivered 2026/27"], HEAD, HOURS, TALKS),
        ((3, "NT17", "40", "hour"), (4, "NT8", "10", "hour")),
        quiet=True,
    ),
)


def of_all(name: str, text: str, quantity: int = 50, *, told: bool = True) -> Case:
    """Two lines of one measure above a third, which may be what they come to."""
    rows = [HEAD, HOURS, ["NT17", "Painting", 10, "hours"], ["NT17", text, quantity, "hours"], TALKS]
    reads = ((2, "NT17", "40", "hour"), (3, "NT17", "10", "hour"), (4, "NT17", f"{quantity}", "hour"),
             (5, "NT8", "10", "hour"))  # fmt: skip
    more: dict[str, Any] = {"findings": ("said-in-parts",)} if told else {"quiet": True}
    return Case(f"line-of-all-{name}.csv", csv(*rows), reads, **more)


SUMS = (
    of_all("sites", "Volunteering, all sites"),
    of_all("together", "Help and painting together"),
    of_all("others", "Help at all other sites", 70, told=False),
    of_all("that-comes-to-as-much-by-chance", "Gardening", told=False),
)


def below(name: str, before: str, target: str) -> Case:
    """A target beside what is there already."""
    rows = [["Ref", "Commitment", before, target, "Unit"], ["NT17", "Volunteering", 100, 150, "hours"]]
    return Case(f"level-{name}.csv", csv(*rows), ((2, "NT17", "150", "hour"),), findings=("baseline-not-taken-off",))


LEVELS = (
    below("current-and-committed", "Current level", "Committed level"),
    below("baseline-of-a-year", "2025 baseline", "Target"),
)


ASKED = (
    Case(
        "questions-with-codes-behind-them.csv",
        csv(["Question", "Answer"], ["How many hours of volunteering will you give? (NT17)", "120"],
             ["How many days of careers talks will you give? (NT8)", "4"], ["How will you evidence this?", "A log"]),
        ((2, "NT17", "120", "hour"), (3, "NT8", "4", "day")),
        findings=("text-row",),
        why="an answer in words to a question without a code is no promise",
    ),
    Case(
        "questions-with-codes-before-them.csv",
        csv(["Question", "Response"], ["NT17 How many hours of volunteering will you give?", "120 hours"],
             ["NT10 How many weeks?", "52 weeks"]),
        ((2, "NT17", "120", "hour"), (3, "NT10", "52", "week")),
        quiet=True,
    ),
    Case(
        "questions-about-promises.csv",
        csv(["Q", "Question", "Answer"], ["1", "How many hours of volunteering will you give?", "120"],
             ["2", "How many weeks of training will your firm provide?", "52 weeks"]),
        ((2, None, "120", "hour"), (3, None, "52", "week")),
        quiet=True,
    ),
    Case(
        "questions-about-the-firm.csv",
        csv(["Q", "Question", "Answer"], ["1", "How many people do you employ?", "120"],
             ["2", "How many apprentices did you provide work for last year?", "3"]),
        fatal="no-table",
    ),
    Case(
        "codes-before-and-behind-their-titles.xlsx",
        one_sheet(HEAD[1:], ["NT17 – Volunteering", 40, "hours"], ["NT8: talks", 10, "hours"],
                    ["Hardship fund (NT28)", 12.5, "£"], ["Care (level 2)", 3, "hours"]),
        ((2, "NT17", "40", "hour"), (3, "NT8", "10", "hour"), (4, "NT28", "12.5", "GBP"), (5, None, "3", "hour")),
        quiet=True,
    ),
)  # fmt: skip

LISTED = (
    Case(
        "values-of-one-unit-of-each.csv",
        csv(["id", "title", "unit", "value"], ["volunteering.hour", "Hour of volunteering", "hour", "12.44"],
             ["jobs.jobseeker-into-work", "Jobseeker into work", "person", "20266.28"],
             ["NT28", "Goods given", "£", "1.00"]),
        fatal="no-table",
        why="hours and people are not promised by the hundredth: these are prices",
    ),
    Case(
        "value-beside-units-of-quarter-hours-and-tonnes.csv",
        csv(["Ref", "Commitment", "Unit", "Value"], ["NT17", "Help", "hours", 12.25], ["NT8", "Talks", "hours", 7.5],
             ["NT31", "Carbon", "tCO2e", 14.53], ["NT88", "Waste", "tonnes", 2.17]),
        ((2, "NT17", "12.25", "hour"), (3, "NT8", "7.5", "hour"), (4, "NT31", "14.53", "tCO2e"),
         (5, "NT88", "2.17", "tonne")),
    ),
    Case(
        "boxes-left-open.csv",
        csv(["Tick if offered", *HEAD], ["x", *HOURS], ["", *TALKS[:2], "", "hours"], ["x", *FUND]),
        ((2, "NT17", "40", "hour"), (4, "NT28", "12.5", "GBP")),
        findings=("lines-left-empty",),
        why="what is not ticked and has no quantity is not offered",
    ),
    Case(
        "box-ticked-without-a-quantity.csv",
        csv(["Tick if offered", *HEAD], ["x", *HOURS], ["x", *TALKS[:2], "", "hours"], ["", *FUND[:2], "", "£"]),
        ((2, "NT17", "40", "hour"), (3, "NT8", None, "hour")),
        findings=("no-quantity",),
    ),
)  # fmt: skip


def waiting(name: str, text: str, *, told: bool = True) -> Case:
    """A line whose description says, or does not say, that others have to agree or that it may be less."""
    more: dict[str, Any] = {"findings": ("line-withdrawn",)} if told else {"quiet": True}
    rows = [HEAD, ["NT17", text, 40, "hours"], TALKS]
    return Case(f"text-{name}.csv", csv(*rows), ((2, "NT17", "40", "hour"), (3, "NT8", "10", "hour")), **more)


WAITING = (
    waiting("provided-that-schools-agree", "Gardening, provided that the schools agree"),
    waiting("assuming-access", "Gardening, assuming access is granted"),
    waiting("depending-on-take-up", "Gardening, depending on take-up"),
    waiting("as-long-as-funding-holds", "Gardening as long as funding holds"),
    waiting("contingent-on-award", "Gardening, contingent on award of phase 2"),
    waiting("if-there-is-demand", "Gardening if there is enough demand"),
    waiting("at-most", "Gardening (max)"),
    waiting("hours-at-most", "Gardening, 40 hours max."),
    waiting("hours-at-most-of-help", "Gardening: 40 hours max of help"),
    waiting("hours-at-most-in-words", "We give 40 hours at most for residents"),
    waiting("of-the-size-of-groups", "Gardening in groups of 12 pupils max per session", told=False),
    waiting("of-tools-provided", "Gardening with tools provided by schools that agree", told=False),
    waiting("of-people-who-depend", "Gardening for people dependent on alcohol", told=False),
    waiting("of-roles", "Young people assuming the role of mentors", told=False),
    waiting("of-max", "Gardening with Max", told=False),
)
PIVOTS = (
    Case(
        "sums-of-another-sheet.xlsx",
        xlsx(
            [HEAD, HOURS, ["NT17", "Painting", 10, "hours"], TALKS],
            Sheet([["Row Labels", "Sum of Quantity"], ["NT17", 50], ["NT8", 10], ["Grand Total", 60]], name="Sheet4"),
        ),
        ((2, "NT17", "40", "hour"), (3, "NT17", "10", "hour"), (4, "NT8", "10", "hour")),
        findings=("example-table-left-out",),
        why="a spreadsheet program heads its own sums so",
    ),
    Case(
        "sums-of-a-hidden-sheet.xlsx",
        xlsx(
            Sheet([HEAD, HOURS, TALKS], state="hidden", name="Data"),
            Sheet([["Row Labels", "Sum of Quantity"], ["NT17", 40], ["NT8", 10]], name="Sheet4"),
        ),
        ((2, "NT17", "40", None), (3, "NT8", "10", None)),
    ),
)

ENDS = (
    *(
        Case(
            f"signed-in-one-cell-{name}.csv",
            csv(HEAD, HOURS, TALKS, ["", "", "", ""], [by, "", date, ""]),
            ((2, "NT17", "40", "hour"), (3, "NT8", "10", "hour")),
            quiet=True,
        )
        for name, by, date in (
            ("and-dated", "Signed: J Hart", "Date: 3/4/26"),
            ("with-a-post", "Name: J Hart", "Director"),
            ("with-a-version", "Prepared by: P Low", "v2"),
        )
    ),
    Case(
        "promise-that-begins-like-a-signature.csv",
        csv(HEAD, HOURS, ["", "", "", ""], ["Position: trainee", "A placement", 6, "weeks"]),
        ((2, "NT17", "40", "hour"), (4, "Position: trainee", "6", "week")),
    ),
    Case(
        "ditto-in-two-letters.csv",
        csv(HEAD, HOURS, ["do", "Painting", 10, "do"], ["do.", "Litter picks", 5, "do."], TALKS),
        ((2, "NT17", "40", "hour"), (3, "NT17", "10", "hour"), (4, "NT17", "5", "hour"), (5, "NT8", "10", "hour")),
        quiet=True,
    ),
    Case(
        "units-in-brackets-below-their-headings.xlsx",
        one_sheet(["Ref", "Commitment", "Year 1", "Year 2"], [None, None, "(hours)", "(hours)"],
                    ["NT17", "Help", 40, 20]),
        ((3, "NT17", "60", "hour"),),
    ),
)  # fmt: skip

CASES = (*ENDS, *WAITING, *PIVOTS, *LISTED, *ASKED, *SCALES, *SECTIONS, *TITLES, *SUMS, *LEVELS)
