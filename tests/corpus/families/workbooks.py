"""Owns whole workbooks as teams hand them in: programmes, prices, lists of staff and sums beside the promises."""

import re
from datetime import date
from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, THREE, read_at
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

HOURS = ["NT17", "Volunteering", 40, "hours"]
WEEKS = ["NT9", "Training on site", 12, "weeks"]
JOBS = ["NT1", "Local jobs", 3, "FTE"]
LINES = [HEAD, HOURS, WEEKS, JOBS]
TERMS = Sheet([["Contract value", "£4.2m"], ["Contract length", "52 weeks"]], "Cover")


def team(name: str, *sheets: Sheet, reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """A workbook of these sheets."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"workbook-{name}.xlsx", xlsx(*sheets), reads, **more)


def listed(name: str, *rows: list[Any], **more: Any) -> Case:
    """A bid of three lines with its terms, and with a sheet of something else."""
    more.setdefault("facts", {"years": "1", "place": "None", "start": "None"})
    return team(f"beside-{name}", TERMS, Sheet(LINES), Sheet(list(rows), name), **more)


def parts(*quantities: int) -> list[list[Any]]:
    """Two lines of these quantities."""
    return [HEAD, *([*line[:2], amount, line[3]] for line, amount in zip((HOURS, WEEKS), quantities, strict=True))]


def scored(*headings: str) -> Case:
    """Three lines with what evaluators made of them."""
    marks = ((3, 4, 4), (2, 3, 3), (3, 3, 3))
    rows = [[*line, *mark[-len(headings) :]] for line, mark in zip((HOURS, WEEKS, JOBS), marks, strict=True)]
    return team(f"scored-{headings[-1].casefold()}-{len(headings)}", Sheet([[*HEAD, *headings], *rows]))  # fmt: skip


def summed(name: str, hours: int, weeks: int, *titles: list[Any], reads: tuple[Read, ...] = (), **more: Any) -> Case:
    """Two stages, and a sheet that may say what they come to."""
    both = Sheet([*titles, *parts(hours, weeks)], name)
    stages = ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"), (2, "NT17", "60", "hour"), (3, "NT9", "8", "week"))
    more.setdefault("findings", ("example-table-left-out",))
    return team(f"sums-{name}-{weeks}-{len(titles)}".casefold(), Sheet(parts(40, 12), "PCSA"),
                Sheet(parts(60, 8), "Works"), both, reads=(*stages, *reads), **more)  # fmt: skip


LOTS = ((40, 4), (60, 5), (20, 2))
HOPED = [["B. What we hope to do if the lottery says yes"], HEAD, HOURS]
PHASES = [["Ref", "Measure", "Unit", "Phase 1", "Phase 2", "All phases"],
          *([*line[:2], line[3], line[2] - 1, 1, line[2]] for line in (HOURS, WEEKS, JOBS)),
          [], ["Phase", "Block", "Homes", "Start", "Finish"],
          [1, "Elm Court", 38, date(2027, 4, 1), date(2027, 9, 30)],
          [2, "Oak Court", 42, date(2027, 10, 1), date(2028, 3, 31)]]  # fmt: skip
SIGNED = ["I confirm that the above is accurate", "", "T. Aldous", date(2026, 11, 2)]
UNSURE = ((2, "NT17", None, None), (3, "NT9", None, None), (4, "NT1", None, None))

LISTS = (
    listed("Programme", ["Activity", "Start", "Finish", "Duration (wks)"],
           ["Enabling", date(2027, 3, 1), date(2027, 4, 9), 6], ["Frame", date(2027, 4, 12), date(2027, 7, 30), 16],
           ["Fit-out", date(2027, 8, 2), date(2028, 1, 28), 26]),
    listed("Cleaning", ["Area", "Task", "Frequency", "Hours per week"], ["Offices", "Vacuum", "Daily", 12],
           ["WCs", "Clean", "Twice daily", 20], ["Windows", "Inside", "Monthly", 2]),
    listed("Transfers", ["Employee", "Role", "Start date", "Hours per week", "Rate £"],
           ["E001", "Cleaner", "2019-04-01", 20, 12.6], ["E002", "Cleaner", "2021-09-01", 16, 12.6]),
    listed("Facts", ["Bidder", "Rowan Ltd", "Region", "North West"], ["Staff", 20, "Vans", 4],
           ["Sites", 3, "Homes", 90],
           facts={"supplier": "Rowan Ltd", "place": "E12000002"}),
    listed("Mobilisation", ["Task", "Start", "End", "Owner"], ["Meetings", "Week 1", "Week 4", "HR"],
           ["Uniforms", "Week 2", "Week 6", "Ops"]),
    listed("Tasks", ["Task", "Start", "End", "Owner"], ["Meetings", "Week 1", "Week 4", "HR"],
           ["Uniforms", "Week 2", "Week 6", "Ops"]),
    listed("CV - P Lane", ["Name", "P. Lane"], ["Start date", date(2015, 6, 1)], ["Location", "Leeds"]),
    listed("Lease", ["Depot", "Mill Lane"], ["Term", "25 years"], ["Start", date(2012, 1, 1)]),
    listed("Subcontractors", ["Company", "Service", "Contract value", "Location"],
           ["Ash Ltd", "Bins", "£20,000", "York"], facts={"value": "4200000", "supplier": "None", "place": "None"}),
    team("facts-in-a-row", Sheet([["Supplier", "Contract value", "Location"], ["Rowan", "£2m", "Leeds"], *LINES]),
         reads=read_at(4, 5, 6), facts={"supplier": "Rowan", "value": "2000000"}),
    listed("Prelims", ["Ref", "Description", "Qty", "Unit", "Rate", "Total"],
           ["P1", "Site manager", 52, "weeks", 1450, 75400], ["P2", "Hoarding", 180, "m", 45, 8100],
           ["", "Total", "", "", "", 83500], findings=("bill-left-out",)),
)  # fmt: skip
SUMS = (
    team("only-in-summary", Sheet([HEAD, HOURS, WEEKS, JOBS], "Summary"),
         Sheet([["Mix", "m3", "Saving t", "Total"], ["C32/40", 420, 50, 50], ["C28/35", 380, 38, 38]], "Concrete calc"),
         Sheet([["Item", "Description", "Qty", "Unit"], ["1", "Site manager", 52, "weeks"]], "Site"),
         reads=(*THREE, (2, None, "52", "week")), findings=(), quiet=False,
         why="what no other sheet says is promised on the summary"),
    summed("Both stages", 100, 20),
    summed("Stages", 100, 20, ["Summary of both stages"]),
    summed("Both stages", 100, 21, reads=((2, "NT17", "100", "hour"), (3, "NT9", "21", "week")),
           findings=("said-in-parts",)),
    summed("Annex", 100, 20, reads=((2, "NT17", "100", "hour"), (3, "NT9", "20", "week")),
           findings=("said-in-parts",)),
    team("lots-of-like-size", *(Sheet(parts(*amounts), f"Lot {n}") for n, amounts in enumerate(LOTS, 1)),
         reads=tuple((row, ref, str(amount), unit) for amounts in LOTS
                     for row, ref, amount, unit in ((2, "NT17", amounts[0], "hour"), (3, "NT9", amounts[1], "week")))),
)  # fmt: skip
AROUND = (
    team("days", Sheet([[*HEAD, "From"], [*HOURS, "HR plan"], [*WEEKS, "1 June 2027"], JOBS]),
         findings=("not-a-date",)),
    team("hopes", Sheet([["A. What we will do"], *LINES, [], *HOPED]),
         reads=(*read_at(3, 4, 5), (9, "NT17", "40", "hour")), findings=("line-withdrawn",)),
    team("phases", Sheet(PHASES), findings=("no-quantity-column",)),
    team("declared", Sheet([*LINES, [], ["Declaration"], SIGNED])),
    team("hints", Sheet([HEAD, ["(pre-filled)", "(pre-filled)", "numbers only", "(pre-filled)"], HOURS, WEEKS, JOBS]),
         reads=read_at(3, 4, 5)),
    team("orders", Sheet([[*HEAD, "Basis"], *([*line, "Whole order"] for line in (HOURS, WEEKS, JOBS))])),
    team("places", Sheet([[*HEAD, "Notes"], ["NT9", "Places", 780, "weeks", "15 places, 52 weeks"]]),
         reads=((2, "NT9", "780", "week"),)),
    team("other-places", Sheet([[*HEAD, "Notes"], ["NT9", "Places", 790, "weeks", "15 places, 52 weeks"]]),
         reads=((2, "NT9", "790", "week"),), findings=("line-withdrawn",)),
    team("grants", Sheet([["Length of grant", "3 years"], [], ["Ref", "Measure", "Each year", "Unit"], HOURS]),
         reads=((4, "NT17", "120", "hour"),), facts={"years": "3"}),
    team("shares-of-others", Sheet([[*HEAD, "Attribution % (to others)"], [*HOURS, "25%"]]), reads=THREE[:1]),
    scored("Evaluator 1", "Evaluator 2", "Moderated"),
    team("moderated", Sheet([[*HEAD, "Moderated"], [*HOURS, 30], [*WEEKS, 12], [*JOBS, 3]]),
         reads=UNSURE, findings=("ambiguous-column",)),
)  # fmt: skip

WRITTEN = (
    team("lot-not-bid-for", *(Sheet(parts(*amounts), f"Lot {n}") for n, amounts in enumerate(LOTS[:2], 1)),
         Sheet([HEAD, *([*line[:2], "", line[3]] for line in (HOURS, WEEKS, JOBS))], "Lot 3"),
         reads=tuple((row, ref, str(amount), unit) for amounts in LOTS[:2]
                     for row, ref, amount, unit in ((2, "NT17", amounts[0], "hour"), (3, "NT9", amounts[1], "week"))),
         findings=("lines-left-empty",)),
    team("blank", Sheet([["Organisation", ""], ["Contact", ""], HEAD,
                         *([*line[:2], "", line[3]] for line in LINES[1:])]),
         reads=tuple((row, ref, None, None) for row, ref in ((4, "NT17"), (5, "NT9"), (6, "NT1"))),
         findings=("no-quantity",), facts={"supplier": "None"}),
    team("years-and-term", Sheet([["Ref", "Measure", "Per year", "Years", "Initial term", "Unit"],
                                  *([*line[:2], line[2], 3, line[2] * 3, line[3]] for line in LINES[1:])]),
         reads=((2, "NT17", "120", "hour"), (3, "NT9", "36", "week"), (4, "NT1", "9", "fte"))),
    team("years-and-another-term", Sheet([["Ref", "Measure", "Per year", "Years", "Initial term", "Unit"],
                                          *([*line[:2], line[2], 3, line[2] * 2, line[3]] for line in LINES[1:])]),
         reads=UNSURE, findings=("ambiguous-column",)),
    team("semesters", Sheet([["Contract length", "2 years"], [], ["", "", "Year 1", "", "Year 2", "", "", ""],
                             ["Ref", "Measure", *("Semester 1", "Semester 2") * 2, "Total", "Unit"],
                             ["NT17", "Mentors", 10, 20, 30, 40, 100, "hours"]], merged=("C3:D3", "E3:F3")),
         reads=((5, "NT17", "100", "hour"),)),
    team("results-below", Sheet([*LINES, [], [182340, "Present value of all years", "", "£"]])),
    team("wrapped", Sheet([HEAD, HOURS, ["", "for a local charity"], ["", "of their own choice"], WEEKS, JOBS]),
         reads=read_at(2, 5, 6)),
    team("staff", Sheet([["Name", "Grade", "FTE", "Months", "Cost"], ["Dr B", "RA", 1, 36, 165000],
                         ["C", "PhD", 1, 36, 66000]], "Project team"), Sheet(LINES), findings=("empty-table",)),
    team("mapped", Sheet([["ID", "Intervention", "Mapped proxy", "Quantity", "Unit"],
                          *([f"A{n}", line[1], line[0], *line[2:]] for n, line in enumerate(LINES[1:], 1))])),
)  # fmt: skip


def beside_offer(name: str, *rows: list[Any], reads: tuple[Read, ...] = (), told: str, **more: Any) -> Case:
    """A sheet of the same measures beside the commitments."""
    head, *texts = rows
    lines = [[line[0], *text] for line, text in zip(LINES[1:], texts * 3 if len(texts) == 1 else texts, strict=True)]
    return team(f"of-the-same-{name.lower()}", Sheet(LINES), Sheet([head, *lines], name), reads=(*THREE, *reads),
                findings=(told,) if told else (), **more)  # fmt: skip


MORE = ((2, "NT17", "50", None), (3, "NT9", "10", None), (4, "NT1", "2", None))
OF_THE_SAME = (
    beside_offer("Delivery plan", ["Ref", "Measure", "Q1", "Q2", "Q3", "Q4", "Total"],
                 ["Volunteering", 10, 10, 10, 10, 40], ["Training", 3, 3, 3, 3, 12], ["Jobs", 0, 1, 1, 1, 3],
                 told="example-table-left-out"),
    beside_offer("Gantt", ["Ref", "Task", "Start", "End", "Jan", "Feb"],
                 ["Plan", date(2027, 1, 4), date(2027, 2, 26), 1, 1], told="measures-left-out"),
    beside_offer("KPIs", ["Ref", "Measure", "Target", "Amber", "Frequency"], ["Volunteering", 40, 30, "Quarterly"],
                 ["Training", 12, 9, "Quarterly"], ["Jobs", 3, 2, "Quarterly"], told="measures-left-out"),
    beside_offer("Evidence", ["Ref", "Evidence we will keep", "No. of files"], ["Log", 12], told="measures-left-out"),
    beside_offer("Costs of it", ["Ref", "Measure", "Staff days"], ["Work", 10], told="measures-left-out"),
    beside_offer("Who does what", ["Ref", "Lead", "Days per month"], ["S. Begum", 1.5], told="measures-left-out"),
    beside_offer("Calculation", ["Ref", "Measure", "Quantity"], ["Volunteering", 40], ["Training", 12], ["Jobs", 3],
                 told="example-table-left-out"),
    beside_offer("York", ["Ref", "Measure", "Quantity"], ["Volunteering", 50], ["Training", 10], ["Jobs", 2],
                 reads=MORE, told="sheet-said-again"),
    beside_offer("Further offers", ["Ref", "Measure", "How many"], ["Volunteering", 50], ["Training", 10], ["Jobs", 2],
                 reads=MORE, told="", quiet=True),
)  # fmt: skip


def plan(name: str, *rows: list[Any], told: str = "example-table-left-out", **more: Any) -> Case:
    """Two lines on a sheet that is called after nothing, and a plan of them on another."""
    more.setdefault("reads", ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")))
    book = (Sheet(parts(40, 12), "Schedule 5"), Sheet(list(rows), name))
    return team(f"plan-{name.lower()}", *book, findings=(told,), **more)


PLANS = (
    plan("Plan", ["Ref", "Measure", "Year 1", "Year 2", "Total"], ["NT17", "Volunteering", 20, 20, 40],
         ["NT9", "Training", 6, 6, 12]),
    plan("Plan in units", ["Ref", "Measure", "Unit", "Year 1", "Year 2", "Total"],
         ["NT17", "Volunteering", "hours", 20, 20, 40], ["NT9", "Training", "weeks", 6, 6, 12]),
    plan("Reporting", ["Ref", "Report", "No. of files"], ["NT17", "Log", 8], ["NT9", "Log", 8],
         told="measures-left-out"),
    plan("Prices", ["Ref", "Measure", "Quantity"], ["NT17", "Volunteering", 40], ["NT9", "Training on site", 12],
         told="guidance-sheet-left-out"),
    plan("York", ["Ref", "Measure", "Quantity", "Unit"], ["NT17", "Volunteering", 40, "hours"],
         ["NT9", "Training on site", 12, "weeks"], told="said-twice",
         reads=((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")) * 2),
    plan("Other", ["Ref", "Measure", "Quantity"], ["NT17", "Volunteering", 40], ["NT9", "Training on site", 12],
         ["NT1", "Jobs", 2], told="said-twice",
         reads=((2, "NT17", "40", "hour"), (3, "NT9", "12", "week"), (2, "NT17", "40", None), (3, "NT9", "12", None),
                (4, "NT1", "2", None))),
    # One line of the plan is out of step, or half of them, which two places may have as well
    *(
        team(f"plan-with-other-{name}", Sheet([*parts(40, 12), ["NT1", "Local jobs", 3, "FTE"]], "Schedule 5"),
             Sheet([["Ref", "Measure", "Unit", "Year 1", "Year 2", "Total"],
                    ["NT17", "Time given", "hours", 20, 20, 40], ["NT9", "Training", "weeks", 6, weeks - 6, weeks],
                    ["NT1", "Jobs", "FTE", 1, jobs - 1, jobs]], "How and when"),
             reads=(*THREE, (2, "NT17", "40", "hour"), (3, "NT9", f"{weeks}", "week"), (4, "NT1", f"{jobs}", "fte")),
             **said)
        for name, weeks, jobs, said in (("weeks", 10, 3, {"findings": ("said-in-parts", "said-in-parts")}),
                                        ("weeks-and-jobs", 10, 4, {"quiet": True}))
    ),
    team("signed", Sheet([*LINES, [], ["Signed for the Council"], ["Registrar", "J. Poole", "14/10/2026"]])),
    team("weeks-of-work", Sheet([HEAD, ["volunteering.secondment-week", "Accountant", "6 weeks", "working weeks"],
                                 ["NT17", "Volunteering", "6 days", "half days"]]),
         reads=((2, "volunteering.secondment-week", "6", "working-week"), (3, "NT17", None, None)),
         findings=("unit-conflict",)),
    team("together", Sheet([*LINES, ["Regions together", "", 55]])),
)  # fmt: skip


def declined(heading: str, mark: str) -> Case:
    """Three lines, of which one is marked as not offered, and one more that is marked and empty."""
    rows = [[*HEAD, heading], [*HOURS, ""], [*WEEKS, mark], [*JOBS, ""], ["NT8", "Talks", "", "hours", mark]]
    name = re.sub(r"\W+", "-", f"declined-{heading}-{ord(mark[0])}".lower())
    return team(name, Sheet(rows), findings=("line-withdrawn", "lines-left-empty"))


DECLINED = (
    *(declined(heading, mark) for heading, mark in (
        ("Not offered (X)", "X"), ("Not offered", "x"), ("Decline?", "Y"), ("Opt out", "Yes"), ("No bid", "X"),
        ("Not applicable", "\u2713"), ("N/A (tick)", "\u2713"), ("Tick if NOT offering", "\u2713"))),
    team("not-declined", Sheet([[*HEAD, "Decline?"], [*HOURS, "No"], [*WEEKS, "N"], [*JOBS, "No"]])),
    team("ticked-as-withdrawn", Sheet([[*HEAD, "Withdrawn?"], [*HOURS, ""], [*WEEKS, "\u2713"], [*JOBS, ""]]),
         findings=("line-withdrawn",)),
)  # fmt: skip

CASES = (*LISTS, *SUMS, *AROUND, *WRITTEN, *OF_THE_SAME, *PLANS, *DECLINED)
