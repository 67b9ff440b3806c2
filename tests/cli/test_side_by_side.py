"""One bid by several methods: `sv score BID --method A --method B`, and what is put in: `--investment`."""

import csv
import json
import re
from decimal import Decimal
from io import StringIO
from itertools import combinations
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.cli.door import ROOT, SAMPLES, Told, sv
from tests.samples.write import SAMPLES as SOURCES

METHODS = ("gross", "green-book", "green-book-long-term", "gmca-cba", "sroi-guide", "wellbeing-bank")
SCHEMA = json.loads((ROOT / "sv_cli" / "reports" / "comparison.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
FOOD_BANK = SAMPLES / "food-bank.xlsx"
WORDS = "Ref,Commitment,Quantity,Unit,Deadweight\nvolunteering.hour,Time given,10,hours,5%\nno-such,Words,3,each,\n"


def by(*methods: str) -> list[str]:
    return [part for name in methods for part in ("--method", name)]


def compared(bid, *arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sv("score", bid, "--format", "json", *arguments).out)
    return data


def pence(amount: float) -> int:
    return round(amount * 100)


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", SOURCES)
def test_the_json_is_what_the_schema_says(name):
    assert [error.message for error in VALIDATOR.iter_errors(compared(SAMPLES / name, *by(*METHODS)))] == []


@pytest.mark.parametrize("methods", list(combinations(METHODS, 2)))
def test_the_changes_add_up_to_the_difference_to_the_penny(methods):
    (bridge,) = compared(FOOD_BANK, *by(*methods))["bridges"]
    assert (bridge["from"], bridge["to"]) == methods
    assert sum(pence(step["change"]) for step in bridge["steps"]) == pence(bridge["difference"])
    assert pence(bridge["end"]) - pence(bridge["start"]) == pence(bridge["difference"])


def test_the_changes_of_a_step_by_line_are_those_of_the_lines():
    data = compared(FOOD_BANK, *by("green-book", "gross"))
    for n, line in enumerate(data["lines"]):
        before, after = (pence(line["by_method"][name]["present_value"]) for name in ("green-book", "gross"))
        assert sum(pence(step["lines"][n]) for step in data["bridges"][0]["steps"]) == after - before


def test_each_method_has_the_figures_that_it_has_alone():
    data = compared(FOOD_BANK, *by("green-book", "sroi-guide"))
    for each in data["methods"]:
        alone = compared(FOOD_BANK, *by(each["method"]["name"]))
        assert {key: alone[key] for key in each} == each


def test_every_other_method_is_held_against_the_first():
    bridges = compared(FOOD_BANK, *by("gross", "green-book", "sroi-guide"))["bridges"]
    assert [(each["from"], each["to"]) for each in bridges] == [("gross", "green-book"), ("gross", "sroi-guide")]


@pytest.mark.parametrize("output", ["table", "json", "csv", "markdown"])
def test_one_method_named_twice_is_one_method(output):
    once = sv("score", FOOD_BANK, "--format", output, *by("gross"))
    assert sv("score", FOOD_BANK, "--format", output, *by("gross", "gross")) == once


def test_the_csv_has_a_row_for_each_line_and_method(bid):
    rows = list(csv.DictReader(StringIO(sv("score", bid(WORDS), "--format", "csv", *by("gross", "green-book")).out)))
    assert [(row["row"], row["method"], row["valued"], row["present_value"]) for row in rows] == [
        ("2", "gross", "true", "124.38"),
        ("3", "gross", "false", ""),
        ("2", "green-book", "true", "106.35"),
        ("3", "green-book", "false", ""),
    ]


def test_a_finding_is_told_once_with_the_methods_that_it_is_about(bid):
    told = compared(bid(WORDS), *by("gross", "green-book"))["findings"]
    assert [(each["code"], each["row"], each["methods"]) for each in told] == [
        ("SV420", 2, ["gross"]),
        ("SV302", 3, ["gross", "green-book"]),
        ("SV406", 2, ["green-book"]),
    ]


def test_it_leaves_with_1_when_a_line_is_not_valued_and_with_3_when_a_method_is_not_there(bid):
    assert sv("score", bid(WORDS), *by("gross", "green-book")).code == 1
    told = sv("score", bid(), *by("gross", "grossest"))
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("--method: SV409 no-method: there is no method 'grossest'; the library has ")


@pytest.mark.parametrize("columns", [60, 80, 100, 140])
def test_no_line_is_wider_than_the_terminal_and_no_figure_is_lost(monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = sv("score", FOOD_BANK, *by(*METHODS), "--investment", "1m")
    assert max(map(len, told.out.splitlines())) <= columns
    shown = set(re.findall(r"£[\d,]+\.\d\d", told.out))
    data = compared(FOOD_BANK, *by(*METHODS))
    for line in data["lines"]:
        assert {f"£{each['present_value']:,.2f}" for each in line["by_method"].values()} <= shown


def test_what_is_told_goes_into_a_file_whole(folder, bid):
    told = sv("score", bid(), *by("gross", "green-book"), "-o", "report.md")
    assert (told.code, told.out, told.err) == (0, "", "written: report.md\n")
    assert "### From gross to green-book: −£" in (folder / "report.md").read_text(encoding="utf-8")


class TestInvestments:
    """What is put in, as options: the ratios, the net present value and the payback that follow."""

    BID = "Ref,Commitment,Unit,Year 1,Year 2\nlocal.goods-given,Given,pounds,1000,2000\n"

    def returns(self, bid, *arguments: str) -> Any:
        return compared(bid(self.BID), *arguments)["returns"]

    def test_without_any_there_are_no_ratios(self, bid):
        assert self.returns(bid) is None

    def test_a_cost_in_the_first_year_and_one_in_the_second(self, bid):
        found = self.returns(bid, "--investment", "£500", "--investment", "1,035@2", "--method", "green-book")
        assert (found["costs"], found["present_costs"]) == (1535.0, 1500.0)
        present = Decimal("0.8") * (1000 + 2000 / Decimal("1.035"))
        assert found["net_present_value"] == float(round(present - 1500, 2))
        assert found["benefit_cost_ratio"] == found["public_value_ratio"] == float(round(present / 1500, 4))
        assert (found["fiscal_ratio"], found["net_sroi_ratio"]) == (0.0, float(round(present / 1500 - 1, 4)))

    def test_a_cost_in_a_year_of_the_calendar(self, bid):
        found = self.returns(bid, "--investment", "1035@2027/28", "--start", "2026-04-01", "--method", "green-book")
        assert found["present_costs"] == 1000.0

    def test_a_cost_that_cannot_be_placed_is_told(self, bid):
        told = sv("score", bid(self.BID), "--investment", "1035@2027")
        assert told.code == 1
        assert "SV408 year-unplaced: 2027 cannot be placed" in told.out
        assert "ratio" not in told.out

    @pytest.mark.parametrize(("cost", "after"), [("800", "1 year\n"), ("1600", "1.5 years\n")])
    def test_what_they_are_paid_back_by_is_said_in_years(self, bid, monkeypatch, cost, after):
        monkeypatch.setenv("COLUMNS", "250")
        assert f"paid back after {after}" in sv("score", bid(self.BID), "--investment", cost).out

    def test_they_stand_in_place_of_the_bids_own(self, bid):
        text = "Ref,Commitment,Quantity,Unit,Cost\nlocal.goods-given,Given,1000,pounds,100\n"
        assert compared(bid(text))["returns"]["costs"] == 100.0
        assert compared(bid(text, "other.csv"), "--investment", "250")["returns"]["costs"] == 250.0

    @pytest.mark.parametrize("typed", ["1e-30", "0.01", "1e15", "1e999999", "5@0", "5@99", "5@2099"])
    @pytest.mark.parametrize("output", ["table", "json", "markdown"])
    def test_no_amount_and_no_year_ends_in_a_fault(self, bid, typed, output):
        told = sv("score", bid(self.BID), "--investment", typed, "--start", "2026-04-01", "--format", output)
        assert told.code in (0, 1)
        assert told.out

    @pytest.mark.parametrize("typed", ["nothing", "0", "5@", "5@next", "5@2027-28", "-3"])
    def test_what_is_no_investment_is_refused(self, bid, typed):
        told: Told = sv("score", bid(), f"--investment={typed}")
        assert (told.code, told.out) == (2, "")
        assert "--investment" in told.err
