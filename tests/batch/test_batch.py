"""`sv batch`: every bid of a folder in one go, as people use it."""

import csv
import json
import os
import re
import sqlite3
import sys
from collections import Counter
from functools import partial
from pathlib import Path

import duckdb
import openpyxl
import pytest
from pebble import ProcessPool

from sv_cli.batch import local
from sv_cli.batch.discover import discover
from sv_cli.batch.program import program_state, state_of
from tests.batch import scorers
from tests.batch.folder import good, tables_in, write_bids
from tests.cli.door import ROOT, sv, sv_process
from tests.cli.rights import CAN_BE_ANYBODY, like_anybody
from tests.support import figure, proxy, write_library


@pytest.fixture
def bids(tmp_path: Path) -> Path:
    return write_bids(tmp_path / "bids", 4, broken=5)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lost(out: Path) -> set[tuple[str, str, str]]:
    """The bids that came to nothing: file, finding and message."""
    nothing = {row["file"] for row in rows(out / "bids.csv") if row["scored"] == "false"}
    found = (row for row in rows(out / "findings.csv") if row["file"] in nothing)
    return {(Path(row["file"]).name, row["name"], row["message"]) for row in found}


def test_no_more_processes_are_started_than_there_are_bids(tmp_path, monkeypatch):
    started: list[int] = []

    def pool(workers: int, **how: object) -> ProcessPool:
        started.append(workers)
        return ProcessPool(workers, **how)

    monkeypatch.setattr(local, "ProcessPool", pool)
    told = sv("batch", write_bids(tmp_path / "bids", 2), "-o", tmp_path / "out", "--jobs", 1024)
    assert (told.code, sum(started)) == (0, 2)


def test_one_bad_file_stops_nothing_and_stands_in_the_results_with_its_finding(bids, tmp_path):
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    assert told.code == 1
    assert told.err.endswith(f"written: {tmp_path}/out: bids.csv, lines.csv, findings.csv\n")
    bid_rows = rows(tmp_path / "out" / "bids.csv")
    assert [(Path(row["file"]).name, row["scored"]) for row in bid_rows] == [
        ("bid-0000.csv", "true"),
        ("bid-0001.csv", "true"),
        ("bid-0002.csv", "true"),
        ("bid-0003.csv", "true"),
        ("broken-000-empty.csv", "false"),
        ("broken-001-picture.xlsx", "false"),
        ("broken-002-no-header.csv", "false"),
        ("broken-003-half.xlsx", "false"),
        ("broken-004-unknown.csv", "true"),
    ]
    findings = rows(tmp_path / "out" / "findings.csv")
    assert {Path(row["file"]).name for row in findings if row["severity"] == "error"} == {
        path.name for path in bids.iterdir() if path.name.startswith("broken")
    }


def test_lines_add_up_to_bids_and_bids_to_the_summary(bids, tmp_path):
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    of_lines = sum(round(float(row["present_value"] or 0) * 100) for row in rows(tmp_path / "out" / "lines.csv"))
    of_bids = sum(round(float(row["present_value"] or 0) * 100) for row in rows(tmp_path / "out" / "bids.csv"))
    assert of_lines == of_bids > 0
    assert f"Present value {of_bids / 100:>27,.2f}".split()[-1] in told.out.replace("£", "")


def test_a_bid_is_worth_what_sv_score_says(bids, tmp_path):
    sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    alone = sv("score", bids / "bid-0002.csv", "--format", "csv").out
    present = [row["present_value"] for row in csv.DictReader(alone.splitlines())]
    lines = rows(tmp_path / "out" / "lines.csv")
    assert [row["present_value"] for row in lines if row["file"].endswith("bid-0002.csv")] == present


