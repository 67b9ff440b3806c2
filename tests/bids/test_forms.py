"""A form is read by the rules of tables, and every cell of it keeps its own address; what is unclear is left to ask."""

import pytest

SIDEWAYS = [
    ["Reference", "NT1", "volunteering.hour"],
    ["Description", "Local jobs", "Talks"],
    ["Quantity", 3, 120],
    ["Unit", "FTE", "hours"],
]


def card(reference="NT17", text="Talks", quantity=120, unit="hours"):
    return [["Ref:", reference], ["Activity:", text], ["Target:", quantity], ["Unit:", unit]]


def cells(commitment):
    named = ("reference", "description", "quantity", "unit")
    return [commitment.cell(name).address for name in named]


def test_each_field_keeps_its_own_cell(desk):
    first, second = desk.xlsx([[], ["", *[None] * 2], *SIDEWAYS]).commitments
    assert (cells(first), first.at, first.row) == (["B3", "B4", "B5", "B6"], "B3", 3)
    assert (cells(second), second.at, second.row) == (["C3", "C4", "C5", "C6"], "C3", 3)
    assert first.line != second.line


def test_fields_that_a_card_has_not_have_no_cell(desk):
    _, second = desk.xlsx([*card(), [], *card("NT10", "Apprentices", 52)[:3]]).commitments
    assert second.cell("unit") is None
    assert second.cell("quantity").address == "B8"


def test_it_is_told_as_a_form_with_its_cells(desk):
    read = desk.xlsx([["Bidder", "Acme"], [], *card(), ["Ward", "Elm"]])
    (table,) = read.tables
    assert (table.form, table.header_row, table.first_row, table.last_row) == ("A3:B7", 3, 3, 7)
    told = read.finding("form-read")
    assert str(told.place).endswith("Commitments!A3")
    assert told.message.endswith("in A3:B7: 1; nothing was read from 'Ward'")
    assert (read.contract.supplier, read.contract.cells["supplier"].address) == ("Acme", "B1")


def test_what_cannot_be_read_is_told_at_its_cell(desk):
    read = desk.xlsx([*card(), [], ["Commitment 2"], *card("NT10", "Apprentices", "lots", "weeks")])
    assert ("Commitments!B9", "not-a-number") in read.told
    assert read.finding("not-a-number").place.line == read.commitments[1].line == ("Commitments", "B7")


def test_facts_that_each_card_repeats_keep_their_cells(desk):
    read = desk.xlsx([*card(), ["Bidder", "Acme"], [], *card("NT10"), ["Bidder", "Brook"]])
    assert ("Commitments!B11", "fact-disputed") in read.told
    assert "Commitments!B5" in read.finding("fact-disputed").message


def test_the_row_of_a_line_in_a_message_is_its_cell(desk):
    read = desk.xlsx([*card(), ["or"], *card("NT10", "Apprentices", 52, "weeks")])
    assert [found.message.rpartition(" ")[2] for found in read.reading.findings if found.name == "one-of-several"]
    assert "B6" in read.finding("one-of-several").message


def test_names_for_one_field_are_one_column_and_two_in_one_card_are_asked_about(desk):
    other = [["Code", "NT10"], ["Activity", "Apprentices"], ["Quantity", 52], ["Unit", "weeks"]]
    assert [line[2] for line in desk.xlsx([*card(), [], *other]).lines] == ["120", "52"]
    both = [*card(), ["Quantity", 60]]
    assert desk.xlsx([*both, [], *other]).lines[0][2] is None


def test_a_sum_at_the_end_is_one_by_its_formula(desk):
    read = desk.xlsx([*SIDEWAYS[:2], ["Quantity", 3, 4, 7], ["Unit", "FTE", "FTE"]])
    assert [line[2] for line in read.lines] == ["3", "4"]
    assert "total-row-skipped" in read.names


@pytest.mark.parametrize(
    "rows",
    [
        [["Quantity", 3], [], *card()],
        [*card()[:3], [None, 60], card()[3]],
        [["Ref", "NT17", None], ["Activity", "Talks", None], ["Target", 40, 60], ["Unit", "hours", None]],
        [["", "Year 1", "Year 2"], *SIDEWAYS],
        [["", "Bidder A", "Bidder B"], *SIDEWAYS],
    ],
    ids=["amount-above", "amount-without-label", "amount-without-reference", "years", "bidders"],
)
def test_what_is_not_told_for_sure_is_refused(desk, rows):
    read = desk.xlsx(rows)
    assert read.commitments == ()
    assert "no-table" in read.names


def test_a_table_is_never_read_sideways(desk):
    facts = [["Title", "Lights"], ["Reference", "ITT-22"], ["Target", "31 March"]]
    read = desk.xlsx([*facts, ["Ref", "Commitment", "Quantity"], ["NT17", "Unit", 5], ["NT10", "Target", 6]])
    assert read.lines == [(5, "NT17", "5"), (6, "NT10", "6")]
    assert "form-read" not in read.names


def test_a_card_below_a_table_is_told(desk):
    read = desk.xlsx([["Ref", "Commitment", "Quantity"], ["NT17", "Talks", 5], [], *card("NT10")])
    assert ("Commitments!4", "form-left-out") in read.told


def test_labels_may_stand_with_their_values_in_a_cell_below_a_title(desk):
    read = desk.csv("Our pledge\nRef: NT17\nActivity: Talks\nQuantity: 40\nUnit: hours")
    assert read.lines == [(2, "NT17", "40")]
    assert [each.unit for each in read.commitments] == ["hour"]
