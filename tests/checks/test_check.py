"""What `sv check` says and how it leaves: met, broken, out of scope, not judged; waivers; targets."""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sv_cli.findings.finding import Severity
from sv_cli.model.bids import Contract
from tests.checks.running import EXAMPLES, checked, inside
from tests.cli.door import SAMPLES, sv

HEAD = (
    'Supplier,Hill & Daughters Ltd\nContract value,"£100,000"\nContract start,1 April 2026\nContract term,2 years\n\n'
)
ROWS = "Ref,Commitment,Quantity,Unit\n"
ABOUT = """\
framework: {id: mine, title: Mine, authority: Me, version: "1", published: "2026", summary: A few rules.}
"""


@pytest.fixture
def folder(tmp_path):
    """A folder to work in, with a framework of two rules and a bid that breaks both."""
    (tmp_path / "framework.yaml").write_text(
        ABOUT
        + """\
rules:
  - {id: two-measures, check: number, least: "2", clause: "1"}
  - {id: no-advice, check: forbidden, of: {proxies: [giving.advice]}, severity: warning}
""",
        encoding="utf-8",
    )
    write(tmp_path, "bid.csv", "giving.advice,Advice to charities,40,hours")
    with inside(tmp_path):
        yield tmp_path


def write(folder: Path, name: str, *rows: str, head: str = HEAD) -> None:
    (folder / name).write_text(head + ROWS + "".join(f"{row}\n" for row in rows), encoding="utf-8")


def told(outcome) -> list[str]:
    """The findings of a text report, without what to do."""
    return [line[10:] for line in outcome.text.splitlines() if line.startswith("  ") and line[2] != " "]


TWO = "bid.csv: SV614 too-few-measures: 1 different measure promised; at least 2 required"
ADVICE = "bid.csv:A7: SV612 measure-forbidden: 'giving.advice' is excluded here (giving.advice)"


def test_a_bid_that_breaks_a_rule_ends_with_1(folder):
    outcome = checked("bid.csv")
    assert (outcome.exit_code, outcome.notes) == (1, "")
    assert outcome.text == (
        "bid.csv: broken: 1 error, 1 warning\n"
        f"  error   {TWO}\n"
        "          help: promise more different measures, or ask the buyer to accept fewer\n"
        "          rule: two-measures (1)\n"
        f"  warning {ADVICE}\n"
        "          help: remove it, or promise something else instead\n"
        "          rule: no-advice\n"
        "\n"
        "1 bid checked against mine (Mine, 2 rules) as on 2026-11-23: 1 broken\n"
    )


def test_when_all_is_well_there_is_one_line(folder):
    write(folder, "bid.csv", "giving.hour,Reading,10,hours", "learning.apprentice,Apprentices,2,people")
    write(folder, "other.csv", "giving.hour,Reading,10,hours", "learning.apprentice,Apprentices,2,people")
    outcome = checked("bid.csv", "other.csv")
    assert outcome.exit_code == 0
    assert outcome.text == "2 bids meet mine (Mine, 2 rules): 4 commitments, as on 2026-11-23\n"


@pytest.mark.parametrize(("fails", "code"), [(Severity.NOTE, 1), (Severity.WARNING, 1), (Severity.ERROR, 0), (None, 0)])
def test_fail_on_says_from_which_severity_a_bid_fails(folder, fails, code):
    outcome = checked("bid.csv", fails=fails, ignore=("two-measures",))
    assert told(outcome) == [ADVICE]
    assert outcome.exit_code == code


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"select": ("SV614",)}, [TWO]),
        ({"select": ("too-few-measures",)}, [TWO]),
        ({"select": ("two-measures",)}, [TWO]),
        ({"select": ("SV61",)}, [TWO, ADVICE]),
        ({"select": ("sv61",), "ignore": ("no-advice",)}, [TWO]),
        ({"ignore": ("SV612", "measure-missing")}, [TWO]),
        ({"ignore": ("SV6",)}, []),
    ],
)
def test_findings_are_selected_and_ignored_by_code_name_and_rule(folder, names, expected):
    assert told(checked("bid.csv", **names)) == expected


