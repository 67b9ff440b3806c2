"""One big table: the same pennies and the same findings as line by line, whatever is in its rows."""

import duckdb
import pytest
from hypothesis import given

from sv_cli.batch.columns import BIDS
from tests.batch.big.same import QUANTITIES, REFERENCES, any_rows, compare, even_rows, row, table, worked, write
from tests.cli.door import sv
from tests.examples import examples
from tests.support import figure, proxy, write_library


@examples(4)
@given(rows=table(even_rows))
def test_regular_rows_are_worth_what_they_are_line_by_line(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    compare(folder, rows)


@examples(4)
@given(rows=table(any_rows))
def test_whatever_is_in_the_rows_the_table_says_what_line_by_line_says(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    compare(folder, rows)


@examples(3)
@given(rows=table(any_rows))
def test_contexts_that_come_late_are_worth_what_they_are_line_by_line(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sv_cli.batch.big.source._lines_all_over", lambda _: [])
        compare(folder, rows)


@examples(3)
@given(rows=table(any_rows))
def test_entries_too_many_for_lists_are_joined(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sv_cli.batch.big.lines._LONGEST_LIST", 0)
        compare(folder, rows)


@examples(4)
@given(
    rows=table(
        row(
            ("NT17", "nt 17", REFERENCES[0]),
            ("12", "20 hrs", "1,200"),
            ("20 hours by month 6", "40 hours by Month 12", "help at the food bank", "help"),
            ("",),
        )
    )
)
def test_what_is_said_anew_is_told_as_in_a_file_of_its_own(rows, tmp_path_factory):
    compare(tmp_path_factory.mktemp("big"), rows)


@examples(4)
@given(
    rows=table(
        row(
            ("NT17", "nt 17", *REFERENCES[:2]),
            ("12", "12.0", "1,200", "1200", "12 hrs", "£50", "50", "0"),
            ("", "one"),
            ("",),
        )
    )
)
def test_what_is_said_twice_is_told_however_it_is_written(rows, tmp_path_factory):
    folder = tmp_path_factory.mktemp("big")
    told = compare(folder, rows)
    assert worked(folder / "table.csv", folder / "sums", "--no-lines", lines=False)["findings"] == told["findings"]


@pytest.mark.parametrize("other", ["NT17 - weeks", "NT17 Volunteering", "nt 17"])
@pytest.mark.parametrize("quantity", ["20", "3 days a year"])
def test_what_is_said_twice_is_told_however_its_code_is_spelt(other, quantity, tmp_path):
    rows = [(bid, (other, "Talks", quantity)) for bid in "AB"] + [("A", ("NT17", "Talks", quantity))] * 2
    compare(tmp_path, [*rows, ("C", ("NT8", "Help", "4"))], ["Bid", "Ref", "Commitment", "Quantity"])


@pytest.mark.parametrize("quantities", ["20 10 10", "5 15 20", "1,200 700 500", "20 9 9"])
@pytest.mark.parametrize("other", ["", "NT8"])
@pytest.mark.parametrize("together", [True, False])
def test_a_line_and_its_parts_are_told_of_as_in_a_file_of_its_own(quantities, other, together, tmp_path):
    texts = zip(("Help", "Talks", "Both combined"), quantities.split(), strict=True)
    lines = [("NT17", *each) for each in texts]
    lines = [*lines[:2], (other, "Visits", "4"), lines[2]] if other else lines
    rows = [(bid, line) for line in lines for bid in "AB"]
    rows = sorted(rows, key=lambda row: row[0]) if together else rows
    compare(tmp_path, [*rows, ("C", ("NT8", "Help", "4"))], ["Bid", "Ref", "Commitment", "Quantity"])


def test_a_bid_without_a_figure_stops_no_other(tmp_path):
    headings = ["Bid", "Ref", "Item", "Quantity", "Policy outcome (MAC)", "Who", "Proxy", "Hours to be given in 2027"]
    first = ("{Ref}", "of which: weekdays", "12 hrs p.a.", "", "Clothing provided", "Mentoring", "Lot 2. Rota.")
    odd = [first, ("NT1 (people)", "", "12 hrs p.a.", "MAC 2.2", "Rota", "4 x 2 hours", "Mentoring")]
    rows = [("A", ("NT17", "Walks", "10", "Jobs", "Kim", "x", "")), *(("B", each) for each in odd)]
    found = compare(tmp_path, rows, headings)
    assert [(each[0], each[3]) for each in found["bids"]] == [("A", True), ("B", False)]
    told = sv("batch", tmp_path / "table.csv", "--bid-column", "Bid", "-o", tmp_path / "again")
    assert told.code == 1
    assert "1 bid not scored:\n   - B: SV201" in told.out


def test_a_table_of_which_no_bid_has_a_figure_is_refused_as_a_whole(tmp_path):
    table = write(tmp_path / "table.csv", [("A", ("1", "2")), ("B", ("3", "4"))], ["Bid", "Thing", "Other"])
    told = sv("batch", table, "--bid-column", "Bid", "-o", tmp_path / "out")
    assert told.code == 3
    assert told.err.count("SV201") == 1


@pytest.mark.parametrize("heading", ["Remaining", ""])
@pytest.mark.parametrize("place", [2, 3, 4])
def test_further_amounts_are_told_of_as_in_a_file_of_its_own(heading, place, tmp_path):
    headings, rows = ["Ref", "Commitment", "Quantity", "Unit"], [["NT17", "Walks", "10", "hours"]] * 3
    headings.insert(place, heading)
    rows = [[*row[:place], more, *row[place:]] for row, more in zip(rows, ("4", "", "6"), strict=True)]
    compare(tmp_path, [*zip("ABA", map(tuple, rows), strict=True)], ["Bid", *headings])


def test_pounds_that_may_be_thousands_are_asked_about_as_in_a_file_of_its_own(tmp_path):
    headings = ["Bid", "Ref", "Description", "Quantity", "Unit"]
    units, amounts = ("\u00a3", "hours", "", "GBP", "tonnes"), ("2.500", "2500", "2.5", "999.999", "0.500", "1000.250")
    rows = [(bid, ("NT28", f"Gifts {unit}", each, unit)) for each in amounts for unit in units for bid in "AB"]
    compare(tmp_path, rows, headings)


@pytest.mark.parametrize("none", ["0", "0.0", "0 hours", "nil", "N/A", "Not offered"])
@pytest.mark.parametrize("idle", [1, 4, 5, 9])
def test_lines_that_offer_nothing_count_as_in_a_file_of_its_own(none, idle, tmp_path):
    lines = [(f"NT{n}", f"Measure {n}", none if n % 12 < idle else str(n), "hours", "", "") for n in range(1, 13)]
    compare(tmp_path, [(bid, line) for line in lines for bid in "AB"])


@pytest.mark.parametrize("last", ["1", "1.0", "2", "1 hour"])
def test_a_list_of_all_measures_is_told_of_as_in_a_file_of_its_own(last, tmp_path):
    units = ("hours", "weeks", "people", "days")
    lines = [(f"NT{n}", f"Measure {n}", "1" if n < 24 else last, units[n % 4], "", "") for n in range(1, 25)]
    compare(tmp_path, [(bid, line) for bid in "AB" for line in lines])


def test_a_finding_told_of_every_row_is_told_a_thousand_times_and_then_counted(tmp_path):
    rows = [("AB"[n % 3 % 2], (REFERENCES[9], f"promise {n}", f"{n + 1}", "", "", "")) for n in range(1_700)]
    compare(tmp_path, rows)


def test_more_kinds_of_text_than_are_told_of_one_bid_are_each_told(tmp_path):
    rows = [(f"{n // 500}", ("no.such-proxy", "x", f"{n} or so", "", "", "")) for n in range(2_500)]
    compare(tmp_path, rows)


def test_half_a_penny_is_rounded_as_it_is_line_by_line(tmp_path):
    """Prices of three decimals at quantities that make exact half pennies, where a double would have to guess."""
    rows = [("A", ("time.hour", f"promise {n}", f"{n}.5", "", "", "")) for n in range(1, 200)]
    library = write_library(
        tmp_path, figures=[figure("hour", "16.35")], proxies=[proxy("time.hour", "hour")], theme="time"
    )
    compare(tmp_path, rows, options=("--library", library))


def test_a_contract_value_gives_every_bid_its_per_cent(tmp_path):
    rows = [("A", (REFERENCES[0], "x", "10", "hours", "", "")), ("B", (REFERENCES[1], "y", "3", "", "", ""))]
    compare(tmp_path, rows, options=("--contract-value", "123457"))


@pytest.mark.parametrize("method", ["sroi-guide", "gross"])
def test_other_methods_say_the_same_too(tmp_path, method):
    rows = [(bid, (ref, "x", q, "", "", "")) for bid in "AB" for ref in REFERENCES for q in QUANTITIES]
    compare(tmp_path, rows, options=("--method", method))


def test_rows_that_stand_apart_are_read_as_in_a_file_of_their_own(tmp_path):
    head, ref = "Ref,Description,Quantity,Unit", REFERENCES[0]
    rows = [
        ("A", f"{ref},Reading,5,hours"),
        ("B", f"{ref},Walks,5,hours"),
        ("A", f"{ref},Writing,6,hours"),
        ("B", "no.such,Time given,12.5,hours"),
        ("A", ",We shall talk to schools about our work,,"),
        ("B", f"{ref},Talks,7,hours"),
    ]
    (tmp_path / "table.csv").write_text("".join(f"{bid},{row}\n" for bid, row in [("Bid", head), *rows]))
    bids = tmp_path / "bids"
    bids.mkdir()
    for bid in "AB":
        (bids / f"{bid}.csv").write_text("\n".join([head, *(row for name, row in rows if name == bid)]))
    sv("batch", bids, "-o", tmp_path / "many", "--tables", "parquet", "--jobs", 1)
    found = worked(tmp_path / "table.csv", tmp_path / "big")
    with duckdb.connect() as base:
        many = {name: base.read_parquet(f"{tmp_path}/many/{name}.parquet") for name in ("findings", "bids")}
        of_files = many["findings"].project("file[-5:-5], code").fetchall()
        money = many["bids"].project("file[-5:-5], net").fetchall()
    assert sorted((each[0], each[6]) for each in found["findings"]) == sorted(of_files)
    assert ("A", "SV235") in of_files
    assert sorted((each[0], each[13]) for each in found["bids"]) == sorted(money)


def test_rows_without_a_bid_and_bids_of_nearly_one_name_are_told_of(tmp_path):
    rows = [(bid, (REFERENCES[0], f"of {bid}", "5", "hours", "", "")) for bid in ("A", "", "b 1", "B  1 ", "b2")]
    found = worked(write(tmp_path / "table.csv", rows), tmp_path / "out")
    names = {(each[0], each[7]) for each in found["findings"] if each[6] >= "SV7"}
    assert names == {("", "bid-unnamed"), ("b 1", "bids-named-alike")}
    warnings = [column.name for column in BIDS.columns].index("warnings") + 1
    assert {each[0]: each[warnings] for each in found["bids"]} == {"A": 0, "": 1, "b 1": 1, "B  1 ": 0, "b2": 0}


def test_a_number_that_its_comma_has_cut_is_asked_about_as_in_a_file_of_its_own(tmp_path):
    table = tmp_path / "table.csv"
    rows = ["A,volunteering.hour,Gardens,10,by hand,hours", "A,volunteering.hour,Parks,1,200,hours"]
    table.write_text("\n".join(["Bid,Ref,Commitment,Quantity,Notes,Unit", *rows]) + "\n", encoding="utf-8")
    found = worked(table, tmp_path / "out")
    assert [(each[3], each[7]) for each in found["findings"]] == [(3, "cut-number")]
    assert [line[11] for line in sorted(found["lines"], key=lambda line: line[3])] == [True, False]


@pytest.mark.parametrize("shown", ["7.5", "1250.125", "0.125", "9", "12.750", "1,200", "7.5 hours", "0.125 hrs"])
def test_a_point_in_doubt_is_told_as_in_a_file_of_its_own_that_shows_or_does_not_what_it_is(shown, tmp_path):
    quantities = {"A": ("1.200", shown), "B": ("12.345 hours", shown), "C": (shown, "4"), "D": ("2.500", "6")}
    rows = [(bid, (REFERENCES[0], f"Talks {n}", each, "hours", "", ""))
            for bid, both in quantities.items() for n, each in enumerate(both)]  # fmt: skip
    assert "D" in {each[0] for each in compare(tmp_path, rows)["findings"] if each[7] == "points-in-doubt"}
