# ruff: noqa: E501 - a case of a table is a line
"""`sv proxies` as it is typed: what it prints, in which format, and how it exits."""

import csv
import json

import pytest

from tests.cli.door import ROOT, SAMPLES, sv

OVERLAY = """
library: {name: ours, version: "2"}
source: {publisher: Us, title: Our rates, published: "2026", url: "https://example.org/", licence: CC-BY-4.0,
         redistributable: true, read: primary, accessed: "2026-11-23"}
figures:
  - {id: gmca-ucd.jsa-into-work, title: Ours, unit: GBP/person/year, amount: "20", price_year: "2025", locator: x}
withdraw: [roads.speed-reduced]
"""


@pytest.fixture(autouse=True)
def _from_the_checkout(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
def overlay(tmp_path):
    path = tmp_path / "ours.yaml"
    path.write_text(OVERLAY)
    return path


def test_a_list_is_filtered_by_every_option():
    data = json.loads(
        sv("proxies", "list", "--kind", "economic", "--unit", "hour", "--code", "NT17", "--format", "json").out
    )
    assert data["schema"] == "sv.proxies/1"
    assert {(row["unit"], *row["value_kinds"]) for row in data["proxies"]} == {("hour", "economic")}
    everything = json.loads(sv("proxies", "list", "--format", "json").out)["proxies"]
    for option, name in (("--theme", "theme"), ("--confidence", "confidence"), ("--outcome", "outcome")):
        wanted = everything[0][name]
        rows = json.loads(sv("proxies", "list", option, wanted, "--format", "json").out)["proxies"]
        assert rows == [row for row in everything if row[name] == wanted]


def test_a_list_as_csv_and_markdown_has_every_proxy():
    count = len(json.loads(sv("proxies", "list", "--format", "json").out)["proxies"])
    rows = list(csv.DictReader(sv("proxies", "list", "--format", "csv").out.splitlines()))
    assert len(rows) == len({row["id"] for row in rows}) == count
    assert sv("proxies", "list", "--format", "markdown").out.count("<br>`") == count


@pytest.mark.parametrize("columns", [80, 100, 160])
def test_a_list_shows_every_id_on_one_line_to_be_copied(columns, monkeypatch):
    monkeypatch.setenv("COLUMNS", str(columns))
    ids = {row["id"] for row in json.loads(sv("proxies", "list", "--format", "json").out)["proxies"]}
    told = sv("proxies", "list").out
    assert ids <= set(told.split())
    assert max(map(len, told.splitlines())) <= columns


def test_a_narrow_list_says_as_much_below_each_other(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    told = " ".join(sv("proxies", "list", "--theme", "volunteering-and-civic-life").out.split())
    assert "community organisation per hour volunteering.hour gross £12.44 high confidence Hour of" in told


def test_nothing_that_matches_is_told():
    told = sv("proxies", "list", "--code", "NT999")
    assert told.code == 1
    assert told.err.startswith("SV515 nothing-matches: no proxy matches code 'NT999'\n")
    told = sv("proxies", "list", "--unit", "hous")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("SV516 no-such-unit: there is no unit 'hous'; nearest are 'household', 'hour'")
    assert sv("proxies", "list", "--kind", "social").code == 2


def test_a_unit_goes_by_its_id_and_by_what_reports_call_one_and_many():
    (listed,) = {sv("proxies", "list", "--unit", unit).out for unit in ("tCO2e", "tonne of CO2e", "Tonnes of CO2e")}
    assert "climate.tonne-avoided" in listed


def test_a_search_says_why():
    told = sv("proxies", "search", "volunteer", "hours", "-n", "1")
    assert told.code == 0
    assert "volunteering.hour " in told.out
    assert "found by synonym 'volunteer hours'" in told.out
    told = sv("proxies", "search", "xyzzy")
    assert (told.code, told.out.split(";")[0].strip()) == (1, "0 proxies")


def test_a_search_for_a_code_that_has_no_value_says_why():
    told = sv("proxies", "search", "NT18")
    assert told.code == 1
    assert "SV309 code-not-valued: the code 'NT18' counts money spent with suppliers in the area" in told.err


def test_the_schema_for_editors_is_printed():
    told = sv("proxies", "schema")
    assert (told.code, told.err) == (0, "")
    assert json.loads(told.out)["$schema"] == "http://json-schema.org/draft-07/schema#"


def test_a_proxy_is_shown_with_all_that_stands_behind_it():
    data = json.loads(sv("proxies", "show", "jobs.jobseeker-into-work", "--format", "json").out)
    assert data["schema"] == "sv.proxy/1"
    assert [figure["id"] for figure in data["figures"]] == ["gmca-ucd.jsa-into-work", "gmca-ucd.jsa-earnings"]
    assert all(figure["source"]["url"].startswith("https://") for figure in data["figures"])
    assert data["steps"][-1]["name"] == "present-value"
    assert "### What counts" in sv("proxies", "show", "jobs.jobseeker-into-work", "--format", "markdown").out


@pytest.mark.parametrize("name", ["table", "markdown"])
def test_a_replaced_proxy_is_marked(overlay, name):
    for command in (("show", "jobs.jobseeker-into-work"), ("list", "--theme", "jobs-and-pay")):
        assert "replaced by ours" in sv("proxies", *command, "--library", overlay, "--format", name).out


def test_hostile_words_of_an_overlay_are_shown_and_not_obeyed(tmp_path):
    path = tmp_path / "hostile.yaml"
    path.write_text(
        'theme: {id: x, title: "\\e[31mX"}\noutcome: {id: y, title: Y}\nproxies:\n'
        '  - {id: a.b, title: "\\e]0;owned\\a \\u202egnp", unit: hour, value: nmw.adult, value_kind: economic, '
        'counts: "\\e[2J", evidence: ["=cmd()"], confidence: {level: low, why: "\\e[1m"}, review_by: "2027-01-01"}\n'
    )
    for command in (("show", "a.b"), ("list", "--theme", "x"), ("search", "a.b")):
        for name in ("table", "markdown"):
            told = sv("proxies", *command, "--library", path, "--format", name)
            assert told.code == 0
            assert not {"\x1b", "\u202e", "\a"} & set(told.out)


def test_two_libraries_are_held_against_each_other(overlay):
    data = json.loads(sv("proxies", "diff", overlay, "--bid", SAMPLES / "food-bank.xlsx", "--format", "json").out)
    assert [(each["kind"], each["what"], each["id"]) for each in data["changes"]] == [
        ("proxy", "removed", "roads.speed-reduced"),
        ("figure", "changed", "gmca-ucd.jsa-into-work"),
    ]
    assert data["changes"][1]["fields"]["amount"] == {"before": "9800", "after": "20"}
    moved = {each["id"] for each in data["values"]}
    assert "jobs.jobseeker-into-work" in moved
    before, after = (
        json.loads(sv("score", SAMPLES / "food-bank.xlsx", "--format", "json", *more).out)
        for more in ((), ("--library", overlay))
    )
    for line, old, new in zip(data["lines"], before["lines"], after["lines"], strict=True):
        assert (line["before"], line["after"]) == (old["present_value"], new["present_value"])
        assert line["difference"] == pytest.approx(line["after"] - line["before"])
    assert data["total"]["after"] == after["totals"]["present_value"]
    assert any(line["difference"] for line in data["lines"])


OWN_HOUR = """
  - {id: ours.hour, title: Our hour, unit: GBP/hour, amount: "20", price_year: "2025", locator: x}
theme: {id: volunteering-and-civic-life, title: Volunteering and civic life}
outcome: {id: ours, title: Ours}
proxies:
  - {id: volunteering.hour, title: Our hour, unit: hour, value: ours.hour, value_kind: economic, counts: our hours,
     evidence: [a list], confidence: {level: low, why: x}, review_by: "2027-11-23", maps_to: {toms: [NT17]}}
  - {id: ours.own-hour, title: "Our | own hour", unit: hour, value: ours.hour, value_kind: economic, counts: our own hours,
     evidence: [a list], confidence: {level: low, why: x}, review_by: "2027-11-23"}
"""


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        (
            "table",
            [
                "1 proxy added; 1 proxy removed; 1 proxy changed; 1 figure added; 1 figure changed; 3 unit values moved",
                "proxy ours.own-hour added Our | own hour",
                "parts.all: nmw.adult[2026] → ours.hour",
                "Present value of food-bank.xlsx",
                "Total {before} {after}",
            ],
        ),
        (
            "markdown",
            [
                "- proxy `ours.own-hour` added: Our \\| own hour",
                "- parts.all: nmw.adult\\[2026\\] → ours.hour",
                "### Present value of food-bank.xlsx",
                "| Total | {before} | {after} |",
            ],
        ),
    ],
)
def test_what_differs_is_shown_to_people(overlay, form, wanted, monkeypatch):
    overlay.write_text(OVERLAY.replace("withdraw:", f"{OWN_HOUR[1:]}withdraw:"), encoding="utf-8")
    monkeypatch.chdir(SAMPLES)
    asked = ("proxies", "diff", overlay, "--bid", "food-bank.xlsx", "--format")
    total = json.loads(sv(*asked, "json").out)["total"]
    sums = {name: f"£{total[name]:,.2f}" for name in ("before", "after")}
    told = sv(*asked, form)
    assert (told.code, told.err) == (0, "")
    said = " ".join(told.out.split())
    assert [each for each in wanted if each.format(**sums) not in said] == []


