"""How one big table is read: CSV and Parquet, encodings, ends of lines, damage, the column that names the bid."""

import csv
import gzip
import os
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.batch.big.same import (
    HEADINGS,
    REFERENCES,
    worked,
    write,
)
from tests.batch.folder import tables_in
from tests.cli.door import sv, sv_process
from tests.examples import examples


def test_parquet_is_read_like_csv(tmp_path):
    rows = [("A", (REFERENCES[0], "x", "10", "hours", "", "")), ("B", (REFERENCES[1], "y", "3", "", "", ""))]
    path = write(tmp_path / "table.csv", rows)
    duckdb.read_csv(str(path)).write_parquet(str(tmp_path / "table.parquet"))
    csv_lines = worked(path, tmp_path / "one")["lines"]
    parquet_lines = worked(tmp_path / "table.parquet", tmp_path / "two")["lines"]
    money = slice(11, 16)
    assert [each[money] for each in csv_lines] == [each[money] for each in parquet_lines]


def test_a_parquet_file_whose_columns_are_read_together_is_read_like_csv(tmp_path):
    path = tmp_path / "years.csv"
    path.write_text(f"Bid,Ref,Year 1,Year 2,Unit\nA,{REFERENCES[0]},5,6,\nB,{REFERENCES[0]},7,,\n", encoding="utf-8")
    duckdb.read_csv(str(path)).write_parquet(str(tmp_path / "years.parquet"))
    of_csv = worked(path, tmp_path / "one", "--start", "2026-04-01")["lines"]
    of_parquet = worked(tmp_path / "years.parquet", tmp_path / "two", "--start", "2026-04-01")["lines"]
    assert [each[9:] for each in of_csv] == [each[9:] for each in of_parquet]
    assert [each[9] for each in of_csv] == [11, 7]


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


@pytest.mark.parametrize("form", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_a_table_in_another_encoding_is_worth_the_same(tmp_path, form):
    rows = [(bid, (ref, "Café £5", "10", "", "", "")) for bid in "AB" for ref in REFERENCES[:3]]
    path = write(tmp_path / "table.csv", rows)
    plainly = worked(path, tmp_path / "one")["lines"]
    path.write_text(path.read_text(encoding="utf-8"), encoding=form)
    assert worked(path, tmp_path / "two")["lines"] == plainly


def test_a_table_in_single_quotation_marks_is_worth_the_same(tmp_path):
    rows = [(bid, (ref, "Walks, and talks", "1,000", "", "", "")) for bid in "AB" for ref in REFERENCES[:3]]
    path = write(tmp_path / "table.csv", rows)
    plainly = worked(path, tmp_path / "one")["lines"]
    path.write_text(path.read_text(encoding="utf-8").replace('"', "'"), encoding="utf-8")
    assert worked(path, tmp_path / "two")["lines"] == plainly


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_lines_end_in_any_of_the_three_ways_and_a_heading_may_span_them(tmp_path, end):
    path = tmp_path / "table.csv"
    lines = ('Bid,"Ref', 'code",Quantity', f"A,{REFERENCES[0]},5", f"B,{REFERENCES[0]},6", "")
    path.write_bytes(end.join(lines).encode())
    assert [(each[0], each[9]) for each in worked(path, tmp_path / "out")["lines"]] == [("A", 5), ("B", 6)]


def test_a_cell_that_spans_lines_and_an_empty_line_keep_row_numbers_true(tmp_path):
    path = tmp_path / "table.csv"
    text = 'Bid,Ref,Description,Quantity\nA,crime.burglary-avoided,"two\nlines",3\n\nA,crime.burglary-avoided,one,TBC\n'
    path.write_text(text, encoding="utf-8")
    found = worked(path, tmp_path / "out")
    assert [each[3] for each in found["lines"]] == [2, 5]


def test_the_bid_column_must_be_there(tmp_path):
    path = write(tmp_path / "table.csv", [("A", (REFERENCES[0], "x", "10", "hours", "", ""))])
    told = sv("batch", path, "--bid-column", "Tender", "-o", tmp_path / "out")
    assert told == (
        3,
        "",
        f"{path}: SV731 no-bid-column: no column, or more than one, is headed 'Tender'; the first line has 'Bid', "
        "'Ref', 'Description', 'Quantity', 'Unit', 'Region', 'Deadweight'\n"
        "  help: with --bid-column, give the heading exactly as it is in the first line of the table\n",
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
