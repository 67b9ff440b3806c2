"""A table of many rows is read in the time that its rows take: none of them has all the others looked through again."""

import pytest
from openpyxl.worksheet.cell_range import CellRange

HEAD = "Ref,Commitment,Unit,Quantity"
LAST_COLUMNS = "CDEFGHIJKLMNOPQRSTUVWXYZ"
MANY = 10_000  # at which a look through all rows for each of them takes a good part of a minute


def lines(each: str) -> list[str]:
    return [each.format(n) for n in range(1, MANY + 1)]


def test_a_mark_of_a_footnote_in_every_row(desk):
    read = desk.csv("\n".join([HEAD, *lines("NT17*,Time {0},hours,{0}")]))
    assert {line.reference for line in read.commitments} == {"NT17"}
    assert len(read.commitments) == MANY


def test_a_footnote_that_takes_every_row_back(desk):
    read = desk.csv("\n".join([HEAD, *lines("NT17*,Time {0},hours,{0}"), "", "* Stretch targets"]))
    assert len(read.commitments) == MANY
    assert all("reference" in line.unsure for line in read.commitments)


def test_a_section_above_every_row(desk):
    read = desk.csv("\n".join([HEAD, *lines("Internal,,,\nNT17,Time {0},hours,{0}")]))
    assert len(read.commitments) == MANY
    assert all("status" in line.unsure for line in read.commitments)


def test_a_section_that_is_internal_beside_an_external_one(desk):
    read = desk.csv(f"{HEAD}\nInternal,,,\nNT17,Time,hours,40\nExternal,,,\nNT1,Jobs,FTE,3\n")
    assert read.lines == [(3, "NT17", "40"), (5, "NT1", "3")]


@pytest.mark.parametrize("group", ["Total", "Sub-total"])
def test_a_label_of_a_total_in_every_row(desk, group):
    read = desk.csv("\n".join([f"{HEAD},Group", *lines(f"NT17,Time {{0}},hours,{{0}},{group}")]))
    assert len(read.commitments) == MANY


def test_sums_of_many_rows_below_them(desk):
    read = desk.csv("\n".join([HEAD, *lines("NT17,Time {0},hours,1"), *[f"Sum of it,,hours,{MANY}"] * MANY]))
    assert len(read.commitments) == MANY


def test_a_version_in_every_row(desk):
    read = desk.csv("\n".join([f"{HEAD},Version", *lines("NT17,Time,hours,{0},v{0}")]))
    assert read.lines == [(MANY + 1, "NT17", str(MANY))]


def test_versions_that_may_replace_each_other(desk):
    rows = [*lines("NT17,Time {0},hours,{0},final")[1:], "NT17,Time,hours,1,new"]
    read = desk.csv("\n".join([f"{HEAD},Version", *rows]))
    assert len(read.commitments) == MANY


def test_long_texts_without_a_reference(desk):
    read = desk.csv("\n".join([HEAD, *[f",{'Time ' * 6000} {n},hours,{n}" for n in range(1, 50)]]))
    assert len(read.commitments) == 49


def test_years_in_sheets_of_their_own(desk):
    rows = [HEAD.split(","), ["NT17", "Time", "hours", 40]]
    read = desk.xlsx({f"Year {n % 50 + 1} of site {n}": rows for n in range(250)})
    assert len(read.commitments) == 250


def test_ranges_that_are_merged_over_each_other(desk):
    def merge(book):
        for column in "AD":
            book.active.merged_cells.ranges.update(CellRange(f"{column}2:{column}{n}") for n in range(3, MANY // 20))

    rows = [["NT17", f"Time {n}", "hours", n] for n in range(MANY // 20)]
    read = desk.xlsx([HEAD.split(","), *rows], merge)
    assert len(read.commitments) == MANY // 20


def test_ranges_that_are_merged_in_many_cards(desk):
    cards = 400

    def merge(book):
        numbers = range(1, 5 * cards + 1)
        book.active.merged_cells.ranges.update(CellRange(f"B{n}:{last}{n}") for n in numbers for last in LAST_COLUMNS)

    card = [["Ref", "NT17", "NT1"], ["Commitment", "Time", "Jobs"], ["Unit", "hours", "FTE"], ["Quantity", 5, 3], []]
    read = desk.xlsx(card * cards, merge)
    assert len(read.commitments) == 2 * cards
