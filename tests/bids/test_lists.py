"""Printed lists, columns of rates, years with dashes, and findings by the thousand."""

import pytest

HEAD = "Ref,Measure,Unit,Quantity,Owner\n"


def printed(filled: dict[int, str], rows: int = 12, entry: str = "") -> str:
    """A list of measures of which the rows in ``filled`` state a quantity."""
    return HEAD + "".join(f"NT{row},Measure {row},hours,{filled.get(row, entry)},\n" for row in range(2, rows + 2))


@pytest.mark.parametrize("entry", ["", "-", "N/A", "  ", "0", "0.00", "0 hours", "nil", "Not offered"])
def test_the_empty_lines_of_a_printed_list_are_told_at_once(desk, entry):
    read = desk.csv(printed({4: "10", 9: "20"}, entry=entry))
    assert read.lines == [(4, "NT4", "10"), (9, "NT9", "20")]
    (found,) = read.reading.findings
    assert found.message == "lines that are blank or 0, counted as not offered: 10 (rows: 2–3, 5–8, 10–13)"


def test_a_lone_empty_quantity_is_a_promise_without_one(desk):
    read = desk.csv(printed(dict.fromkeys(range(2, 13), "10")))
    assert read.lines[-1] == (13, "NT13", None)
    assert read.names == ["no-quantity"]


@pytest.mark.parametrize(("note", "told"), [("Not offered", "lines-left-empty"), ("See policy", "no-quantity")])
def test_a_lone_empty_quantity_is_not_offered_where_a_note_says_so(desk, note, told):
    read = desk.csv(f"Ref,Measure,Unit,Quantity,Comments\nNT17,Help,hours,10,\nNT8,Talks,hours,,{note}\n")
    assert read.names == [told]


def test_what_is_still_to_come_is_no_empty_line(desk):
    read = desk.csv(printed({4: "10"}, entry="TBC"))
    assert read.names == ["no-quantity"] * 11


def test_a_line_with_an_owner_is_not_left_empty(desk):
    read = desk.csv(printed({4: "10"}) + "NT14,Measure 14,hours,,A. Hill\n")
    assert read.names == ["lines-left-empty", "no-quantity"]


def test_a_list_that_nobody_filled_in_promises_nothing_yet(desk):
    read = desk.csv(printed({}))
    assert read.names == ["no-quantity"] * 12


@pytest.mark.parametrize("none", ["-", "–", "n/a", "None"])
def test_a_dash_beside_years_that_are_filled_means_none_in_that_year(desk, none):
    read = desk.csv(f"Ref,Measure,Unit,Year 1,Year 2,Year 3\nNT1,Jobs,FTE,2,{none},1\n")
    assert read.lines == [(2, "NT1", "3")]
    assert read.names == ["none-that-year"]


def test_dashes_in_all_years_are_no_quantity(desk):
    read = desk.csv("Ref,Measure,Unit,Year 1,Year 2\nNT1,Jobs,FTE,-,-\n")
    assert read.lines == [(2, "NT1", None)]
    assert read.names == ["no-quantity"]


@pytest.mark.parametrize(
    ("headings", "name"),
    [
        ("No. of people,Hours each", "rate-column-unclear"),
        ("Hours per week,Weeks", "rate-column-unclear"),
        ("Quantity,Quantity 2", "ambiguous-column"),
        ("Year 1,Year 2 (cumulative)", "year-column-unclear"),
    ],
)
def test_two_columns_that_belong_together_are_asked_about(desk, headings, name):
    read = desk.csv(f"Ref,Measure,{headings}\nNT17,Time,10,4\n")
    assert read.lines == [(2, "NT17", None)]
    assert read.names == [name, "quantity-undecided"]


@pytest.mark.parametrize("heading", ["Cumulative target", "Target (cumulative)", "Running total"])
def test_what_has_come_together_by_each_year_is_not_added_up(desk, heading):
    head = f"Ref,Measure,Year,{heading},Unit\n"
    read = desk.csv(f"{head}NT17,Time,Year 1,50,hours\nNT17,Time,Year 2,120,hours\nNT18,Talks,Year 2,5,hours\n")
    assert [line[2] for line in read.lines] == [None, None, None]
    assert read.finding("cumulative-rows")
    assert desk.csv(f"{head}NT17,Time,Year 2,120,hours\nNT18,Talks,Year 2,5,hours\n").lines[0][2] == "120"


def test_a_quantity_beside_years_has_to_agree_with_them(desk):
    read = desk.csv("Ref,Measure,Unit,Quantity,Year 1,Year 2,Total\nNT17,Time,hours,99,1,2,3\n")
    assert read.lines == [(2, "NT17", None)]
    assert read.names == ["total-mismatch"]


def test_a_total_has_to_come_to_a_year_times_the_years_as_the_other_lines_do(desk):
    read = desk.csv("Ref,Measure,Unit,Qty p.a.,Yrs,Total\nNT17,Time,hours,40,3,120\nNT17,Talks,hours,10,3,40\n")
    assert read.lines == [(2, "NT17", "120"), (3, "NT17", None)]
    assert read.names == ["total-mismatch"]


def test_a_rise_that_is_read_is_no_share_that_is_not_used(desk):
    read = desk.csv("Ref,Measure,Unit,Baseline,Target,Uplift\nNT17,Time,hours,40,100,60\n")
    assert read.lines == [(2, "NT17", "60")]
    assert read.names == ["amounts-not-promised", "heading-guessed"]


def test_a_point_in_a_file_of_semicolons_may_part_thousands(desk):
    read = desk.csv("Ref;Measure;Unit;Quantity\nNT17;Time;hours;1.200\nNT18;Time;hours;0.125\n")
    assert read.lines == [(2, "NT17", None), (3, "NT18", "0.125")]


def test_true_is_no_one_whatever_stands_above_it(desk):
    read = desk.xlsx([["Ref", "Measure", "Unit", "Quantity"], *[["NT17", "Time", "hours", 1]] * 2,
                      ["NT17", "More", "hours", True]])  # fmt: skip
    assert [line[2] for line in read.lines] == ["1", "1", None]


def test_findings_beyond_a_thousand_of_a_kind_are_counted(desk):
    read = desk.csv("Ref,Measure,Unit,Quantity\n" + "".join(f"NT17,Time {n},hours,TBC\n" for n in range(5_000)))
    assert len(read.reading.findings) == 1_001
    assert read.reading.findings[-1].message == "4,000 more of SV204 no-quantity are not listed"


def test_an_optional_year_that_is_left_empty_is_no_question(desk):
    read = desk.csv("Ref,Measure,Unit,Year 1,Year 2,Year 3 (optional)\nNT17,Time,hours,5,2,\n")
    assert read.lines == [(2, "NT17", "7")]
    assert read.names == []


def test_promises_that_begin_lower_beside_a_price_list_are_told_of(desk):
    prices = [
        ["Item", "Description", "Quantity", "Unit", "Rate", "Total price"],
        [1, "Mowing", 12, "visits", 100, 1200],
    ]
    lower = [[2, "Hedges", 4, "visits", 250, 1000, None, "Ref", "Commitment", "Quantity", "Unit"]]
    read = desk.xlsx([*prices, *lower, [*[None] * 7, "NT17", "Volunteering", 12, "hours"]])
    assert read.finding("no-quantity-column").place.row == 4
    others = [[*[None] * 7, "KPI 1", "Reports on time", 10, "days"]]
    assert "no-quantity-column" not in desk.xlsx([*prices, *lower, *others]).names
