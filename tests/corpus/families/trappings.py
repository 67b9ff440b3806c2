"""Owns what stands around the promises and is none of them, in wordings that look like one: notes, prices, stages."""

from typing import Any

from tests.corpus.case import Case
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
HOURS = ["NT17", "Gardening at the hospice", 320, "hours"]
WEEKS = ["NT9", "Weeks of training", 48, "weeks"]
THREE = ((2, "NT17", "320", "hour"), (3, "NT9", "48", "week"))

NOTES = (
    Case(
        "notes-with-amounts.xlsx",
        one_sheet(
            *(HEAD, HOURS, WEEKS, [], ["Notes and assumptions"]),
            ["1", "Hours per day", 7.5, "hours"],
            ["2", "Weeks per year", 46, "weeks"],
            ["NT17 hours are spread over", "Beech Court", 2, "years"],
        ),
        THREE,
        ("example-table-left-out",),
        why="what an assumption counts is no promise",
    ),
    Case(
        "promise-below-notes.xlsx",
        one_sheet(HEAD, HOURS, ["Notes:"], ["", "Hours per day", 7.5, "hours"], WEEKS, ["NT8", "Talks", 6, "hours"]),
        ((2, "NT17", "320", "hour"), (5, "NT9", "48", "week"), (6, "NT8", "6", "hour")),
        ("example-table-left-out",),
        why="a line with the code of a measure is a promise wherever it stands",
    ),
)

HEADINGS = (
    Case(
        "prices-headed-proxy.xlsx",
        one_sheet(
            ["KPI", "Initiative", "Units", "Proxy (£/unit)", "Volume", "SV generated (£)"],
            ["NT17", "Gardening", "hours", 12.44, 320, 3980.8],
            ["NT9", "Training", "weeks", 250.5, 48, 12024],
        ),
        THREE,
        why="a column of prices names no measure",
    ),
    Case(
        "bidders-commitment-by-criterion.xlsx",
        one_sheet(
            ["Criterion ref", "Criterion", "Weighting", "Max. marks", "Bidder's commitment", "Unit"],
            ["NT17", "Volunteering", 0.1, 10, 320, "hours"],
            ["NT9", "Training", 0.2, 5, 48, "weeks"],
        ),
        THREE,
    ),
    Case(
        "mobilisation-year.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Unit", "Mobilisation year", "Year 2", "Year 3", "Total"],
            ["NT17", "Gardening", "hours", 100, 110, 110, 320],
            ["NT9", "Training", "weeks", 8, 20, 20, 48],
        ),
        THREE,
        why="the total says that it counts the year of mobilisation",
    ),
)

SCALES = (
    Case(
        "thousands-twice.xlsx",
        one_sheet(
            ["Ref", "Commitment", "Offer (£k)"],
            ["NT28", "Hardship fund", "7.5"],
            ["NT16", "Desks and chairs", "3.5k"],
        ),
        ((2, "NT28", "7.5", "GBPk"), (3, "NT16", None, None)),
        ("unit-conflict",),
        why="3.5k below £k may be £3,500 or £3.5m",
    ),
)

TALKS = ["NT8", "Careers talks", 36, "hours"]
PANTRY = ["NT29", "Helping at the pantry", 150, "hours"]
FOUR = (*THREE, (4, "NT8", "36", "hour"), (5, "NT29", "150", "hour"))


def summed(name: str, *last: Any) -> Case:
    """Four lines with codes, and one below them that has none and adds them up or counts them."""
    sheet = Sheet([HEAD, HOURS, WEEKS, TALKS, PANTRY, list(last)])
    return Case(name, xlsx(sheet), FOUR, ("total-row-skipped",), quiet=True)


SUMS = (
    summed("sum-by-another-name.xlsx", "All commitments", None, 554, None),
    summed("sum-with-a-text.xlsx", "Programme", "Time given in all", 554, "hours"),
    summed("number-of-lines.xlsx", None, "Total number of pledges", 4, None),
    Case(
        "no-sum-among-words.xlsx",
        one_sheet(HEAD, HOURS, WEEKS, TALKS, ["Local", "Help for schools", 403, "hours"]),
        (*FOUR[:3], (5, "Local", "403", "hour")),
        why="below three lines whose sum it is not by 1, a line without a code is one",
    ),
    Case(
        "people-times-hours-in-total.xlsx",
        one_sheet(
            ["Ref", "Commitment", "People", "Hours per person", "Hours in total"],
            ["NT17", "Gardening", 4, 80, 320],
            ["NT8", "Careers talks", 4, 9, 36],
        ),
        ((2, "NT17", "320", "hour"), (3, "NT8", "36", "hour")),
        why="one column says what people and hours each come to",
    ),
)