def test_a_name_that_selects_nothing_is_an_error(folder):
    outcome = checked("bid.csv", select=("two-mesures",))
    assert (outcome.exit_code, outcome.text) == (3, "")
    assert outcome.notes.startswith(
        "--select, --ignore: SV608 no-such-rule: 'two-mesures' is not a rule in the framework,"
        " or a code or name of a finding; nearest are 'two-measures'"
    )


def test_what_cannot_be_read_ends_with_3_and_stops_none_of_the_others(folder):
    (folder / "broken.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    outcome = checked("bid.csv", "broken.xlsx", "nothing.csv")
    assert outcome.exit_code == 3
    assert told(outcome)[:2] == [TWO, ADVICE]
    assert "broken.xlsx: not judged: 1 error\n" in outcome.text
    assert "nothing.csv: SV101 file-not-found" in outcome.text
    assert outcome.text.endswith(
        "3 bids checked against mine (Mine, 2 rules) as on 2026-11-23: 1 broken, 2 not judged\n"
    )


def test_what_cannot_be_judged_can_not_be_ignored(folder):
    assert checked("nothing.csv", ignore=("SV1",), fails=None).exit_code == 3


def test_folders_and_patterns_stand_for_the_bids_in_them(folder):
    (folder / "bids" / "late").mkdir(parents=True)
    write(folder / "bids", "a.csv", "giving.advice,Advice,1,hours")
    write(folder / "bids" / "late", "b.csv", "giving.advice,Advice,1,hours")
    (folder / "bids" / "read me.txt").write_text("no bid", encoding="utf-8")
    for asked in (("bids",), ("bids/*.csv", "bids/late/*.csv"), ("bids/**/*.csv",)):
        data = json.loads(checked(*asked, format_name="json").text)
        assert [bid["file"] for bid in data["bids"]] == ["bids/a.csv", "bids/late/b.csv"]


def test_a_folder_without_bids_is_told(folder):
    (folder / "empty").mkdir()
    outcome = checked("empty")
    assert (outcome.exit_code, outcome.text) == (3, "")
    assert "SV711 no-bids" in outcome.notes


SCOPES = [
    ('from_value: "100000"', None),
    ('from_value: "100000.01"', "contracts of at least £100,000.01"),
    ('above_value: "100000"', "contracts above £100,000"),
    ('below_value: "100000"', "contracts below £100,000"),
    ('below_value: "100001"', None),
    ("from_start: 2026-04-01", None),
    ("from_start: 2026-04-02", "contracts from 2026-04-02"),
    ("before_start: 2026-04-01", "contracts before 2026-04-01"),
]


@pytest.mark.parametrize(("scope", "wanted"), SCOPES)
def test_a_contract_outside_the_scope_is_told_and_not_judged_by_the_rules(folder, scope, wanted):
    rules = "rules: [{id: two, check: number, least: '2'}]\n"
    (folder / "framework.yaml").write_text(f"{ABOUT}scope: {{{scope}}}\n{rules}", encoding="utf-8")
    outcome = checked("bid.csv")
    data = json.loads(checked("bid.csv", format_name="json").text)["bids"][0]
    if wanted is None:
        assert (outcome.exit_code, data["status"], data["not_applied"]) == (1, "broken", [])
    else:
        assert (outcome.exit_code, data["status"], data["not_applied"]) == (0, "out of scope", ["two"])
        assert "SV604 out-of-scope: the framework does not apply: the contract" in outcome.text
        assert f"but it is for {wanted}" in outcome.text


def test_a_framework_that_another_has_replaced_is_told_and_held_to_all_the_same(folder):
    path = folder / "framework.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{id: mine,", "{id: mine, superseded_by: ours,"))
    outcome = checked("bid.csv", verbose=True)
    assert "SV609 framework-superseded: 'mine' has been superseded by 'ours'" in outcome.text + outcome.notes
    assert TWO in told(outcome)


