"""The copy of a bid: the same promises, sure references filled in, nothing lost and nothing that runs."""

import csv
import json
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from msgspec.structs import asdict
from typer.testing import CliRunner

from sv_cli.app import app
from sv_cli.bids.options import Reading
from sv_cli.bids.read import read_bid, read_data
from sv_cli.library.load import load_library
from sv_cli.model.bids import CHOICE, Commitment
from tests.corpus.cases import all_cases
from tests.corpus.write.others import csv as csv_file
from tests.corpus.write.others import ods
from tests.corpus.write.values import Formula, Sheet, Wrong
from tests.corpus.write.xlsx import macro_enabled, one_sheet, xlsx
from tests.examples import SEARCHING

HEAD = ["Ref", "Commitment", "Unit", "Quantity"]
OFFER = [
    ["Acme Ltd"],
    HEAD,
    [None, "Employ long-term unemployed residents", "people", Formula("=1+2", 3)],
    ["volunteering.hour", "Volunteering", "hours", 120],
    [None, "Mural on the underpass", "hours", 40],
    [None, "Total", None, Formula("=SUM(D3:D5)", 163)],
]


def vocabulary():
    """The library's words, of the very library that a command is given, so that they are put in order once for both."""
    return load_library().library.vocabulary


def run(*arguments: object):
    return CliRunner().invoke(app, [str(each) for each in arguments])


def matched(tmp_path: Path, data: bytes, name: str) -> tuple[list[dict[str, Any]], Path]:
    """What the promises of a bid may mean, and the copy of the bid that says so."""
    bid, copy = tmp_path / name, tmp_path / f"copy-{name}"
    bid.write_bytes(data)
    result = run("match", bid, "--format", "json", "-o", copy)
    assert result.exit_code in (0, 1), result.output
    assert bid.read_bytes() == data, "the bid itself is never changed"
    return json.loads(result.stdout)["matches"], copy


def copied(tmp_path: Path, data: bytes, name: str = "bid.xlsx") -> Path:
    _, copy = matched(tmp_path, data, name)
    return copy


ADDED = ["Reference (sv match)", "Match", "Match confidence", "Match reasons", "Match alternatives"]


def test_a_sure_reference_is_filled_in_with_its_reasons_beside_it(tmp_path):
    page = openpyxl.load_workbook(copied(tmp_path, xlsx(OFFER)()))["Commitments"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2, max_row=5)]
    assert rows[0] == [*HEAD, *ADDED]
    assert rows[1][0] is None, "the bid's own cells stay as they were"
    assert rows[1][4:7] == ["jobs.jobseeker-into-work", "filled in: please check", "99 %"]
    assert rows[1][7] == "shares every word with its synonym “long-term unemployed”; both count people"
    assert "jobs.disabled-person-into-work (" in rows[1][8]
    assert (rows[2][0], rows[2][4], rows[2][5]) == ("volunteering.hour", None, "reference unchanged")
    assert (rows[3][4], rows[3][5]) == (None, "nothing found")


def test_what_is_to_be_chosen_can_be_chosen_from_a_list_on_a_protected_sheet_too(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEAD, [None, "Volunteering in schools by our staff", "hours", 120]):
        book.active.append(row)
    book.active.protection.sheet = True
    book.active.column_dimensions.group("F", "Z", hidden=True)
    book.save(tmp_path / "made.xlsx")
    page = openpyxl.load_workbook(copied(tmp_path, (tmp_path / "made.xlsx").read_bytes())).active
    assert (page["D2"].protection.locked, page["E2"].protection.locked) == (True, False)
    assert page["E2"].fill.fgColor.rgb == "FFFFF2CC"
    (lists,) = page.data_validations.dataValidation
    assert str(lists.sqref) == "E2"
    assert lists.formula1.startswith('"volunteering.hour,volunteering.')
    widths = {letter: (each.min, each.max, each.width, each.hidden) for letter, each in page.column_dimensions.items()}
    assert widths["E"] == (5, 5, 36, False)
    assert widths["I"] == (9, 9, 60, False), "a column that was hidden is shown"
    assert widths["J"][3]


def chosen(copy: Path, **cells: str) -> Path:
    book = openpyxl.load_workbook(copy, data_only=True)
    for place, text in cells.items():
        book.active[place] = text
    book.save(copy)
    return copy


