"""Owns the comparison of a big table to the bids of it in files of their own, and the rows that tests draw for it."""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
from hypothesis import strategies as st

from sv_cli.argv.run import asked
from sv_cli.batch.columns import BIDS, FINDINGS, LINES
from sv_cli.batch.rows import scored, unscored
from sv_cli.bids.assemble import assemble
from sv_cli.bids.sheets.grid import Book, Grid, Row, trimmed
from sv_cli.commands.bids import valued
from sv_cli.commands.outcome import Refused
from sv_cli.commands.parts import library_for, valuer_for
from tests.cli.door import sv

HEADINGS = ["Bid", "Ref", "Description", "Quantity", "Unit", "Region", "Deadweight"]
NAMES = ("A", "B", "C-3", "d d", "E/5", "Überstunden Ltd")
REFERENCES = (
    "volunteering.community-project-hour",
    "crime.burglary-avoided",
    "crime.domestic-abuse-ended",
    "jobs.disabled-person-into-work",
    "care.respite-hour",
    "care.residential-week-delayed",
    "health.ae-attendance-avoided",
    "VOLUNTEERING.community-project-hour",
    "NT17",
    "no.such-proxy",
)
ODD_REFERENCES = ("", "OR", "Total", "Example", " crime.burglary-avoided", "7")
QUANTITIES = ("1", "1.200", "12", "0.5", "3.25", "007", "120", "999.99", "1.50", "86421.1357")
ODD_QUANTITIES = (
    "0",
    "TBC",
    "-3",
    "12 hrs",
    "1,200",
    "100 150",
    "12 500",
    "£50",
    "10%",
    "two",
    "1e3",
    "123456789012",
    "0.00001",
)
UNITS = ("", "hours", "people", "weeks", "days", "crimes", "unknown unit")
TEXTS = (
    "",
    "Hours given",
    "Hours  given",
    "e.g. hire somebody",
    "Example",
    "Überstunden",
    "=1+1",
    "Total of all",
    "sample",
    "Hours given (deleted)",
    "16,93",
    "- of which at schools",
    "or at schools",
    "Hours (included above)",
    "200 hours of talks",
    "Hours given (?)",
    "Hours given - figure TBC",
    "Dummy line - replace",
    "Hours given by",
    "our staff and their",
    "Evidence: a register",
)
EVEN_TEXTS = ("", "Hours given", "Hours  given ", "Überstunden", "a promise to the ward, “kept”")
DATED = ("travel.diesel-litre-saved", "volunteering.community-project-hour", "crime.burglary-avoided", "NT17")


def row(references, quantities, texts, shares):
    return st.tuples(
        st.sampled_from(references),
        st.sampled_from(texts),
        st.sampled_from(quantities),
        st.sampled_from(UNITS),
        st.sampled_from(("", "North East")),
        st.sampled_from(shares),
    )


even_rows = row(REFERENCES, QUANTITIES + ODD_QUANTITIES, EVEN_TEXTS, ("",))
any_rows = row(REFERENCES + ODD_REFERENCES, (*QUANTITIES, *ODD_QUANTITIES, ""), TEXTS, ("", "", "10%"))


def table(rows):
    """Some thirty rows of several bids: a run costs more than its rows do, so that few runs are to show much."""
    piece = st.lists(st.tuples(st.sampled_from(NAMES), rows), min_size=1, max_size=20)
    return st.lists(piece, min_size=1, max_size=20).map(lambda pieces: [each for piece in pieces for each in piece])


def line_by_line(path, rows, headings, request):
    """What the table comes to when every bid of it is a file of its own: the oracle, made of the reader and kernel."""
    using = valuer_for(request, library_for(request))
    bids = defaultdict(list)
    for number, (bid, cells) in enumerate(rows, 2):
        bids[bid].append(Row(number, ["", *(trimmed(cell) or "" for cell in cells)]))
    found = {"bids": [], "lines": [], "findings": []}
    for bid, each in bids.items():
        grid = Grid("", [Row(1, ["", *headings[1:]]), *each], delimited=True)
        reading = assemble(Book((grid,)), str(path), "", using.library.vocabulary, request.reading)
        try:
            result = scored(valued(reading, request, using))
        except Refused as refused:
            result = unscored(str(path), "", refused.findings, lasting=True)
        found["bids"].append((bid, *result.bid))
        found["lines"] += [(bid, *line) for line in result.lines]
        found["findings"] += [(bid, *finding) for finding in result.findings]
    return found


def worked(path, out, *options, lines=True):
    """What the program makes of the table: the rows of each of its tables."""
    told = sv("batch", path, "--bid-column", "Bid", "-o", out, "--tables", "parquet", *options)
    assert told.code in (0, 1), told.err
    found = {}
    with duckdb.connect() as base:
        for name in ("bids", "lines", "findings") if lines else ("bids", "findings"):
            found[name] = base.read_parquet(f"{out}/{name}.parquet").fetchall()
    return found


def plain(rows, shape):
    """Rows as they compare: money in pence, numbers as floats, without the hash of the file, nothing as None."""
    money = {at for at, column in enumerate(shape.columns, 1) if column.sort == "money"}
    numbers = {at for at, column in enumerate(shape.columns, 1) if column.sort == "number"}
    skipped = {at for at, column in enumerate(shape.columns, 1) if column.name == "sha256"}

    def cell(at, value):
        if value in (None, "") or at in skipped:
            return None
        if isinstance(value, date):
            return value.isoformat()
        if at in money:
            return round(float(value) * (1 if isinstance(value, int) else 100))
        return float(value) if at in numbers else value

    return [tuple(cell(at, value) for at, value in enumerate(each)) for each in rows]


def write(path, rows, headings=HEADINGS):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([headings, *([bid, *cells] for bid, cells in rows)])
    return path


def compare(folder, rows, headings=HEADINGS, options=()):
    """Write the rows as a table in the folder, hold what is told of it to what is told line by line, and return it."""
    path = write(folder / "table.csv", rows, headings)
    wanted, found = line_by_line(path, rows, headings, asked_by(options)), worked(path, folder / "out", *options)
    assert plain(found["bids"], BIDS) == plain(wanted["bids"], BIDS)
    assert sorted(plain(found["lines"], LINES), key=str) == sorted(plain(wanted["lines"], LINES), key=str)
    assert plain(found["findings"], FINDINGS) == in_file_order(plain(wanted["findings"], FINDINGS))
    return found


def in_file_order(findings):
    """The findings of all bids by row; within a row as they were."""
    return sorted(findings, key=lambda each: each[3] or 0)


def asked_by(options):
    """The request that these options make."""
    given = dict(zip(options[::2], options[1::2], strict=True))
    facts = {
        "contract_value": Decimal(given["--contract-value"]) if "--contract-value" in given else None,
        "start": date.fromisoformat(given["--start"]) if "--start" in given else None,
        "years": Decimal(given["--years"]) if "--years" in given else None,
    }
    libraries = [Path(given["--library"])] if "--library" in given else []
    return asked(libraries, given.get("--method"), **facts)