def test_what_is_lost_has_its_sign_in_every_table(tmp_path):
    small, large = figure("test.small", "10"), figure("test.large", "30")
    library = write_library(tmp_path, figures=[small, large], proxies=[proxy("test.hour", "test.small - test.large")])
    bid = tmp_path / "bid.csv"
    bid.write_text(
        "Ref,Commitment,Quantity,Unit\ntest.hour,Time,3,hours\ntest.hour,Less,0.002,hours\n", encoding="utf-8"
    )
    formats = ("--tables", "csv", "--tables", "parquet")
    sv("batch", bid, "-o", tmp_path / "out", "--jobs", 1, "--library", library, *formats)
    lost = ["-60.00", "-0.04"]
    assert [row["gross"] for row in rows(tmp_path / "out" / "lines.csv")] == lost
    assert duckdb.read_parquet(f"{tmp_path}/out/lines.parquet").select("gross::varchar").fetchall() == [
        (each,) for each in lost
    ]


def test_the_results_are_the_same_bytes_whatever_the_number_of_processes(bids, tmp_path):
    formats = [each for name in ("csv", "parquet", "xlsx", "sqlite") for each in ("--tables", name)]
    outs = []
    for jobs in (1, 3):
        out = tmp_path / f"out-{jobs}"
        sv("batch", bids, "-o", out, "--jobs", jobs, "--report", "json", *formats)
        outs.append(tables_in(out))
    assert outs[0] == outs[1]
    assert len(outs[0]) == 3 + 3 + 1 + 1 + 5


def test_they_are_the_same_bytes_however_the_results_came_in(bids, tmp_path, monkeypatch):
    formats = [each for name in ("csv", "parquet", "xlsx", "sqlite") for each in ("--tables", name)]
    outs = []
    for together in (1, 1_000):
        monkeypatch.setattr("sv_cli.commands.batch._TOGETHER", together)
        out = tmp_path / f"out-{together}"
        sv("batch", bids, "-o", out, "--jobs", 1, *formats)
        outs.append(tables_in(out))
    assert outs[0] == outs[1]


def test_so_are_the_tables_of_a_database_that_names_itself_at_random(bids, tmp_path):
    told = []
    for jobs in (1, 2):
        sv("batch", bids, "-o", tmp_path / f"{jobs}", "--jobs", jobs, "--tables", "duckdb")
        with duckdb.connect(str(tmp_path / f"{jobs}" / "results.duckdb"), read_only=True) as base:
            told.append([base.execute(f"FROM {table}").fetchall() for table in ("bids", "lines", "findings")])
    assert told[0] == told[1]
    assert len(told[0][1]) > 8


def test_every_kind_of_table_holds_the_same_sums(bids, tmp_path):
    out = tmp_path / "out"
    formats = [each for name in ("csv", "parquet", "xlsx", "duckdb", "sqlite") for each in ("--tables", name)]
    sv("batch", bids, "-o", out, *formats)
    ask = "select count(*), sum(present_value) from {}"
    wanted = [row["present_value"] for row in rows(out / "lines.csv")]
    expected = (len(wanted), round(sum(float(each or 0) for each in wanted), 2))
    with sqlite3.connect(out / "results.sqlite") as base:
        count, total = base.execute(ask.format("lines")).fetchone()
    base.close()
    assert (count, round(total, 2)) == expected
    with duckdb.connect() as base:
        count, total = base.execute(ask.format(f"'{out}/lines.parquet'")).fetchone()
    assert (count, float(total)) == expected
    with duckdb.connect(str(out / "results.duckdb"), read_only=True) as base:
        count, total = base.execute(ask.format("lines")).fetchone()
    assert (count, float(total)) == expected
    sheet = openpyxl.load_workbook(out / "results.xlsx")["lines"]
    header, *lines = list(sheet.iter_rows(values_only=True))
    present = [line[header.index("present_value")] or 0 for line in lines]
    assert (len(present), round(sum(present), 2)) == expected