OTHERS = (
    Case(
        "target-beside-hours.xlsx",
        one_sheet(["Ref", "Commitment", "Target", "Hours"], ["NT17", "Gardening", 3, 320], ["NT8", "Talks", 2, 36]),
        ((2, "NT17", None, None), (3, "NT8", None, None)),
        ("ambiguous-column",),
        why="nothing says what the target counts, and the hours may be what is promised",
    ),
    Case(
        "goes-on-without-a-heading.xlsx",
        xlsx([HEAD, HOURS, WEEKS], Sheet([TALKS, PANTRY], name="Commitments (cont)")),
        (*THREE, (1, "NT8", "36", "hour"), (2, "NT29", "150", "hour")),
        ("heading-guessed", "form-read"),
        why="lines on a sheet without a heading, in the columns of the one before it, go on with its table",
    ),
    Case(
        "cost-codes.xlsx",
        one_sheet(
            ["Cost code", "Detail", "Units claimed", "Unit"],
            ["E&E10.0.1", "Claimant into work", 4, "people"],
            ["NT17", "Gardening", 320, "hours"],
        ),
        ((2, "E&E10.0.1", "4", "person"), (3, "NT17", "320", "hour")),
    ),
)

EACH = (
    Case(
        "each-of-hours.xlsx",
        one_sheet(HEAD, HOURS, ["NT8", "Talks", "6 each", "hours"], ["NT3", "Long-term unemployed", "2 ea", "people"]),
        ((2, "NT17", "320", "hour"), (3, "NT8", None, "hour"), (4, "NT3", "2", "person")),
        ("unit-conflict",),
        why="six hours each may be six for every school",
    ),
    Case(
        "mn-of-hours.xlsx",
        one_sheet(HEAD, HOURS, ["NT8", "Talks", "90 mn", "hours"]),
        ((2, "NT17", "320", "hour"), (3, "NT8", None, "hour")),
        ("not-a-number",),
        why="they may be minutes",
    ),
)

CODES = (
    Case(
        "codes-in-lists-and-behind-titles.xlsx",
        one_sheet(
            HEAD,
            *(["NT17:", *HOURS[1:]], ["1. NT9", *WEEKS[1:]], ["\u2022 NT8", *TALKS[1:]]),
            *(
                ["Food - NT29", *PANTRY[1:]],
                ['"NT16"', "Desks", 900, "£"],
                ["NT28,", "Hardship fund", 7500, "£"],
            ),
        ),
        (*FOUR, (6, "NT16", "900", "GBP"), (7, "NT28", "7500", "GBP")),
        quiet=True,
    ),
    Case(
        "codes-that-are-only-referred-to.xlsx",
        one_sheet(
            HEAD,
            ["Formerly: NT17", *HOURS[1:]],
            ["See - NT9", *WEEKS[1:]],
            ["NT8 or talks - NT7", *TALKS[1:]],
        ),
        (
            (2, "Formerly: NT17", "320", "hour"),
            (3, "See - NT9", "48", "week"),
            (4, "NT8 or talks - NT7", "36", "hour"),
        ),
        why="they name another measure than the line's own",
    ),
)

SIDE = [None, "Theme", "Share of value"]
BESIDE = (
    Case(
        "notes-beyond-an-empty-column.xlsx",
        one_sheet(
            [*HEAD, None, "Notes", "Owner"],
            [*HOURS, None, "Not offered", "Facilities"],
            WEEKS,
            TALKS,
        ),
        (
            (2, "NT17", "320", "hour"),
            (3, "NT9", "48", "week"),
            (4, "NT8", "36", "hour"),
        ),
        findings=("line-withdrawn",),
        why="notes that end before the table does are still of its lines",
    ),
    Case(
        "shorter-list-beside-sections.xlsx",
        one_sheet(
            [*HEAD, *SIDE],
            ["Theme 1: Jobs", None, None, None, None, "Jobs", 0.4],
            [*WEEKS, None, "Social", 0.6],
            ["Theme 2: Social"],
            HOURS,
        ),
        ((3, "NT9", "48", "week"), (5, "NT17", "320", "hour")),
        quiet=True,
        why="what stands beside the heading of a section makes it no promise",
    ),
    Case(
        "evidence-beyond-an-empty-column.xlsx",
        one_sheet(
            [*HEAD, None, "Evidence", "Start"], [*HOURS, None, "Log", "1 April 2026"], [*WEEKS, None, None, "TBC"]
        ),
        THREE,
        ("not-yet-stated",),
        why="columns that go on as the rows do belong to them",
    ),
    Case(
        "prices-beyond-an-empty-column.xlsx",
        one_sheet(
            ["Ref", "Commitment", None, "Unit", "Quantity", "Proxy £"],
            ["NT17", "Gardening", None, "hours", 320, 12.44],
            ["NT9", "Weeks of training", None, "weeks", 48, 250.5],
        ),
        THREE,
        quiet=True,
        why="the references stand before the empty column, and prices are none",
    ),
    Case(
        "average-below-the-numbers.xlsx",
        one_sheet(["No.", *HEAD], [1, *HOURS], [2, *WEEKS], ["Average", None, None, 184, None]),
        THREE,
        ("total-row-skipped",),
    ),
    Case(
        "prices-below-a-merged-heading.xlsx",
        xlsx(
            Sheet(
                [
                    ["Measure", None, "Our offer", None, None],
                    ["Ref", "Commitment", "Quantity", "Unit", "Proxy £"],
                    [*HOURS, 12.44],
                    [*WEEKS, 250.5],
                ],
                merged=("A1:B1", "C1:E1"),
            )
        ),
        ((3, "NT17", "320", "hour"), (4, "NT9", "48", "week")),
    ),
)

CASES: tuple[Case, ...] = (*NOTES, *HEADINGS, *SCALES, *SUMS, *OTHERS, *EACH, *CODES, *BESIDE)
