"""Owns amounts that have a second meaning: by their marks, their lines, their footnotes, headings and short notes."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, ods
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS: list[Any] = ["NT17", "Volunteering", 480, "hours"]
TALKS: list[Any] = ["NT8", "Careers talks", 36, "hours"]
CASH: list[Any] = ["NT28", "Community fund", 750, "\u00a3"]
OTHERS: tuple[Read, ...] = ((3, "NT8", "36", "hour"), (4, "NT28", "750", "GBP"))


def typed(name: str, line: list[Any], quantity: str | None, unit: str | None, *notes: str, **more: Any) -> Case:
    """A line whose amount is typed so, above two plain ones and what is noted below the table."""
    rows = [HEAD, line, TALKS, CASH, *([[], *([note] for note in notes)] if notes else [])]
    told: dict[str, Any] = {"quiet": True} if quantity is not None else {"findings": ("not-a-number",)}
    return Case(f"second-meaning-{name}.csv", csv(*rows), ((2, line[0], quantity, unit), *OTHERS), **{**told, **more})


MARKS = (
    typed("pounds-with-three-decimals", ["NT28", "Hall", "2.500", "\u00a3"], None, "GBP",
          why="\u00a32.500 is as likely \u00a32,500"),
    typed("hours-with-three-decimals", ["NT17", "Time", "2.500", "hours"], "2.5", "hour", quiet=False,
          findings=("points-in-doubt",)),
    typed("pounds-with-two-decimals", ["NT28", "Hall", "2.50", "\u00a3"], "2.5", "GBP"),
    Case(
        "second-meaning-pounds-by-their-heading.xlsx",
        one_sheet(["Ref", "Commitment", "Amount (\u00a3)"], ["NT28", "Hall", "1.250"], ["NT28", "Kit", "900"]),
        ((2, "NT28", None, None), (3, "NT28", "900", "GBP")),
        findings=("not-a-number",),
    ),
    Case(
        "second-meaning-pounds-in-years.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Year 1", "Year 2"], ["NT28", "Hall", "\u00a3", "1.250", "250"],
                    ["NT17", "Time", "hours", "1.250", "3"]),
        ((2, "NT28", None, "GBP"), (3, "NT17", "4.25", "hour")),
        findings=("not-a-number",),
    ),
    Case(
        "second-meaning-pounds-again-and-again.csv",
        csv(HEAD, ["NT28", "Hall", "900", "\u00a3"], ["NT28", "Kit", "2.500", "\u00a3"],
             ["NT28", "Van", "3.500", "\u00a3"], ["NT17", "Time", "1.500", "hours"],
             ["NT17", "More", "2.500", "hours"]),
        ((2, "NT28", "900", "GBP"), (3, "NT28", None, "GBP"), (4, "NT28", None, "GBP"),
         (5, "NT17", "1.5", "hour"), (6, "NT17", "2.5", "hour")),
        findings=("not-a-number",),
    ),
    typed("a-fraction-in-figures", ["NT17", "Time", "12 1/2", "hours"], "12.5", "hour"),
    typed("a-fraction-of-days", ["NT17", "Time", "2 3/4 days", ""], "2.75", "day"),
    typed("what-may-be-two-half-days", ["NT17", "Time", "2 1/2 day", ""], None, None),
    Case(
        "second-meaning-numbers-below-each-other.ods",
        ods([HEAD, ["NT17", "Time", "480\n500", "hours"], ["NT28", "Hall", "1 200", "\u00a3"]]),
        ((2, "NT17", None, "hour"), (3, "NT28", "1200", "GBP")),
        findings=("not-a-number",),
        why="spaces part thousands, and two lines do not",
    ),
)  # fmt: skip

LEFT_OUT = {"findings": ("footnote-mark-left-out",), "quiet": True}
FOOTNOTES = (
    typed("a-footnote-of-who", ["NT17", "Time", "480*", "hours"], "480", "hour",
          "* delivered with our partner Mind", **LEFT_OUT),
    typed("a-footnote-of-all", ["NT17", "Time", "480\u00b9", "hours"], "480", "hour",
          "\u00b9 Over the whole contract", **LEFT_OUT),
    typed("a-footnote-of-pounds", ["NT28", "Hall", "\u00a32,500 \u2020", "\u00a3"], "2500", "GBP",
          "\u2020 paid to the hall's trustees", **LEFT_OUT),
    typed("a-clock-of-hours", ["NT17", "Time", "7:30", "hours"], "7.5", "hour"),
    typed("a-clock-of-many-hours", ["NT17", "Time", "120:15", "hours"], "120.25", "hour"),
    typed("a-clock-of-weeks", ["NT10", "Training", "7:30", "weeks"], None, "week"),
    typed("a-clock-of-no-unit", ["NT17", "Time", "7:30", ""], None, None),
    typed("a-footnote-of-a-guess", ["NT17", "Time", "480*", "hours"], None, "hour", "* estimated"),
    typed("a-footnote-of-lots", ["NT17", "Time", "480*", "hours"], None, "hour", "* for all lots"),
    *(
        typed(f"a-footnote-that-leaves-it-{n}", ["NT17", "Time", "480*", "hours"], "480", "hour", f"* {said}",
              findings=("sentence-not-understood",), quiet=False)
        for n, said in enumerate(("60 people for 8 hours", "see Appendix 2", "over three years", "in school hours"))
    ),
    typed("a-footnote-of-numbers", ["NT17", "Time", "480*", "hours"], None, "hour", "* 60 people for 9 hours"),
    typed("a-footnote-of-a-numbered-page", ["NT17", "Time", "480*", "hours"], None, "hour", "* at most, by plan 1.2.3"),
    typed("a-mark-without-a-footnote", ["NT17", "Time", "480*", "hours"], None, "hour"),
    typed("a-mark-of-another-footnote", ["NT17", "Time", "480*", "hours"], None, "hour", "** with Mind"),
    typed("a-square", ["NT17", "Time", "48\u00b2", "hours"], None, "hour"),
    Case(
        "second-meaning-a-footnote-of-a-year.xlsx",
        one_sheet(["Contract length", "3 years"], HEAD, ["NT17", "Time", "160*", "hours"], TALKS,
                    [], ["* per annum"]),
        ((3, "NT17", "480", "hour"), (4, "NT8", "36", "hour")),
        findings=("footnote-mark-left-out",),
    ),
)  # fmt: skip


def headed(name: str, heading: str, *, asked: bool = True) -> Case:
    """Three lines below a heading of amounts that are promised otherwise."""
    told: dict[str, Any] = {"findings": ("line-withdrawn",)} if asked else {"quiet": True}
    rows = [["Ref", "Commitment", heading, "Unit"], HOURS, TALKS, CASH]
    return Case(f"second-meaning-heading-{name}.xlsx", xlsx(rows), ((2, "NT17", "480", "hour"), *OTHERS), **told)


HEADINGS = (
    headed("superseded", "Quantity - superseded"),
    headed("draft", "Quantity: draft"),
    headed("both-lots", "Quantity if both lots won"),
    headed("all-contracts", "Quantity across all our contracts"),
    headed("company-wide", "Company-wide quantity"),
    headed("total-of-lots", "Total across all lots", asked=False),
    headed("an-old-town", "Quantity - Old Trafford", asked=False),
    Case(
        "second-meaning-heading-model-answer.xlsx",
        one_sheet(["Ref", "Commitment", "Model answer", "Unit"], HOURS, TALKS),
        fatal="no-table",
        why="that is the buyer's",
    ),
)


def noted(name: str, note: str, *, heading: str = "Notes", asked: bool = True) -> Case:
    """Three lines of which the first has a short note beside it."""
    told: dict[str, Any] = {"findings": ("line-withdrawn",)} if asked else {"quiet": True}
    rows = [[*HEAD, heading], [*HOURS, note], [*TALKS, ""], [*CASH, "by cheque"]]
    return Case(f"second-meaning-note-{name}.xlsx", xlsx(rows), ((2, "NT17", "480", "hour"), *OTHERS), **told)


NOTES = (
    noted("of-taking-out", "Please delete this line"),
    noted("of-both-lots", "Assumes both lots"),
    noted("of-an-extension", "assumes contract is extended"),
    noted("of-approval", "Needs board approval"),
    noted("of-thousands", "Figures in thousands"),
    noted("of-another-row", "dup of row 4"),
    noted("of-another-lot", "Shared with Lot 2"),
    noted("of-what-is-above", "Included above"),
    noted("of-evidence-above", "Included above", heading="Evidence", asked=False),
    noted("of-litter", "Remove litter from the park", asked=False),
    noted("of-schools", "in schools", asked=False),
    noted("of-what-is-assumed", "Assumes training is given by us", asked=False),
)

REST = (
    Case(
        "second-meaning-old-codes.csv",
        csv(HEAD, ["NT17 old", "Time", 300, "hours"], ["NT17 new", "Time", 480, "hours"],
             ["NT17 Old Trafford", "Park", 20, "hours"]),
        ((2, "NT17 old", "300", "hour"), (3, "NT17", "480", "hour"), (4, "NT17", "20", "hour")),
        why="an old line is not read beside the new one",
    ),
    *(
        Case(f"second-meaning-total-{at}.xlsx", one_sheet(HEAD, HOURS, TALKS, CASH, ["", total, 1266, ""]),
             ((2, "NT17", "480", "hour"), *OTHERS), findings=("total-row-skipped",), quiet=True)
        for at, total in enumerate(("Altogether", "All together:", "In all", "Tot.", "Our total offer"))
    ),
    Case(
        "second-meaning-units-over-the-term.xlsx",
        one_sheet(HEAD, ["NT17", "Time", 480, "hours over term"], ["NT8", "Talks", 36, "hours (over 3 years)"],
                    ["NT28", "Hall", 750, "\u00a3 over the full contract"]),
        ((2, "NT17", "480", "hour"), *OTHERS),
        quiet=True,
    ),
)  # fmt: skip

ASIDE = (("NT17", "480", "hour"), ("NT28", "750", "GBP"), ("NT8", "36", "hour"))


def beside(name: str, heading: str, *more: str, said: tuple[Any, ...] = ("480 hours", "\u00a3750", "36 hrs"),
           read: bool = True, **told: Any) -> Case:  # fmt: skip
    """Three amounts beside how many people gain by them, and what stands in further columns of units."""
    rows = [["Ref", "Commitment", heading, "Beneficiaries", *more]]
    for (ref, _, unit), amount, people in zip(ASIDE, said, (20, 35, 60), strict=True):
        rows.append(
            [ref, f"Promise of {ref}", amount, people, *([] if not more else ["hours" if unit == "hour" else "\u00a3"])]
        )
    reads = tuple(
        (row, ref, value if read else None, unit if read or more else None)
        for row, (ref, value, unit) in enumerate(ASIDE, 2)
    )
    return Case(f"second-meaning-beside-{name}.xlsx", xlsx(rows), reads, **(told or {"quiet": True}))


ASKED = {"findings": ("ambiguous-column",)}
PEOPLE = (
    beside("our-target", "Our target"),
    beside("a-final-figure", "Final figure", why="an amount that says its unit is no count of people"),
    beside("an-agreed-total", "Agreed total"),
    beside("a-bare-total", "Total"),
    beside("a-tendered-pledge", "Tendered pledge"),
    beside("bare-figures", "Final figure", said=(480, 750, 36), read=False, **ASKED),
    beside("bare-totals", "Total", said=(480, 750, 36), read=False, **ASKED),
    beside("ascending-numbers", "Number", "Unit", said=(15, 79, 140), read=False, **ASKED),
    beside("bare-totals-and-prices", "Total", "Proxy value", "Unit", said=(480, 750, 36), read=False, **ASKED),
    beside("units-and-their-unit", "Units", "UoM", said=(480, 750, 36)),
    Case(
        "second-meaning-a-total-beside-events.csv",
        csv(["Ref", "Commitment", "Total", "Events"], ["NT17", "Time", "480 hours", 2],
             ["NT28", "Hall", "\u00a3750", 3]),
        ((2, "NT17", "480", "hour"), (3, "NT28", "750", "GBP")),
        quiet=True,
    ),
    Case(
        "second-meaning-a-number-first-of-all.csv",
        csv(["Number", "Ref", "Commitment", "Unit", "Staff"], [53, "NT17", "Time", "hours", 12],
             [480, "NT8", "Talks", "hours", 4]),
        fatal="no-table",
        why="so many staff are not so many hours",
    ),
    Case(
        "second-meaning-a-number-of-staff-first.xlsx",
        one_sheet(["No. of staff", "Ref", "Number", "Commitment", "Unit"], [12, "NT17", 53, "Time", "hours"],
                    [4, "NT8", 480, "Talks", "hours"], [6, "NT17", 75, "More", "hours"]),
        ((2, "NT17", None, "hour"), (3, "NT8", None, "hour"), (4, "NT17", None, "hour")),
        findings=("ambiguous-column",),
    ),
    Case(
        "second-meaning-a-baseline-of-texts.xlsx",
        one_sheet(["Ref", "Commitment", "Baseline", "Target", "Households"], ["NT17", "Time", 4, "480 hours", 60],
                    ["NT28", "Hall", 4, "\u00a3750", 60]),
        ((2, "NT17", "480", "hour"), (3, "NT28", "750", "GBP")),
        findings=("baseline-not-taken-off",),
        why="households are not by how much the target is above the baseline",
    ),
    Case(
        "second-meaning-beside-years.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Committed quantity", "Beneficiaries", "Year 1", "Year 2"],
                    ["NT17", "Time", "hours", 480, 20, 240, 240], ["NT8", "Talks", "hours", 36, 60, 18, 18]),
        ((2, "NT17", "480", "hour"), (3, "NT8", "36", "hour")),
        quiet=True,
    ),
    Case(
        "second-meaning-years-beside-people.xlsx",
        one_sheet(["Ref", "Commitment", "Unit", "Beneficiaries", "Year 1", "Year 2"],
                    ["NT17", "Time", "hours", 20, 240, 240], ["NT8", "Talks", "hours", 60, 18, 18]),
        ((2, "NT17", "480", "hour"), (3, "NT8", "36", "hour")),
        quiet=True,
    ),
    Case(
        "second-meaning-sections-where-amounts-stand.xlsx",
        one_sheet(["Qty", "Unit", "Commitment", "Ref"], ["Theme 1: Community"], [480, "hours", "Time", "NT17"],
                    ["Schools"], [36, "hours", "Talks", "NT8"], [], ["We report each quarter to the Council."]),
        ((3, "NT17", "480", "hour"), (5, "NT8", "36", "hour")),
        quiet=True,
    ),
    Case(
        "second-meaning-a-lone-amount-in-words.xlsx",
        one_sheet(["Qty", "Unit", "Commitment", "Ref"], [480, "hours", "Time", "NT17"], ["about 50 hours"],
                    [36, "hours", "Talks", "NT8"]),
        ((2, "NT17", "480", "hour"), (3, None, None, None), (4, "NT8", "36", "hour")),
        findings=("not-a-number",),
    ),
)  # fmt: skip

CASES = (*PEOPLE, *MARKS, *FOOTNOTES, *HEADINGS, *NOTES, *REST)