@pytest.mark.parametrize("text", ["#REF!", "<r>a & b</r>", "https://e.example", "00123", "TRUE", "words"])
def test_a_text_of_a_workbook_is_a_text_whatever_it_looks_like(tmp_path, text):
    bid, out = tmp_path / "bid.csv", tmp_path / "out"
    bid.write_text(f"Ref,Description,Quantity,Unit\nvolunteering.hour,{text},3,hours\n", encoding="utf-8")
    sv("batch", bid, "-o", out, "--jobs", 1, "--tables", "xlsx")
    header, line = openpyxl.load_workbook(out / "results.xlsx")["lines"].iter_rows()
    cells = dict(zip((cell.value for cell in header), line, strict=True))
    assert (cells["description"].value, cells["description"].data_type) == (text, "s")
    assert (cells["quantity"].value, cells["valued"].value, cells["findings"].value) == (3, True, None)


@pytest.mark.parametrize("text", ['"', 'a "quote"', "a, b", "two\nlines", "a\rreturn", ",", '=1,"2"', "'", "words"])
def test_a_text_of_a_csv_is_read_again_as_it_was_written(tmp_path, text):
    bid, out = tmp_path / "bid.csv", tmp_path / "out"
    with bid.open("w", encoding="utf-8", newline="") as file:
        promise = ("volunteering.hour", f"Mentors: {text}, weekly", 3, "hours")
        csv.writer(file).writerows([("Ref", "Description", "Quantity", "Unit"), promise])
    sv("batch", bid, "-o", out, "--jobs", 1)
    assert sv("score", bid, "--format", "csv", "-o", tmp_path / "scored.csv")[0] == 0
    written, scored = rows(out / "lines.csv"), rows(tmp_path / "scored.csv")
    assert [line["description"] for line in written] == [line["description"] for line in scored]
    assert text.split()[0] in written[0]["description"]


def test_a_second_run_scores_only_what_changed(bids, tmp_path):
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--jobs", 1)
    (bids / "bid-0001.csv").write_text(good(40), encoding="utf-8")
    (bids / "bid-0004.csv").write_text(good(41), encoding="utf-8")
    told = sv("batch", bids, "-o", out, "--jobs", 1)
    # The two, and the empty one: without bytes nothing says that it is the same
    assert "finished: 3 in" in told.err
    assert "7 reused from an earlier run" in told.err
    fresh = tmp_path / "fresh"
    sv("batch", bids, "-o", fresh, "--jobs", 1)
    assert tables_in(out) == tables_in(fresh)


def test_another_price_year_scores_everything_anew(bids, tmp_path):
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--jobs", 1)
    told = sv("batch", bids, "-o", out, "--jobs", 1, "--price-year", "2019")
    assert "finished: 9 in" in told.err
    assert {row["price_year"] for row in rows(out / "bids.csv")} == {"2019", ""}


def test_reports_stand_in_folders_like_the_bids(tmp_path):
    write_bids(tmp_path / "bids" / "north", 2)
    write_bids(tmp_path / "bids" / "south", 1)
    out = tmp_path / "out"
    sv("batch", tmp_path / "bids", "-o", out, "--report", "markdown", "--jobs", 1)
    reports = {str(path.relative_to(out)) for path in out.rglob("*.md")}
    assert reports == {
        "reports/north/bid-0000.csv.md",
        "reports/north/bid-0001.csv.md",
        "reports/south/bid-0000.csv.md",
    }
    (out / "reports/north/bid-0001.csv.md").unlink()
    told = sv("batch", tmp_path / "bids", "-o", out, "--report", "markdown", "--jobs", 1)
    assert "finished: 1 in" in told.err
    assert (out / "reports/north/bid-0001.csv.md").exists()


@pytest.mark.parametrize("name", ["html", "markdown", "json", "csv", "table", "xlsx"])
def test_a_report_of_a_batch_is_the_report_of_the_bid(tmp_path, name):
    bids = write_bids(tmp_path / "bids", 1)
    sv("batch", bids, "-o", tmp_path / "out", "--report", name, "--jobs", 1)
    (report,) = (tmp_path / "out" / "reports").iterdir()
    alone = tmp_path / "alone"
    sv("score", bids / "bid-0000.csv", "--format", name, "-o", alone)
    assert report.read_bytes() == alone.read_bytes()


