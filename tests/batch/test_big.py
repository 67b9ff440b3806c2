"""One big table: the same pennies and the same findings as line by line, whatever is in its rows."""

import csv
import gzip
import os
import re
import subprocess
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from sv_cli.batch.columns import BIDS, FINDINGS, LINES
from sv_cli.batch.discover import JOURNAL
from sv_cli.batch.journal import Journal
from sv_cli.batch.rows import scored
from sv_cli.bids.assemble import assemble
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.sheets.grid import Book, Grid, Row, trimmed
from sv_cli.bids.terms import depending, marks
from sv_cli.bids.terms.depending import DEPENDING
from sv_cli.bids.terms.marks import BEHIND
from sv_cli.bids.terms.said_amounts import AMOUNTS, SAID
from sv_cli.bids.terms.workings import FACTORS, WORKED
from sv_cli.commands.bids import valued
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.model.bids import Contract
from tests.batch.folder import tables_in
from tests.cli.door import sv, sv_process
from tests.examples import examples

HEADINGS = ["Bid", "Ref", "Description", "Quantity", "Unit", "Region", "Deadweight"]
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
SPELT = ("NT17", "nt 17", *REFERENCES[:2])
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
    return st.lists(st.tuples(st.sampled_from(("A", "B", "C-3")), rows), min_size=1, max_size=30)


def line_by_line(path, rows, asked):
    """What the table comes to when every bid of it is a file of its own: the oracle, made of the reader and kernel."""
    using = valuer_for(asked, library_for(asked))
    bids = defaultdict(list)
    for number, (bid, cells) in enumerate(rows, 2):
        bids[bid].append(Row(number, ["", *(trimmed(cell) or "" for cell in cells)]))
    found = {"bids": [], "lines": [], "findings": []}
    for bid, each in bids.items():
        grid = Grid("", [Row(1, ["", *HEADINGS[1:]]), *each], delimited=True)
        reading = assemble(Book((grid,)), str(path), "", using.library.vocabulary, asked.reading)
        result = scored(valued(reading, asked, using))
        found["bids"].append((bid, *result.bid))
        found["lines"] += [(bid, *line) for line in result.lines]
        found["findings"] += [(bid, *finding) for finding in result.findings]
    return found


def worked(path, out, *options, lines=True):
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


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADINGS, *([bid, *cells] for bid, cells in rows)])
    return path


def compare(path, rows, out, asked=None, *options):
    write(path, rows)
    wanted, found = line_by_line(path, rows, asked or Request()), worked(path, out, *options)
    assert plain(found["bids"], BIDS) == plain(wanted["bids"], BIDS)
    assert sorted(plain(found["lines"], LINES), key=str) == sorted(plain(wanted["lines"], LINES), key=str)
    assert plain(found["findings"], FINDINGS) == in_file_order(plain(wanted["findings"], FINDINGS))


def in_file_order(findings):
    """The findings of all bids by row; within a row as they were."""
    return sorted(findings, key=lambda each: each[3] or 0)