def test_a_library_does_not_differ_from_itself():
    told = sv("proxies", "diff", "proxies", "proxies")
    assert told.code == 0
    assert "nothing that affects a value or its explanation differs" in told.out
    assert sv("proxies", "diff", "nowhere").code == 3


def test_lint_says_the_same_in_every_format(overlay):
    overlay.write_text(OVERLAY.replace("redistributable: true", "redistributable: false"))
    text = sv("proxies", "lint", overlay)
    assert text.code == 0
    assert text.out.startswith(f"{overlay}:6: warning SV523 licence-private: ")
    assert text.out.endswith("0 proxies in 1 file: 0 errors, 1 warning, 0 notes\n")
    assert sv("proxies", "lint", overlay, "--fail-on", "warning").code == 1
    data = json.loads(sv("proxies", "lint", overlay, "--format", "json").out)
    assert [(each["code"], each["row"]) for each in data["findings"]] == [("SV523", 6)]
    assert data["summary"] == {"files": 1, "proxies": 0, "errors": 0, "warnings": 1, "notes": 0}
    github = sv("proxies", "lint", overlay, "--format", "github").out
    assert github.startswith(f"::warning file={overlay},line=6,title=SV523 licence-private::the licence CC-BY-4.0")
    (run,) = json.loads(sv("proxies", "lint", overlay, "--format", "sarif").out)["runs"]
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("SV523", "warning")
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 6}