def test_a_report_that_is_true_no_longer_is_taken_away(tmp_path):
    bids = write_bids(tmp_path / "bids", 2)
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--report", "html", "--jobs", 1)
    (bids / "bid-0001.csv").write_text("no,heading,here\n", encoding="utf-8")
    sv("batch", bids, "-o", out, "--report", "html", "--jobs", 1)
    assert [path.name for path in (out / "reports").iterdir()] == ["bid-0000.csv.html"]


def test_a_name_that_no_ending_can_be_put_to_stops_nothing(tmp_path):
    bids = write_bids(tmp_path / "bids", 1)
    for letter in "ab":
        (bids / f"{'é' * 124}{letter}.csv").write_text(good(3), encoding="utf-8")
    told = sv("batch", bids, "-o", tmp_path / "out", "--report", "html", "--jobs", 1)
    assert told.code == 0, told.err
    assert told.err.endswith(": bids.csv, lines.csv, findings.csv, reports\n")
    assert len(list((tmp_path / "out" / "reports").iterdir())) == 3


def test_tables_of_an_earlier_run_are_told(bids, tmp_path):
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--tables", "parquet", "--tables", "xlsx", "--jobs", 1)
    told = sv("batch", bids, "-o", out, "--tables", "csv", "--tables", "xlsx", "--jobs", 1)
    assert told.err.endswith(
        "out: bids.csv, lines.csv, findings.csv, results.xlsx\n"
        "left from an earlier run: bids.parquet, lines.parquet, findings.parquet\n"
    )


def test_reports_of_an_earlier_run_are_told_where_none_or_others_are_asked_for(bids, tmp_path):
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--report", "json", "--jobs", 1)
    assert "left from" not in sv("batch", bids, "-o", out, "--report", "json", "--jobs", 1).err
    for others in ((), ("--report", "csv")):
        told = sv("batch", bids, "-o", out, *others, "--jobs", 1)
        assert told.err.endswith("left from an earlier run: reports/**/*.json\n")


def test_what_is_left_out_is_counted(bids, tmp_path):
    for name in ("~$bid-0001.xlsx", ".hidden.csv", "minutes.docx", "photo.jpg"):
        (bids / name).write_bytes(b"x")
    told = sv("batch", bids, "-o", bids / "out", "--jobs", 1)
    again = sv("batch", bids, "-o", bids / "out", "--jobs", 1)
    assert told.err.startswith(
        "SV712 left-out: 4 entries not read: 1 × .docx, 1 × .jpg, 1 × hidden, 1 × lock file\n"
        "  help: to read a file whatever its name, give its path\n"
    )
    assert "5 entries not read: 1 × .docx, 1 × .jpg, 1 × hidden, 1 × lock file, 1 × the folder of results" in again.err


def test_a_lock_file_is_left_out_of_what_a_pattern_matches_and_hidden_ones_where_it_does_not_ask_for_them(tmp_path):
    bids = tmp_path / "bids"
    (bids / ".old").mkdir(parents=True)
    for name in ("bid.csv", ".draft.csv", ".old/bid.csv"):
        (bids / name).write_text(good(1), encoding="utf-8")
    (bids / "~$bid.csv").write_bytes(b"x")
    for top in (str(bids), f"file://{bids}"):
        for asked, paths in (("", ["bid.csv"]), ("/*.csv", ["bid.csv"]), ("/.d*.csv", [".draft.csv"])):
            found = discover([top + asked])
            assert [each.removeprefix(f"{top}/") for each in found.paths] == paths
        assert "1 × lock file" in discover([f"{top}/*.csv"]).findings[0].message
    assert discover([f"file://{bids}/~$bid.csv"]).paths == (f"file://{bids}/~$bid.csv",)


