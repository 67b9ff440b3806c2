"""Owns keys: to codes of units, to colours, and other things that a clerk looks up beside a table."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, JOBS, THREE, WEEKS, beside, sheets
from tests.corpus.write.others import csv
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import one_sheet, xlsx

ASIDE = ("line-withdrawn",)


def _coded(hours: str = "H", weeks: str = "W", jobs: str = "P") -> list[list[Any]]:
    return [[*line[:3], unit] for line, unit in zip((HOURS, WEEKS, JOBS), (hours, weeks, jobs), strict=True)]


def _at(rows: int) -> tuple[Read, ...]:
    return tuple((row + rows, *read) for row, *read in THREE)


def _said(name: str, text: str, reads: tuple[Read, ...] = THREE, **more: Any) -> Case:
    """Three lines with this text below them."""
    more.setdefault("quiet", not more.get("findings"))
    return Case(f"{name}.xlsx", one_sheet(HEAD, HOURS, WEEKS, JOBS, [], [text]), reads, **more)


KEYS = (
    Case(
        "a-key-above.xlsx",
        one_sheet(["Key: H = hours, W = weeks, P = FTE"], [], HEAD, *_coded()),
        _at(2),
        quiet=True,
    ),
    Case(
        "a-key-in-lines-above.xlsx",
        one_sheet(["Key"], ["H = hours"], ["W: weeks"], ["P \u2013 FTE"], [], HEAD, *_coded()),
        _at(5),
        quiet=True,
    ),
    Case(
        "a-key-below.csv",
        csv(HEAD, *_coded("V", "W", "F"), [], ["V = volunteer hours; W = weeks; F = full-time equivalents"]),
        THREE,
        quiet=True,
    ),
    Case(
        "a-key-in-a-table-below.xlsx",
        one_sheet(HEAD, *_coded("A", "B", "C"), [], ["Unit key"], ["A", "Hours"], ["B", "Weeks"], ["C", "FTE"]),
        THREE,
        quiet=True,
    ),
    Case(
        "a-key-on-a-sheet.xlsx",
        xlsx(
            Sheet([HEAD, *_coded("U1", "U2", "U3")], name="Offer"),
            Sheet([["Code", "Meaning"], ["U1", "hours"], ["U2", "weeks"], ["U3", "FTE"]], name="Key"),
        ),
        THREE,
    ),
    Case(
        "no-key-in-conversions.xlsx",
        xlsx(
            [HEAD, *_coded("hrs", "wks", "FTE")],
            Sheet([["Unit", "In"], ["hrs", "days", 0.133], ["wks", "days", 5], ["FTE", "days", 220]], name="Units"),
            Sheet([["Unit", "Frequency"], ["hrs", "week"], ["wks", "month"], ["FTE", "year"]], name="Lists"),
            Sheet([["Unit", "Also"], ["hrs", "days"], ["FTE", "people"]], name="Unit codes"),
        ),
        THREE,
        why="what converts into what, and lists beside each other, rename no unit",
    ),
    Case(
        "a-key-to-half-days.xlsx",
        one_sheet(["H = half days, W = weeks, F = FTE"], HEAD, *_coded("H", "W", "F")),
        ((3, "NT17", "40", "half-day"), *_at(1)[1:]),
        quiet=True,
        why="an H is an hour only where nothing else is said",
    ),
    Case(
        "a-key-to-something-else.xlsx",
        one_sheet(["H = hampers for residents, W = weeks, F = FTE"], HEAD, *_coded("H", "W", "F")),
        ((3, "NT17", "40", None), *_at(1)[1:]),
        why="a unit that nobody knows is told of where the line is valued",
    ),
    Case(
        "a-key-to-a-known-unit.xlsx",
        one_sheet(["FTE = all part-time posts added up, hrs = hours of staff time"], HEAD, HOURS, WEEKS, JOBS),
        _at(1),
        quiet=True,
    ),
)

COLOURS = (
    *(
        _said(f"a-colour-{number}", text, findings=ASIDE, why="which lines those are is not read")
        for number, text in enumerate(
            (
                "Yellow = still to be confirmed",
                "Rows in red are not yet agreed",
                "Figures shown in italics are provisional",
                "Highlighted items are optional",
                "Key: green = firm, amber = TBC",
            ),
            1,
        )
    ),
    _said("a-colour-to-fill-in", "Yellow cells are to be completed by the bidder"),
    _said("a-colour-of-headings", "Cells shaded grey are calculated and locked"),
    _said("a-green-space", "The green space is to be maintained by our apprentices"),
)

BESIDE = (
    beside("what-overlaps", "Overlaps with", "NT9", None, None, findings=ASIDE),
    beside("what-overlaps-nothing", "Overlap with other measures", "None", "No", "n/a"),
    beside("what-is-done", "Already delivered?", "Yes", "No", "No", findings=ASIDE),
    beside("what-is-not-done", "Already in place?", "No", "No", "No"),
    sheets("of-another-lot", "Lot 1", "Lot 2 - not bidding", findings=ASIDE),
)

_EACH = ["Ref", "Activity", "Sessions", "Hours each", "People", "Total hours"]
FACTORS = (
    Case(
        "three-factors.xlsx",
        one_sheet(_EACH, ["NT17", "Park days", 6, 4, 5, 120], ["NT8", "Talks", 3, 2, 1, 6]),
        ((2, "NT17", "120", "hour"), (3, "NT8", "6", "hour")),
        quiet=True,
        why="six times four times five",
    ),
    Case(
        "three-factors-and-a-slip.xlsx",
        one_sheet(
            _EACH,
            ["NT17", "Park days", 6, 4, 5, 120],
            ["NT8", "Talks", 3, 2, 1, 7],
            ["NT15", "Advice", 3, 2, 2, 12],
        ),
        ((2, "NT17", "120", "hour"), (3, "NT8", "7", "hour"), (4, "NT15", "12", "hour")),
        findings=("total-mismatch",),
    ),
)

_YEARS = ["Ref", "Measure", "Unit", "Y1", "Y2", "Y3", "Y1-3"]
WHOLES = (
    Case(
        "years-and-their-sum.xlsx",
        one_sheet(_YEARS, ["NT17", "Talks", "hours", 10, 10, 20, 40], ["NT9", "Training", "weeks", 4, 4, 4, 12]),
        ((2, "NT17", "40", "hour"), (3, "NT9", "12", "week")),
        quiet=True,
    ),
    Case(
        "years-and-another-sum.xlsx",
        one_sheet(_YEARS, ["NT17", "Talks", "hours", 10, 10, 20, 45], ["NT9", "Training", "weeks", 4, 4, 4, 12]),
        ((2, "NT17", None, None), (3, "NT9", None, None)),
        findings=("year-column-unclear",),
    ),
)

CASES = (*KEYS, *COLOURS, *BESIDE, *FACTORS, *WHOLES)