def test_what_is_chosen_in_the_copy_counts_and_what_is_not_is_asked_for_at_its_cell(tmp_path):
    table = [["Commitment", "Unit", "Quantity"], ["A mural", "hours", 5], ["Volunteering day", "hours", 7]]
    copy = chosen(copied(tmp_path, xlsx(table)()), D2=" volunteering.community-project-hour ")
    report = json.loads(run("score", "--format", "json", copy).stdout)
    assert [(line["ref"], line["quantity"], line["valued"]) for line in report["lines"]] == [
        ("volunteering.community-project-hour", 5, True),
        (None, 7, False),
    ]
    (told,) = [each for each in report["findings"] if each["code"] == "SV301"]
    assert (told["row"], told["cell"], told["column"]) == (3, "D3", "Reference (sv match)")


def test_a_reference_that_takes_the_place_of_the_bids_own_is_told(tmp_path):
    copy = chosen(copied(tmp_path, xlsx(OFFER)()), E4="volunteering.community-project-hour", E6="local.cash-given")
    reading = read_bid(copy, vocabulary())
    assert reading.bid.commitments[1].reference == "volunteering.community-project-hour"
    told = {each.name: each.place.cell for each in reading.findings}
    assert (told["chosen-instead"], told["choice-not-read"]) == ("E4", "E6")


def test_a_fault_in_the_bids_own_column_is_mended_by_choosing(tmp_path):
    table = [HEAD, [Wrong("#N/A"), "Employ long-term unemployed residents", "people", 3]]
    before = read_data(xlsx(table)(), "bid.xlsx", vocabulary())
    assert (before.findings[0].name, before.bid.commitments[0].unsure) == ("error-cell", ("reference",))
    after = read_bid(copied(tmp_path, xlsx(table)()), vocabulary())
    assert (after.findings, after.bid.commitments[0].unsure) == ((), ())
    assert after.bid.commitments[0].reference == "jobs.jobseeker-into-work"


def test_a_title_where_others_have_codes_is_not_written_over(tmp_path):
    table = [["Measure", "Unit", "Quantity"], ["NT17 - Volunteering", "hours", 5], ["A mural", "hours", 5]]
    page = openpyxl.load_workbook(copied(tmp_path, xlsx(table)()))["Commitments"]
    assert [cell.value for cell in page["A"]] == ["Measure", "NT17 - Volunteering", "A mural"]


def test_a_copy_is_not_copied_again(tmp_path):
    copy = copied(tmp_path, xlsx(OFFER)())
    result = run("match", copy, "-o", tmp_path / "again.xlsx")
    assert result.exit_code == 3
    assert "it is a copy that already has these columns" in result.stderr


def test_formulas_keep_their_results_so_the_copy_can_be_scored_at_once(tmp_path):
    copy = copied(tmp_path, xlsx(OFFER)())
    report = json.loads(run("score", "--format", "json", copy).stdout)
    assert [(line["ref"], line["quantity"], line["valued"]) for line in report["lines"]] == [
        ("jobs.jobseeker-into-work", 3, True),
        ("volunteering.hour", 120, True),
        (None, 40, False),
    ]


def test_all_other_parts_stay_as_they_were(tmp_path):
    data = macro_enabled(xlsx(OFFER, Sheet([["Notes"]], name="Notes")))()
    copy = copied(tmp_path, data, "bid.xlsm").read_bytes()
    with ZipFile(BytesIO(data)) as old, ZipFile(BytesIO(copy)) as new:
        assert new.namelist() == old.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert set(changed) == {"xl/worksheets/sheet1.xml", "xl/styles.xml"}


def test_a_bid_without_a_reference_column_gains_one(tmp_path):
    table = [["Commitment", "Unit", "Quantity"], ["Pay the Real Living Wage", "hours", 100], ["A mural", "hours", 5]]
    copy = copied(tmp_path, xlsx(table)())
    reading = read_bid(copy, vocabulary())
    assert [each.reference for each in reading.bid.commitments] == ["jobs.living-wage-hour", None]