@pytest.mark.parametrize("asked", [("{0}",), ("{0}/**/*.csv", "{0}/**/*.xlsx"), ("{0}/*",)])
def test_results_among_the_bids_are_never_read_as_bids(bids, tmp_path, asked):
    (bids / "reports").mkdir()
    (bids / "reports" / "bid.csv").write_text(good(7), encoding="utf-8")
    there = bids / "out"
    sv("batch", bids, "-o", there, "--tables", "csv", "--tables", "xlsx", "--report", "csv", "--jobs", 1)
    asked = [each.format(bids) for each in asked]
    for out in (there, tmp_path / "elsewhere", there):
        told = sv("batch", *asked, "-o", out, "--jobs", 1)
        assert {Path(row["file"]).parent for row in rows(out / "bids.csv")} == {bids, bids / "reports"}
        assert "result of an earlier run" in told.err or "the folder of results" in told.err
    told = sv("check", *asked, "--framework", "bradford", "--format", "json")
    assert {Path(bid["file"]).parent for bid in json.loads(told.out)["bids"]} == {bids, bids / "reports"}


def test_results_may_stand_beside_bids_that_are_named(bids, monkeypatch):
    monkeypatch.chdir(bids)
    for _ in range(2):
        told = sv("batch", "bid-*.csv", "-o", ".", "--jobs", 1, "--report", "csv")
        assert (told.code, len(rows(bids / "bids.csv"))) == (0, 4)
    sv("batch", ".", "-o", "out", "--jobs", 1)
    assert len(rows(bids / "out" / "bids.csv")) == 9


def test_one_file_under_two_names_is_scored_once_and_two_copies_are_told(bids, tmp_path):
    (bids / "linked.csv").symlink_to(bids / "bid-0000.csv")
    (bids / "copied.csv").write_bytes((bids / "bid-0001.csv").read_bytes())
    out = tmp_path / "out"
    sv("batch", bids, f"{bids}/*.csv", "-o", out, "--jobs", 1)
    names = [Path(row["file"]).name for row in rows(out / "bids.csv")]
    assert "linked.csv" not in names
    (told,) = [row for row in rows(out / "findings.csv") if row["code"] == "SV704"]
    assert told["file"] == f"{bids}/copied.csv"
    assert told["message"] == f"this file is identical to {bids}/bid-0001.csv"


def test_findings_are_counted_with_what_only_the_run_can_tell(bids, tmp_path):
    line = "volunteering.hour,Time given,10,hours\n"
    for name in ("twice.csv", "copied.csv"):
        (bids / name).write_text(f"Ref,Commitment,Quantity,Unit\n{line}{line}", encoding="utf-8")
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--jobs", 1)
    told = Counter((row["file"], f"{row['severity']}s") for row in rows(out / "findings.csv"))
    for bid in rows(out / "bids.csv"):
        for severity in ("errors", "warnings", "notes"):
            assert int(bid[severity]) == told[bid["file"], severity]
    assert [told[f"{bids}/{name}", "warnings"] for name in ("copied.csv", "twice.csv")] == [1, 2]


def test_no_bid_at_all_is_no_result(tmp_path):
    (tmp_path / "bids").mkdir()
    told = sv("batch", tmp_path / "bids", "-o", tmp_path / "out")
    assert told == (
        3,
        "",
        f"SV711 no-bids: no bids were found: looked at {tmp_path}/bids\n"
        "  help: give a folder that contains spreadsheets or CSV files, "
        "a pattern such as 'bids/**/*.xlsx', or the files\n",
    )


def test_bids_of_which_none_is_there_leave_an_earlier_run_as_it_was(bids, tmp_path):
    out = tmp_path / "out"
    sv("batch", bids, "-o", out, "--jobs", 1)
    before = tables_in(out)
    told = sv("batch", tmp_path / "bdis", tmp_path / "gone.csv", "-o", out, "--jobs", 1)
    assert (told.code, told.out) == (3, "")
    assert "/gone.csv; results of an earlier run are unchanged\n" in told.err
    assert tables_in(out) == before


def test_a_file_that_is_not_there_is_a_result_like_any_other(bids, tmp_path):
    told = sv("batch", bids / "bid-0000.csv", bids / "gone.csv", "-o", tmp_path / "out", "--jobs", 1)
    assert told.code == 1
    assert f"-{bids}/gone.csv:SV101:" in "".join(told.out.split())  # wherever the line is broken