def test_a_rule_may_have_a_scope_of_its_own(folder):
    rules = "rules: [{id: two, check: number, least: '2', applies: {above_value: '100000'}}]\n"
    (folder / "framework.yaml").write_text(ABOUT + rules, encoding="utf-8")
    data = json.loads(checked("bid.csv", format_name="json").text)["bids"][0]
    assert (data["status"], data["passed"], data["not_applied"]) == ("met", [], ["two"])
    assert "  not for this contract: two\n" in checked("bid.csv", verbose=True).text
    richer = Contract(value=Decimal(200000))
    assert json.loads(checked("bid.csv", format_name="json", contract=richer).text)["bids"][0]["status"] == "broken"


@pytest.mark.parametrize(
    ("rule", "fact", "option"),
    [
        ("check: value, least_percent: '5'", "the contract's value", "--contract-value"),
        ("check: value, least: '5', per: year", "the contract's length", "--years"),
        ("check: period", "the contract's start", "--start"),
        ("check: area", "the contract's place", "--place"),
    ],
)
def test_a_rule_that_needs_a_fact_nobody_states_cannot_be_judged(folder, rule, fact, option):
    (folder / "framework.yaml").write_text(f"{ABOUT}rules: [{{id: one, {rule}}}]\n", encoding="utf-8")
    rows = "Ref,Commitment,Quantity,Unit,Start,Place\ngiving.hour,Reading,10,hours,,London\n"
    rows = rows.replace("hours,,", "hours,2026-05-01,") if "period" in rule else rows
    (folder / "bid.csv").write_text(rows, encoding="utf-8")
    outcome = checked("bid.csv")
    assert outcome.exit_code == 3
    assert f"bid.csv: SV605 fact-needed: {fact} is not known, so the rule 'one' cannot be judged\n" in outcome.text
    assert f"help: give it in the bid, or with {option}\n" in outcome.text
    (folder / "framework.yaml").write_text(
        f"{ABOUT}rules: [{{id: one, {rule}, severity: warning}}]\n", encoding="utf-8"
    )
    assert checked("bid.csv", ignore=("SV4",)).exit_code == 0


WAIVER = """\
waivers:
  - {rule: two-measures, bid: "b*.csv", until: 2026-11-23, by: Head of Procurement, reason: One is agreed.}
"""


def test_a_waiver_leaves_a_finding_standing_until_its_day(folder):
    (folder / "waivers.yaml").write_text(WAIVER, encoding="utf-8")
    outcome = checked("bid.csv", waivers=Path("waivers.yaml"))
    assert (outcome.exit_code, told(outcome)) == (0, [ADVICE])
    assert outcome.text.endswith("(1 waived finding: --verbose)\n")
    spoken = checked("bid.csv", waivers=Path("waivers.yaml"), verbose=True).text
    waived = "bid.csv: SV614 too-few-measures: until 2026-11-23 by Head of Procurement: One is agreed."
    assert f"  waived  {waived}\n" in spoken


def test_a_waiver_that_has_run_out_counts_no_more_and_is_told(folder):
    (folder / "waivers.yaml").write_text(WAIVER, encoding="utf-8")
    outcome = checked("bid.csv", waivers=Path("waivers.yaml"), today=date(2026, 11, 24))
    expired = (
        "waivers.yaml:2: SV606 waiver-expired: the waiver of two-measures by Head of Procurement expired on 2026-11-23"
    )
    assert (outcome.exit_code, told(outcome)) == (1, [TWO, expired, ADVICE])


def test_a_waiver_that_nothing_uses_is_told_on_request(folder):
    (folder / "waivers.yaml").write_text(WAIVER.replace("b*.csv", "other.csv"), encoding="utf-8")
    assert checked("bid.csv", waivers=Path("waivers.yaml")).exit_code == 1
    spoken = checked("bid.csv", waivers=Path("waivers.yaml"), verbose=True)
    unused = "SV607 waiver-unused: the waiver of two-measures by Head of Procurement matches nothing in these bids"
    assert f"  note    waivers.yaml:2: {unused}\n" in spoken.text