def test_a_text_file_stays_one_with_its_delimiter(tmp_path):
    rows = [[each.kept if isinstance(each, Formula) else each for each in row] for row in OFFER]
    copy = copied(tmp_path, csv_file(*rows, delimiter=";", encoding="cp1252")(), "bid.csv")
    lines = list(csv.reader(copy.read_text("utf-8-sig").splitlines(), delimiter=";"))
    assert lines[1][4:] == ADDED
    assert lines[2][4] == "jobs.jobseeker-into-work"
    assert lines[5] == ["", "Total", "", "163"]


def test_a_text_file_that_names_its_delimiter_goes_on_naming_it(tmp_path):
    text = "sep=;\nCommitment;Unit;Quantity\nVolunteering day;hours;7\n"
    copy = copied(tmp_path, text.encode(), "bid.csv").read_text("utf-8-sig")
    assert copy.splitlines()[:2] == ["sep=;", ";".join(["Commitment;Unit;Quantity", *ADDED])]
    (line,) = json.loads(run("score", "--format", "json", tmp_path / "copy-bid.csv").stdout)["lines"]
    assert (line["row"], line["quantity"]) == (3, 7)


def test_a_bid_that_cannot_be_read_is_told_and_not_copied(tmp_path):
    (tmp_path / "bid.csv").write_bytes(b"%PDF-1.7\n")
    for options in ((), ("-o", tmp_path / "copy.csv")):
        result = run("match", tmp_path / "bid.csv", *options)
        assert (result.exit_code, result.stdout) == (3, "")
        assert "SV106 not-a-spreadsheet: " in result.stderr
    assert not (tmp_path / "copy.csv").exists()


TRICKS = ["=1+1", "+44 20 7946 0000", "-cmd", "@SUM(1)", "\tx", " =1", "-5", "+3.5"]


def test_nothing_in_a_copied_text_file_runs(tmp_path):
    rows = [HEAD, *[[None, trick, "hours", n] for n, trick in enumerate(TRICKS, start=1)]]
    copy = copied(tmp_path, csv_file(*rows)(), "bid.csv")
    cells = [row[1] for row in csv.reader(copy.read_text("utf-8-sig").splitlines())][1:]
    assert cells == ["'=1+1", "'+44 20 7946 0000", "'-cmd", "'@SUM(1)", "'\tx", "' =1", "-5", "+3.5"]


def test_a_format_that_cannot_be_copied_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "bid.ods").write_bytes(ods(OFFER)())
    result = run("match", tmp_path / "bid.ods", "-o", tmp_path / "copy.ods")
    assert result.exit_code == 3
    assert "SV182 copy-not-possible" in result.stderr
    assert not (tmp_path / "copy.ods").exists()
    assert run("match", tmp_path / "bid.ods").exit_code == 1, "the proposals can be read all the same"


def test_a_copy_keeps_the_format_of_its_original(tmp_path):
    (tmp_path / "bid.xlsx").write_bytes(xlsx(OFFER)())
    result = run("match", tmp_path / "bid.xlsx", "-o", tmp_path / "copy.csv")
    assert result.exit_code == 3
    assert "SV183 copy-format-differs" in result.stderr


def test_neither_the_bid_nor_another_file_is_written_over(tmp_path):
    bid = tmp_path / "bid.xlsx"
    bid.write_bytes(xlsx(OFFER)())
    assert run("match", bid, "-o", bid, "--force").exit_code == 2
    (tmp_path / "mine.xlsx").write_bytes(b"mine")
    assert run("match", bid, "-o", tmp_path / "mine.xlsx").exit_code == 2
    assert (tmp_path / "mine.xlsx").read_bytes() == b"mine"


def test_a_text_file_whose_records_outgrow_its_headings_is_not_copied(tmp_path):
    (tmp_path / "bid.csv").write_text("Ref,Commitment,Amount\nNT28,Gifts,£1,200\n", encoding="utf-8")
    result = run("match", tmp_path / "bid.csv", "-o", tmp_path / "copy.csv")
    assert result.exit_code == 3
    assert "this bid is unusual: its line 2 has more values than the table has headings" in result.stderr


CARD = [["Commitment", "Employ long-term unemployed residents"], ["Quantity", 3], ["Unit", "people"]]
BOTH = [(one_sheet, "xlsx"), (csv_file, "csv")]