def test_the_results_may_not_stand_among_the_bids(bids):
    told = sv("batch", bids, "-o", bids)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{bids}: SV725 results-among-bids: this is one of the folders that contain the bids\n")


def test_hostile_names_and_texts_are_shown_and_never_run(tmp_path):
    folder = tmp_path / "bids"
    folder.mkdir()
    text = "Ref,Description,Quantity\nvolunteering.community-project-hour,\"=cmd|' /C calc'!A0\",3\n"
    (folder / "=1+1.csv").write_text(text, encoding="utf-8")
    Path(os.fsdecode(bytes(folder) + b"/caf\xe9.csv")).write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    formats = [each for name in ("csv", "parquet", "xlsx", "duckdb", "sqlite") for each in ("--tables", name)]
    assert sv("batch", folder, "-o", out, "--jobs", 1, *formats).code == 0
    lines = rows(out / "lines.csv")
    assert {row["description"] for row in lines} == {"'=cmd|' /C calc'!A0"}
    assert [Path(row["file"]).name for row in lines] == ["=1+1.csv", r"caf\xe9.csv"]


def test_the_columns_of_the_workbook_are_as_wide_as_their_headings(tmp_path):
    bids = write_bids(tmp_path / "bids", 1)
    assert sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1, "--tables", "xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "out" / "results.xlsx")
    page = book["bids"]
    for heading in page[1]:
        assert heading.font.bold
        assert page.column_dimensions[heading.column_letter].width > len(heading.value)
    assert {cell.number_format for cell in book["lines"]["O"][1:]} == {"#,##0.00"}
    assert {cell.number_format for cell in book["lines"]["K"][1:]} == {'"TRUE";"TRUE";"FALSE"'}
    assert {cell.alignment.indent for cell in book["lines"]["J"]} == {1}  # the unit, beside the quantity
    assert [(page.auto_filter.ref, page.page_setup.orientation) for page in book] == [
        ("A1:Z2", "landscape"),
        ("A1:P3", "landscape"),
        ("A1:J2", "landscape"),
    ]


def test_a_bid_that_is_not_scored_is_told_by_what_leaves_no_figure(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text(
        "Contract value,soon\n\nRef,Commitment,Quantity,Unit\nvolunteering.hour,Time,3,hours\n", encoding="utf-8"
    )
    told = sv("batch", bid, "-o", tmp_path / "out", "--jobs", 1, "--column", "quantity=Target")
    assert told.code == 1
    assert {each[1] for each in lost(tmp_path / "out")} >= {"fact-unread", "no-such-column"}
    assert "bid.csv: SV210: no table has a column 'Target'" in " ".join(told.out.split())


def test_a_bid_that_takes_too_long_costs_itself_only(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.commands.batch.score_all", scorers.score_or_die)
    bids = write_bids(tmp_path / "bids", 4)
    (bids / "slow.csv").write_text(good(5), encoding="utf-8")
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1, "--timeout", 4)
    assert told.code == 1
    assert lost(tmp_path / "out") == {
        ("slow.csv", "bid-timed-out", "this bid was not scored within 4 seconds, so sv stopped trying")
    }


def test_a_bid_that_ends_its_worker_costs_itself_only(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.commands.batch.score_all", scorers.score_or_die)
    bids = write_bids(tmp_path / "bids", 4)
    (bids / "killed.csv").write_text(good(5), encoding="utf-8")
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    assert told.code == 1
    assert {each[:2] for each in lost(tmp_path / "out")} == {("killed.csv", "worker-lost")}


def test_a_fault_of_the_program_is_told_as_one_and_tried_again(tmp_path, monkeypatch):
    bids = write_bids(tmp_path / "bids", 1)
    with monkeypatch.context() as faulty:
        faulty.setattr("sv_cli.commands.batch.score_all", scorers.score_and_fail)
        assert sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1).code == 1
    assert {each[:2] for each in lost(tmp_path / "out")} == {("bid-0000.csv", "bid-failed-inside")}
    assert sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1).code == 0