def test_what_ships_lints_clean_and_reviews_run_out():
    told = sv("proxies", "lint", "--as-of", "2026-11-23", "--fail-on", "warning")
    assert told.code == 0, told.out
    late = sv("proxies", "lint", "proxies", "--as-of", "2099-01-01", "--fail-on", "warning")
    assert late.code == 1
    assert "SV543 review-overdue" in late.out


def test_a_library_that_does_not_load_fails_the_lint(tmp_path):
    path = tmp_path / "broken.yaml"
    path.write_text("proxies: [{}]\n")
    told = sv("proxies", "lint", path)
    assert told.code == 3
    assert told.out.endswith("the library does not load: 1 error, 0 warnings, 0 notes\n")


def test_a_sample_that_refers_to_nothing_is_told(tmp_path, monkeypatch):
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "dead.csv").write_text(
        "Reference,Quantity,Unit\nvolunteering.hour,1,hour\nvolunteering.hours,1,hour\n"
    )
    (tmp_path / "samples" / "bad-one.csv").write_text("Reference,Quantity,Unit\nnothing.here,1,hour\n")
    monkeypatch.setattr("sv_cli.commands.proxies_lint.shipped_folder", lambda: tmp_path / "proxies")
    told = sv("proxies", "lint")
    assert told.code == 1
    assert "dead.csv:3: error SV568 sample-dead-reference: 'volunteering.hours' in this sample" in told.out
    assert "bad-one" not in told.out


