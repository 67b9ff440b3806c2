"""Owns bids as the people of some trades and portals leave them: logs, lists, exports of forms, revised offers."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Qty", "Unit"]
HOURS, CASH = ["NT17", "Volunteering"], ["NT28", "Donations"]
TWO: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (3, "NT28", "500", "GBP"))


def levels(name: str, headings: list[str], hours: list[Any], quantity: str | None, **more: Any) -> Case:
    """One promise with several columns of amounts before its unit."""
    rows = [["Ref", "Commitment", *headings, "Unit"], [*HOURS, *hours, "hours"]]
    return Case(f"levels-{name}.xlsx", xlsx(rows), ((2, "NT17", quantity, "hour"),), **more)


def titled(name: str, headings: list[str], *rows: list[Any], reads: tuple[Read, ...] = TWO, **more: Any) -> Case:
    """A text file with a portal's own headings."""
    return Case(f"titled-{name}.csv", csv(headings, *rows), reads, **more)


def noted(name: str, *rows: list[Any], head: str = "Notes", reads: tuple[Read, ...] = TWO, **more: Any) -> Case:
    """A workbook with one more column."""
    return Case(f"noted-{name}.xlsx", one_sheet([*HEAD, head], *rows), reads, **more)


DOUBT = ("ambiguous-column",)
LEVELS = (
    levels("minimum-and-stretch", ["Minimum", "Stretch"], [100, 150], None, findings=DOUBT,
           why="what is hoped for is not promised"),
    levels("base-and-stretch", ["Base", "Stretch target"], [100, 150], None, findings=DOUBT),
    levels("target-and-stretch", ["Target", "Stretch target"], [100, 150], "100"),
    levels("per-year-and-in-all", ["Per year", "Contract total (5 yrs)"], [40, 200], "200", quiet=True,
           why="a year and all of them, both headed so"),
    levels("per-annum-and-total", ["Per annum", "Total"], [40, 200], "200", quiet=True),
    levels("staff-and-total", ["No. of staff", "Total"], [40, 200], None, findings=DOUBT),
    levels("of-which-there-already", ["Total hours", "of which already delivered"], [100, 30], "100",
           findings=("baseline-not-taken-off",)),
    levels("in-place-already", ["Total", "Already in place"], [100, 30], "100", findings=("baseline-not-taken-off",)),
)  # fmt: skip
SITES = (
    levels("sites-and-a-total-quantity", ["No. of sites", "Quantity (total)"], [4, 100], "100", quiet=True),
    levels("sites-and-a-total", ["No. of sites", "Total"], [4, 100], "100", quiet=True),
    levels("sessions-and-a-total-quantity", ["No. of sessions", "Quantity total"], [4, 100], "100", quiet=True),
    levels("sessions-and-a-total", ["No. of sessions", "Total"], [4, 100], None, findings=DOUBT,
           why="either may be in the unit of the line"),
    levels("sites-and-a-quantity", ["Sites", "Quantity"], [4, 100], None, findings=("multiplier-unclear",)),
    *(
        Case(
            f"sites-beside-a-unit-{at}.xlsx",
            one_sheet(["Ref", "Commitment", "Sites", "Quantity", "Unit"], [*HOURS, 4, 100, unit]),
            ((2, "NT17", "100", "hour"),),
            quiet=True,
        )
        for at, unit in enumerate(("total hours", "hours in total"), start=1)
    ),
    Case(
        "sessions-of-which-the-quantity-is.xlsx",
        one_sheet(["Ref", "Commitment", "Sessions", "Quantity", "Unit"], ["NT8", "Talks", 4, 4, "sessions"]),
        ((2, "NT8", "4", "session"),),
        why="both columns say the same",
    ),
    Case(
        "sessions-of-so-many-sessions.xlsx",
        one_sheet(["Ref", "Commitment", "Sessions", "Quantity", "Unit"], ["NT8", "Talks", 4, 3, "sessions"]),
        ((2, "NT8", None, None),),
        findings=("multiplier-unclear",),
    ),
)  # fmt: skip
COUNTED = (
    Case(
        "clients-and-those-who-achieve-it.xlsx",
        one_sheet(
            ["Outcome", "Ref", "No. of clients", "% achieving outcome", "No. achieving"],
            ["Less lonely", "loneliness.one-step-less", 60, 0.5, 30],
        ),
        ((2, "loneliness.one-step-less", None, None),),
        findings=DOUBT,
        why="those who come to the outcome are fewer than those who are helped",
    ),
    Case(
        "revised-in-most-rows.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Quantity", "Revised quantity", "Unit"],
            [*HOURS, 80, 100, "hours"],
            ["NT8", "Careers", 10, None, "hours"],
            [*CASH, 500, 750, "£"],
        ),
        ((2, "NT17", "100", "hour"), (3, "NT8", None, "hour"), (4, "NT28", "750", "GBP")),
        findings=("no-quantity",),
        why="a row that was not revised may stand as it was, or be taken out",
    ),
)
EXPORTS = (
    titled("by-a-list", ["Title", "SVRef", "Promise Qty", "Promise Unit"], ["Hospice", "NT17", 40, "hours"],
           ["Raffle", "NT28", 500, "£"]),
    titled("by-a-form", ["ID", "Email", "Which measure are you committing to?", "How many units?", "Unit"],
           [1, "anonymous", "NT17", 40, "hours"], [2, "anonymous", "NT28", 500, "£"]),
    titled("by-a-survey", ["Timestamp", "Measure reference", "Quantity you will deliver", "Unit of measure"],
           ["12/01/2026 09:14", "NT17", 40, "hours"], ["12/01/2026 09:20", "NT28", 500, "£"]),
    titled("by-a-portal", ["Q", "Measure (TOMs)", "Response (number)", "Response (unit)", "Response (narrative)"],
           ["SV1", "NT17", 40, "hours", "At three sites"], ["SV2", "NT28", 500, "£", "At Christmas"]),
    titled("by-a-questionnaire", ["Question", "Measure", "Response (number)", "Response (unit)"],
           ["SV1", "NT17", 40, "hours"], ["SV2", "NT28", 500, "£"], why="questions are numbered like measures"),
    titled("how-much-or-many", ["Ref", "Commitment", "How much/many", "Unit"], [*HOURS, 40, "hours"],
           [*CASH, 500, "£"], quiet=True),
)  # fmt: skip
ROWS = (
    noted("repeated-by-marks", [*HOURS, 40, "hours", None], ['"', "Volunteering in York", 30, '"', None],
          ["ditto", "Volunteering in Hull", 20, "ditto", None], [*CASH, 500, "£", None],
          reads=(TWO[0], (3, "NT17", "30", "hour"), (4, "NT17", "20", "hour"), (5, "NT28", "500", "GBP")), quiet=True,
          why="a mark of repetition stands for what is above it"),
    noted("a-mark-below-nothing", ['"', "Volunteering", 40, "hours", None], [*CASH, 500, "£", None],
          reads=((2, '"', "40", "hour"), TWO[1]), why="nothing is above it"),
    noted("hints-in-brackets", ["(from the list)", "(your promise)", "(number only)", "(hours, £)", "(anything else)"],
          [*HOURS, 40, "hours", None], [*CASH, 500, "£", None], reads=((3, *TWO[0][1:]), (4, *TWO[1][1:])), quiet=True),
    noted("declined-and-why", [*HOURS, 40, "hours", "Y"], [*CASH, 500, "£", "Y"],
          ["NT5", "Jobs for ex-offenders", None, "people", "N"], head="Will you offer this?",
          findings=("lines-left-empty",), why="what is not offered lacks no quantity"),
    noted("nought-that-is-declined", [*HOURS, 40, "hours", "Yes"], [*CASH, 0, "£", "No"], head="Offered?",
          reads=(TWO[0], (3, "NT28", "0", "GBP")), quiet=True),
    noted("boxes-and-one-to-come", [*HOURS, 40, "hours", "Yes"], [*CASH, 500, "£", "No"],
          ["NT8", "Talks", 6, "hours", "TBC"], head="Offered?", reads=(*TWO, (4, "NT8", "6", "hour")),
          findings=("line-withdrawn",)),
    noted("by-the-end-of-year-two", [*HOURS, 40, "hours", "End of Year 2"], [*CASH, 500, "£", "Month 6"],
          head="By when", findings=("not-yet-stated",), why="a time of the contract is no wrong date"),
    noted("cash-and-kind", [*HOURS, "Forty hours", "hours", None], [*CASH, "£500 (in kind)", "£", None], quiet=True),
    Case(
        "hours-from-and-to.xlsx",
        one_sheet(["Date", "SV code", "From", "To", "Hours"], ["1 Oct", "volunteering.hour", "09:00", "1pm", 4]),
        ((2, "volunteering.hour", "4", "hour"),),
        quiet=True,
        why="times of day are no dates",
    ),
)  # fmt: skip
OFFER = Sheet([HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"]], name="Offer")
SHEETS = (
    Case(
        "a-sheet-that-was-duplicated.xlsx",
        xlsx(OFFER, Sheet([HEAD, [*HOURS, 30, "hours"]], name="Offer (2)")),
        (*TWO, (2, "NT17", "30", "hour")),
        findings=("sheet-said-again",),
        why="which of the two stands is not said",
    ),
    Case(
        "a-track-record-without-quantities.xlsx",
        xlsx(OFFER, Sheet([["Ref", "Achieved", "Unit"], ["NT17", 312, "hours"]], name="Track record 2022-25")),
        TWO,
        findings=("guidance-sheet-left-out",),
        why="no sheet that looks like promises is left out in silence",
    ),
)
THIRD: Read = (4, "NT8", "6", "hour")
TALKS = ["NT8", "Talks", 6, "hours"]
LATER = (
    *(
        titled(f"below-{name}", HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"], [heading], TALKS,
               reads=(*TWO, (5, *THIRD[1:])), findings=("line-withdrawn",))
        for name, heading in (
            ("for-comparison", "Last year's commitments for comparison"),
            ("not-to-be-scored", "Additional commitments (not to be scored)"),
            ("ideas", "Ideas for clarification stage"),
        )
    ),
    titled("below-a-subcontractor", HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"], ["Subcontractor commitments"],
           TALKS,
           reads=(*TWO, (5, *THIRD[1:])), quiet=True),
    noted("confirmed-or-not-yet", [*HOURS, 40, "hours", "Y"], [*CASH, 500, "£", "not yet"], head="Confirmed?",
          findings=("line-withdrawn",)),
    titled("all-lots-below-each", ["Lot", *HEAD], ["1", *HOURS, 40, "hours"], ["2", *HOURS, 30, "hours"],
           ["All", *HOURS, 70, "hours"],
           reads=((2, "NT17", "40", "hour"), (3, "NT17", "30", "hour"), (4, "NT17", "70", "hour")),
           findings=("said-in-parts",)),
    noted("of-another-lot", [*HOURS, 40, "hours", "Yes"], [*CASH, 500, "£", "No"], head="Applicable to this lot?",
          findings=("line-withdrawn",)),
    noted("to-be-deleted-perhaps", [*HOURS, 40, "hours", None], ["NT28", "[DELETE?] Cash", 500, "£", None],
          findings=("line-withdrawn",)),
    noted("as-a-share-of-the-contract", [*HOURS, 40, "hours", None], [*CASH, 500, "£", None],
          [None, "Social value as % of contract", 4.7], quiet=True),
    titled("contributions-to-a-total", ["Ref", "Commitment", "Partner contribution", "Our contribution", "Total",
                                        "Unit"], [*HOURS, 10, 30, 40, "hours"], [*CASH, 0, 500, 500, "£"], quiet=True,
           why="a part of the total is no share of others"),
    titled("stages-of-the-tender", ["Stage", "Ref", "Commitment", "Qty", "Unit"], ["BAFO", *HOURS, 40, "hours"],
           ["BAFO", *CASH, 500, "£"], ["ITT", *HOURS, 30, "hours"], findings=("earlier-version-of-line",)),
    titled("stages-of-the-work", ["Stage", "Ref", "Commitment", "Qty", "Unit"], ["Design", *HOURS, 40, "hours"],
           ["Build", *CASH, 500, "£"], ["Build", *HOURS, 30, "hours"],
           reads=(*TWO, (4, "NT17", "30", "hour")), quiet=True),
    titled("what-is-withdrawn-below", HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"], [None, "Withdrawn commitments"],
           ["NT8", "Talks", 6, "hours"], reads=(*TWO, (5, "NT8", "6", "hour")), findings=("line-withdrawn",)),
    titled("what-an-extension-adds", HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"],
           ["Added value (if extended to years 4 and 5)"], ["NT8", "Talks", 6, "hours"],
           reads=(*TWO, (5, "NT8", "6", "hour")), findings=("line-withdrawn",)),
    titled("a-sample-entry", HEAD, [*HOURS, 40, "hours"], [*CASH, 500, "£"],
           ["NT8", "Sample entry: 10 talks", 10, "hours"], findings=("example-row-skipped",)),
    titled("lots-and-a-total-across-them", ["Ref", "Commitment", "Unit", "Lot 1 - Cleaning", "Lot 2 - Catering",
                                            "Total across lots"], [*HOURS, "hours", 30, 10, 40],
           [*CASH, "£", 250, 250, 500], quiet=True),
    Case(
        "examples-at-the-end.xlsx",
        one_sheet(

                    [*HEAD],
                    [*HOURS, 40, "hours"],
                    [*CASH, 500, "£"],
                    [],
                    ["Examples of acceptable commitments:"],
                    ["NT17", "100 hours at the hospice", 100, "hours"],

        ),
        TWO,
        findings=("example-row-skipped",),
        why="what heads examples may be longer than a word",
    ),
    noted("old-and-new", [*HOURS, 40, "hours", None], ["NT28", "NEW: cash", 500, "£", None],
          ["NT28", "OLD: cash", 300, "£", None], reads=(*TWO, (4, "NT28", "300", "GBP")), findings=("line-withdrawn",)),
    noted("old-people-and-was", [*HOURS, 40, "hours", None], [*CASH, 500, "£", None],
          ["NT8", "Old-fashioned fair for old people", 6, "hours", None], reads=(*TWO, THIRD), quiet=True),
    noted("drawn-below", [*HOURS, 40, "hours", None], [*CASH, 500, "£", None], [None, "Average per commitment", 23],
          [None, "Number of commitments", 2], [None, "Check (should be 46)", 46], quiet=True),
    noted("an-average-that-is-promised", [*HOURS, 40, "hours", None], [*CASH, 500, "£", None],
          [None, "Average 3 visits a month to schools", 36, "hours"], reads=(*TWO, (4, None, "36", "hour"))),
    noted("a-task-and-its-parts", [*HOURS, 100, "hours", None], ["NT17", "In Leeds", 60, "hours", None],
          ["NT17", "In York", 40, "hours", None], TALKS,
          reads=((2, "NT17", "100", "hour"), (3, "NT17", "60", "hour"), (4, "NT17", "40", "hour"),
                 (5, "NT8", "6", "hour")), findings=("said-in-parts",)),
    noted("months-as-programs-show-them", [*HOURS, 40, "hours", "Apr-26"], [*CASH, 500, "£", "asap"],
          head="By when", quiet=True),
    titled("two-quantities", ["Ref", "Commitment", "Qty 1", "Unit 1", "Qty 2", "Unit 2"],
           [*HOURS, 40, "hours", 5, "days"], reads=((2, "NT17", None, None),), findings=DOUBT),
    titled("monetary-values-in-thousands", ["Ref", "Commitment", "Amount"], [*CASH, 12],
           reads=((2, "NT28", "12", None),), why="without the note"),
    Case(
        "titled-monetary-values-said-in-thousands.csv",
        csv(["All monetary values in £000"], ["Ref", "Commitment", "Amount"], [*CASH, 12]),
        ((3, "NT28", None, "GBP"),),
        findings=("scaled-heading",),
    ),
    titled("by-an-issue-tracker", ["Summary", "Issue id", "Custom field (SV ref)", "Custom field (Quantity)",
                                   "Custom field (Unit)"], ["Hospice", 10412, "NT17", "40.0", "hours"],
           ["Scouts", 10413, "NT28", "500.0", "£"]),
    titled("by-a-sales-system", ["Commitment__c.Name", "Measure__c", "Quantity__c", "Unit__c"],
           ["Hospice", "NT17", "40.0", "hours"], ["Scouts", "NT28", "500.0", "£"]),
    titled("by-questions", ["Which TOMs measure does this commitment relate to?", "Please describe it",
                            "What quantity will you deliver over the contract?", "What is the unit of measurement?"],
           ["NT17", "Hospice", 40, "hours"], ["NT28", "Scouts", 500, "£"], quiet=True),
    titled("a-project-for-each-line", ["project_title", "measure_ref", "units", "unit_label"],
           ["Hospice", "NT17", 40, "hours"], ["Scouts", "NT28", 500, "£"], quiet=True,
           why="projects of lines are no title of the contract"),
    titled("prices-beside-references", ["Ref", "Commitment", "Qty", "Unit", "Proxy"], [*HOURS, 40, "hours", "n/a"],
           [*CASH, 500, "£", 1], why="a column without any code names no measures"),
    titled("targeted-or-not", ["Ref", "Measure", "Unit", "Is this measure being targeted?", "Target amount"],
           ["NT17", "Volunteering", "hours", "Yes", 40], ["NT28", "Donations", "£", "Yes", 500],
           ["NT5", "Ex-offenders", "FTE", "No", None], findings=("lines-left-empty",)),
    Case(
        "years-and-a-total-without-the-extension.xlsx",
        one_sheet(["Ref", "Unit", "Yr 1", "Yr 2", "Total", "Yr 3 (optional)"], ["NT17", "hours", 40, 40, 80, 40]),
        ((2, "NT17", "80", "hour"),),
        findings=("extension-not-added",),
        why="the total says that it does not count the extension",
    ),
    Case(
        "years-and-a-total-with-the-extension.xlsx",
        one_sheet(["Ref", "Unit", "Yr 1", "Yr 2", "Yr 3 (optional)", "Total"], ["NT17", "hours", 40, 40, 40, 120]),
        ((2, "NT17", None, "hour"),),
        findings=("year-column-unclear",),
    ),
    Case(
        "a-sheet-of-all-years.xlsx",
        xlsx(
            Sheet([HEAD, [*HOURS, 40, "hours"]], name="Year 1"),
            Sheet([HEAD, [*HOURS, 45, "hours"]], name="Year 2"),
            Sheet([HEAD, [*HOURS, 85, "hours"]], name="All years"),
        ),
        ((2, "NT17", "40", "hour"), (2, "NT17", "45", "hour")),
        findings=("guidance-sheet-left-out",),
        why="it adds up the others",
    ),
)  # fmt: skip
CASES = (*LATER, *LEVELS, *SITES, *COUNTED, *EXPORTS, *ROWS, *SHEETS)