def test_a_changed_program_scores_anew(tmp_path, monkeypatch):
    bids, package = write_bids(tmp_path / "bids", 2), tmp_path / "package"
    (package / "__pycache__").mkdir(parents=True)
    scored: list[str] = []
    for text in ("1", "1", "2"):
        (package / "module.py").write_text(text, encoding="utf-8")
        (package / "__pycache__" / "module.pyc").write_text(f"{len(scored)}", encoding="utf-8")
        monkeypatch.setattr("sv_cli.commands.tasks.program_state", partial(state_of, package))
        told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
        scored += re.findall("^finished: ([0-9]+)", told.err, re.MULTILINE)
    assert scored == ["2", "0", "2"]
    assert program_state() == state_of(ROOT / "sv_cli")


def test_a_library_that_changes_on_the_way_values_nothing(tmp_path, monkeypatch):
    bids, mine = write_bids(tmp_path / "bids", 1), tmp_path / "mine.yaml"
    mine.write_text("library: {name: mine, version: '1'}\n")

    def changed_meanwhile(*asked):
        mine.write_text("library: {name: mine, version: '2'}\n")
        return discover(*asked)

    monkeypatch.setattr("sv_cli.commands.batch.discover", changed_meanwhile)
    told = sv("batch", bids, "--library", mine, "-o", tmp_path / "out", "--jobs", 1)
    assert told.code == 1
    assert {each[:2] for each in lost(tmp_path / "out")} == {("bid-0000.csv", "library-changed")}


@pytest.mark.skipif(not CAN_BE_ANYBODY, reason="here nothing can be closed to this user")
def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path):
    closed = write_bids(tmp_path / "bids", 1) / "closed"
    closed.mkdir(mode=0)
    with like_anybody():
        told = sv("batch", tmp_path / "bids", "-o", tmp_path / "out", "--jobs", 1)
    closed.chmod(0o700)
    assert told.code == 1
    assert f"{closed}: SV713 folder-unreadable: this folder could not be read: permission denied" in told.err
    assert len(rows(tmp_path / "out" / "bids.csv")) == 1


def test_folders_that_lie_deep_within_each_other_are_looked_into(tmp_path, monkeypatch):
    bids, depth = write_bids(tmp_path / "bids", 1), sys.getrecursionlimit() + 100
    monkeypatch.chdir(bids)
    for _ in range(depth):
        os.mkdir("d")  # noqa: PTH102 - from within, since the whole path grows long
        os.chdir("d")
    Path("deep.csv").write_text(good(2), encoding="utf-8")
    found, matched = discover([f"{bids}"]), discover([f"{bids}/**/*.csv"])
    Path("deep.csv").unlink()
    for _ in range(depth):  # what cleans up after tests does not go as deep
        os.chdir("..")
        os.rmdir("d")  # noqa: PTH106 - likewise
    assert [Path(path).name for path in found.paths] == ["bid-0000.csv", "deep.csv"]
    assert [each.name for each in matched.findings] == ([] if matched.paths else ["folder-unreadable"])


def test_a_table_that_is_too_long_for_a_worksheet_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.batch.tables.workbook.LAST_ROW", 7)
    bids, out = write_bids(tmp_path / "bids", 4), tmp_path / "out"
    told = sv("batch", bids, "-o", out, "--tables", "xlsx", "--jobs", 1)
    assert (told.code, told.out) == (3, "")
    assert f"{out}: SV724 too-long-for-xlsx: the table lines has more than 1,048,575 rows" in told.err
    assert [path.name for path in out.iterdir() if path.suffix == ".xlsx"] == []


def test_a_pipe_is_refused_and_not_waited_for(bids, tmp_path):
    os.mkfifo(bids / "pipe.csv")
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1, "--timeout", 20)
    assert told.code == 1
    assert any(row["name"] == "not-a-regular-file" for row in rows(tmp_path / "out" / "findings.csv"))


@pytest.mark.parametrize("seconds", ["nan", "inf", "0", "-1", "soon"])
def test_a_time_limit_that_limits_nothing_is_refused(bids, tmp_path, seconds):
    told = sv("batch", bids, "-o", tmp_path / "out", "--timeout", seconds)
    assert told.code == 2
    assert "is not a number of seconds" in told.err
    assert not (tmp_path / "out").exists()


