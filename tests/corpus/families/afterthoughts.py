"""Owns what another round of clerks met: stages of years, tables of others' targets, facts beneath, joined headings."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, text
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

HEAD = ["Ref", "Measure", "Unit", "Quantity"]
HOURS = ["NT17", "Volunteering", "hours"]
WEEKS = ["NT10", "Apprentices", "weeks"]
BOTH: tuple[Read, ...] = ((2, "NT17", "100", "hour"), (3, "NT10", "60", "week"))
OFFER = [[*HOURS, 100], [*WEEKS, 60]]


def years(name: str, *headings: str, last: tuple[Any, ...] = (), read: bool = True, **more: Any) -> Case:
    """Two promises over three years, and perhaps another column behind them."""
    reads = BOTH if read else tuple((row, ref, None, unit) for row, ref, _, unit in BOTH)
    ends = [*last, ""][:1]
    rows = [[*HOURS, 40, 40, 20, *ends], [*WEEKS, 12, 24, 24, *ends]]
    return Case(f"years-{name}.csv", csv(["Ref", "Measure", "Unit", *headings], *rows), reads, **more)


YEARS = (
    years("with-their-stages", "Year 1 (mobilisation)", "Year 2 (steady state)", "Year 3 (exit)", quiet=True),
    years("with-their-stages-behind-dashes", "Year 1 - mobilisation", "Year 2 - delivery", "Year 3 - exit", quiet=True),
    years("of-which-one-is-a-part", "Year 1", "Year 2", "Year 3 (part)", quiet=True),
    years("of-which-one-has-nine-months", "Yr 1", "Yr 2", "Yr 3 (9 months only)", quiet=True),
    years("that-begin-and-end-within", "2026 (from September)", "2027", "2028 (to August)", quiet=True),
    years("of-which-the-first-is-half-a-year", "2026/27 (Oct-Mar)", "2027/28", "2028/29", quiet=True),
    years("of-which-one-says-more", "Year 1", "Year 2", "Year 3 growth", read=False,
          findings=("year-column-unclear",), why="its amounts may not be lost without a word"),
    years("of-which-one-is-not-sure", "Year 1", "Year 2", "Year 3 (if extended)", read=False,
          findings=("year-column-unclear",)),
    years("beside-a-score-of-one", "Year 1", "Year 2", "Year 3", "Year 4 score", last=(5,), quiet=True),
    Case(
        "years-of-which-one-says-more-that-the-total-counts.csv",
        csv(["Ref", "Measure", "Unit", "Year 1", "Year 2 growth", "Total"], [*HOURS, 40, 60, 100]),
        BOTH[:1],
        quiet=True,
    ),
)  # fmt: skip


def left_out(name: str, title: str) -> Case:
    """A table headed so, above that of the offer."""
    rows = [[title], HEAD, [*HOURS, 900], [], ["Table 2: Our offer"], HEAD, *OFFER]
    reads = tuple((row + 5, *rest) for row, *rest in BOTH)
    return Case(f"{name}-above.csv", csv(*rows), reads, findings=("example-table-left-out",))  # type: ignore[arg-type]


def below(name: str, title: str) -> Case:
    """A section headed so, whose lines are not promised."""
    rows = [HEAD, *OFFER, [title], ["NT8", "Talks", "hours", 12]]
    return Case(f"{name}-below.csv", csv(*rows), (*BOTH, (5, "NT8", "12", "hour")), findings=("line-withdrawn",))


def sheet(name: str) -> Case:
    """A sheet of what is done already, beside that of the offer."""
    past = Sheet([HEAD, [*HOURS, 900]], name=name)
    return Case(f"sheet {name}.xlsx", xlsx([HEAD, *OFFER], past), BOTH, findings=("guidance-sheet-left-out",))


TITLES = (
    left_out("numbered-minimum-requirements", "Table 1: Council minimum requirements"),
    left_out("numbered-example", "Part A - Example of a completed table"),
    left_out("targets-set-by-the-buyer", "Schedule 1 Targets set by the Council"),
    left_out("numbered-past-performance", "1. Previous contract performance"),
    below("numbered-optional-extras", "Section 2: Optional extras"),
    below("for-information-only-and-why", "For information only – delivered under existing contracts"),
    *map(sheet, ("Delivered last contract", "Performance to date", "Specimen", "Mock-up", "Dummy", "Archive project")),
    *(left_out(name, name.capitalize()) for name in ("specimen", "exemplar", "demo", "mock-up")),
)


def noted(name: str, note: str, *, doubt: bool) -> Case:
    """The first of two promises with this note."""
    rows = [[*HEAD, "Notes"], [*OFFER[0], note], [*OFFER[1], "Register kept"]]
    more: dict[str, Any] = {"findings": ("line-withdrawn",)} if doubt else {"quiet": True}
    return Case(f"noted-{name}.csv", csv(*rows), BOTH, **more)


NOTES = (
    noted("figure-to-be-confirmed", "figure to be confirmed", doubt=True),
    noted("final-number-tbc", "Final number TBC", doubt=True),
    noted("quantity-subject-to-change", "Quantity subject to change", doubt=True),
    noted("number-not-confirmed-yet", "Please note the number is not yet confirmed.", doubt=True),
    noted("dates-to-be-confirmed", "Dates to be confirmed", doubt=False),
    noted("target-group-to-be-agreed", "Target group to be agreed", doubt=False),
)

BENEATH = (
    Case(
        "facts-beneath-the-total.csv",
        csv(HEAD, *OFFER, ["Total", "", "", 160], ["Contract value", "", "", "£250,000"]),
        BOTH,
        facts={"value": "250000"},
        quiet=True,
    ),
    Case(
        "facts-below-a-gap-and-a-note-below-them.csv",
        csv(HEAD, *OFFER, [], ["Contract value", "", "", "£250,000"], [], ["Note: hours are in working time"]),
        BOTH,
        facts={"value": "250000"},
        quiet=True,
    ),
    Case(
        "signed-in-the-last-columns.csv",
        csv(HEAD, *OFFER, ["", "", "Signed:", "J Pegg"], ["", "", "Date:", "1 March 2026"]),
        BOTH,
        quiet=True,
    ),
    Case(
        "name-of-a-total-of-social-value.csv",
        csv([*HEAD, "SV"], [*HOURS, 100, 1700], [*WEEKS, 60, 900], ["Total SV (£)", "", "", "", 2600],
             ["SV as % of contract", "", "", "", "0.6%"]),
        BOTH,
        quiet=True,
    ),
)  # fmt: skip

MATRIX = (
    Case(
        "columns-of-units-of-which-one-line-has-two.csv",
        csv(
            ["Ref", "Measure", "No. of people", "No. of hours", "No. of weeks"],
            ["NT3", "Jobs", 2, "", ""],
            ["NT17", "Volunteering", "", 80, ""],
            ["NT9", "Training", "", "", 26],
            ["NT7", "Support", 4, 20, ""],
        ),
        ((2, "NT3", "2", "person"), (3, "NT17", "80", "hour"), (4, "NT9", "26", "week"), (5, "NT7", None, None)),
        findings=("quantity-undecided",),
    ),
    Case(
        "columns-of-units-with-noughts.csv",
        csv(["Ref", "Measure", "People", "Hours"], ["NT3", "Jobs", 2, 0], ["NT17", "Volunteering", 0, 80]),
        ((2, "NT3", "2", "person"), (3, "NT17", "80", "hour")),
    ),
    Case(
        "people-and-hours-in-every-line.csv",
        csv(["Ref", "Measure", "People", "Hours"], ["NT17", "Volunteering", 2, 10], ["NT8", "Talks", 3, 80]),
        ((2, "NT17", None, None), (3, "NT8", None, None)),
        findings=("quantity-undecided",),
    ),
)


def headed(name: str, headings: list[str], *cells: list[Any]) -> Case:
    """The two promises under headings of no known name."""
    return Case(f"headed-{name}.csv", csv(headings, *cells), BOTH, findings=("heading-guessed",))


HEADINGS = (
    headed("as-a-database-does", ["MeasureID", "MeasureName", "UnitOfMeasure", "BidderTargetUnits"], *OFFER),
    headed("output-and-what-it-is", ["Ref", "Action", "Output", "Output measure"],
           ["NT17", "Volunteering", 100, "hours"], ["NT10", "Apprentices", 60, "weeks"]),
    headed("value-and-measure", ["TOMs", "Commitment", "Value", "Measure"],
           ["NT17", "Volunteering", 100, "hours"], ["NT10", "Apprentices", 60, "weeks"]),
    Case(
        "headed-our-code-beside-those-of-criteria.csv",
        csv(["Criterion", "Metric", "Our code", "Metric unit", "Total"],
             ["MAC 1", "Volunteering", "NT17", "hours", 100], ["MAC 8", "Apprentices", "NT10", "weeks", 60]),
        BOTH,
    ),
    Case(
        "headed-as-a-list-server-exports.csv",
        csv(["ID", "Title", "TOMs_x0020_Ref", "Target_x0020_Quantity", "Unit", "Modified"],
             ["1", "Volunteering", "NT17", 100, "hours", "01/02/2026 10:12"],
             ["2", "Apprentices", "NT10", 60, "weeks", "01/02/2026 10:13"]),
        BOTH,
    ),
)  # fmt: skip


def section(name: str, title: str, *, firm: bool = False) -> Case:
    """A section of this title, whose line is promised or not."""
    more: dict[str, Any] = {"quiet": True} if firm else {"findings": ("line-withdrawn",)}
    rows = [HEAD, *OFFER, [title], ["NT8", "Talks", "hours", 12]]
    return Case(f"section-{name}.csv", csv(*rows), (*BOTH, (5, "NT8", "12", "hour")), **more)


SECTIONS = (
    section("existing", "Existing"),
    section("business-as-usual", "Business as usual"),
    section("another-lot", "If also awarded Lot 2:"),
    section("another-lot-won", "If we win Lot 2"),
    section("if-extended", "Additional commitments if extended by 2 years"),
    *(
        section(title.casefold().replace(" ", "-"), title)
        for title in (
            "Commitments under our existing contract",
            "Options we considered",
            "Illustrative quantities",
            "Original offer (superseded)",
            "Baseline position at contract start",
            "Quantities for reference only",
            "Not part of our offer",
            "Potential future commitments",
            "Suggested minimums",
            "The Council's expectations",
            "Maximum scoring quantities",
            "Evaluation benchmarks",
        )
    ),
    *(
        section(title.casefold().replace(" ", "-"), title, firm=True)
        for title in (
            "Under 25s",
            "Guide dogs volunteering",
            "Commitments made to the community",
            "Targets agreed with the Council",
            "Previously unemployed people",
            "Typical week activities",
            "Stretch and tone classes",
        )
    ),
    section("once-awarded", "If awarded we will deliver:", firm=True),
    section("current-pupils", "Current pupils", firm=True),
)


def example(text: str) -> Case:
    """A line above the two promises that is none of them, by its description."""
    reads = tuple((row + 1, *rest) for row, *rest in BOTH)
    return Case(f"described {text}.csv", csv(HEAD, ["NT17", text, "hours", 900], *OFFER), reads,  # type: ignore[arg-type]
                findings=("example-row-skipped",))  # fmt: skip


def standing(text: str) -> Case:
    """The first of two promises with this status."""
    rows = [[*HEAD, "Status"], [*OFFER[0], text], [*OFFER[1], "Confirmed"]]
    return Case(f"status {text}.csv".replace("/", "-"), csv(*rows), BOTH, findings=("line-withdrawn",))


def beside(heading: str, first: str, second: str, finding: str = "line-withdrawn") -> Case:
    """Two promises beside a column that says something of the first of them alone."""
    rows = [[*HEAD, heading], [*OFFER[0], first], [*OFFER[1], second]]
    lost = finding == "unclear-basis"
    reads: tuple[Read, ...] = ((2, "NT17", None if lost else "100", "hour"), BOTH[1])
    return Case(f"beside {heading} {first}.csv".replace("/", "-").replace("?", ""), csv(*rows), reads,
                findings=(finding,))  # fmt: skip


BESIDE = (
    *(beside(heading, "Yes", "No") for heading in (
        "Duplicate?", "BAU?", "Would happen anyway?", "Exclude from total", "Already delivering?", "Existing activity?"
    )),
    *(beside(heading, "No", "Yes") for heading in ("Firm?", "Counted?", "Agreed with client")),
    beside("Superseded by", "row 9", ""),
    beside("Withdrawn on", "01/02/2026", ""),
    beside("Counted under", "NT29", ""),
    beside("Decision", "Drop", "Keep"),
    beside("Each year?", "Yes", "No", "unclear-basis"),
    beside("Annual?", "Yes", "No", "unclear-basis"),
    Case("beside the last word.csv", csv([*HEAD, "Amended to"], [*HOURS, 900, 100], [*WEEKS, 90, 60]), BOTH),
    Case("beside the last word on one.csv", csv([*HEAD, "Corrected to"], [*HOURS, 900, 100], [*WEEKS, 90, ""]),
         ((2, "NT17", None, "hour"), (3, "NT10", None, "week")), findings=("quantity-undecided",)),
    *(Case(f"beside {head} date.csv", csv([*HEAD, head], *([*line, "31/03/2027"] for line in OFFER)), BOTH)
      for head in ("Final", "Revised", "Signed off")),
    Case("beside how it is counted.csv", csv(["Ref", "Measure", "Quantity", "Counted in"],
         ["NT17", "Volunteering", 100, "hours"], ["NT10", "Apprentices", 60, "weeks"]), BOTH, quiet=True),
)  # fmt: skip

MARKS = (
    *map(example, ("Sample entry", "Example text", "Hypothetical", "Delete before submission", "Model answer")),
    *map(example, ("Insert measure here", "Type here", "Lorem ipsum dolor sit amet", "EXAMPLE ROW - DO NOT DELETE")),
    *map(standing, ("Under review", "Pending approval", "Awaiting sign off", "If extended", "To be deleted")),
    *map(standing, ("withdrawn 3/4/26", "Potential", "Double count")),
)

NAMES = (
    *(
        Case(f"quantities headed {name}.csv".replace("/", "-"), csv([*HEAD[:3], name], *OFFER), BOTH)
        for name in (
            "KPI target value",
            "We will deliver",
            "Hours / weeks / £",
            "Total for all years",
            "Proposed level",
        )
    ),
    *(
        Case(
            f"units headed {name}.csv",
            csv(
                ["Ref", "Measure", "Quantity", name],
                ["NT17", "Volunteering", 100, "hours"],
                ["NT10", "Apprentices", 60, "weeks"],
            ),
            BOTH,
        )
        for name in ("Basis", "Per")
    ),
)


def unfirm(heading: str, *, firm: bool = False) -> Case:
    """A table whose quantities are headed so."""
    more: dict[str, Any] = {"quiet": True} if firm else {"findings": ("line-withdrawn",)}
    return Case(f"amounts headed {heading}.csv".replace("?", ""), csv([*HEAD[:3], heading], *OFFER), BOTH, **more)


UNFIRM = (
    *map(unfirm, ("Quantity (TBC)", "Quantity (indicative)", "Quantity (not yet agreed)", "Target (stretch)")),
    *map(unfirm, ("Provisional quantity", "Quantity if extended", "Quantity subject to funding", "Quantity (draft)")),
    unfirm("Quantity (previous)"),
    *(unfirm(each, firm=True) for each in ("Quantity (additional to BAU)", "Quantity (final)", "Quantity (optional)")),
    Case(
        "sheet-of-the-same-lines-beside-the-commitments.xlsx",
        xlsx(Sheet([HEAD, *OFFER], name="Commitments"), Sheet([HEAD, [*HOURS, 900], [*WEEKS, 90]], name="Menu")),
        (*BOTH, (2, "NT17", "900", "hour"), (3, "NT10", "90", "week")),
        findings=("sheet-said-again",),
    ),
    Case(
        "sheet-not-bid-with-sections.xlsx",
        xlsx(Sheet([HEAD, *OFFER], name="Commitments"), Sheet([HEAD, ["Skills"], [*HOURS, 900]], name="Stretch")),
        (*BOTH, (3, "NT17", "900", "hour")),
        findings=("line-withdrawn",),
    ),
)


def amount(name: str, typed: str, quantity: str | None, unit: str = "hours", *, read: str | None = "hour") -> Case:
    """One quantity as typed, beside another."""
    reads: tuple[Read, ...] = ((2, "NT17", quantity, read), (3, "NT10", "60", "week"))
    return Case(f"typed-{name}.csv", csv(HEAD, ["NT17", "Volunteering", unit, typed], OFFER[1]), reads)


AMOUNTS = (
    amount("hours-and-minutes", "12 hrs 30 mins", "12.5"),
    amount("hours-and-minutes-in-letters", "2h 15m", "2.25"),
    amount("hours-and-a-third-of-one", "1 hour 20 minutes", None),
    amount("telephone", "07700900123", None),
    amount("unit-with-a-footnote", "40", "40", "hours*"),
    amount("unit-with-a-colon", "40", "40", "Hours:"),
    amount("unit-of-what", "40", "40", "hours (volunteering)"),
    amount("unit-a-week", "40", "40", "hours (per week)", read=None),
)


def table(name: str, headings: list[str], hours: list[Any], weeks: list[Any], *, read: bool = True,
          **more: Any) -> Case:  # fmt: skip
    """The two promises below these headings, from the third on."""
    reads = BOTH if read else tuple((row, ref, None, unit) for row, ref, _, unit in BOTH)
    return Case(f"columns-{name}.csv", csv(["Ref", "Measure", *headings], ["NT17", "Volunteering", *hours],
                                            ["NT10", "Apprentices", *weeks]), reads, **more)  # fmt: skip


COLUMNS = (
    table("number-and-what-it-comes-to-in-money", ["Units", "Proxy", "No.", "Total"],
          ["hours", 16.93, 100, 1693], ["weeks", 200, 60, 12000], quiet=True),
    table("rate-months-and-total", ["Unit", "Monthly target", "No. of months", "Contract total"],
          ["hours", 10, 10, 100], ["weeks", 6, 10, 60], quiet=True),
    table("hours-and-times-a-year", ["Unit", "Hours", "Times per year"], ["hours", 100, 4], ["weeks", 60, 2],
          read=False, findings=("multiplier-unclear",)),
    table("whom-and-how-many", ["Target", "Number", "Unit"],
          ["Older people", 100, "hours"], ["Year 11 pupils", 60, "weeks"], quiet=True),
    table("what-is-to-be-confirmed-and-a-number", ["Target", "Number", "Unit"],
          ["To be confirmed", 100, "hours"], ["See note", 60, "weeks"], read=False),
    table("what-will-be-delivered", ["Quantity you will deliver over the term", "Unit"], [100, "hours"],
          [60, "weeks"], quiet=True),
    table("approved-or-not", ["Quantity", "Unit", "Approved by director"], [100, "hours", "Y"], [60, "weeks", "N"],
          findings=("line-withdrawn",)),
    Case(
        "columns-units-that-count.csv",
        csv(["Ref", "Measure", "Units", "Unit cost", "Total"], ["NT17", "Volunteering", 100, 16.93, 1693]),
        ((2, "NT17", "100", None),),
    ),
    Case(
        "total-of-its-own-reference-in-its-description.csv",
        csv(HEAD, ["NT17", "North", "hours", 40], ["NT17", "South", "hours", 60], ["NT17", "All areas", "hours", 100],
             OFFER[1]),
        ((2, "NT17", "40", "hour"), (3, "NT17", "60", "hour"), (5, "NT10", "60", "week")),
        findings=("total-row-skipped",),
    ),
    Case("json.csv", text('[{"ref": "NT17", "quantity": 40}]'), fatal="not-a-spreadsheet"),
)  # fmt: skip

CASES = (
    *BESIDE,
    *MARKS,
    *NAMES,
    *UNFIRM,
    *SECTIONS,
    *AMOUNTS,
    *COLUMNS,
    *YEARS,
    *TITLES,
    *NOTES,
    *BENEATH,
    *MATRIX,
    *HEADINGS,
)
