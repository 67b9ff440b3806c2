"""The reports of a check keep to the schemas that others publish, whatever a bid has written in it."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from jsonschema import Draft4Validator, Draft202012Validator, FormatChecker

from tests.checks.running import HERE, checked, inside
from tests.cli.door import ROOT

SCHEMAS = HERE / "schemas"
JUNIT = xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))
SARIF = Draft4Validator(
    json.loads((SCHEMAS / "sarif-2.1.0-rtm.4.json").read_text(encoding="utf-8")), format_checker=FormatChecker()
)
CHECK = Draft202012Validator(
    json.loads((ROOT / "sv_cli/reports/check.schema.json").read_text(encoding="utf-8")), format_checker=FormatChecker()
)
FORMATS = ("text", "json", "junit", "sarif", "github")
HOSTILE = (
    '"]]> <script>&amp;\x1b[31m\u202e\x07"',
    '"::error file=x::hello%0A\n::warning::two"',
    "'=cmd|'/c calc'!A1",
    "‘é☃𝔸￾",
)
FRAMEWORK = """\
framework: {id: mine, title: "Mine <&> %0A", authority: Me, version: "1", published: "2026", summary: A few rules.}
rules:
  - {id: two, check: number, least: "9", message: "{found} <b>&", reason: "why ]]>", clause: "§ 1", contact: "a,b:c"}
  - {id: none, check: forbidden, of: {proxies: [giving.advice]}, severity: warning}
  - {id: valued, check: unvalued, most: "0"}
  - {id: noted, check: stated, what: [evidence], severity: note}
  - {id: elsewhere, check: period, applies: {above_value: "1000000"}}
