"""Owns lists with a column for each measure and a row for each site, whose cells say how much."""

from typing import Any

from tests.corpus.case import Case, Read
from tests.corpus.families.innocent import HEAD, HOURS, WEEKS
from tests.corpus.write.others import csv, ods
from tests.corpus.write.values import Sheet
from tests.corpus.write.xlsx import xlsx

HEADED = ["Site", "NT17 (hours)", "NT9 (weeks)"]
SITES = (["Hospital A", 40, 6], ["Hospital B", 24, None], ["Clinic", "-", 2])
READ: tuple[Read, ...] = ((2, "NT17", "40", "hour"), (2, "NT9", "6", "week"), (3, "NT17", "24", "hour"),
                          (4, "NT9", "2", "week"))  # fmt: skip


def lower(by: int, *reads: Read) -> tuple[Read, ...]:
    """These lines, so many rows further down."""
    return tuple((row + by, *line) for row, *line in reads)  # type: ignore[misc]


def crossed(name: str, *rows: list[Any], reads: tuple[Read, ...] = READ, **more: Any) -> Case:
    """These rows on one sheet."""
    more.setdefault("quiet", not (more.get("findings") or more.get("fatal")))
    return Case(f"{name}.xlsx", xlsx(list(rows)), reads, **more)


CASES = (
    crossed("sites", HEADED, *SITES, findings=("form-read",), quiet=True),
    Case("sites.csv", csv(HEADED, *SITES), READ, ("form-read",), quiet=True),
    Case("sites.ods", ods([HEADED, *SITES]), READ, ("form-read",), quiet=True),
    crossed("sites-and-their-sum", ["Supplier", "Ironbark"], [], HEADED, *SITES, ["Total", 64, 8],
            reads=lower(2, *READ), facts={"supplier": "Ironbark"}),
    crossed("sites-and-what-all-of-them-come-to", HEADED, *SITES, [], ["All sites", 64, 8]),
    crossed("sites-and-their-sum-under-another-name", HEADED, *SITES, ["Trust-wide", 64, 8], reads=(), fatal="no-table",
            why="whether it is their sum or one more of them is not said"),
    crossed("sites-below-empty-rows", HEADED, *SITES, [], ["Hospice", 8, 1], ["School", 4, None],
            reads=(*READ, (6, "NT17", "8", "hour"), (6, "NT9", "1", "week"), (7, "NT17", "4", "hour"))),
    crossed("sites-in-two-parts", HEADED, *SITES, [], ["North"], ["Hospice", 8, 1], reads=(), fatal="no-table"),
    crossed("many-sites", HEADED, *([f"School {number}", 2 + number % 2, None] for number in range(400)),
            reads=tuple((2 + number, "NT17", str(2 + number % 2), "hour") for number in range(400))),
    crossed("sites-with-towns", ["Site", "Town", *HEADED[1:]], *([each[0], "Leeds", *each[1:]] for each in SITES)),
    crossed("ids-and-titles", ["Site", "volunteering.hour", "NT9 - Placements (weeks)"], *SITES,
            reads=((2, "volunteering.hour", "40", None), (2, "NT9", "6", "week"), (3, "volunteering.hour", "24", None),
                   (4, "NT9", "2", "week"))),
    crossed("titles-behind-a-space", ["Site", "NT17 Time given (hours)", "NT9 weeks"], *SITES),
    crossed("targets", ["Site", "NT17 target (hours)", "NT9 target (weeks)"], *SITES),
    crossed("units-below-the-codes", ["Site", "NT17", "NT9"], [None, "hours", "weeks"], *SITES, reads=lower(1, *READ)),
    crossed("titles-and-units-below-the-codes", ["Measure", "NT17", "NT9"],
            ["Description", "Volunteering", "Placements"],
            ["Unit", "hours", "weeks"], *SITES, ["Total", 64, 8], reads=lower(2, *READ)),
    crossed("units-twice", HEADED, ["Unit", "days", "weeks"], *SITES, reads=(), fatal="no-table"),
    crossed("what-was-done-below-the-codes", ["Site", "NT17", "NT9"], ["Description", "actual", "actual"], *SITES,
            reads=(), fatal="no-table"),
    crossed("what-was-done", ["Site", "NT17: actual (hours)", "NT9: actual (weeks)"], *SITES, reads=(),
            fatal="no-table", why="what stands behind each code names no measure"),
    crossed("not-settled", HEADED, ["Hospital A", 40, "3 or 4"],
            reads=((2, "NT17", "40", "hour"), (2, "NT9", None, "week")), findings=("not-a-number",)),
    crossed("indicative", ["All figures are indicative"], HEADED, *SITES, reads=lower(1, *READ),
            findings=("line-withdrawn",), why="what stands above them speaks of all of them"),
    crossed("months", ["Month", *HEADED[1:]], ["April", 40, 6], ["May", 24, 2], reads=(), fatal="no-table"),
    crossed("years", ["Year", *HEADED[1:]], ["2024/25", 40, 6], ["2025/26", 24, 2], reads=(), fatal="no-table"),
    crossed("years-of-the-contract", ["Contract year", *HEADED[1:]], ["Year 1", 40, 6], ["Year 2", 24, None],
            ["Total", 64, 6], reads=READ[:3], findings=("form-read",), quiet=True,
            why="no delivery of the past falls in a numbered year of a contract that is bid for"),
    crossed("years-delivered", ["", *HEADED[1:]], ["Year 1 delivered", 40, 6], ["Year 2", 24, 2], reads=(),
            fatal="no-table"),
    crossed("ticks", ["Site", "NT17", "NT9"], ["Hospital A", "x", None], ["Clinic", "x", "x"], reads=(),
            fatal="no-table"),
    crossed("weeks-of-a-plan", ["Task", "W1", "W2", "W3"], ["Recruit", 1, 1, None], ["Train", None, 1, 1], reads=(),
            fatal="no-table"),
    crossed("answers-to-a-survey", ["Respondent", "Q1", "Q2"], ["Ann", 5, 4], ["Ben", 3, 2], reads=(),
            fatal="no-table"),
    crossed("sums-of-a-query", ["Name", "total1", "total2"], ["North", 3210, 546], ["South", 12, 4], reads=(),
            fatal="no-table"),
    crossed("prices-beside", [*HEADED, "Price"], ["Hospital A", 40, 6, 1200], reads=(), fatal="no-table"),
    Case("parts-beside-a-table.xlsx", xlsx([HEAD, HOURS, WEEKS], Sheet([HEADED, *SITES], "By site")),
         ((2, *HOURS[:1], str(HOURS[2]), "hour"), (3, *WEEKS[:1], str(WEEKS[2]), "week")), quiet=True,
         why="what a list of sites says beside a table may be its parts"),
)  # fmt: skip