def test_what_cannot_be_judged_can_not_be_waived(folder):
    waiver = "waivers: [{rule: file-not-found, until: 2027-01-01, by: Me, reason: It will come.}]\n"
    (folder / "waivers.yaml").write_text(waiver, encoding="utf-8")
    outcome = checked("nothing.csv", waivers=Path("waivers.yaml"))
    assert outcome.exit_code == 3
    assert "nothing.csv: not judged: 1 error\n" in outcome.text


def test_a_waiver_may_be_of_one_row(folder):
    write(folder, "bid.csv", "giving.hour,Reading,10,hours", "giving.advice,Advice,1,hours")
    row = "waivers: [{rule: SV612, row: '%d', until: 2027-01-01, by: Me, reason: Agreed.}]\n"
    for number, left in ((8, False), (7, True)):
        (folder / "waivers.yaml").write_text(row % number, encoding="utf-8")
        outcome = checked("bid.csv", waivers=Path("waivers.yaml"), select=("SV612",))
        assert ("SV612" in outcome.text) is left


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "waivers: [{rule: x, until: 2027-01-01, by: Me, reason: Why}]\n",
            "waivers.yaml:1: SV608 no-such-rule: 'x' is no",
        ),
        (
            "waivers: [{rule: SV612, by: Me, reason: Why}]\n",
            "waivers.yaml:1: SV504 bad-entry: waivers[0]: the key 'until'",
        ),
        ("waivers:\n  - {rule: SV612, until: soon, by: Me, reason: Why}\n", "waivers.yaml:2: SV504 bad-entry: until: "),
        ("waiver: []\n", "waivers.yaml:1: SV503 unknown-key: unknown key 'waiver'; did you mean 'waivers'?"),
        ("waivers: {}\n", "waivers.yaml:1: SV504 bad-entry: waivers: "),
    ],
)
def test_a_wrong_waiver_stops_the_check(folder, text, expected):
    (folder / "waivers.yaml").write_text(text, encoding="utf-8")
    outcome = checked("bid.csv", waivers=Path("waivers.yaml"))
    assert (outcome.exit_code, outcome.text) == (3, "")
    assert outcome.notes.startswith(expected)


TARGETS = """\
title: What we want
targets:
  - {id: hours, title: Hours given, of: {themes: [examples-giving]}, quantity: "8", unit: day}
  - {id: learning, title: Learning, of: {themes: [examples-learning]}, quantity: "4", unit: person}
  - {id: trees, title: Trees, of: {proxies: [planting.tree]}, quantity: "50"}
  - {id: green, title: Green value, of: {themes: [examples-planting]}, value: "500"}
"""


