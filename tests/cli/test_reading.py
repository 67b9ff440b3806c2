"""How a bid is to be read can be settled on the command line, and kept in a small file beside the bids."""

import os

import pytest

from sv_cli.argv import options
from sv_cli.library.reading_shapes import LimitsEntry
from tests.cli.door import sv
from tests.cli.readme import README

TWO = "Ref,Commitment,Target (total),Quantity,Unit\nvolunteering.hour,Sorting,10,20,hours\n"
DATED = "Start date,01/09/2026\n,\nRef,2026/27,2027/28,Unit\nvolunteering.hour,10,20,hours\n"


@pytest.fixture
def bids(tmp_path):
    (tmp_path / "two.csv").write_text(TWO)
    (tmp_path / "dated.csv").write_text(DATED)
    return tmp_path


def headline(told) -> str:
    return next(line.strip() for line in told.out.splitlines() if "of social value" in line)


def test_a_column_is_settled_by_an_option_or_by_the_file(bids):
    (bids / "reading.yaml").write_text('columns: {quantity: "Target (total)"}\n')
    by_option = sv("score", bids / "two.csv", "--column", "quantity=Target (total)")
    by_file = sv("score", bids / "two.csv", "--reading", bids / "reading.yaml")
    assert (
        headline(by_option)
        == headline(by_file)
        == ("£100.75 of social value (present value, 2025 prices) from 1 of 1 commitment")
    )
    assert by_option.code == by_file.code == 0


def test_an_option_wins_over_the_file(bids):
    (bids / "reading.yaml").write_text('columns: {quantity: "Target (total)"}\n')
    told = sv("score", bids / "two.csv", "--reading", bids / "reading.yaml", "--column", "quantity=Quantity")
    assert headline(told).startswith("£201.50 ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date_order: DMY", "1: SV504 bad-entry: date_order: this must be dmy or mdy"),
        ("limits: {rows: 1e5}", "1: SV504 bad-entry: rows: this must be a whole number above 0, such as 500000"),
        (
            "columns:\n  unit: {a: b}",
            "2: SV504 bad-entry: columns: a text is needed here, but this is keys with values",
        ),
    ],
)
def test_what_may_stand_in_the_file_is_told_in_words(bids, text, said):
    (bids / "reading.yaml").write_text(text)
    told = sv("score", bids / "two.csv", "--reading", bids / "reading.yaml")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{bids}/reading.yaml:{said}\n")


@pytest.mark.parametrize("option", ["--reading", "--targets", "--waivers"])
def test_what_stands_in_place_of_a_file_is_told(bids, option):
    os.mkfifo(bids / "pipe")
    (bids / "round").symlink_to("round")
    command = ("score",) if option == "--reading" else ("check", "--framework", "bradford")
    for name, said in {
        "pipe": "SV511 library-file-refused: this is a pipe, and YAML is read only from regular files",
        ".": "SV511 library-file-refused: this is a folder, and YAML is read only from regular files",
        "round": "SV104 file-unreadable: the file cannot be opened: too many levels of symbolic links",
        "gone": "SV101 file-not-found: there is no file with this name\n  help: check the path;",
    }.items():
        told = sv(command[0], bids / "two.csv", *command[1:], option, bids / name)
        assert (told.code, told.out) == (3, "")
        assert told.err.startswith(f"{bids / name}: {said}")


def test_a_waiver_s_wrong_day_is_told_in_words(bids):
    (bids / "waivers.yaml").write_text("waivers:\n  - {rule: one, until: 2027-02-30, by: Me, reason: So}\n")
    told = sv("check", bids / "two.csv", "--framework", "bradford", "--waivers", bids / "waivers.yaml")
    assert 'until: this must be a day such as "2027-11-23"' in told.err


def test_the_order_of_dates_is_settled(bids):
    assert sv("score", bids / "dated.csv").code == 1
    told = sv("score", bids / "dated.csv", "--date-order", "dmy")
    assert told.code == 0
    assert headline(told).endswith("from 1 of 1 commitment")


def test_a_limit_can_be_lowered_and_raised(bids):
    told = sv("score", bids / "two.csv", "--limit", "rows=1")
    assert told == (
        3,
        "",
        f"{bids}/two.csv: SV111 too-many-rows: the file has more than 1 rows\n"
        "  help: delete the empty rows below the table, split the bid, or raise the limit with --limit rows=…\n",
    )
    (bids / "reading.yaml").write_text('limits: {rows: "1"}\n')
    assert sv("score", bids / "two.csv", "--reading", bids / "reading.yaml").code == 3
    assert sv("score", bids / "two.csv", "--reading", bids / "reading.yaml", "--limit", "rows=9").code == 1


@pytest.mark.parametrize("wrong", ["rows", "rows=", "rows=0", "rows=-1", "rows=1e9", "rws=5", "rows=²"])
def test_a_limit_that_is_none_is_wrong_usage(bids, wrong):
    assert sv("score", bids / "two.csv", "--limit", wrong).code == 2


def test_an_order_that_is_none_is_wrong_usage(bids):
    assert sv("score", bids / "two.csv", "--date-order", "ymd").code == 2


def test_a_wrong_key_is_told_by_its_line_with_the_nearest(bids):
    (bids / "reading.yaml").write_text("sheets: [One]\ncolums: {quantity: Target}\n")
    told = sv("score", bids / "two.csv", "--reading", bids / "reading.yaml")
    assert (told.code, told.out) == (3, "")
    assert told.err.splitlines()[0] == (
        f"{bids}/reading.yaml:2: SV503 unknown-key: unknown key 'colums'; did you mean 'columns'?"
    )


def test_a_file_that_is_not_there_is_told(bids):
    told = sv("score", bids / "two.csv", "--reading", bids / "nowhere.yaml")
    assert (told.code, told.err.splitlines()[0]) == (
        3,
        f"{bids}/nowhere.yaml: SV101 file-not-found: there is no file with this name",
    )


def test_the_example_in_readme_is_understood(bids):
    example = README.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    (bids / "reading.yaml").write_text(example)
    told = sv("score", bids / "two.csv", "--reading", bids / "reading.yaml")
    assert told.err.startswith(f"{bids}/two.csv: SV202 no-such-sheet: there is no sheet 'Commitments'")


def test_the_limits_of_the_option_are_those_of_the_file():
    assert LimitsEntry.__struct_fields__ == options._LIMITS
