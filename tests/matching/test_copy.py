"""The copy of a bid: the same promises, sure references filled in, nothing lost and nothing that runs."""

import csv
import json
import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from typer.testing import CliRunner

from sv_cli.app import app
from sv_cli.bids.read import read_bid, read_data
from sv_cli.library.load import load_library
from tests.corpus.case import Case
from tests.corpus.cases import all_cases
from tests.corpus.write.others import csv as csv_file
from tests.corpus.write.others import ods
from tests.corpus.write.values import Formula, Sheet
from tests.corpus.write.xlsx import macro_enabled, xlsx

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
OFFER = [
    ["Acme Ltd"],
    HEAD,
    [None, "Employ long-term unemployed residents", "people", Formula("=1+2", 3)],
    ["volunteering.hour", "Volunteering", "hours", 120],
    [None, "Mural on the underpass", "hours", 40],
    [None, "Total", None, Formula("=SUM(D3:D5)", 163)],
]
VOCABULARY = load_library().library.vocabulary


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def copied(tmp_path: Path, data: bytes, name: str = "bid.xlsx") -> Path:
    bid, copy = tmp_path / name, tmp_path / f"copy-{name}"
    bid.write_bytes(data)
    result = run("match", bid, "-o", copy)
    assert result.exit_code in (0, 1), result.output
    assert bid.read_bytes() == data, "the bid itself is never changed"
    return copy


def test_a_sure_reference_is_filled_in_with_its_reasons_beside_it(tmp_path):
    page = openpyxl.load_workbook(copied(tmp_path, xlsx(Sheet(OFFER))()))["Commitments"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2, max_row=5)]
    assert rows[0] == [*HEAD, "Match", "Match confidence", "Match reasons", "Match alternatives"]
    assert rows[1][0] == "jobs.jobseeker-into-work"
    assert rows[1][4:6] == ["filled in: please check", "99 %"]
    assert rows[1][6] == "shares every word with its synonym “long-term unemployed”; both count people"
    assert "jobs.disabled-person-into-work (" in rows[1][7]
    assert (rows[2][0], rows[2][4]) == ("volunteering.hour", "reference as it was")
    assert (rows[3][0], rows[3][4]) == (None, "nothing found")


def test_formulas_keep_their_results_so_the_copy_can_be_scored_at_once(tmp_path):
    copy = copied(tmp_path, xlsx(Sheet(OFFER))())
    report = json.loads(run("score", "--format", "json", copy).stdout)
    assert [(line["ref"], line["quantity"], line["valued"]) for line in report["lines"]] == [
        ("jobs.jobseeker-into-work", 3, True),
        ("volunteering.hour", 120, True),
        (None, 40, False),
    ]


def test_all_other_parts_stay_as_they_were(tmp_path):
    data = macro_enabled(xlsx(Sheet(OFFER), Sheet([["Notes"]], name="Notes")))()
    copy = copied(tmp_path, data, "bid.xlsm").read_bytes()
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(copy)) as new:
        assert new.namelist() == old.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_a_bid_without_a_reference_column_gains_one(tmp_path):
    table = [["Commitment", "Unit", "Quantity"], ["Pay the Real Living Wage", "hours", 100], ["A mural", "hours", 5]]
    copy = copied(tmp_path, xlsx(Sheet(table))())
    reading = read_bid(copy, VOCABULARY)
    assert [each.reference for each in reading.bid.commitments] == ["jobs.living-wage-hour", None]