def test_targets_are_met_part_met_or_missed_with_the_gap_in_units_and_pounds(folder):
    (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    write(folder, "bid.csv", "giving.hour,Reading,60,hours", "learning.apprentice,Two apprentices,2,people")
    outcome = checked("bid.csv", framework=None, targets=Path("targets.yaml"))
    assert outcome.exit_code == 1
    assert told(outcome) == [
        "bid.csv: SV691 target-part-met: Learning: 2 people promised of 4 people wanted;"
        " 2 people (about £2,000) missing",
        "bid.csv: SV690 target-missed: Trees: nothing is promised; 50 items wanted",
        "bid.csv: SV690 target-missed: Green value: nothing is promised; £500 wanted",
    ]
    data = json.loads(checked("bid.csv", framework=None, targets=Path("targets.yaml"), format_name="json").text)
    assert [(each["id"], each["status"], each["gap"], each["gap_value"]) for each in data["bids"][0]["targets"]] == [
        ("hours", "met", 0, 0),
        ("learning", "part met", 2, 2000),
        ("trees", "missed", 50, 1000),
        ("green", "missed", None, 500),
    ]
    assert data["bids"][0]["targets"][0]["promised"] == 8


def test_targets_that_are_all_met_are_one_line(folder):
    (folder / "targets.yaml").write_text(TARGETS, encoding="utf-8")
    rows = ("giving.hour,Reading,60,hours", "learning.reader,Readers,4,people", "planting.tree,Trees,50,items")
    write(folder, "bid.csv", *rows)
    outcome = checked("bid.csv", framework=None, targets=Path("targets.yaml"))
    assert (outcome.exit_code, outcome.text) == (
        0,
        "1 bid meets the targets: 3 commitments, 4 targets, as on 2026-11-23\n",
    )


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("{id: a, title: A, of: {themes: [skils]}, value: '1'}", "a: there is no theme 'skils' in the library"),
        ("{id: a, title: A, of: {}}", "a: it needs a quantity or a value"),
        ("{id: a, title: A, of: {}, value: '0'}", "a: the target must be above 0"),
        ("{id: a, title: A, of: {}, quantity: '1'}", "a: its measures count in different units"),
        ("{id: a, title: A, of: {}, quantity: '1', unit: ours}", "a: 'ours' is not a unit"),
        ("{id: a, title: A, of: {}, value: '1', valued_as: x}", "a: there is no proxy 'x' in the library"),
        ("{id: a, title: A, value: '1'}", "targets[0]: the key 'of' is missing"),
    ],
)
def test_a_wrong_target_stops_the_check(folder, target, expected):
    (folder / "targets.yaml").write_text(f"title: Ours\ntargets:\n  - {target}\n", encoding="utf-8")
    outcome = checked("bid.csv", framework=None, targets=Path("targets.yaml"))
    assert (outcome.exit_code, outcome.text) == (3, "")
    assert outcome.notes.startswith(f"targets.yaml:3: SV504 bad-entry: {expected}")


def test_a_commitment_in_another_unit_is_not_counted_and_told(folder):
    text = "title: Ours\ntargets: [{id: a, title: Time, of: {codes: ['examples:*']}, quantity: '5', unit: hour}]\n"
    (folder / "targets.yaml").write_text(text, encoding="utf-8")
    write(folder, "bid.csv", "giving.hour,Reading,10,hours", "learning.apprentice,Apprentices,2,people")
    outcome = checked("bid.csv", framework=None, targets=Path("targets.yaml"))
    assert told(outcome) == [
        "bid.csv:D8: SV610 not-countable: 'learning.apprentice' counts in people, but the target 'Time' counts in hours"
    ]


def test_by_its_arguments_the_program_does_the_same():
    answer = sv("check", SAMPLES / "bad-bid.xlsx", "--framework", "bradford", "--as-of", "2026-11-23")
    assert (answer.code, answer.err) == (1, "")
    assert "bad-bid.xlsx: broken: " in answer.out
    assert sv("check", SAMPLES, "--framework", "ppn-002", "--fail-on", "never", "--as-of", "2026-11-23").code == 0


def test_wrong_usage_ends_with_2():
    assert sv("check", SAMPLES).code == 2
    assert sv("check").code == 2
    assert sv("check", SAMPLES, "--framework", "bradford", "--fail-on", "fatal").code == 2
    assert sv("check", SAMPLES, "--framework", "bradford", "--format", "yaml").code == 2
    assert sv("check", SAMPLES, "--framework", "bradford", "--as-of", "soon").code == 2


def test_a_report_goes_to_a_file_by_its_ending_and_never_over_a_bid(tmp_path):
    report = tmp_path / "report.sarif"
    answer = sv("check", SAMPLES / "after-hours.csv", "--framework", "bradford", "--output", report)
    assert (answer.code, answer.out, answer.err) == (1, "", f"written: {report}\n")
    assert json.loads(report.read_text(encoding="utf-8"))["version"] == "2.1.0"
    bid = tmp_path / "bid.csv"
    bid.write_bytes((EXAMPLES / "number" / "good.csv").read_bytes())
    before = bid.read_bytes()
    assert sv("check", bid, "--framework", "bradford", "--output", bid, "--force", "--format", "text").code == 2
    assert bid.read_bytes() == before
