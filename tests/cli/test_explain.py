"""How a figure came about: `sv explain BID [ROW|REF]` in words, JSON and Markdown, and `sv explain CODE`."""

import json
from decimal import Decimal
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from sv_cli.findings.catalogue import KINDS
from tests.cli.door import ROOT, SAMPLES, sv
from tests.samples.write import SAMPLES as SOURCES

HERE = ROOT / "sv_cli" / "reports"
EXPLANATION, KIND = (
    Draft202012Validator(json.loads((HERE / f"{name}.schema.json").read_text(encoding="utf-8")))
    for name in ("explanation", "kind")
)
METHODS = ("gross", "green-book", "sroi-guide", "wellbeing-bank")
OWN = "Ref,Commitment,Quantity,Unit,Deadweight,Duration (years)\nvolunteering.hour,Time given,10,hours,5%,2\n"


def explained(bid, *arguments: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sv("explain", bid, *arguments, "--format", "json").out)
    return data


def test_a_line_without_a_value_says_what_to_do(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Ref,Commitment,Quantity,Unit\nvolunteering.hour,Time given,tbc,hours\n", encoding="utf-8")
    told = sv("explain", bid, "2").out
    assert "SV204 no-quantity: the quantity is 'tbc'\n help: enter the quantity that is promised" in told


@pytest.mark.parametrize("kind", [kind.code for kind in KINDS])
def test_the_entry_of_a_finding_has_no_fields_of_a_template(kind):
    assert not {"{", "}"} & set(sv("explain", kind).out)


@pytest.mark.parametrize("validator", [EXPLANATION, KIND])
def test_the_schema_is_a_schema(validator):
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("name", SOURCES)
def test_the_json_is_what_the_schema_says(name):
    assert [error.message for error in EXPLANATION.iter_errors(explained(SAMPLES / name))] == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", SOURCES)
def test_the_last_step_times_the_quantity_is_the_line(name, method):
    for line in explained(SAMPLES / name, "--method", method)["lines"]:
        portions = line["portions"]
        assert bool(portions) == line["valued"]
        for portion in portions:
            last = portion["steps"][-1]
            assert (last["name"], last["value"]) == ("present-value", portion["unit_present_value"])
            assert abs(portion["quantity"] * last["value"] - portion["present_value"]) < 0.01
        for key in ("gross", "net", "present_value") if line["valued"] else ():
            assert sum(Decimal(str(each[key])) for each in portions) == Decimal(str(line[key]))


@pytest.mark.parametrize("name", SOURCES)
def test_every_line_is_worth_what_the_score_says(name):
    scored = json.loads(sv("score", SAMPLES / name, "--format", "json").out)["lines"]
    lines = explained(SAMPLES / name)["lines"]
    assert [{key: line[key] for key in score} for line, score in zip(lines, scored, strict=True)] == scored


def test_a_published_figure_comes_with_its_page():
    (line,) = explained(SAMPLES / "adult-services.xlsx", "15")["lines"]
    figure, prices = line["portions"][0]["steps"][:2]
    assert (figure["stage"], figure["name"], figure["value"]) == ("figures", "figure", 280.0)
    assert figure["source"]["url"].startswith("https://kar.kent.ac.uk/")
    assert figure["source"]["locator"] == "Table 6.1.1"
    assert prices["text"].endswith("from 2024/25 to 2025 prices: × 100.0000 / 97.4940 (hmt-deflator.index)")


def test_the_bids_own_adjustments_stand_beside_the_librarys_in_the_json(bid):
    (line,) = explained(bid(OWN))["lines"]
    taken = {each["name"]: each for each in line["adjustments"]}["deadweight"]
    assert taken["taken"] == {"share": 0.05, "basis": "bid", "why": "stated in the bid"}
    assert (taken["default"]["share"], taken["default"]["basis"]) == (0.1, "judgement")
    assert [each["code"] for each in line["findings"]] == ["SV406", "SV419"]


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_bids_own_adjustments_stand_beside_the_librarys_in_words(bid, monkeypatch, form):
    monkeypatch.setenv("COLUMNS", "250")
    told = sv("explain", bid(OWN), "--format", form).out.replace("\\", "")
    assert "deadweight of 5 % deducted: × 0.95 (the library's default is 10 %)" in told
    assert "stated in the bid; the library's 10 % (judgement): Some of the staff would have given time" in told
    assert "the effect lasts 2 years (the library's default is 1)" in told
    assert "SV406 more-favourable: the bid's deadweight of 5 % is lower than the library's 10 %" in told
    assert "SV419 longer-than-default: the bid's duration of 2 years is longer than the library's 1" in told


def test_a_shorter_duration_of_the_bids_own_is_said(bid):
    text = "Ref,Commitment,Quantity,Unit,Duration (years)\njobs.jobseeker-into-work,Hired,1,people,0.5\n"
    assert "the effect lasts 0.5 years (the library's default is 1)" in sv("explain", bid(text)).out


def test_a_column_headed_year_0_is_the_contracts_first_year(bid):
    path = bid("Ref,Commitment,Unit,Year 0,Year 1\nlocal.goods-given,Given,pounds,1000,2070\n")
    (line,) = explained(path)["lines"]
    assert [(each["label"], each["quantity"], each["present_value"]) for each in line["portions"]] == [
        ("Year 0", 1000.0, 800.0),
        ("Year 1", 2070.0, 1600.0),
    ]
    told = sv("score", path, "--verbose").out
    assert "SV428 year-nought: the bid has a year 0, which was read as the first year of" in told


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_a_line_that_is_not_valued_is_explained_by_its_findings(bid, form):
    told = sv("explain", bid("Ref,Commitment,Quantity,Unit\nno-such,Words,3,each\n"), "--format", form)
    assert told.code == 1
    assert "unknown-reference" in told.out


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_every_finding_is_explained_as_the_schema_says(kind):
    told = sv("explain", kind.code, "--format", "json")
    assert (told.code, list(KIND.iter_errors(json.loads(told.out)))) == (0, [])


def test_every_finding_at_once_is_data_where_data_is_asked_for():
    data = json.loads(sv("explain", "all", "--format", "json").out)
    assert data["schema"] == "sv.finding-kinds/1"
    assert [each["code"] for each in data["kinds"]] == sorted(kind.code for kind in KINDS)
    assert all(KIND.is_valid(each) for each in data["kinds"])


def test_a_finding_in_markdown_is_its_entry_of_the_page():
    entry = sv("explain", "SV203", "--format", "markdown").out
    assert entry.startswith("### SV203 not-a-number\n")
    assert entry in sv("explain", "all").out


def test_an_explanation_goes_into_a_file_by_its_ending(folder, bid):
    told = sv("explain", bid(), "-o", "why.json")
    assert (told.code, told.out, told.err) == (0, "", "written: why.json\n")
    assert json.loads((folder / "why.json").read_text(encoding="utf-8"))["schema"] == "sv.explanation/1"


def test_a_format_that_is_not_there_is_wrong_usage(bid):
    told = sv("explain", bid(), "--format", "csv")
    assert (told.code, told.out) == (2, "")


@pytest.mark.parametrize("columns", [60, 80, 100])
@pytest.mark.parametrize("method", ["green-book", "wellbeing-bank", "gmca-cba", "sroi-guide"])
def test_a_method_is_shown_with_every_convention_within_the_screen(monkeypatch, columns, method):
    monkeypatch.setenv("COLUMNS", str(columns))
    lines = sv("methods", "show", method).out.splitlines()
    assert max(map(len, lines)) <= columns
    text = " ".join(lines)
    for convention in ("Price base", "Adjustments", "Years of an effect", "Discounting", "Costs", "Rounding"):
        assert convention in text


EVIL = r"""
source: {publisher: "P\e[31m", title: "t\e[1m](x)", published: "2020", url: "https://example.org/\e[1m)",
  licence: OGL-UK-3.0, redistributable: "true", read: primary, accessed: "2026-11-23"}
figures:
  - {id: evil.one, title: "f\e[31m|<b>\u202e", amount: "10", unit: GBP/hour, price_year: "2025", locator: "L\e[1m"}
theme: {id: evil, title: "E\e[31m"}
outcome: {id: evil-one, title: "E\e[31m"}
proxies:
  - {id: evil.hour, title: "p\e[31m", unit: hour, value: evil.one, value_kind: economic, counts: "c\e[1m",
     evidence: ["e\e[1m"], confidence: {level: medium, why: "w\e[1m"}, review_by: "2027-11-23",
     adjustments: {deadweight: {value: "0.1", basis: judgement, why: "why\e[31m\u202e"}}}
methods:
  - {id: evil, title: "Ev\e[31mil", edition: "1\e[2J", summary: "S\e[31m\u202e", timing: "T\e[31m",
     sources: [{publisher: "P\e[31m", title: "t\e[1m", published: "2020", url: "u\e[1m", licence: x,
       redistributable: "true", read: secondary, read_via: "v\e[1m", accessed: "a\e[1m", note: "n\e[1m"}],
     adjustments: [deadweight], tables: {deadweight: {evil: {value: "0.2", basis: judgement, why: "w\e[31m"}}}}
"""


@pytest.mark.parametrize(
    "command",
    [
        ("explain", "bid.csv", "--method", "evil"),
        ("explain", "bid.csv", "--format", "markdown"),
        ("explain", "bid.csv", "--format", "json"),
        ("score", "bid.csv", "--method", "evil"),
        ("score", "bid.csv", "--method", "evil", "--method", "gross"),
        ("score", "bid.csv", "--method", "evil", "--method", "gross", "--format", "markdown"),
        ("methods", "list"),
        ("methods", "show", "evil"),
    ],
    ids=" ".join,
)
def test_nothing_that_a_library_says_moves_a_cursor_or_turns_a_line_round(folder, bid, command):
    bid("Ref,Commitment,Quantity,Unit\nevil.hour,Time,10,hours\n")
    (folder / "evil.yaml").write_text(EVIL, encoding="utf-8")
    told = sv(*command, "--library", "evil.yaml")
    assert told.code == 0, told.err
    assert not {"\x1b", "\u202e"} & set(told.out)
    assert "](https://example.org/\\u001b[1m)" not in told.out


def test_a_line_of_one_year_is_one_table_in_markdown(bid):
    assert sv("explain", bid(), "--format", "markdown").out.count("| Step | Result | Unit |") == 1