def test_a_text_file_stays_one_with_its_delimiter(tmp_path):
    rows = [[each.kept if isinstance(each, Formula) else each for each in row] for row in OFFER]
    copy = copied(tmp_path, csv_file(rows, ";", encoding="cp1252")(), "bid.csv")
    lines = list(csv.reader(copy.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert lines[1][4:] == ["Match", "Match confidence", "Match reasons", "Match alternatives"]
    assert lines[2][0] == "jobs.jobseeker-into-work"
    assert lines[5] == ["", "Total", "", "163"]


TRICKS = ["=1+1", "+44 20 7946 0000", "-cmd", "@SUM(1)", "\tx", " =1", "-5", "+3.5"]


def test_nothing_in_a_copied_text_file_runs(tmp_path):
    rows = [HEAD, *[[None, trick, "hours", n] for n, trick in enumerate(TRICKS, start=1)]]
    copy = copied(tmp_path, csv_file(rows)(), "bid.csv")
    cells = [row[1] for row in csv.reader(copy.read_text("utf-8-sig").splitlines())][1:]
    assert cells == ["'=1+1", "'+44 20 7946 0000", "'-cmd", "'@SUM(1)", "'\tx", "' =1", "-5", "+3.5"]


def test_a_format_that_cannot_be_copied_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "bid.ods").write_bytes(ods(Sheet(OFFER))())
    result = run("match", tmp_path / "bid.ods", "-o", tmp_path / "copy.ods")
    assert result.exit_code == 3
    assert "SV182 copy-not-possible" in result.stderr
    assert not (tmp_path / "copy.ods").exists()
    assert run("match", tmp_path / "bid.ods").exit_code == 1, "the proposals can be read all the same"


def test_a_copy_keeps_the_format_of_its_original(tmp_path):
    (tmp_path / "bid.xlsx").write_bytes(xlsx(Sheet(OFFER))())
    result = run("match", tmp_path / "bid.xlsx", "-o", tmp_path / "copy.csv")
    assert result.exit_code == 3
    assert "SV183 copy-format-differs" in result.stderr


def test_neither_the_bid_nor_another_file_is_written_over(tmp_path):
    bid = tmp_path / "bid.xlsx"
    bid.write_bytes(xlsx(Sheet(OFFER))())
    assert run("match", bid, "-o", bid, "--force").exit_code == 2
    (tmp_path / "mine.xlsx").write_bytes(b"mine")
    assert run("match", bid, "-o", tmp_path / "mine.xlsx").exit_code == 2
    assert (tmp_path / "mine.xlsx").read_bytes() == b"mine"


def test_a_text_file_whose_records_outgrow_its_headings_is_not_copied(tmp_path):
    (tmp_path / "bid.csv").write_text("Ref,Commitment,Amount\nNT28,Gifts,£1,200\n", encoding="utf-8")
    result = run("match", tmp_path / "bid.csv", "-o", tmp_path / "copy.csv")
    assert result.exit_code == 3
    assert "this bid is unusual: its line 2 has more values than the table has headings" in result.stderr


FORM = [["Commitment", "Employ long-term unemployed residents"], ["Quantity", 3], ["Unit", "people"]]


@pytest.mark.parametrize(
    ("data", "ending"), [(xlsx(Sheet(FORM)), "xlsx"), (csv_file(FORM), "csv")], ids=["xlsx", "csv"]
)
def test_a_form_is_matched_and_not_copied(tmp_path, data, ending):
    bid, copy = tmp_path / f"bid.{ending}", tmp_path / f"copy.{ending}"
    bid.write_bytes(data())
    assert "jobs.jobseeker-into-work" in run("match", bid).stdout
    result = run("match", bid, "-o", copy)
    assert result.exit_code == 3
    assert "its commitments stand in a form, which has no rows to add cells to" in result.stderr
    assert not copy.exists()


# Text without quotation marks that hides delimiters; a list beside a table, which the copy's own columns stand next to;
# rows without a reference, as they are in the copy's empty column, where another column says “Total”
# Codes in other words, which the empty column of references that the copy gains hides
ODD = ("unquoted-money", "shorter-list-beside-sections", "two-columns-of-codes", "amount-then-what")
# A copy depends on where a table stands more than on its words, so that some of each family do for an ordinary run
EVERY = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "search" else 4
COPIED = [
    (name, case)
    for name, case in all_cases()
    if not case.fatal and name.endswith((".xlsx", ".xlsm", ".csv", ".tsv")) and not any(odd in name for odd in ODD)
    if "form-read" not in case.findings  # which no column can be added to
]
CORPUS = dict(COPIED[::EVERY])


@pytest.mark.parametrize("case", CORPUS.values(), ids=CORPUS)
def test_the_copy_holds_the_same_promises_as_the_bid(tmp_path, case: Case):
    data = case.data()
    name = "bid.xlsx" if data.startswith(b"PK") else "bid.csv"
    before = read_data(data, name, VOCABULARY).bid.commitments
    after = read_bid(copied(tmp_path, data, name), VOCABULARY).bid.commitments
    told = [(each.sheet, each.row, each.quantity, each.unit) for each in before]
    assert [(each.sheet, each.row, each.quantity, each.unit) for each in after] == told
    assert all(new.reference == old.reference for new, old in zip(after, before, strict=True) if old.reference)
