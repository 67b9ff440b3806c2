"""The contract for scripts: the JSON is what its schema says, and the CSV is one tidy table with the same figures."""

import csv
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sv_cli.reports.csv import COLUMNS
from tests.cli.door import ROOT, SAMPLES, sv
from tests.samples.write import SAMPLES as SOURCES

SCHEMA = json.loads((ROOT / "sv_cli" / "reports" / "valuation.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def scored(name: str, *options: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sv("score", SAMPLES / name, "--format", "json", *options).out)
    return data


def undescribed(data: object, schema: Mapping[str, Any], where: str = "") -> Iterator[str]:
    """The keys of ``data`` that the schema has no word about."""
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    if isinstance(data, dict):
        for key, value in data.items():
            below = schema.get("properties", {}).get(key, schema.get("additionalProperties"))
            if below is None:
                yield f"{where}.{key}"
            else:
                yield from undescribed(value, below, f"{where}.{key}")
    if isinstance(data, list):
        for value in data:
            yield from undescribed(value, schema.get("items", {}), f"{where}[]")


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", SOURCES)
def test_the_json_is_what_the_schema_says(name):
    assert [error.message for error in VALIDATOR.iter_errors(scored(name))] == []


@pytest.mark.parametrize("name", SOURCES)
def test_the_schema_describes_every_key(name):
    assert sorted(set(undescribed(scored(name), SCHEMA))) == []


@pytest.mark.parametrize("name", SOURCES)
def test_lines_and_groups_add_up_to_the_penny(name):
    data = scored(name)
    pence = {key: round(data["totals"][key] * 100) for key in ("gross", "net", "present_value")}
    for key, total in pence.items():
        assert sum(round(line[key] * 100) for line in data["lines"] if line["valued"]) == total
    for group in ("theme", "value_kind", "year"):
        assert sum(round(value * 100) for value in data["by"][group].values()) == pence["present_value"]


@pytest.mark.parametrize("name", SOURCES)
def test_every_commitment_is_a_line_and_the_valued_ones_are_counted(name):
    data = scored(name)
    assert len(data["lines"]) == data["totals"]["commitments"]
    assert sum(line["valued"] for line in data["lines"]) == data["totals"]["valued"]


def test_what_is_stated_as_an_option_stands_in_place_of_the_bids_own():
    facts = scored("food-bank.xlsx", "--contract-value", "£1.2m", "--place", "London", "--start", "1/4/2027")["bid"]
    assert (facts["contract_value"], facts["place"], facts["start"]) == (1_200_000.0, "London", "2027-04-01")


def test_the_lines_of_a_form_and_what_is_found_of_them_are_told_by_their_cells(tmp_path):
    rows = "Bidder,Acme,\n,,\nRef,NT0,volunteering.hour\nActivity,Jobs,Talks\nQuantity,3,some\nUnit,FTE,hours\n"
    bid = tmp_path / "form.csv"
    bid.write_text(rows, encoding="utf-8")
    data = json.loads(sv("score", bid, "--format", "json").out)
    assert [error.message for error in VALIDATOR.iter_errors(data)] == []
    assert sorted(set(undescribed(data, SCHEMA))) == []
    assert [(line["row"], line["cell"]) for line in data["lines"]] == [(3, "B3"), (3, "C3")]
    told = {(each["name"], each["row"], each["cell"], each["line_cell"]) for each in data["findings"]}
    assert {("unknown-reference", 3, "B3", "B3"), ("not-a-number", 5, "C5", "C3")} <= told
    assert [row[-1] for row in csv.reader(StringIO(sv("score", bid, "--format", "csv").out))][1:] == ["SV302", "SV203"]


def test_the_json_names_the_method_and_the_prices():
    method = scored("food-bank.xlsx", "--price-year", "2020")["method"]
    assert (method["name"], method["price_year"]) == ("green-book", "2020")


@pytest.mark.parametrize("name", SOURCES)
def test_the_csv_is_one_tidy_table_with_the_same_figures(name):
    told = sv("score", SAMPLES / name, "--format", "csv")
    rows = list(csv.reader(StringIO(told.out, newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}
    data = scored(name)
    assert [int(row[2]) for row in rows[1:]] == [line["row"] for line in data["lines"]]
    present = sum(Decimal(row[COLUMNS.index("present_value")] or 0) for row in rows[1:])
    assert present == Decimal(str(data["totals"]["present_value"]))


def test_the_csv_leaves_the_findings_to_standard_error():
    told = sv("score", SAMPLES / "bad-bid.xlsx", "--format", "csv")
    assert "help:" not in told.out
    assert told.err.count("\n  help: ") == len(scored("bad-bid.xlsx")["findings"])


def test_the_csv_has_each_code_of_a_row_once(bid):
    kinder = bid(
        "Ref,Commitment,Quantity,Unit,Deadweight,Displacement\njobs.jobseeker-into-work,Hired,1,people,0%,0%\n"
    )
    told = sv("score", kinder, "--format", "csv")
    assert told.err.count("SV406 more-favourable") == 2
    assert next(csv.DictReader(StringIO(told.out)))["findings"] == "SV406"
