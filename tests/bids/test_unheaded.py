"""Tables whose heading row has numbers in it, and lists that no row heads."""

import pytest

LINES = [["NT17", "Volunteering in schools", 40, "hours"], ["NT29", "Work in parks", 20, "hours"]]
READ = [("NT17", 40), ("NT29", 20)]
OF_YEARS = [["NT17", "hours", "Volunteering in schools", 10, 30], ["NT29", "hours", "Work in parks", 5, 15]]


def promised(read):
    return [(each.reference, each.quantity) for each in read.commitments]


def test_the_numbers_of_the_rows_may_stand_before_them(desk):
    rows = [[7, "Ref", "Commitment", "Quantity", "Unit"], *([at, *line] for at, line in enumerate(LINES, 8))]
    assert promised(desk.xlsx(rows)) == READ


def test_numbers_right_of_what_is_promised_are_those_of_years(desk):
    read = desk.xlsx([["Ref", "Unit", "Commitment", 1, 2], *OF_YEARS])
    assert promised(read) == READ
    assert [each.quantity for each in read.commitments[0].tranches] == [10, 30]


def test_so_are_numbers_in_the_row_below_it(desk):
    read = desk.xlsx([["Ref", "Unit", "Commitment", "Quantity"], [None, None, None, 1, 2], *OF_YEARS])
    assert promised(read) == READ


def test_numbers_below_a_word_for_a_part_of_the_year_are_no_years(desk):
    head, numbers = ["Ref", "Unit", "Commitment"], [None, None, None, 1, 2]
    months = desk.xlsx([[*head, "Month"], numbers, *OF_YEARS])
    assert months.commitments == desk.xlsx([[*head, "Month 1", "Month 2"], [], *OF_YEARS]).commitments
    assert desk.xlsx([[*head, "Week"], numbers, *OF_YEARS]).finding("no-table")


def test_years_beside_a_quantity_come_to_it(desk):
    beside = [[*line[:3], total, *line[3:]] for line, total in zip(OF_YEARS, (40, 99), strict=True)]
    read = desk.xlsx([["Ref", "Unit", "Commitment", "Quantity", 1, 2], *beside])
    assert promised(read) == [("NT17", 40), ("NT29", None)]


@pytest.mark.parametrize(
    "lines",
    [
        LINES,
        [line[:3] for line in LINES],
        [[code, text, f"{number} {unit}"] for code, text, number, unit in LINES],
        [[text, code, number] for code, text, number, _ in LINES],
        [[at, *line] for at, line in enumerate(LINES, 1)],
        [*LINES, [None, "Total", 60, "hours"]],
    ],
)
def test_a_list_without_a_heading_is_read_where_its_cells_say_what_they_are(desk, lines):
    read = desk.xlsx([["Our social value offer"], [], *lines])
    assert promised(read) == READ
    assert read.finding("heading-guessed")


def test_a_list_without_a_heading_goes_on_below_empty_rows_to_its_last_line(desk):
    many = [["NT17", f"Talk {number}", 2] for number in range(400)]
    assert len(promised(desk.xlsx([*LINES, [], *LINES, [], []]))) == 4
    assert len(promised(desk.xlsx([*many, [], *many]))) == 800
    assert desk.xlsx([*LINES, [], ["Part B"], *LINES]).finding("no-table")


def test_what_such_a_list_says_that_it_comes_to_is_checked(desk):
    alike = [LINES[0], ["NT17", "Work in parks", 20, "hours"]]
    assert desk.xlsx([*alike, [None, "Total", 61, "hours"]]).finding("total-row-disagrees")


def test_what_is_said_around_such_a_list_and_beside_its_lines_is_heeded(desk):
    lines = [[*LINES[0], "Where possible"], LINES[1]]
    read = desk.xlsx([["All figures are per year"], [], *lines, [], ["Contract length", "3 years"]])
    assert [(each.quantity, each.unsure) for each in read.commitments] == [(120, ("remark",)), (60, ())]


@pytest.mark.parametrize(
    "rows",
    [
        [[*LINES[0], 30], [*LINES[1], 10]],  # of two numbers either may be promised
        [["Kod", "Opis", "Ile"], *LINES],  # a heading that is not known may say that it is no offer
        [["W1", "Volunteering", 40], ["W2", "Parks", 20]],  # weeks, as likely as codes
        [[*LINES[0][:3], "Per hour"], [*LINES[1][:3], "Per hour"]],  # what an hour of it costs
        [LINES[0]],
    ],
)
def test_a_list_that_may_be_something_else_is_not(desk, rows):
    assert desk.xlsx(rows).finding("no-table")


def test_a_first_line_of_one_hour_is_no_row_of_headings(desk):
    line = ["2026-04-01", "1 years", "care.respite-hour", "", "1", "hours"]
    head = ["Contract start", "Contract length", "Ref", "Description", "Quantity", "Unit"]
    read = desk.xlsx([head, line, [*line[:4], "2.5", "hours"], [*line[:4], "7", "hours"]])
    assert [str(each.quantity) for each in read.commitments] == ["1", "2.5", "7"]


MORE = [["NT17", "Talks in schools", 7, "hours"], ["NT29", "Help in libraries", 8, "hours"]]


@pytest.mark.parametrize("above", [[], [["Continued"], []]])
def test_a_table_goes_on_on_the_sheets_behind_it_without_a_heading(desk, above):
    first = [["Ref", "Commitment", "Quantity", "Unit"], *LINES]
    read = desk.xlsx({"Offer": first, "Offer (cont.)": [*above, *MORE], "Page 3": MORE[::-1]})
    assert promised(read) == [*READ, ("NT17", 7), ("NT29", 8), ("NT29", 8), ("NT17", 7)]
    assert read.names.count("heading-guessed") == read.names.count("form-read") == 2


@pytest.mark.parametrize("order", [[0, 2, 1, 3], [1, 0, 2, 3], [0, 1, 3, 2]])
def test_one_in_other_columns_is_told_of_and_left_out(desk, order):
    first = [["Ref", "Commitment", "Quantity", "Unit"], *LINES]
    read = desk.xlsx({"Offer": first, "Page 2": [[line[at] for at in order] for line in MORE]})
    assert promised(read) == READ
    assert read.names == ["no-quantity-column"]