@pytest.mark.parametrize(("write", "ending"), BOTH)
def test_beside_each_card_of_a_form_stands_its_reference(tmp_path, write, ending):
    rows = [*CARD, [], ["Commitment", "A mural"], ["Quantity", 5], ["Unit", "hours"]]
    copy = copied(tmp_path, write(*rows)(), f"bid.{ending}")
    lines = json.loads(run("score", "--format", "json", copy).stdout)
    assert [(line["ref"], line["quantity"], line["valued"]) for line in lines["lines"]] == [
        ("jobs.jobseeker-into-work", 3, True),
        (None, 5, False),
    ]
    (told,) = [each for each in lines["findings"] if each["code"] == "SV301"]
    assert (told["cell"], told["column"]) == ("C6", "Reference (sv match)")


@pytest.mark.parametrize(("write", "ending"), BOTH)
def test_beside_a_form_of_columns_stands_a_row_for_each_that_says_which_it_is(tmp_path, write, ending):
    rows = [[*row, *more] for row, more in zip(CARD, (("A mural", "Art"), (5, 4), ("hours", "hours")), strict=True)]
    copy = copied(tmp_path, write(*rows)(), f"bid.{ending}")
    lines = json.loads(run("score", "--format", "json", copy).stdout)
    assert [(line["ref"], line["quantity"]) for line in lines["lines"]] == [
        ("jobs.jobseeker-into-work", 3),
        (None, 5),
        (None, 4),
    ]
    assert [each["cell"] for each in lines["findings"] if each["code"] == "SV301"] == ["E3", "E4"]
    if write is xlsx:
        page = chosen(copy, E4="volunteering.hour", E6="local.cash-given")
        assert openpyxl.load_workbook(page).active["F4"].value.startswith("D1: ")
        reading = read_bid(page, vocabulary())
        assert reading.bid.commitments[2].reference == "volunteering.hour"
        assert [each.place.cell for each in reading.findings if each.name == "choice-not-read"] == ["E6"]


WORKBOOKS = (".xlsx", ".xlsm")
SAMPLES = Path(__file__).parents[2] / "samples"
COPIED = [
    (name, case.data) for name, case in all_cases() if not case.fatal and name.endswith((*WORKBOOKS, ".csv", ".tsv"))
]
COPIED += [
    (f"samples/{path.name}", path.read_bytes)
    for path in sorted(SAMPLES.rglob("*"))
    if path.suffix in (*WORKBOOKS, ".csv")
]
# A copy depends on where a table stands more than on its words, so that some of each family do for an ordinary run
EVERY = 1 if SEARCHING else 8
CORPUS = dict(COPIED[::EVERY])
_ADDED = ("columns", "cells", "reference", "reference_words", "chosen")


def said(commitment: Commitment) -> dict[str, object]:
    """All that a commitment says but its reference."""
    found = {name: said for name, said in asdict(commitment).items() if name not in _ADDED}
    places = {name: place for name, place in (commitment.cells or {}).items() if name != CHOICE}
    return found | {"cells": places, "unsure": [name for name in commitment.unsure if name != "reference"]}


def told(reading: Reading) -> list[tuple[object, ...]]:
    """All findings but that of the encoding, which in a copy is always UTF-8."""
    return [
        (each.name, each.place.sheet, each.place.row, each.place.cell, each.message)
        for each in reading.findings
        if each.name != "encoding-detected"
    ]


@pytest.mark.parametrize("data", CORPUS.values(), ids=CORPUS)
def test_the_copy_says_what_the_bid_does_and_names_the_references_that_were_filled_in(tmp_path, data):
    content = data()
    name = "bid.xlsx" if content.startswith(b"PK") else "bid.csv"
    before = read_data(content, name, vocabulary())
    if before.bid is None:
        pytest.skip("a sample that is refused")
    if any(each.name == "extra-cells" for each in before.findings):  # no cell is free beside a record that was cut
        (tmp_path / name).write_bytes(content)
        assert "SV182 copy-not-possible" in run("match", tmp_path / name, "-o", tmp_path / f"copy-{name}").stderr
        return
    matches, copy = matched(tmp_path, content, name)
    after = read_bid(copy, vocabulary())
    assert list(map(said, after.bid.commitments)) == list(map(said, before.bid.commitments))
    assert (after.bid.contract, told(after)) == (before.bid.contract, told(before))
    wanted = [each["proposals"][0]["proxy"] if each["state"] == "proposed" else each["ref"] for each in matches]
    assert [each.reference for each in after.bid.commitments] == wanted
