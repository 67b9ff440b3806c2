"""A bid of several sheets: a row is named with its sheet wherever people read of it, and only there."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.cli.door import sv

HEAD = ["Ref", "Commitment", "Quantity", "Unit"]
LOTS = {
    "Lot 1": [["volunteering.hour", "Drivers", 10, "hours"], ["", "Escorts", 5, "hours"]],
    "Lot 2": [["volunteering.hour", "Cooks", 20, "hours"], ["", "Cleaners", 5, "hours"]],
}


def workbook(lots):
    book = Workbook()
    book.remove(book.active)
    for name, rows in lots.items():
        page = book.create_sheet(name)
        for row in (HEAD, *rows):
            page.append(row)
    data = BytesIO()
    book.save(data)
    return data.getvalue()


@pytest.fixture
def bid(tmp_path):
    path = tmp_path / "bid.xlsx"
    path.write_bytes(workbook(LOTS))
    return path


def order_in(text, *words):
    """Whether the words follow each other in the text."""
    places = [text.find(word) for word in words]
    return -1 not in places and places == sorted(places)


LINES = ("Sheet Lot 1", "Drivers", "Escorts", "Sheet Lot 2", "Cooks", "Cleaners")
TWO = ("--method", "gross", "--method", "green-book")


@pytest.mark.parametrize(
    "way",
    [
        ("score",),
        ("score", "--format", "markdown"),
        ("score", *TWO),
        ("score", *TWO, "--format", "markdown"),
    ],
    ids=" ".join,
)
def test_each_sheet_is_named_above_its_lines(way, bid):
    told = sv(way[0], bid, *way[1:]).out
    assert order_in(told, *LINES)
    assert [told.count("Sheet Lot 1"), told.count("Sheet Lot 2")] == [1, 1]


def test_a_sheet_is_named_above_its_promises_without_a_reference(bid):
    told = sv("match", bid).out
    assert order_in(told, "Sheet Lot 1", "Escorts", "Sheet Lot 2", "Cleaners")


def test_an_explanation_names_the_sheet_of_a_row(bid):
    assert order_in(sv("explain", bid, "2").out, "Row 2 of sheet Lot 1: Drivers", "Row 2 of sheet Lot 2: Cooks")
    told = sv("explain", bid, "2", "--format", "markdown").out
    assert order_in(told, "## Row 2 of sheet Lot 1: Drivers", "## Row 2 of sheet Lot 2: Cooks")


def test_one_sheet_is_named_in_the_head_alone(tmp_path):
    path = tmp_path / "bid.xlsx"
    path.write_bytes(workbook({"Lot 1": LOTS["Lot 1"]}))
    for way in (("score",), ("score", "--format", "markdown"), ("score", *TWO), ("match",), ("explain",)):
        assert "Sheet Lot 1" not in sv(way[0], path, *way[1:]).out
    assert "Row 2: Drivers" in sv("explain", path, "2").out


def test_a_bid_without_a_value_has_no_sums_by_theme(tmp_path):
    path = tmp_path / "bid.csv"
    path.write_text("Ref,Commitment,Quantity,Unit\n,Time given,10,hours\n", encoding="utf-8")
    for form in ("table", "markdown"):
        told = sv("score", path, "--format", form).out
        assert "from 0 of 1 commitment" in told
        assert "theme" not in told.lower()


def test_a_table_without_rows_is_said_to_have_none(tmp_path):
    path = tmp_path / "bid.xlsx"
    path.write_bytes(workbook({"Lot 1": []}))
    told = " ".join(sv("score", path).out.split())  # a long path breaks the line elsewhere
    assert "header row 1, no rows below it, columns: Ref, Commitment, Quantity, Unit" in told


def test_a_heading_that_answers_to_several_fields_is_said_once(tmp_path):
    path = tmp_path / "bid.csv"
    text = "Ref,Commitment,Quantity,Unit,Comments\nvolunteering.hour,Time given,10,hours,per year?\n"
    path.write_text(text, encoding="utf-8")
    assert sv("score", path).out.count("Comments") == 1