def test_two_runs_at_once_do_not_mix(bids, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    base = sqlite3.connect(out / "sv-batch.journal", isolation_level=None)
    base.execute("PRAGMA locking_mode = EXCLUSIVE")
    base.execute("BEGIN EXCLUSIVE")
    try:
        told = sv("batch", bids, "-o", out, "--jobs", 1)
    finally:
        base.close()
    assert told == (
        3,
        "",
        f"{out}/sv-batch.journal: SV722 folder-in-use: another run is writing into this folder\n"
        "  help: wait until it finishes, or choose another folder with --output\n",
    )


def test_a_journal_that_is_none_is_neither_read_nor_replaced(bids, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "sv-batch.journal").write_bytes(b"my notes, and not a database at all " * 100)
    told = sv("batch", bids, "-o", out, "--jobs", 1)
    assert told.code == 3
    assert "SV723 journal-unusable: the record of earlier runs cannot be used: file is not a database" in told.err
    assert (out / "sv-batch.journal").read_bytes().startswith(b"my notes")


@pytest.mark.parametrize("place", range(12))
def test_no_figure_is_taken_from_a_journal_that_a_bad_disk_has_changed(tmp_path, place):
    """One digit or letter of what is kept is another; it is told, or the bid is scored anew."""
    bids, out = write_bids(tmp_path / "bids", 9), tmp_path / "out"
    assert sv("batch", bids, "-o", out, "--jobs", 1).code == 0
    before, journal = tables_in(out), out / "sv-batch.journal"
    kept = bytearray(journal.read_bytes())
    letters = [at for at in range(8192, len(kept)) if chr(kept[at]).isalnum() and kept[at] < 0x80]
    kept[letters[place * (len(letters) // 12)]] ^= 0x81 if place % 3 == 0 else 0x01
    journal.write_bytes(kept)
    told = sv("batch", bids, "-o", out, "--jobs", 1)
    assert tables_in(out) == before
    if told.code != 0:
        assert (told.code, told.out) == (3, "")
        assert "SV723 journal-unusable: the record of earlier runs cannot be used: " in told.err


def test_output_that_is_a_file_is_refused(bids, tmp_path):
    (tmp_path / "out").write_text("mine")
    told = sv("batch", bids, "-o", tmp_path / "out")
    assert told.code == 3
    why = "the results could not be written: there is a file where the folder should be"
    assert told.err.startswith(f"{tmp_path}/out: SV721 batch-not-written: {why}\n")
    assert (tmp_path / "out").read_text() == "mine"


def test_an_output_without_a_name_is_wrong_usage(bids, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = sv("batch", bids, "-o", "")
    assert (told.code, told.out) == (2, "")
    assert (
        told.err
        == "sv: the value of -o is empty\n  help: give a value or leave it out; check whether a variable is not set\n"
    )
    assert list(tmp_path.iterdir()) == [bids]


def test_of_many_bids_without_a_figure_the_first_are_named_and_the_others_counted(tmp_path):
    bids = tmp_path / "bids"
    bids.mkdir()
    for n in range(12):
        (bids / f"bid-{n:02}.csv").write_bytes(b"")
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    assert told.code == 1
    assert "bid-09.csv" in told.out
    assert "bid-10.csv" not in told.out
    assert "and 2 more, in the table of findings" in told.out


def test_nothing_is_drawn_on_a_pipe(bids, tmp_path):
    done = sv_process("batch", bids, "-o", tmp_path / "out", "--jobs", "1")
    assert b"\x1b" not in done.stdout + done.stderr
    assert done.returncode == 1


def test_a_run_over_what_is_done_needs_no_worker(bids, tmp_path, monkeypatch):
    for path in bids.glob("broken-00[0-3]*"):
        path.unlink()
    sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    monkeypatch.setattr("sv_cli.batch.local.ProcessPool", None)  # to start one would be an error
    told = sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    assert "finished: 0 in" in told.err
