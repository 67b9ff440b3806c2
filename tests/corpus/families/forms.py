"""Owns bids that are no tables: headings down a column with a commitment in each column, cards, a form on a sheet."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.write.others import csv, ods, xls
from tests.corpus.write.struck import struck_xls
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import xlsx

Rows = list[list[Any]]
One = tuple[Any, ...]  # what stands in a column: reference, words, quantity, unit

TOLD = ("form-read",)
LABELS = ("Reference", "Description", "Quantity", "Unit")
OTHER_LABELS = ("Measure ref", "What we will do", "How many", "Unit of measure")
JOBS, HOURS = ("NT1", "3", "fte"), ("volunteering.hour", "120", "hour")
TALKS, WEEKS = ("NT17", "120", "hour"), ("NT10", "52", "week")
ONE, TWO = ("NT1", "Local jobs", 3, "FTE"), ("volunteering.hour", "Volunteering with schools", 120, "hours")
TALK, APPRENTICE = ("NT17", "Talks at schools", 120, "hours"), ("NT10", "Apprenticeships", 52, "weeks")
FACTS: Rows = [["Bidder", "Acme Ltd"], ["Contract", "Street lights"], []]
YEARS: Rows = [["Contract length", "3 years"], []]
HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HELP = ("pick from list", "max 50 words", "enter a whole number", "select")


def across(*columns: One, titles: One = (), labels: One = LABELS) -> Rows:
    """Labels down the first column, and what is beside each; ``titles`` stand above the columns."""
    rows = [list(row) for row in zip(labels, *columns, strict=True)]
    return [["", *titles], *rows] if titles else rows


def card(*one: Any, labels: One = OTHER_LABELS) -> Rows:
    """One commitment as a block of labels and values."""
    return across(one, labels=labels)


def hours(quantity: Any = 120) -> Rows:
    """A card of talks."""
    return card("NT17", "Talks at schools", quantity, "hours")


def weeks() -> Rows:
    """A card of apprenticeships."""
    return card(*APPRENTICE)


def beside(one: Rows, other: Rows, gap: int = 1) -> Rows:
    """Two blocks side by side."""
    width = max(map(len, one)) + gap
    return [[*left, *[None] * (width - len(left)), *right] for left, right in zip(one, other, strict=True)]


def helped(rows: Rows) -> Rows:
    """A card with what tells how to fill it in behind each value."""
    return [[*row, said] for row, said in zip(rows, HELP, strict=True)]


def spaced(rows: Rows) -> Rows:
    """Rows with an empty one below each."""
    return [each for row in rows for each in (row, [])]


def read(
    name: str, rows: Rows, *reads: Read, told: tuple[str, ...] = (), merged: tuple[str, ...] = (), **more: Any
) -> Case:
    """A workbook of one sheet that is read as a form; nothing graver than a note is told, unless it is named."""
    return Case(f"{name}.xlsx", xlsx(Sheet(rows, merged=merged)), reads, (*TOLD, *told), quiet=not told, **more)


def asked(name: str, rows: Rows) -> Case:
    """A workbook of one sheet from which nothing is read."""
    return Case(f"{name}.xlsx", xlsx(rows), fatal="no-table")


def book(name: str, *sheets: Sheet, reads: tuple[Read, ...], told: tuple[str, ...] = TOLD, **more: Any) -> Case:
    """A workbook of several sheets."""
    return Case(f"{name}.xlsx", xlsx(*sheets), reads, told, **more)


SIDEWAYS, BOTH = across(ONE, TWO), ((1, *JOBS), (1, *HOURS))

SIDEWAYS_CASES = (
    read("sideways", SIDEWAYS, *BOTH),
    Case("sideways.csv", csv(*SIDEWAYS), BOTH, TOLD, quiet=True),
    Case("sideways.ods", ods(SIDEWAYS), BOTH, TOLD, quiet=True),
    Case("sideways.xls", xls(SIDEWAYS), BOTH, TOLD, quiet=True),
    read("sideways-below-facts", [*FACTS, *SIDEWAYS], (4, *JOBS), (4, *HOURS),
         facts={"supplier": "Acme Ltd", "title": "Street lights"}),
    read("numbered-columns", across(ONE, TWO, titles=("Commitment 1", "Commitment 2")), (2, *JOBS), (2, *HOURS)),
    read("numbered-offers", across(ONE, TWO, titles=("Offer 1", "Our offer no. 2")), (2, *JOBS), (2, *HOURS)),
    read("a-total-column", across(ONE, TWO, (None, None, 123, None), titles=("1", "2", "Total")), (2, *JOBS),
         (2, *HOURS), told=("total-row-skipped",)),
    read("a-sum-at-the-end", [*SIDEWAYS[:2], ["Quantity", 3, 4, Formula("SUM(B3:C3)", 7)], SIDEWAYS[3]], (1, *JOBS),
         (1, "volunteering.hour", "4", "hour"), told=("total-row-skipped",)),
    read("a-total-and-an-average", across(TALK, ("NT20", "Mentoring", 50, "hours"), (None, None, 170, None),
         (None, None, 85, None), titles=("", "", "Total", "Average")), (2, *TALKS), (2, "NT20", "50", "hour"),
         told=("total-row-skipped",)),
    read("an-example-column", across(TALK, ONE, titles=("Example", "Ours")), (2, *JOBS), told=("example-row-skipped",)),
    read("an-e.g.-column", across(TALK, ONE, titles=("e.g.", "Ours")), (2, *JOBS), told=("example-row-skipped",)),
    asked("columns-of-calendar-years", across(TALK, APPRENTICE, titles=(2026, 2027))),
    asked("columns-of-years", across(ONE, ONE, ONE, titles=("Year 1", "Year 2", "Year 3"))),
    asked("years-beside-one-reference", [["", "Total", "Year 1", "Year 2"], ["Ref", "NT17"], ["Activity", "Talks"],
          ["Target", 120, 60, 60], ["Unit", "hours"]]),
    asked("years-within", [["Ref", "NT17"], ["Activity", "Talks"], ["Unit", "hours"], ["", "Year 1", "Year 2"],
          ["Target", 60, 60]]),
    read("rows-of-years", [["Reference", "NT1", "NT17"], ["Description", "Local jobs", "Volunteering"],
         ["Unit", "FTE", "hours"], ["Year 1", 1, 40], ["Year 2", 2, 80]], (1, *JOBS), (1, *TALKS)),
    read("rows-of-quarters", [["Ref", "NT17", "NT10"], ["Activity", "Talks", "Apprentices"], ["Unit", "hours", "weeks"],
         ["Q1", 30, 13], ["Q2", 30, 13], ["Q3", 30, 13], ["Q4", 30, 13], ["Total", 120, 52]], (1, *TALKS), (1, *WEEKS)),
    read("beside-what-is-asked-for", across(ONE, ("NT1", "Local jobs", 5, "FTE"),
         titles=("Council minimum", "Our offer")), (2, *JOBS), (2, "NT1", "5", "fte"), told=("line-withdrawn",)),
    read("a-stretch-target", across(TALK, APPRENTICE, titles=("Commitment 1", "Stretch target")), (2, *TALKS),
         (2, *WEEKS), told=("line-withdrawn",)),
    asked("bidders", across(TALK, APPRENTICE, titles=("Bidder A", "Bidder B"))),
    asked("now-and-then", across(TALK, TALK, titles=("Current performance", "This contract"))),
    asked("lots-of-one-promise", across(TALK, ("NT17", "Talks at schools", 60, "hours"), titles=("Lot 1", "Lot 2"))),
    read("one-reference-twice", across(TALK, ("NT17", "Mentoring", 50, "hours")), (1, *TALKS),
         (1, "NT17", "50", "hour")),
    read("a-part-of-another", across(TALK, ("NT17", "of which mentoring", 50, "hours")), (1, *TALKS),
         (1, "NT17", "50", "hour"), told=("part-of-another",)),
    read("groups-of-labels", [["What", "Reference", "NT17", "NT10"], [None, "Activity", "Talks", "Apprentices"],
         ["How much", "Target", 120, 52], [None, "Units", "hours", "weeks"]], (1, *TALKS), (1, *WEEKS)),
    read("a-column-of-notes", across(TALK, APPRENTICE, ("", "with our college", "", ""), titles=("1", "2", "Notes")),
         (2, *TALKS), (2, *WEEKS)),
    read("a-merged-unit", across(TALK, ("NT20", "Mentoring", 50, None)), (1, *TALKS), (1, "NT20", "50", "hour"),
         merged=("B4:C4",)),
    read("a-merged-quantity", across(TALK, ("NT20", "Mentoring", None, "hours")), (1, "NT17", None, None),
         (1, "NT20", None, None), merged=("B3:C3",), told=("merged-quantity",)),
    read("spacers", [[row[0], None, row[1], None, row[2]] for row in across(TALK, APPRENTICE)], (1, *TALKS),
         (1, *WEEKS)),
    read("lines-with-numbers", [["No.", 1, 2], *across(TALK, APPRENTICE)], (2, *TALKS), (2, *WEEKS)),
    read("a-row-of-standings", [*across(TALK, APPRENTICE), ["Status", "Confirmed", "TBC"]], (1, *TALKS), (1, *WEEKS),
         told=("line-withdrawn",)),
    read("a-printed-list", across(TALK, *((f"NT{n}", f"Measure {n}", None, "hours") for n in range(30, 42))),
         (1, *TALKS), told=("lines-left-empty",)),
    read("examples-above-ours", [["Examples"], *hours(), [], ["Our offers"], *weeks()], (8, "NT10", "52", "week"),
         told=("example-row-skipped",)),
    read("an-optional-example", [["Optional"], ["Example"], *hours(), [], *weeks()], (8, "NT10", "52", "week"),
         told=("example-row-skipped",)),
    read("a-word-for-an-amount", across(TALK, ("NT10", "Apprenticeships", "Enter a number", "weeks"), titles=(1, 2)),
         (2, *TALKS), (2, "NT10", None, None), told=("not-a-number",)),
    read("a-text-in-two-rows", [*hours()[:2], [None, "and at colleges"], *hours()[2:]], (1, *TALKS)),
    asked("an-amount-below-a-text", [*hours()[:2], [None, "40 hours"], *hours()[2:]]),
    asked("an-amount-above-a-card", [["How many", 5], *hours(), [], *weeks()]),
    asked("an-amount-between-cards", [*hours(), [], ["How many", 7], [], *weeks()]),
    asked("amounts-for-titles", across(TALK, APPRENTICE, titles=(100, 250))),
    asked("a-column-of-scores", across(TALK, APPRENTICE, (4, 3, 2, 1), titles=("1", "2", "Score"))),
    read("numbers-below-a-label", [["Commitment", 1, 2], *across(TALK, APPRENTICE)], (2, *TALKS), (2, *WEEKS)),
    read("measures-alone", [["Measure", "NT17", "NT10"], ["Quantity", 120, 52], ["Unit", "hours", "weeks"],
         ["Proxy value", 16.93, 250], ["Social value", 2031.6, 13000]], (1, *TALKS), (1, *WEEKS)),
    Case("eighty-columns.csv", csv(*across(*(("NT17", f"Talk {n} in school", n + 1, "hours") for n in range(80)))),
         tuple((1, "NT17", str(n), "hour") for n in range(1, 81)), TOLD),
    Case("a-hidden-column.xlsx", xlsx(Sheet(across(TALK, APPRENTICE), hidden_columns=("C",))),
         ((1, *TALKS), (1, *WEEKS)), (*TOLD, "hidden-row-read")),
    asked("a-dictionary", [["Field", "Type", "Length"], ["Reference", "text", 10], ["Description", "text", 250],
          ["Quantity", "number", 8]]),
)  # fmt: skip

CARDS = (
    read("a-card", across(ONE), (1, *JOBS)),
    Case("a-card.csv", csv(*across(ONE)), ((1, *JOBS),), TOLD, quiet=True),
    Case("decimal-commas.csv", csv(*across(("NT31", "Vans", "6,5", "tCO2e")), delimiter=";"),
         ((1, "NT31", "6.5", "tCO2e"),), (*TOLD, "comma-decimals")),
    read("colons", [[f"{row[0]}:", row[1]] for row in across(ONE)], (1, *JOBS)),
    read("numbered-labels", [["1. Measure reference", "NT17"], ["2. What will you do?", "Talks"], ["3. How many?", 120],
         ["4. Unit of measure", "hours"]], (1, *TALKS)),
    read("numbers-beside-labels", [[n, *row] for n, row in enumerate(hours(), 1)], (1, *TALKS)),
    read("labels-of-two-lines", [["Ref", "NT17"], ["Activity", "Talks"], ["Quantity\n(number)", 120],
         ["Unit\n(hours, FTE …)", "hours"]], (1, *TALKS)),
    read("two-cards", [*across(ONE), [], *across(TWO)], (1, *JOBS), (6, *HOURS)),
    read("two-cards-without-a-gap", [*across(ONE), *across(TWO)], (1, *JOBS), (5, *HOURS)),
    read("titles", [["Commitment 1"], *across(ONE), [], ["Commitment 2"], *across(TWO)], (2, *JOBS), (8, *HOURS)),
    read("numbers-of-cards", [["Commitment", 1], *hours(), ["Commitment", 2], *weeks()], (2, *TALKS), (7, *WEEKS)),
    read("titles-without-a-gap", [["Commitment 1"], *across(ONE), ["Commitment 2"], *across(TWO)], (2, *JOBS),
         (7, *HOURS)),
    Case("titles.xls", xls([["Commitment 1"], *hours(), [], ["Commitment 2"], *weeks()]),
         ((2, *TALKS), (8, *WEEKS)), TOLD, quiet=True),
    read("themes-first", [["Theme", "Social"], *hours(), [], ["Theme", "Jobs"], *weeks()], (2, *TALKS), (8, *WEEKS)),
    read("double-spaced", spaced([*hours(), *weeks()]), (1, *TALKS), (9, *WEEKS)),
    read("side-by-side", beside(across(ONE), across(TWO)), *BOTH),
    read("adjoining", beside(across(ONE), across(TWO), gap=0), *BOTH),
    read("in-a-square", [*beside(across(ONE), across(TWO)), [], *beside(weeks(), hours())], *BOTH, (6, *WEEKS),
         (6, *TALKS)),
    read("help-side-by-side", beside(helped(hours()), helped(weeks())), (1, *TALKS), (1, *WEEKS)),
    read("guidance-between", [[row[0], said, row[1]] for row, said in zip(hours(), HELP, strict=True)], (1, *TALKS)),
    read("guidance-behind", helped(hours()), (1, *TALKS)),
    read("guidance-with-titles", across(("Choose a code", "What you do", "The number of units", "What is counted"),
         TALK, titles=("Guidance", "Your response")), (2, *TALKS)),
    read("merged-cells", [[row[0], None, row[1], None] for row in hours()], (1, *TALKS),
         merged=("A1:B1", "C1:D1", "A2:B2", "C2:D2", "A3:B3", "C3:D3")),
    read("far-values", [[row[0], *[None] * 4, row[1]] for row in hours()], (1, *TALKS)),
    read("the-unit-behind", [*hours()[:2], ["Quantity", 120, "hours"]], (1, *TALKS)),
    read("the-pace-behind", [*YEARS, *hours()[:2], ["Quantity", "40 hours", "per year"]], (3, *TALKS),
         told=("per-year-spread",)),
    read("a-basis", [*YEARS, *hours(40), ["Basis", "per year"]], (3, *TALKS), told=("per-year-spread",)),
    read("heads-of-two-columns", [["Question", "Answer"], *hours()], (2, *TALKS)),
    read("rows-of-years-and-total", [["Ref", "NT17"], ["Activity", "Talks"], ["Year 1", 40], ["Year 2", 40],
         ["Year 3", 40], ["Total", 120], ["Unit", "hours"]], (1, *TALKS)),
    asked("an-amount-of-two-rows", [*hours()[:3], [None, 60], hours()[3]]),
    read("two-quantities", [*hours(), ["Target", 5]], (1, "NT17", None, None), told=("ambiguous-column",)),
    read("no-quantity-in-one", [*hours(), [], *card("NT10", "Talks", None, "weeks")], (1, *TALKS),
         (6, "NT10", None, None), told=("no-quantity",)),
    read("no-unit-in-one", [*hours(), [], *weeks()[:3]], (1, *TALKS), (6, "NT10", "52", None)),
    read("other-words-in-one", [*across(TALK), [], ["Ref", "NT10"], ["Activity", "Apprentices"], ["Target", 52],
         ["Units", "weeks"]], (1, *TALKS), (6, *WEEKS)),
    read("what-cannot-be-read", [*hours("a few"), [], *weeks()], (1, "NT17", None, None), (6, *WEEKS),
         told=("not-a-number",)),
    read("an-empty-card-below", [*hours(), [], *card("", "", None, "")], (1, *TALKS)),
    asked("an-empty-form", card("", "", None, "")),
    asked("an-empty-form-with-units", card("", "", None, "FTE")),
    asked("guidance-alone", card("The reference from the list of measures", "Please say what you will do",
          "Enter a number", "Select a unit")),
    asked("a-questionnaire", [["How many apprenticeships will you offer?", 4], ["How many hours will you give?", 120],
          ["How much will you spend locally?", 5000]]),
    asked("values-below-labels", [["Reference"], ["NT17"], ["Activity"], ["Talks"], ["Quantity"], [120]]),
    read("values-in-labels", [["Reference: NT17"], ["Activity: Talks"], ["Quantity: 120"], ["Unit: hours"]],
         (1, *TALKS)),
    asked("labels-in-two-columns", [["Reference", "NT17", "Theme", "Social"], ["Activity", "Talks", "Lead", "Ann"],
          ["Quantity", 120, "Unit", "hours"]]),
    asked("a-price", [["Reference", "ITT-22"], ["Title", "Street lights"], ["Year 1", "£200,000"], ["Year 2", "£1"]]),
    read("an-example-card", [["Example"], *hours(), [], ["Commitment 1"], *weeks()], (8, *WEEKS),
         told=("example-row-skipped",)),
    read("an-example-beside-labels", [["Example", *hours()[0]], *([None, *row] for row in hours()[1:]), [],
         ["Offer 1", *weeks()[0]], *([None, *row] for row in weeks()[1:])], (6, *WEEKS), told=("example-row-skipped",)),
    read("examples-over-two", [["Examples"], *beside(hours(), weeks()), [], ["Our offer"], *hours(60)],
         (8, "NT17", "60", "hour"), merged=("A1:E1",), told=("example-row-skipped",)),
    read("options", [["Option A"], *hours(), [], ["Option B"], *weeks()], (2, *TALKS), (8, *WEEKS),
         told=("line-withdrawn",)),
    read("one-or-the-other", [*hours(), ["or"], *weeks()], (1, *TALKS), (6, *WEEKS), told=("one-of-several",)),
    read("withdrawn", [*hours(), ["Status", "Withdrawn"]], (1, *TALKS), told=("line-withdrawn",)),
    Case("struck-out.xls", struck_xls(*hours()), ((1, *TALKS),), TOLD),
    read("a-share", [*hours(), ["% local", 0.5]], (1, *TALKS), told=("share-not-used",)),
    read("a-baseline", [*hours()[:2], ["Baseline", 20], ["Target", 120], ["Unit", "hours"]], (1, *TALKS),
         told=("baseline-not-taken-off",)),
    read("an-unknown-label", [*hours(), ["Ward member", "Cllr Jones"]], (1, *TALKS)),
    read("facts-below", [*hours(), [], ["Contract value", 250_000], ["Bidder", "Acme"]], (1, *TALKS),
         facts={"value": "250000", "supplier": "Acme"}),
    read("dates-of-both", [["Start date", "1 April 2026"], *YEARS, *hours(), ["Start date", "1 May 2026"]],
         (4, *TALKS), facts={"start": "2026-04-01", "years": "3"}),
    read("a-signature-below", [*hours(), [], ["Name", "J. Smith"], ["Signed:", "J. S."], ["Date:", "1 May 2026"]],
         (1, *TALKS)),
    read("a-total-below", [*hours(), [], *hours(60), [], ["Total hours", 180]], (1, *TALKS), (6, "NT17", "60", "hour")),
    read("a-promise-below", [*hours(), [], ["Anything else?", "We will also give 50 hours of mentoring"]], (1, *TALKS),
         told=("text-row",)),
    read("an-amount-below", [*hours(), [], ["Additional pledges", 40]], (1, *TALKS),
         (6, "Additional pledges", "40", None)),
    read("what-is-said-of-all-amounts", [*YEARS, *hours(40), [], ["All figures are per year"]], (3, *TALKS),
         told=("per-year-spread",)),
    read("a-first-label-that-lacks", [*hours(), [], *weeks()[1:]], (1, *TALKS), (6, None, "52", "week")),
    read("a-first-label-that-others-lack", [["Pledge", "One"], *hours(), [], *weeks()], (2, *TALKS), (7, *WEEKS)),
    read("a-later-label-that-lacks", [*hours(), [], weeks()[0], *weeks()[2:]], (1, *TALKS),
         (6, *WEEKS)),
    read("a-first-card-without-a-reference", [*hours()[1:], [], *weeks()], (1, None, "120", "hour"), (5, *WEEKS)),
    asked("a-first-card-without-a-reference-and-no-gap", [*hours()[1:], *weeks()]),
    asked("a-first-label-that-others-lack-and-no-gap", [["Pledge", "One"], *hours(), *weeks()]),
    asked("a-first-label-that-lacks-and-no-gap", [*hours(), *weeks()[1:]]),
    asked("a-block-with-half-a-card", [*hours()[1:], [], ["Unit", "hours"], [], *weeks()]),
    asked("a-total-below-uneven-cards", [["Pledge", "One"], *hours(), [], *weeks(), [], ["Quantity", 172]]),
    asked("a-note-beside", [["Measure ref", "NT17", "withdrawn"], *hours()[1:]]),
    asked("a-score-beside", [[*row, said] for row, said in zip(hours(), (None, 4, 3, None), strict=True)]),
    read("an-empty-one-beside", beside(hours(), card(None, None, None, None)), (1, *TALKS)),
    read("a-note-that-takes-back", [*hours(), ["Comments", "Not for evaluation"]], (1, *TALKS),
         told=("line-withdrawn",)),
    read("sites", [*hours(), ["Number of sites", 12]], (1, "NT17", None, None), told=("multiplier-unclear",)),
    read("a-title-that-takes-back", [["Withdrawn"], *hours(), [], ["Commitment 2"], *weeks()], (2, *TALKS),
         (8, *WEEKS), told=("line-withdrawn",)),
    read("a-sentence-below", [*hours(), [], ["We will also provide 50 hours of mentoring"]], (1, *TALKS),
         told=("text-row",)),
)  # fmt: skip

FORM = [
    ["SOCIAL VALUE COMMITMENT FORM"], [], ["Tender ref:", "T-2026-014"], ["Bidder name:", "Acme Ltd"], [],
    ["Section 1: Your commitment"], ["TOMs reference", "NT17"], ["What will you do?", "Talks at schools"],
    ["Unit", "hours"], ["Number of units", 120], ["Delivery timescale", "By March 2027"], [],
    ["Section 2: Evidence"], ["How will you evidence this?", "Timesheets"], [],
    ["Declaration"], ["Name", "J. Smith"], ["Position", "Director"], ["Date", "1 May 2026"],
]  # fmt: skip
TABLE: Rows = [HEAD, ["NT17", "Talks at schools", 120, "hours"]]

SHEETS = (
    read("a-form-of-sections", FORM, (7, *TALKS), merged=("A1:B1",), facts={"supplier": "Acme Ltd"}),
    book("a-sheet-for-each", Sheet(hours(), "1"), Sheet(weeks(), "2"), reads=((1, *TALKS), (1, *WEEKS)), quiet=True),
    book("a-sheet-for-each-with-its-number", *(Sheet([["Commitment", at], *across(one)], f"C{at}")
         for at, one in enumerate((TALK, APPRENTICE), 1)), reads=((2, *TALKS), (2, *WEEKS)), quiet=True),
    Case("a-sheet-for-each.ods", ods(Sheet(hours(), "1"), Sheet(weeks(), "2")), ((1, *TALKS), (1, *WEEKS)), TOLD,
         quiet=True),
    book("an-empty-one-among-them", Sheet(hours(), "1"), Sheet(weeks(), "2"), Sheet(card("", "", "", ""), "3"),
         reads=((1, *TALKS), (1, *WEEKS)), quiet=True),
    book("an-example-sheet", Sheet(hours(), "Example"), Sheet(weeks(), "1"), reads=((1, *WEEKS),),
         told=(*TOLD, "guidance-sheet-left-out")),
    book("an-earlier-version", Sheet(hours(100), "Offer v1"), Sheet(hours(), "Offer v2"), reads=((1, *TALKS),),
         told=(*TOLD, "earlier-version-left-out")),
    book("a-hidden-sheet", Sheet(hours(100), "Old", state="hidden"), Sheet(hours(), "Offer"), reads=((1, *TALKS),),
         told=(*TOLD, "hidden-sheet-left-out")),
    book("a-baseline-sheet", Sheet(hours(), "Offer"), Sheet(hours(100), "Baseline"),
         reads=((1, *TALKS), (1, "NT17", "100", "hour")), told=(*TOLD, "line-withdrawn")),
    book("beside-a-table", Sheet(TABLE, "Offer"), Sheet(weeks(), "One more"), reads=((2, *TALKS), (1, *WEEKS)),
         quiet=True),
    book("beside-a-table-of-the-same", Sheet(TABLE, "Offer"), Sheet(hours(), "1"), reads=((2, *TALKS), (1, *TALKS)),
         told=(*TOLD, "said-twice")),
    book("below-a-table", Sheet([*TABLE, [], ["One more"], *weeks()]), reads=((2, *TALKS),), told=("form-left-out",)),
    book("a-cover", Sheet([["Title", "Lights"], ["Reference", "T-12"], ["Location", "Leeds"]], "Cover"), Sheet(TABLE),
         reads=((2, *TALKS),), told=(), quiet=True),
    book("labels-in-a-table", Sheet([HEAD, ["NT17", "Target", 120, "hours"], ["NT10", "Unit", 52, "weeks"]]),
         reads=((2, *TALKS), (3, *WEEKS)), told=()),
    book("years-in-a-table", Sheet([["Reference", "ITT-22"], ["Title", "Lights"], ["Commitment", "Ref", "Quantity",
         "Unit"], ["Year 1"], ["Talks", "NT17", 120, "hours"], ["Year 2"], ["Talks", "NT17", 60, "hours"]]),
         reads=((5, *TALKS), (7, "NT17", "60", "hour")), told=()),
)  # fmt: skip

OFFERED = [["Ref", "NT17"], ["Activity", "Talks"], ["Hours offered", 120]]
WEEKS_OFFERED = [["Ref", "NT10"], ["Activity", "Placements"], ["Weeks offered", 52]]

WORDS_LIKE_UNITS = (
    read("one-that-offers-hours", OFFERED, (1, *TALKS)),
    read("two-that-offer", [*OFFERED, [], *WEEKS_OFFERED], (1, *TALKS), (5, *WEEKS)),
    read("two-in-turn-that-offer", [*OFFERED, *WEEKS_OFFERED], (1, *TALKS), (4, *WEEKS)),
    read("the-activity-first", [OFFERED[1], OFFERED[0], OFFERED[2]], (2, *TALKS)),
    read("in-hours-alone", [["Ref", "NT17"], ["Description", "Jobs"], ["Hours", 120]], (1, *TALKS)),
    book("a-fact-above-a-table", Sheet([["Reference", "T-12"], ["Measure", "Hours"], ["Talks", 120], ["Jobs", 52]]),
         reads=((3, None, "120", "hour"), (4, None, "52", "hour")), told=()),
    book("a-fact-above-a-table-of-counts", Sheet([["Reference", "T-12"], ["Measure", "Talks"], ["In parks", 120]]),
         reads=((3, None, "120", "session"),), told=()),
)  # fmt: skip

CASES = (*SIDEWAYS_CASES, *CARDS, *SHEETS, *WORDS_LIKE_UNITS)