@examples(8)
@given(rows=table(even_rows))
def test_regular_rows_are_worth_what_they_are_line_by_line(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", rows, folder / "out")


@examples(8)
@given(rows=table(any_rows))
def test_whatever_is_in_the_rows_the_table_says_what_line_by_line_says(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", rows, folder / "out")


@examples(4)
@given(rows=table(any_rows))
def test_contexts_that_come_late_are_worth_what_they_are_line_by_line(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sv_cli.batch.big.source._lines_all_over", lambda _: [])
        compare(folder / "table.csv", rows, folder / "out")


@examples(8)
@given(
    rows=table(
        row(
            ("NT17", "nt 17", *REFERENCES[:2]),
            ("12", "12.0", "1,200", "1200", "12 hrs", "£50", "50", "0"),
            ("", "one"),
            ("",),
        )
    )
)
def test_what_is_said_twice_is_told_however_it_is_written(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", rows, folder / "out")
    sums = worked(folder / "table.csv", folder / "sums", "--no-lines", lines=False)
    assert sums["findings"] == worked(folder / "table.csv", folder / "out")["findings"]


LABELLED = {  # a column that the rows of a bid are read together by, and what stands in it
    "Type": ("Target", "Actual", "Stretch", ""),
    "Partner": ("A", "B", "All lots", "Total"),
    "Supplier": ("", "Acme", "Brook"),
    "Contract length": ("3 years", "3 years", "24 months"),
    "How often": ("", "Monthly", "per year"),
    "New or existing?": ("New", "Existing", "Existing (BAU)", ""),
    "Our share": ("5", "12", "60", "50%"),
    "Rate": ("", "12.50", "per month", "Annual"),
}


@pytest.mark.parametrize("label", LABELLED)
@examples(4, (HealthCheck.function_scoped_fixture,))
@given(data=st.data())
def test_columns_of_labels_say_what_they_say_line_by_line(label, data, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", label])
    each = st.tuples(
        st.sampled_from(REFERENCES[:2]),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17", "1,5", "1.200", "10 a year")),
        st.sampled_from(UNITS[:2]),
        st.sampled_from(LABELLED[label]),
    )
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", data.draw(table(each)), folder / "out")


DATED = ("travel.diesel-litre-saved", "volunteering.community-project-hour", "crime.burglary-avoided", "NT17")
YEARS = ("", "1", "2", "Year 1", "Year 3", "yr 2", "Contract year 2", "2026/27", "2027-28", "2026/2027", "9")
ODD_YEARS = ("Year 0", "2026", "FY27", "Q1", "Years 1-3", "once", "per year", "soon", "0", "2026/28", "Year 12", "-1")


@pytest.mark.parametrize("facts", [(), ("--start", "2026-04-01"), ("--start", "2026-04-01", "--years", "2")])
@pytest.mark.parametrize("years", [YEARS, YEARS + ODD_YEARS], ids=["regular", "any"])
@examples(5, (HealthCheck.function_scoped_fixture,))
@given(data=st.data())
def test_the_year_of_a_row_counts_as_in_a_file_of_its_own(facts, years, data, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", "Year"])
    each = st.tuples(
        st.sampled_from(DATED),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17.5", "10 a year", "TBC")),
        st.sampled_from(("", "hours")),
        st.sampled_from(years),
    )
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", data.draw(table(each)), folder / "out", stated(facts), *facts)


DAYS = ("", "", "2026-04-01", "2026-10-15 00:00:00", "2028-02-29", "2025-01-01", "2031-01-01", "2026-13-01")
ODD_DAYS = ("03/04/2026", "13/04/2026", "1 May 2026", "46113", "soon", "TBC", "2026")


@pytest.mark.parametrize("headings", [("Start date",), ("End date",), ("Start date", "End date"), ("Year", "From")])
@examples(4, (HealthCheck.function_scoped_fixture,))
@given(data=st.data())
def test_the_dates_of_a_row_count_as_in_a_file_of_its_own(headings, data, tmp_path_factory, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", *headings])
    days = data.draw(st.sampled_from((DAYS, DAYS + ODD_DAYS)))
    times = (st.sampled_from(YEARS if heading == "Year" else days) for heading in headings)
    each = st.tuples(
        st.sampled_from(DATED), st.sampled_from(EVEN_TEXTS), st.sampled_from(("12", "17.5", "10 a year")), *times
    )
    folder = tmp_path_factory.mktemp("big")
    facts = ("--start", "2026-04-01", "--years", "3")
    compare(folder / "table.csv", data.draw(table(each)), folder / "out", stated(facts), *facts)


def stated(facts):
    """The request that these options make."""
    given = dict(zip(facts[::2], facts[1::2], strict=True))
    start = date.fromisoformat(given["--start"]) if given else None
    years = Decimal(given["--years"]) if "--years" in given else None
    reading = ReadOptions(contract_start=start, contract_years=years, stated=frozenset(name[2:] for name in given))
    return Request(contract=Contract(start=start, years=years), reading=reading)


@pytest.mark.parametrize("offer", ["Commitment", "Baseline", "Our actual", "Less existing", "Net"])
def test_what_stands_beside_a_target_says_what_it_says_line_by_line(offer, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", offer, "Target", "Unit"])
    stated = (("A", "40"), ("A", "3"), ("B", "Hours given"), ("C", "20 hours of talks to be given at every school"))
    compare(tmp_path / "table.csv", [(bid, ("NT17", text, "60", "hours")) for bid, text in stated], tmp_path / "out")


def test_pounds_that_may_be_thousands_are_asked_about_as_in_a_file_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit"])
    units, amounts = ("\u00a3", "hours", "", "GBP", "tonnes"), ("2.500", "2500", "2.5", "999.999", "0.500", "1000.250")
    rows = [(bid, ("NT28", f"Gifts {unit}", each, unit)) for each in amounts for unit in units for bid in "AB"]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


@pytest.mark.parametrize("quantity", ["20", "20.0", "20 hrs", "1200", "1,200"])
def test_a_rate_in_words_says_what_it_says_line_by_line(quantity, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Comments"])
    said = ("20 hours a month", "20 talks weekly", "20 monthly talks", "1,200  hours a year", "20 in all per year")
    said = [(text, "") for text in (*said, "Each member of staff gives 20 hours", "Every pupil gets up to 1,200 hours")]
    said += [("Talks (TBC)", ""), ("Talks", "This line is for information only")]
    rows = [(bid, ("NT17", text, quantity, note)) for bid, (text, note) in zip("ABCDEFGHI", said, strict=True)]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


def test_a_unit_in_a_description_counts_as_in_a_file_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity"])
    said = ("Volunteering (days)", "Staff  weeks", "Number of volunteering days", "Weeks of talks", "Talks - DAYS",
            "Open days", "Days out", "Talks (10 days)", "Talks")  # fmt: skip
    rows = [(f"{bid}", ("NT17", text, "12")) for bid, text in enumerate(said)]
    compare(tmp_path / "table.csv", [*rows, ("0", ("NT17", "Talks", "5"))], tmp_path / "out")


def test_of_what_there_are_tonnes_and_how_much_there_is_a_description_says_as_in_a_file_of_its_own(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit"])
    said = (
        "CO2e saved by LED",
        "Carbon",
        "CO\u2082 emissions",
        "Recycling waste to save CO2",
        "greenhouse gases",
        "Trees",
    )
    rows = [(bid, ("NT31", text, "4", unit)) for unit in ("tonnes", "tCO2e", "kg") for text in said for bid in "AB"]
    said = ("We will give 50 hours in total", "We will give 50 hours", "50 hours in total", "50 hours and 5 days")
    rows += [(bid, ("NT17", text, each, "hours")) for each in ("5", "50", "100") for text in said for bid in "AB"]
    compare(tmp_path / "table.csv", rows, tmp_path / "out", stated(("--start", "2026-04-01")), "--start", "2026-04-01")


def test_what_a_description_makes_of_its_line_it_makes_as_in_a_file_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit"])
    said = ("60 hours if we win both lots", "Volunteering in Lot 2", "We hope to help", "We will help",
            "Up to 60 hours", "Around 45 hours", "Talks, c. 45 hours", "Talks (max. 60 hours)",
            "No more than 60 hours", "Volunteering (per site, 4 sites)",
            "Volunteering (per annum)", "12 staff x 5 hours each", "Between 50 and 60 hours",
            "Talks (20-60 hours)", "12 people, 4 hours each", "2 hours a week for 20 weeks", "Talks: 7 x 6 hours",
            "Hours (40 in Leeds + 30 in York)", "40 hours + 20 hours", "60 staff x 2 hours", "Talks",
            "Volunteering per annum", "Talks (p.a.)", "Talks p.a.", "60 hours per ward", "60 hours per £1m spent",
            "60 hours at each of our 5 sites", "60 days of talks", "60 minutes of talks", "60 sessions of 2 hours",
            "Talks if extended", "We might offer talks", "Talks (BAU)", "Talks, included in the training above",
            "DELETED talks", "Duplicate of row 2", "See NT8", "As NT8 above", "Talks: 5 staff x 8 hours x 3 years",
             "[Insert commitment]", "Total talks", "20 hours in Leeds and 30 in York", "At least 70 hours",
             "Rejected: talks", "Idea: talks", "Parked - talks", "Won't do: talks", "Nice to have: talks",
             "20 hours x 2", "60 hours max", "60 hours of which 20 are already delivered")  # fmt: skip
    rows = [(bid, ("NT17", text, each, "hours")) for each in ("60", "300", "40") for text in said for bid in "AB"]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


@pytest.mark.parametrize("space", ["  ", "\u00a0", "\t"])
@pytest.mark.parametrize("head", ["Description", "Evidence", "Comments"])
def test_white_space_hides_nothing_that_is_said_in_a_file_of_its_own(space, head, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", head, "Quantity", "Unit"])
    said = ("60 hours if we win both lots", "We hope to give 40 hours", "Talks (TBC)", "60 hours or more", "See NT8",
            "40 days of talks", "40 hours a week", "Talks weekly", "5 staff x 4 hours", "Talks (per annum)", "Talks",
            "Not offered", "Only if extended", "Talks in schools", "Total talks", "DELETED talks",
            "Included above")  # fmt: skip
    spaced = [written for text in said for written in (text.replace(" ", space), f"{space}{text}", f"{text}{space}")]
    rows = [(bid, ("NT17", text, "40", "hours")) for text in ("Plain", *spaced) for bid in "AB"]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


@pytest.mark.parametrize("unseen", ["\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad"])
@pytest.mark.parametrize("head", ["Description", "Evidence", "Comments"])
def test_what_nobody_sees_hides_nothing_that_is_said_in_a_file_of_its_own(unseen, head, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", head, "Quantity", "Unit"])
    said = ("60 hours if we win both lots", "We hope to give 40 hours", "Talks (TBC)", "See NT8", "40 hours a week",
            "5 staff x 4 hours", "Talks (per annum)", "Talks", "Not offered", "Total talks", "DELETED talks",
            "Included above")  # fmt: skip
    written = [
        each for text in said for each in (f"{text}{unseen}", f"{unseen}{text}", f"{text[:-2]}{unseen}{text[-2:]}")
    ]
    rows = [(bid, ("NT17", text, "40", "hours")) for text in ("Plain", *written) for bid in "AB"]
    rows += [("C", (f"NT17{unseen}", "Talks", "40", "hours")), ("D", ("NT17", "Talks", "40", f"hours{unseen}"))]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


NOTES = ("Not offered", "Per year", "Only if extended", "Should be 60", "Figure to be confirmed", "Included in row 2",
         "Sign-in sheets", "", "BAU", "Group-wide figure", "Awaiting approval", "Already counted above", "Wrong unit",
         "This is per site", "Multiply by 3", "x3", "In each school", "Existing activity", "Not offered in Year 3",
         "Removed in 2028", "Not yet agreed by the client", "5 staff x 4 hours", "5 staff x 8 hours x 3 years",
         "Delete this line", "Assumes both lots", "Needs approval", "Figure in thousands", "Dup of row 2",
         "Shared with Lot 2", "Included above", "Please remove", "In schools", "Given in 2027", "Assumes training",
         "20 hours + 30 hours", "5 x 7", "See NT8", "As NT8 above", "Additionality: none",
         "Shared with partner Acme", "Half is claimed elsewhere", "40 hours per workshop", "40 a month", "TBC",
         "To be confirmed with the client", "Aspiration", "Estimate", "Per workshop",
         "Depends on Tom", "Not if it rains", "Might be fewer", "Same people each year",
         "Either this or the talks", "Counted twice?", "Shared with the other lot", "If there is time",
         "Maybe", "Only a nice to have", "Just an idea", "Subject to the landowner's consent", "Won't do",
         "The Council", "None")  # fmt: skip


@given(data=st.data())
@examples(20)
def test_descriptions_that_are_all_amounts_count_as_in_a_file_of_its_own(data, tmp_path_factory):
    amounts = ("16", "12 hours", "£50", "50 hours of talks", "5", "1,5", "10%", "3 x 4", "2026", "12 (days)", "(50)")
    some = data.draw(st.lists(st.sampled_from(amounts), min_size=1, max_size=3))
    rows = row(REFERENCES[:6], ("12", "16", "5", "3.25", "50"), some, ("",))
    folder = tmp_path_factory.mktemp("table")
    compare(folder / "table.csv", data.draw(table(rows)), folder / "out")


@pytest.mark.parametrize("head", ["Evidence", "Comments", "Calculation"])
def test_what_descriptions_and_notes_say_together_they_say_as_in_a_file_of_its_own(head, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", head])
    said = (
        "40 hours a month",
        "Talks weekly",
        "50 hours of talks",
        "Talks (BAU)",
        "Up to 50 hours",
        "5 staff x 8 hours",
    )
    rows = [(f"{at % 7}", ("NT17", text, "40", "hours", note)) for text in said for at, note in enumerate(NOTES)]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


@pytest.mark.parametrize(
    "heads",
    [
        ("Evidence", "Notes"),
        ("Comments", "Method statement"),
        ("Bidder comments", "Proof"),
        ("Calculation", "Notes"),
        ("Funded by", "Additionality"),
    ],
)
def test_what_two_columns_of_notes_say_they_say_as_in_a_file_of_its_own(heads, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", *heads])
    both = [*((note, "Register") for note in NOTES), *(("Register", note) for note in NOTES)]
    rows = [(f"{at}", ("NT17", "Talks", "40", "hours", *notes)) for at, notes in enumerate(both)]
    compare(
        tmp_path / "table.csv",
        [*rows, *((bid, ("NT8", "Lessons", "5", "hours", "Photos", "")) for bid, _ in rows)],
        tmp_path / "out",
    )


# What begins like a mark: some say so of their line, most are promises and their evidence like any other
BEGUN = (
    "Number of hours given",
    "Sample of households weighed",
    "Inactive adults made active",
    "Test of the alarm with residents",
    "Count of visits",
    "Entered into the register",
    "Draft of the plan for the park",
    "Total number of hours",
    "Optional hours",
    "Optional - hours",
    "Deleted: hours",
    "DELETED hours",
    "Example: hours",
    "e.g. hours",
    "Was: 8 hours",
    "Average of the year",
    "To be confirmed with the school",
    "Do not count hours twice",
    "Idea: hours",
    "Not offered",
    "Total",
)


@examples(12, [HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_begins_like_a_mark_says_what_it_says_in_a_file_of_its_own(data, tmp_path_factory, monkeypatch):
    texts = st.sampled_from((*BEGUN[: data.draw(st.integers(1, len(BEGUN)))], "Hours given"))
    rows = st.tuples(
        st.sampled_from(REFERENCES[:3]), texts, st.sampled_from(("12", "5", "17")), st.just("hours"), texts, texts
    )
    folder = tmp_path_factory.mktemp("table")
    with monkeypatch.context() as patched:
        patched.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", "Evidence", "Owner"])
        compare(folder / "table.csv", data.draw(table(rows)), folder / "out")


@pytest.mark.parametrize("head", ["Our approach", "How will you deliver this?", "Method statement", "Delivery partner"])
def test_what_any_sentence_takes_back_it_takes_back_as_in_a_file_of_its_own(head, tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", head])
    said = (
        "Talks in local schools (TBC)",
        "Talks in local schools  (not\u00a0 offered)",
        "Withdrawn - talks in local schools",
        "Talks in local schools, subject to funding",
        "Talks, provided that the schools agree",
        "Talks in local schools, depending on need",
        "Talks given in groups of 12 pupils max",
        "Leeds Youth Trust (provisional)",
        "Our staff give 40 hours a month",
        "Our staff give 20 hours a month",
        "Each of our staff will give 40 hours",
    )
    rows = [(f"{at}", ("NT17", "Talks", "40", "hours", text)) for at, text in enumerate(said)]
    others = [(f"{at}", ("NT8", "Lessons", "5", "hours", "Lessons are given by our staff")) for at in range(len(said))]
    compare(tmp_path / "table.csv", [*rows, *others], tmp_path / "out")


@pytest.mark.parametrize("none", ["0", "0.0", "0 hours", "nil", "N/A", "Not offered"])
@pytest.mark.parametrize("idle", [1, 4, 5, 9])
def test_lines_that_offer_nothing_count_as_in_a_file_of_its_own(none, idle, tmp_path):
    lines = [(f"NT{n}", f"Measure {n}", none if n % 12 < idle else str(n), "hours", "", "") for n in range(1, 13)]
    compare(tmp_path / "table.csv", [(bid, line) for line in lines for bid in "AB"], tmp_path / "out")


@pytest.mark.parametrize("last", ["1", "1.0", "2", "1 hour"])
def test_a_list_of_all_measures_is_told_of_as_in_a_file_of_its_own(last, tmp_path):
    units = ("hours", "weeks", "people", "days")
    lines = [(f"NT{n}", f"Measure {n}", "1" if n < 24 else last, units[n % 4], "", "") for n in range(1, 25)]
    compare(tmp_path / "table.csv", [(bid, line) for bid in "AB" for line in lines], tmp_path / "out")


FACTS = {  # a column that states something of the contract in every row of a bid, and what stands in it
    "Supplier": ("Acme Ltd", "Brook & Sons", "", "TBC", "Total Services"),
    "Contract value": ("1,250,000", "£80,000", "900000.50", "", "lots"),
    "Contract start": ("2026-04-01", "1 April 2027", "03/04/2026", "", "soon"),
    "Contract length": ("3 years", "36 months", "1", "", "900 years"),
}


def stated_tables(facts):
    """Rows of three bids, each of which states the same facts in all of its rows, but for a slip now and then."""
    rows = st.tuples(
        st.sampled_from("ABC"),
        st.sampled_from(DATED),
        st.sampled_from(EVEN_TEXTS),
        st.sampled_from(("12", "5", "17.5", "TBC", "0")),
        st.sampled_from(("", "North East")),
        st.integers(0, 29),
    )

    def table(drawn):
        stated, rows = drawn
        return [
            (bid, [*(FACTS[name][0] for name in facts), *rest] if slip == 29 else [*stated[bid], *rest])
            for bid, *rest, slip in rows
        ]

    each = st.tuples(*(st.sampled_from(FACTS[name]) for name in facts))
    bids = st.fixed_dictionaries(dict.fromkeys("ABC", each))
    return st.tuples(bids, st.lists(rows, min_size=1, max_size=20)).map(table)


@pytest.mark.parametrize(
    "facts", [tuple(FACTS), ("Supplier",), ("Contract start", "Contract length"), ("Contract value",)]
)
@examples(5, (HealthCheck.function_scoped_fixture,))
@given(data=st.data())
def test_what_the_rows_of_a_bid_state_of_its_contract_counts_as_in_a_file_of_its_own(
    facts, data, tmp_path_factory, monkeypatch
):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", *facts, "Ref", "Description", "Quantity", "Region"])
    folder = tmp_path_factory.mktemp("big")
    compare(folder / "table.csv", data.draw(stated_tables(facts)), folder / "out")


def test_a_column_of_bidders_among_the_others_tells_bids_apart(tmp_path, monkeypatch):
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Supplier", "Description", "Quantity"])
    rows = [(bid, ("NT17", name, "Time", "4")) for bid, name in (("A", "Acme"), ("A", "Brook"), ("B", "Brook"))]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")
    findings = worked(tmp_path / "table.csv", tmp_path / "out")["findings"]
    assert [(each[0], each[7]) for each in findings if each[8] == "error"] == [("A", "fact-disputed")]


def test_rows_that_state_their_contract_are_not_read_one_by_one(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("sv_cli.commands.big.assemble", lambda book, *rest: seen.append(book) or assemble(book, *rest))
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", *FACTS, "Ref", "Description", "Quantity"])
    stated = ("Acme", "1,200,000", "2026-04-01", "3 years")
    rows = [(f"{n % 4}", (*stated, REFERENCES[n % 3], f"promise {n}", f"{n % 50 + 1}")) for n in range(3_000)]
    write(tmp_path / "table.csv", rows)
    found = worked(tmp_path / "table.csv", tmp_path / "out")
    assert len(found["lines"]) == 3_000
    assert {each[4:9] for each in found["bids"]} == {("Acme", None, 1_200_000, date(2026, 4, 1), 3)}
    assert sum(len(book.grids[0].rows) for book in seen) < 100


def test_rows_whose_texts_begin_like_marks_are_not_read_one_by_one(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr("sv_cli.commands.big.assemble", lambda book, *rest: seen.append(book) or assemble(book, *rest))
    monkeypatch.setattr(f"{__name__}.HEADINGS", ["Bid", "Ref", "Description", "Quantity", "Unit", "Evidence"])
    texts = ("Number of hours given by team {}", "Sample of plot {} weighed", "Inactive adults of ward {}")
    notes = ("Number of pupils in group 12 or 13", "Test results, checked by 2 people", "Register of ward {}")
    rows = [
        (f"{n % 4}", (REFERENCES[n % 3], texts[n % 3].format(n), f"{n % 50 + 1}", "", notes[n % 3].format(n)))
        for n in range(3_000)
    ]
    write(tmp_path / "table.csv", rows)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 3_000
    assert sum(len(book.grids[0].rows) for book in seen) < 600


LONG = (
    *((BEHIND, marks.seen_first()), *((each, depending.seen_first()) for each in DEPENDING)),
    *((each, f"{AMOUNTS}|{FACTORS}") for each in (SAID, WORKED)),
)


@pytest.mark.parametrize(("pattern", "first"), LONG, ids=range(len(LONG)))
def test_what_is_seen_first_is_in_all_that_a_long_pattern_finds(pattern, first):
    """Together the long ones are more than the engine keeps track of."""
    seen = re.compile(first, re.IGNORECASE | re.ASCII)
    texts = st.from_regex(re.compile(pattern, re.IGNORECASE | re.ASCII))

    @examples(100)
    @given(texts)
    def is_seen(text):
        assert seen.search(text)

    is_seen()


def test_a_finding_told_of_every_row_is_told_a_thousand_times_and_then_counted(tmp_path):
    rows = [("AB"[n % 3 % 2], (REFERENCES[9], f"promise {n}", f"{n + 1}", "", "", "")) for n in range(1_700)]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


def test_more_kinds_of_text_than_are_told_of_one_bid_are_each_told(tmp_path):
    rows = [(f"{n // 500}", ("no.such-proxy", "x", f"{n} or so", "", "", "")) for n in range(2_500)]
    compare(tmp_path / "table.csv", rows, tmp_path / "out")


def test_rows_keep_their_order_and_their_cells(tmp_path):
    """A table of several pieces, which the engine reads side by side: no cell of a row moves to another."""
    table = duckdb.sql(
        "select 'B' || n // 1000 as Bid, case n % 2 when 0 then 'volunteering.hour' else 'care.respite-hour' end as"
        " Ref, 'Promise ' || n || ' to everybody who may live in the ward, and to all their friends' as Description,"
        " n + 1 as Quantity, 'hours' as Unit from range(250000) as r(n) order by n"
    )
    table.write_csv(str(tmp_path / "table.csv"), header=True)
    worked(tmp_path / "table.csv", tmp_path / "out", "--start", "2026-04-01")
    lines = duckdb.read_parquet(f"{tmp_path}/out/lines.parquet", file_row_number=True)
    lines = lines.select("*, file_row_number + 2 as place, cast(split_part(description, ' ', 2) as bigint) as n")
    right = "row = n + 2 and place = row and quantity = n + 1 and bid = 'B' || n // 1000"
    right += " and ref = case n % 2 when 0 then 'volunteering.hour' else 'care.respite-hour' end"
    assert lines.filter(right).count("*").fetchall() == [(250_000,)]


@examples(4)
@given(rows=table(any_rows))
def test_entries_too_many_for_lists_are_joined(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sv_cli.batch.big.lines._LONGEST_LIST", 0)
        compare(folder / "table.csv", rows, folder / "out")


def test_regular_rows_are_not_read_one_by_one(tmp_path, monkeypatch):
    """The engine does the work: the reader sees distinct texts, and never a row for each of the table's."""
    seen = []
    monkeypatch.setattr("sv_cli.commands.big.assemble", lambda book, *rest: seen.append(book) or assemble(book, *rest))
    rows = [(f"{n % 4}", (REFERENCES[n % 3], f"promise {n}", f"{n % 50 + 1}", "", "", "")) for n in range(3_000)]
    write(tmp_path / "table.csv", rows)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 3_000
    assert sum(len(book.grids[0].rows) for book in seen) < 100


def test_a_description_that_says_something_sets_its_row_apart_and_not_its_bid(tmp_path, monkeypatch):
    """Most of the rows that look as if they say something say nothing: those are multiplied as all others are."""
    seen = []
    monkeypatch.setattr("sv_cli.commands.big.assemble", lambda book, *rest: seen.append(book) or assemble(book, *rest))
    said = ("a promise", "Given weekly", "50 hours of talks", "Talks (if extended)", "5 talks at each school")
    texts = [f"{said[n // 10 % 5]} no. {n}" if n % 10 == 0 else f"promise {n}" for n in range(3_000)]
    rows = [(f"{n % 4}", (REFERENCES[n % 3], text, f"{n % 50 + 1}", "", "", "")) for n, text in enumerate(texts)]
    write(tmp_path / "table.csv", rows)
    tables = worked(tmp_path / "table.csv", tmp_path / "out")
    assert sum(len(book.grids[0].rows) for book in seen) < 500
    assert len(tables["findings"]) > 100
    compare(tmp_path / "table.csv", rows, tmp_path / "compared")


def test_no_reference_or_unit_of_the_library_is_read_one_by_one(tmp_path, monkeypatch):
    """Not even one that begins with the letters of a mark, as waste does with was, which stands before old lines."""
    library = library_for(Request())
    named = [(proxy.id, library.vocabulary.units[proxy.unit].many) for proxy in library.proxies.values()]
    rows = [("A", (ref, f"promise {n}", f"{12 + n}", unit, "", "")) for n in range(20) for ref, unit in named]
    seen = []
    monkeypatch.setattr("sv_cli.commands.big.assemble", lambda book, *rest: seen.append(book) or assemble(book, *rest))
    write(tmp_path / "table.csv", rows)
    assert len(worked(tmp_path / "table.csv", tmp_path / "out")["lines"]) == 20 * len(named)
    assert sum(len(book.grids[0].rows) for book in seen) < 10 * len(named)


def test_half_a_penny_is_rounded_as_it_is_line_by_line(tmp_path):
    """Prices of three decimals at quantities that make exact half pennies, where a double would have to guess."""
    rows = [("A", ("time.hour", f"promise {n}", f"{n}.5", "", "", "")) for n in range(1, 200)]
    from tests.support import figure, proxy, write_library  # noqa: PLC0415 - for this test only

    library = write_library(
        tmp_path, figures=[figure("hour", "16.35")], proxies=[proxy("time.hour", "hour")], theme="time"
    )
    compare(tmp_path / "table.csv", rows, tmp_path / "out", Request((library,)), "--library", library)


def test_a_contract_value_gives_every_bid_its_per_cent(tmp_path):
    rows = [("A", (REFERENCES[0], "x", "10", "hours", "", "")), ("B", (REFERENCES[1], "y", "3", "", "", ""))]
    asked = Request(contract=Contract(value=Decimal(123457)))
    compare(tmp_path / "table.csv", rows, tmp_path / "out", asked, "--contract-value", "123457")


@pytest.mark.parametrize("method", ["sroi-guide", "gross"])
def test_other_methods_say_the_same_too(tmp_path, method):
    rows = [(bid, (ref, "x", q, "", "", "")) for bid in "AB" for ref in REFERENCES for q in QUANTITIES]
    compare(tmp_path / "table.csv", rows, tmp_path / "out", Request(method=method), "--method", method)


def test_a_cell_that_spans_lines_and_an_empty_line_keep_row_numbers_true(tmp_path):
    path = tmp_path / "table.csv"
    text = 'Bid,Ref,Description,Quantity\nA,crime.burglary-avoided,"two\nlines",3\n\nA,crime.burglary-avoided,one,TBC\n'
    path.write_text(text, encoding="utf-8")
    found = worked(path, tmp_path / "out")
    assert [each[3] for each in found["lines"]] == [2, 5]


def test_columns_are_of_one_type_in_every_table(tmp_path):
    header, row = "Bid,Contract start,Ref,Description,Quantity", f"A,2026-04-01,{REFERENCES[0]},x,5"
    (tmp_path / "table.csv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    formats = ("--tables", "parquet", "--tables", "duckdb")
    sv("batch", tmp_path / "table.csv", "--bid-column", "Bid", "-o", tmp_path / "big", *formats)
    sv("batch", tmp_path / "table.csv", "-o", tmp_path / "many", *formats, "--jobs", 1)

    def typed(folder, table):
        with duckdb.connect(str(folder / "results.duckdb"), read_only=True) as base:
            kept = [row[:2] for row in base.execute(f"DESCRIBE {table}").fetchall()]
            far = base.execute(f"DESCRIBE SELECT * FROM '{folder}/{table}.parquet'").fetchall()  # noqa: S608 - our own
        assert kept == [row[:2] for row in far]
        return [each for each in kept if each[0] != "bid"]

    for table in ("bids", "lines", "findings"):
        assert typed(tmp_path / "big", table) == typed(tmp_path / "many", table)
    assert ("start", "DATE") in typed(tmp_path / "big", "bids")


def test_rows_that_stand_apart_are_read_as_in_a_file_of_their_own(tmp_path):
    head, ref = "Ref,Description,Quantity,Unit", REFERENCES[0]
    rows = [
        ("A", f"{ref},Reading,5,hours"),
        ("B", f"{ref},Walks,5,hours"),
        ("A", f"{ref},Writing,6,hours"),
        ("B", "no.such,Time given,12.5,hours"),
        ("A", ",We shall talk to schools about our work,,"),
        ("B", f"{ref},Talks,7,hours"),
    ]
    (tmp_path / "table.csv").write_text("".join(f"{bid},{row}\n" for bid, row in [("Bid", head), *rows]))
    bids = tmp_path / "bids"
    bids.mkdir()
    for bid in "AB":
        (bids / f"{bid}.csv").write_text("\n".join([head, *(row for name, row in rows if name == bid)]))
    sv("batch", bids, "-o", tmp_path / "many", "--tables", "parquet", "--jobs", 1)
    found = worked(tmp_path / "table.csv", tmp_path / "big")
    with duckdb.connect() as base:
        many = {name: base.read_parquet(f"{tmp_path}/many/{name}.parquet") for name in ("findings", "bids")}
        of_files = many["findings"].project("file[-5:-5], code").fetchall()
        money = many["bids"].project("file[-5:-5], net").fetchall()
    assert sorted((each[0], each[6]) for each in found["findings"]) == sorted(of_files)
    assert ("A", "SV235") in of_files
    assert sorted((each[0], each[13]) for each in found["bids"]) == sorted(money)


def test_parquet_is_read_like_csv(tmp_path):
    rows = [("A", (REFERENCES[0], "x", "10", "hours", "", "")), ("B", (REFERENCES[1], "y", "3", "", "", ""))]
    path = write(tmp_path / "table.csv", rows)
    duckdb.read_csv(str(path)).write_parquet(str(tmp_path / "table.parquet"))
    csv_lines = worked(path, tmp_path / "one")["lines"]
    parquet_lines = worked(tmp_path / "table.parquet", tmp_path / "two")["lines"]
    money = slice(11, 16)
    assert [each[money] for each in csv_lines] == [each[money] for each in parquet_lines]


def test_times_of_a_warehouse_are_days_of_britain_wherever_they_are_read(tmp_path, monkeypatch):
    path = tmp_path / "table.parquet"
    times = ", ".join(
        f"timestamptz '{time}+00' AS \"{heading}\""
        for heading, time in (("Contract start", "2026-03-31 23:00:00"), ("Date", "2026-06-01 00:00:00"))
    )
    row = f'\'A\' AS "Bid", \'{REFERENCES[0]}\' AS "Ref", 5.0::DOUBLE AS "Quantity", {times}'
    duckdb.sql(f"SELECT {row}").write_parquet(str(path))
    for zone in ("UTC", "Asia/Tokyo"):
        monkeypatch.setenv("TZ", zone)
        told = sv_process("batch", path, "--bid-column", "Bid", "-o", tmp_path / zone)
        assert (told.returncode, told.stderr.count(b"SV")) == (0, 0)
    with (tmp_path / "UTC" / "bids.csv").open(encoding="utf-8", newline="") as file:
        assert [row["start"] for row in csv.DictReader(file)] == ["2026-04-01"]
    assert tables_in(tmp_path / "UTC") == tables_in(tmp_path / "Asia/Tokyo")


def test_lines_of_an_earlier_run_are_told(tmp_path):
    path = write(tmp_path / "table.csv", [("A", (REFERENCES[0], "x", "10", "hours", "", ""))])
    command = ("batch", path, "--bid-column", "Bid", "-o", tmp_path / "out")
    assert sv(*command).err.endswith("out: bids.csv, lines.csv, findings.csv\n")
    told = sv(*command, "--no-lines")
    assert told.err.endswith("out: bids.csv, findings.csv\nleft from an earlier run: lines.csv\n")


def test_the_bid_column_must_be_there(tmp_path):
    path = write(tmp_path / "table.csv", [("A", (REFERENCES[0], "x", "10", "hours", "", ""))])
    told = sv("batch", path, "--bid-column", "Tender", "-o", tmp_path / "out")
    assert told == (
        3,
        "",
        f"{path}: SV731 no-bid-column: no column, or more than one, is headed 'Tender'; the first line names 'Bid', "
        "'Ref', 'Description', 'Quantity', 'Unit', 'Region', 'Deadweight'\n"
        "  help: give the heading as it stands in the first line of the table, with --bid-column\n",
    )


def bid_names(folder: Path) -> list[str]:
    with (folder / "bids.csv").open(encoding="utf-8", newline="") as file:
        return [row["bid"] for row in csv.DictReader(file)]


def test_the_bid_column_is_named_in_capitals_or_small_letters_unless_two_are_headed_so(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text(f"Bid,BID,Tender ref,Ref,Quantity\nA,B,C,{REFERENCES[0]},10\n", encoding="utf-8")
    named = {asked: sv("batch", path, "--bid-column", asked, "-o", tmp_path / asked) for asked in ("BID", "tender REF")}
    assert [told.code for told in named.values()] == [0, 0]
    assert [bid_names(tmp_path / asked) for asked in named] == [["B"], ["C"]]
    assert sv("batch", path, "--bid-column", "bid", "-o", tmp_path / "out").code == 3


def test_a_parquet_file_whose_columns_are_read_together_is_read_like_csv(tmp_path):
    path = tmp_path / "years.csv"
    path.write_text(f"Bid,Ref,Year 1,Year 2,Unit\nA,{REFERENCES[0]},5,6,\nB,{REFERENCES[0]},7,,\n", encoding="utf-8")
    duckdb.read_csv(str(path)).write_parquet(str(tmp_path / "years.parquet"))
    of_csv = worked(path, tmp_path / "one", "--start", "2026-04-01")["lines"]
    of_parquet = worked(tmp_path / "years.parquet", tmp_path / "two", "--start", "2026-04-01")["lines"]
    assert [each[9:] for each in of_csv] == [each[9:] for each in of_parquet]
    assert [each[9] for each in of_csv] == [11, 7]


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_in_another_encoding_is_worth_the_same(tmp_path, form):
    rows = [(bid, (ref, "Café £5", "10", "", "", "")) for bid in "AB" for ref in REFERENCES[:3]]
    path = write(tmp_path / "table.csv", rows)
    plainly = worked(path, tmp_path / "one")["lines"]
    path.write_text(path.read_text(encoding="utf-8"), encoding=form)
    assert worked(path, tmp_path / "two")["lines"] == plainly


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_end_in_any_of_the_three_ways_and_a_heading_may_span_them(tmp_path, end):
    path = tmp_path / "table.csv"
    lines = ('Bid,"Ref', 'code",Quantity', f"A,{REFERENCES[0]},5", f"B,{REFERENCES[0]},6", "")
    path.write_bytes(end.join(lines).encode())
    assert [(each[0], each[9]) for each in worked(path, tmp_path / "out")["lines"]] == [("A", 5), ("B", 6)]


def unreadable(folder, name):
    """A path at which there is no table, of the sort that ``name`` says."""
    path = folder / name
    heading = "Bid,Ref,Quantity\n"
    texts = {
        "empty.csv": "",
        "headed.csv": heading,
        "quoted.csv": f'{heading}A,{REFERENCES[0]},"5\nB,{REFERENCES[0]},6\n',
        "long.csv": f"Bid,Ref,{'x' * 200_000}\n",
        "nul.csv": f"{heading}A,{REFERENCES[0]},5\nB,{REFERENCES[0]}\0,6\n",
    }
    if name in texts:
        path.write_text(texts[name], encoding="utf-8")
    elif name == "damaged.parquet":
        rows = write(folder / "rows.csv", [("A", (REFERENCES[0], "x", "10", "hours", "", ""))] * 99)
        duckdb.read_csv(str(rows)).write_parquet(str(path))
        path.write_bytes(path.read_bytes().replace(REFERENCES[0].encode(), b"\xff" * len(REFERENCES[0])))
    elif name == "cut.parquet":
        path.write_bytes(b"PAR1 and no more")
    elif name == "pipe.csv":
        os.mkfifo(path)
    elif name == "device.csv":
        path.symlink_to("/dev/zero")
    elif name == "book.csv":
        path.write_bytes(b"PK\x03\x04 and so on")
    elif name == "table.csv.gz":
        path.write_bytes(gzip.compress(heading.encode()))
    elif name == "folder.csv":
        path.mkdir()
    return path


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("gone.csv", "file-not-found"),
        ("folder.csv", "not-a-big-table"),
        ("empty.csv", "file-empty"),
        ("headed.csv", "no-bids"),
        ("quoted.csv", "file-damaged"),
        ("long.csv", "file-damaged"),
        ("nul.csv", "not-a-spreadsheet"),
        ("damaged.parquet", "file-damaged"),
        ("cut.parquet", "file-damaged"),
        ("pipe.csv", "not-a-regular-file"),
        ("device.csv", "not-a-regular-file"),
        ("book.csv", "not-a-big-table"),
        ("table.csv.gz", "not-a-big-table"),
    ],
)
def test_a_table_that_cannot_be_read_is_told(tmp_path, name, finding):
    told = sv("batch", unreadable(tmp_path, name), "--bid-column", "Bid", "-o", tmp_path / "out")
    assert told.code == 3
    assert f" {finding}: " in told.err
    assert not (tmp_path / "out" / "bids.csv").exists()


DAMAGE = (
    '"',
    '""',
    "\n",
    "\r",
    ",",
    ";",
    "\t",
    "\0",
    "\ufeff",
    "=1+1",
    "1e400",
    "\xa0",
    "\x1c",
    "\x85",
    "\u2028",
    '="5"',
)


@examples(8)
@given(damage=st.lists(st.tuples(st.integers(40, 800), st.sampled_from(DAMAGE)), min_size=1, max_size=3))
def test_damaged_text_says_the_same_whichever_way_it_is_read(damage, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    lines = [f'B{n // 4},{REFERENCES[0]},"promise, {n}",{n},hours,,' for n in range(20)]
    text = "\n".join([",".join(HEADINGS), *lines, ""])
    for at, piece in damage:
        text = f"{text[:at]}{piece}{text[at:]}"
    (folder / "table.csv").write_text(text, encoding="utf-8", newline="")
    joined = told_of(folder / "table.csv", folder / "one")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sv_cli.commands.big.regular", lambda *_: None)
        assert told_of(folder / "table.csv", folder / "two") == joined


def told_of(path, out):
    """The tables of a run, in no order; what is told of a table that cannot be read."""
    told = sv("batch", path, "--bid-column", "Bid", "-o", out, "--tables", "parquet")
    if told.code not in (0, 1):
        return told.err
    with duckdb.connect() as base:
        tables = (base.read_parquet(f"{out}/{name}.parquet").fetchall() for name in ("bids", "lines", "findings"))
        return [sorted(rows, key=repr) for rows in tables]


def test_rows_without_a_bid_and_bids_of_nearly_one_name_are_told_of(tmp_path):
    rows = [(bid, (REFERENCES[0], f"of {bid}", "5", "hours", "", "")) for bid in ("A", "", "b 1", "B  1 ", "b2")]
    found = worked(write(tmp_path / "table.csv", rows), tmp_path / "out")
    names = {(each[0], each[7]) for each in found["findings"] if each[6] >= "SV7"}
    assert names == {("", "bid-unnamed"), ("b 1", "bids-named-alike")}
    warnings = [column.name for column in BIDS.columns].index("warnings") + 1
    assert {each[0]: each[warnings] for each in found["bids"]} == {"A": 0, "": 1, "b 1": 1, "B  1 ": 0, "b2": 0}


def test_csv_and_duckdb_hold_the_same(tmp_path):
    rows = [(bid, (ref, "=1+1", "2", "", "", "")) for bid in "AB" for ref in REFERENCES]
    path = write(tmp_path / "table.csv", rows)
    out = tmp_path / "out"
    told = sv("batch", path, "--bid-column", "Bid", "-o", out, "--tables", "csv", "--tables", "duckdb")
    assert told.code == 1
    with Path(out / "lines.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert {line["description"] for line in lines} == {"'=1+1"}
    with duckdb.connect(str(out / "results.duckdb"), read_only=True) as base:
        ((total, count),) = base.execute("select sum(present_value), count(*) from lines").fetchall()
    assert (float(total), count) == (round(sum(float(line["present_value"] or 0) for line in lines), 2), len(rows))
    assert not list(out.glob("*.part"))


def test_two_runs_at_once_do_not_mix(tmp_path):
    table, out = tmp_path / "table.csv", tmp_path / "out"
    table.write_text("Bid,Ref,Description,Quantity\n1,volunteering.hour,Time,3\n", encoding="utf-8")
    out.mkdir()
    with Journal(out / JOURNAL):
        told = sv("batch", table, "--bid-column", "Bid", "-o", out)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{out}/sv-batch.journal: SV722 folder-in-use: another run is writing into this folder")
    assert sv("batch", table, "--bid-column", "Bid", "-o", out).code == 0


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
@pytest.mark.parametrize("size", ["60k", "100k", "400k", "1m"])
def test_a_full_disk_is_told_wherever_it_strikes(tmp_path, size):
    table, disk = tmp_path / "table.csv", tmp_path / "disk"
    disk.mkdir()
    rows = "".join(f"{n // 50},volunteering.hour,Time of person {n},{n % 500 + 1}\n" for n in range(3_000))
    table.write_text(f"Bid,Ref,Description,Quantity\n{rows}", encoding="utf-8")
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "sv", disk]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine mounts no disks")
    try:
        told = sv("batch", table, "--bid-column", "Bid", "-o", disk, "--tables", "duckdb", "--jobs", 1)
        assert told.code == 3
        assert "SV721 batch-not-written: the results could not be written: no space left on device\n" in told.err
        assert {path.name for path in disk.iterdir()} <= {"sv-batch.journal"}
    finally:
        subprocess.run(["umount", disk], check=False)


def test_a_number_that_its_comma_has_cut_is_asked_about_as_in_a_file_of_its_own(tmp_path):
    table = tmp_path / "table.csv"
    rows = ["A,volunteering.hour,Gardens,10,by hand,hours", "A,volunteering.hour,Parks,1,200,hours"]
    table.write_text("\n".join(["Bid,Ref,Commitment,Quantity,Notes,Unit", *rows]) + "\n", encoding="utf-8")
    found = worked(table, tmp_path / "out")
    assert [(each[3], each[7]) for each in found["findings"]] == [(3, "cut-number")]
    assert [line[11] for line in sorted(found["lines"], key=lambda line: line[3])] == [True, False]
