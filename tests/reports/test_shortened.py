"""A long bid on a screen or a page: the first thousand lines, one row that sums the others, and nothing silent."""

import csv
import json
import os
import re
from decimal import Decimal
from functools import cache
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import openpyxl
import pytest

from sv_cli.reports.shortened import MOST_LINES
from tests.cli.door import sv

MORE, UNVALUED = 30, 3
FOR_PEOPLE = ("table", "markdown", "html")
SIDES = ("--method", "green-book", "--method", "gross")


def bid_of(folder: Path, lines: int, unvalued: int = 0) -> Path:
    """A bid of so many lines, the last of which no proxy values."""
    rows = [f"volunteering.hour,Time given by group {n},{n % 40 + 1},hours" for n in range(lines - unvalued)]
    rows += [f"no-such,Words {n},{n + 1},hours" for n in range(unvalued)]
    path = folder / f"bid-{lines}.csv"
    path.write_text("\n".join(("Ref,Commitment,Quantity,Unit", *rows, "")), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def long_bid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return bid_of(tmp_path_factory.mktemp("long"), MOST_LINES + MORE, UNVALUED)


@cache
def report(bid: Path, *arguments: str, command: str = "score", columns: str = "250") -> str:
    """What the program prints on a screen of so many columns; of a long bid it is asked for once."""
    with patch.dict(os.environ, COLUMNS=columns):
        return sv(command, bid, *arguments).out


@cache
def told(bid: Path, *arguments: str, command: str = "score") -> str:
    """The report with its cells on one line, so that a wrapped text is found."""
    return " ".join(re.sub(r"<[^>]+>|\*\*", " ", report(bid, *arguments, command=command)).split())


def table_of(bid: Path, *arguments: str) -> list[dict[str, str]]:
    """The lines as the report for spreadsheet programs holds them."""
    return list(csv.DictReader(StringIO(report(bid, "--format", "csv", *arguments))))


def pounds(lines: list[dict[str, str]], column: str) -> str:
    total = sum((Decimal(line[column]) for line in lines if line[column]), Decimal(0))
    return f"£{total:,.2f}"


@pytest.mark.parametrize("output", FOR_PEOPLE)
def test_the_row_of_the_others_says_how_many_they_are_and_what_they_come_to(long_bid, output):
    text = told(long_bid, "--format", output)
    lines = table_of(long_bid)
    assert f"and {MORE} more lines, {UNVALUED} of them not valued" in text
    for column in ("net", "present_value"):
        assert pounds(lines[MOST_LINES:], column) in text
        assert pounds(lines, column) in text, "the total is of all lines"


@pytest.mark.parametrize("output", FOR_PEOPLE)
def test_the_first_thousand_lines_are_shown_and_no_other(long_bid, output):
    text = told(long_bid, "--format", output)
    assert f"group {MOST_LINES - 1} " in text
    assert f"group {MOST_LINES} " not in text


@pytest.mark.parametrize("output", FOR_PEOPLE)
def test_the_row_says_where_every_line_is(long_bid, output):
    said = "sv score --verbose shows every line here; csv, json and xlsx always hold them all"
    assert said in told(long_bid, "--format", output)


@pytest.mark.parametrize("output", FOR_PEOPLE)
def test_verbose_shows_every_line(long_bid, output):
    text = told(long_bid, "--format", output, "--verbose")
    assert "more lines" not in text
    assert all(f"group {n} " in text for n in range(MOST_LINES + MORE - UNVALUED))
    assert text.count("not valued") >= UNVALUED


@pytest.mark.parametrize("output", FOR_PEOPLE)
def test_a_bid_of_a_thousand_lines_is_shown_whole(tmp_path, output):
    bid = bid_of(tmp_path, MOST_LINES)
    short, verbose = (told(bid, "--format", output, *more) for more in ((), ("--verbose",)))
    assert "more line" not in short
    assert f"group {MOST_LINES - 1} " in short
    assert output == "table" or short == verbose


def test_what_scripts_and_spreadsheet_programs_read_holds_every_line(long_bid, tmp_path):
    assert len(table_of(long_bid)) == MOST_LINES + MORE
    assert len(json.loads(report(long_bid, "--format", "json"))["lines"]) == MOST_LINES + MORE
    sv("score", long_bid, "-o", str(tmp_path / "report.xlsx"))
    assert openpyxl.load_workbook(tmp_path / "report.xlsx")["Lines"].max_row == MOST_LINES + MORE + 2


def test_a_page_links_to_no_line_that_is_not_on_it(long_bid):
    text = report(long_bid, "--format", "html")
    links, marks = (set(re.findall(pattern, text)) for pattern in (r'href="#([^"]+)"', r'id="([^"]+)"'))
    assert "SV302" in text
    assert links <= marks


EXPLAINED = "sv explain --verbose explains every line here; json always holds them all"


def test_an_explanation_stops_after_as_many_lines(long_bid):
    short = told(long_bid, "--format", "markdown", command="explain")
    assert f"and {MORE} more lines; {EXPLAINED}" in short
    assert f"group {MOST_LINES - 1} " in short
    assert f"group {MOST_LINES} " not in short


def test_so_does_one_for_the_screen(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.reports.shortened.MOST_LINES", 20)  # a thousand would take a screen long to draw
    short = told(bid_of(tmp_path, 23), "--format", "text", command="explain")
    assert f"and 3 more lines; {EXPLAINED}" in short
    assert "group 19 " in short
    assert "group 20 " not in short


def test_an_explanation_of_every_line_stops_nowhere(long_bid):
    every = told(long_bid, "--format", "markdown", "--verbose", command="explain")
    assert f"group {MOST_LINES} " in every
    assert "more lines" not in every


def test_an_explanation_for_scripts_holds_every_line(long_bid):
    assert len(json.loads(report(long_bid, "--format", "json", command="explain"))["lines"]) == MOST_LINES + MORE


@pytest.mark.parametrize("columns", ["60", "100", "250"])
@pytest.mark.parametrize("methods", [(), SIDES])
def test_it_fits_every_screen(long_bid, columns, methods):
    lines = report(long_bid, *methods, columns=columns).splitlines()
    assert max(map(len, lines)) <= int(columns)


@pytest.mark.parametrize("output", ["table", "markdown"])
def test_several_methods_side_by_side_are_shortened_alike(long_bid, output):
    lines = table_of(long_bid, *SIDES)
    text = told(long_bid, "--format", output, *SIDES)
    assert f"and {MORE} more lines, {UNVALUED} of them not valued" in text
    assert "sv score --verbose shows every line here; csv and json always hold them all" in text
    for method in SIDES[1::2]:
        rest = [line for line in lines if line["method"] == method][MOST_LINES:]
        assert pounds(rest, "present_value") in text
    assert "more lines" not in told(long_bid, "--format", output, *SIDES, "--verbose")


def test_help_says_so():
    text = " ".join(re.sub(r"[│\s]+", " ", sv("score", "--help").out).split())
    assert f"the first {MOST_LINES:,} and add up the others" in text