"""
WAIVERS = "waivers: [{rule: none, until: 2027-01-01, by: 'Me ]]>', reason: 'It is <agreed>.'}]\n"
TARGETS = "title: Ours\ntargets: [{id: t, title: 'Trees ]]>', of: {themes: [examples-planting]}, value: '10'}]\n"


@pytest.fixture
def folder(tmp_path):
    """A folder with a hostile bid, one that is in order, one that cannot be read, and all that a check may be given."""
    (tmp_path / "framework.yaml").write_text(FRAMEWORK, encoding="utf-8")
    (tmp_path / "waivers.yaml").write_text(WAIVERS, encoding="utf-8")
    (tmp_path / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    rows = [f"{reference},{text},5,hours" for text in HOSTILE for reference in ("giving.advice", text)]
    head = 'Contract value,"£100,000"\n\nRef,Commitment,Quantity,Unit\n'
    (tmp_path / "bid, one: ☃.csv").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "good.csv").write_text(head + "giving.hour,Reading,5,hours\n", encoding="utf-8")
    (tmp_path / "broken.xlsx").write_bytes(b"PK no workbook")
    with inside(tmp_path):
        yield tmp_path


def report(format_name: str, *bids: str, **rest) -> str:
    everything = {"waivers": Path("waivers.yaml"), "targets": Path("targets.yaml"), "verbose": True} | rest
    return checked(*(bids or (".",)), format_name=format_name, **everything).text


def test_the_name_of_a_file_may_hold_what_xml_has_no_form_for(folder):
    (folder / "good.csv").rename(folder / "a bell \a, a stop \ufffe.csv")
    document = report("junit", "a bell \a, a stop \ufffe.csv")
    assert ET.fromstring(document.encode())[0].get("name") == "a bell \ufffd, a stop \ufffd.csv"  # noqa: S314 - ours


def test_junit_keeps_to_the_published_schema(folder):
    text = report("junit")
    JUNIT.validate(text)
    suites = ET.fromstring(text)  # noqa: S314 - written a line above
    assert [suite.get("name") for suite in suites] == ["bid, one: ☃.csv", "broken.xlsx", "good.csv"]
    cases = {case.get("name"): case for case in suites[0].iter("testcase")}
    assert list(cases) == ["reading-and-valuing", "two", "none", "valued", "noted", "elsewhere", "t"]
    assert [part.tag for part in cases["two"]] == ["failure"]
    assert {part.tag for part in cases["none"]} == {"skipped"}
    assert [part.tag for part in cases["noted"]] == ["system-out"]
    assert [part.tag for part in cases["elsewhere"]] == ["skipped"]
    assert [part.tag for part in cases["t"]] == ["failure", "system-out"]
    assert [part.tag for part in suites[1].iter("error")] == ["error"]
    for name in ("tests", "failures", "errors"):
        assert suites.get(name) == str(sum(int(suite.get(name, "0")) for suite in suites))


def test_a_rule_that_cannot_be_judged_is_an_error_beside_the_rules_that_can(folder):
    rules = FRAMEWORK + '  - {id: tenth, check: value, least_percent: "10"}\n'
    (folder / "framework.yaml").write_text(rules.replace(', applies: {above_value: "1000000"}', ""), encoding="utf-8")
    (folder / "poor.csv").write_text("Ref,Commitment,Quantity,Unit\ngiving.hour,Reading,5,hours\n", encoding="utf-8")
    text = report("junit", "poor.csv", targets=None)
    JUNIT.validate(text)
    cases = {case.get("name"): [part.tag for part in case] for case in ET.fromstring(text).iter("testcase")}  # noqa: S314
    assert (cases["two"], cases["tenth"], cases["none"]) == (["failure"], ["error"], [])


def test_sarif_keeps_to_the_published_schema(folder):
    log = json.loads(report("sarif"))
    assert [error.message for error in SARIF.iter_errors(log)] == []
    (run,) = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(set(ids)) == len(ids)
    for result in run["results"]:
        assert result["ruleId"].split("/")[0] == ids[result["ruleIndex"]]
        assert result["locations"]  # GitHub takes no log with a result that has none
        for location in result["locations"]:
            assert location["physicalLocation"]["region"]["startLine"] >= 1
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert {result["ruleId"] for result in suppressed} == {"SV612/none"}
    assert suppressed[0]["suppressions"][0]["justification"] == "It is <agreed>. (by Me ]]>, until 2027-01-01)"
    places = [place["physicalLocation"] for result in run["results"] for place in result["locations"]]
    uris = {place["artifactLocation"]["uri"] for place in places}
    assert "bid%2C%20one%3A%20%E2%98%83.csv" in uris
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert [each["descriptor"]["id"] for each in invocation["toolExecutionNotifications"]] == ["SV712"]
    assert [each["id"] for each in run["tool"]["driver"]["notifications"]] == ["SV712"]


def test_a_finding_keeps_its_fingerprint_when_rows_are_put_above_it(folder):
    def prints() -> list[str]:
        run = json.loads(report("sarif", "bid.csv"))["runs"][0]
        return sorted(each["partialFingerprints"]["sv/1"] for each in run["results"] if each["ruleId"] == "SV612/none")

    text = "Ref,Commitment,Quantity,Unit\ngiving.advice,Advice,5,hours\n"
    (folder / "bid.csv").write_text(text, encoding="utf-8")
    before = prints()
    (folder / "bid.csv").write_text("Our offer,,,\n" + text, encoding="utf-8")
    assert prints() == before


def test_no_two_findings_of_a_bid_have_one_fingerprint(folder):
    text = "Ref,Commitment,Quantity,Unit\ngiving.advice,Advice,,hours\ngiving.hour,Reading,,hours\n"
    (folder / "bid.csv").write_text(text, encoding="utf-8")
    results = json.loads(report("sarif", "bid.csv"))["runs"][0]["results"]
    assert [each["ruleId"] for each in results].count("SV204") == 2
    prints = [each["partialFingerprints"]["sv/1"] for each in results]
    assert len(set(prints)) == len(prints)


def test_json_keeps_to_our_own_schema(folder):
    data = json.loads(report("json"))
    assert [error.message for error in CHECK.iter_errors(data)] == []
    assert [bid["status"] for bid in data["bids"]] == ["broken", "not judged", "broken"]
    assert data["bids"][2]["not_applied"] == ["elsewhere"]
    only = json.loads(report("json", "good.csv", framework=None, waivers=None))
    assert [error.message for error in CHECK.iter_errors(only)] == []
    assert only["framework"] is None


def test_annotations_are_one_line_a_finding_and_nothing_in_a_bid_makes_another(folder):
    lines = report("github").splitlines()
    data = json.loads(report("json"))
    found = sum(len(bid["findings"]) for bid in data["bids"]) + len(data["findings"])
    assert len(lines) == found + 1
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines[:-1])
    assert not lines[-1].startswith("::")
    assert any("file=bid%2C one%3A ☃.csv,line=" in line for line in lines)


@pytest.mark.parametrize("format_name", FORMATS)
def test_nothing_in_a_bid_reaches_the_terminal_as_it_is(folder, format_name):
    text = report(format_name)
    assert not [character for character in "\x1b\u202e\x07" if character in text]


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_check_gives_the_same_bytes(folder, format_name):
    assert report(format_name) == report(format_name)


def test_what_is_met_is_a_green_suite_and_an_empty_run(folder):
    plain = {"waivers": None, "targets": None, "select": ("SV613",), "verbose": False}
    suites = ET.fromstring(report("junit", "good.csv", **plain))  # noqa: S314 - our own
    assert (suites.get("failures"), suites.get("errors")) == ("0", "0")
    assert json.loads(report("sarif", "good.csv", **plain))["runs"][0]["results"] == []
    assert report("github", "good.csv", **plain) == report("text", "good.csv", **plain).replace("%", "%25")