def test_a_proxy_without_a_value_is_told(tmp_path):
    path = tmp_path / "none.yaml"
    path.write_text(
        "theme: {id: x, title: X}\noutcome: {id: y, title: Y}\nproxies:\n"
        "  - {id: a.b, title: Nothing at all, unit: hour, value: nmw.adult - nmw.adult, value_kind: economic, "
        'counts: Nothing is counted here at all, evidence: [None needed], confidence: {level: low, why: W}, review_by: "2027-01-01"}\n'
        "  - {id: a.c, title: Divided, unit: hour, value: nmw.adult / (1 - 1), value_kind: economic, "
        'counts: Nothing is counted there at all, evidence: [None needed], confidence: {level: low, why: W}, review_by: "2027-01-01"}\n'
    )
    told = sv("proxies", "lint", path, "--as-of", "2026-11-23")
    assert "SV567 worth-nothing: one unit of 'a.b' is worth £0.00 before adjustments" in told.out
    assert "SV566 no-unit-value: one unit of 'a.c' has no value in 2025 prices by the method green-book" in told.out


def test_an_id_that_is_not_there_is_told_with_its_nearest():
    told = sv("proxies", "show", "volunteering.hours")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(
        "SV509 no-such-proxy: there is no proxy 'volunteering.hours'; nearest are 'volunteering.hour'"
    )
    told = sv("proxies", "list", "--theme", "helth")
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("SV510 no-such-theme: there is no theme 'helth'; ")


@pytest.mark.parametrize("name", ["table", "markdown", "json", "csv"])
def test_every_report_of_a_bid_says_what_an_overlay_replaced(overlay, name):
    bid = SAMPLES / "food-bank.xlsx"
    told = sv("score", bid, "--library", overlay, "--format", name)
    assert ("(replaced by ours)" if name in ("table", "markdown") else "SV517") in " ".join(told.out.split())
    assert "SV517" not in sv("score", bid, "--format", "json").out
    assert "(replaced by ours)" in " ".join(
        sv("explain", bid, "jobs.jobseeker-into-work", "--library", overlay).out.split()
    )


def test_the_bid_of_a_difference_is_read_as_it_is_for_a_score(overlay, tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Start,03/04/2026\n\nRef,Quantity\nvolunteering.hour,100\n", encoding="utf-8")
    asked = ("proxies", "diff", overlay, "--bid", bid)
    assert sv(*asked, "--date-order", "dmy").code == 0
    assert "SV111" in sv(*asked, "--limit", "rows=2").err
    (tmp_path / "reading.yaml").write_text("sheets: [Offer]\n", encoding="utf-8")
    assert sv(*asked, "--reading", tmp_path / "reading.yaml").code == 3


def test_a_row_that_one_library_alone_takes_for_a_promise_is_a_line_of_the_difference(tmp_path):
    bid, words = tmp_path / "bid.csv", tmp_path / "words.yaml"
    rows = "volunteering.hour,Reading with pupils,100,hours\nvolunteering.hour,Rehearsal: reading,10,hours\n"
    bid.write_text(f"Ref,Commitment,Quantity,Unit\n{rows}", encoding="utf-8")
    words.write_text("library: {name: mine, version: '1'}\nexamples: [rehearsal]\n", encoding="utf-8")
    told = sv("proxies", "diff", words, "--bid", bid, "--format", "json")
    both, gone = json.loads(told.out)["lines"]
    assert both["difference"] == 0
    assert (gone["title"], gone["before"] > 0, gone["after"]) == ("Rehearsal: reading", True, None)
