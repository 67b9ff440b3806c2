"""The frameworks that ship are sourced, fit the library and say what they leave out; a wrong one is told by line."""

from pathlib import Path

import pytest

from sv_cli.checks.binding import bound
from sv_cli.checks.families import CHECKS
from sv_cli.library.frameworks import framework_files, load_framework
from sv_cli.library.load import load_library
from tests.cli.door import ROOT, sv

SHIPPED = framework_files()
STARTER = ROOT / "sv_cli/checks/starter.yaml"
ABOUT = """\
framework:
  id: mine
  title: Mine
  authority: Me
  version: "1"
  published: "2026-04-01"
  summary: A few rules.
"""


@pytest.fixture(scope="module")
def library():
    found = load_library().library
    assert found is not None
    return found


def told(folder: Path, text: str) -> list[str]:
    """What `sv frameworks show` says of a framework with these rules."""
    file = folder / "mine.yaml"
    file.write_text(ABOUT + text, encoding="utf-8")
    answer = sv("frameworks", "show", file)
    assert (answer.code, answer.out) == (3, "")
    return [line.removeprefix(f"{file}") for line in answer.err.splitlines() if not line.startswith("  help: ")]


def test_these_frameworks_ship():
    assert sorted(SHIPPED) == [
        "bradford",
        "hammersmith-and-fulham",
        "internal-assurance",
        "northern-ireland",
        "ppn-002",
        "ppn-06-20",
        "scotland",
        "small-supplier",
        "wales",
    ]


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_a_framework_that_ships_is_sourced_and_fits_the_library(name, library):
    framework = load_framework(SHIPPED[name]).framework
    assert framework is not None
    assert framework.id == name
    assert bound(framework, library)[1] == []
    assert framework.sources
    assert all(source.url.startswith("https://") for source in framework.sources)
    assert framework.not_checked, "every policy asks something that no machine can check"
    assert framework.superseded_by in (None, *SHIPPED)
    assert all(rule.reason or framework.authority.startswith("the open library") for rule in framework.rules)


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_it_can_be_shown(name):
    answer = sv("frameworks", "show", name)
    assert (answer.code, answer.err) == (0, "")
    assert "What it asks that software cannot check" in answer.out


def test_the_list_names_them_all():
    answer = sv("frameworks", "list")
    assert (answer.code, answer.err) == (0, "")
    assert [name for name in SHIPPED if name not in answer.out] == []
    assert "Contracts of at least £4,000,000.00" in answer.out
    assert "Superseded by ppn-002" in answer.out


def test_new_writes_a_framework_with_every_check_that_works_as_it_stands(tmp_path, library):
    file = tmp_path / "our-policy.yaml"
    answer = sv("frameworks", "new", "--output", file)
    assert (answer.code, answer.out, answer.err) == (0, "", f"written: {file}\n")
    framework = load_framework(file).framework
    assert framework is not None
    assert {rule.check for rule in framework.rules} == set(CHECKS)
    assert bound(framework, library)[1] == []
    assert sv("frameworks", "new").out == file.read_text(encoding="utf-8") == STARTER.read_text(encoding="utf-8")


def test_an_overlay_brings_frameworks_of_its_own(tmp_path):
    folder = tmp_path / "ours"
    (folder / "frameworks").mkdir(parents=True)
    (folder / "library.yaml").write_text("library: {name: ours, version: '1'}\n", encoding="utf-8")
    (folder / "frameworks" / "ours.yaml").write_text(
        ABOUT.replace("mine", "ours") + 'rules: [{id: some, check: number, least: "1"}]\n', encoding="utf-8"
    )
    assert "ours" in sv("frameworks", "list", "--library", folder).out
    assert sv("frameworks", "show", "ours", "--library", folder).code == 0
    assert sv("frameworks", "show", "ours").code == 3


def test_a_framework_that_is_broken_is_told_in_place_of_a_list(tmp_path):
    (tmp_path / "frameworks").mkdir()
    (tmp_path / "library.yaml").write_text("library: {name: ours, version: '1'}\n", encoding="utf-8")
    (tmp_path / "frameworks" / "ours.yaml").write_text("rules: [\n", encoding="utf-8")
    answer = sv("frameworks", "list", "--library", tmp_path)
    assert (answer.code, answer.out) == (3, "")
    assert f"{tmp_path}/frameworks/ours.yaml:2: SV502 yaml-broken: " in answer.err


def test_a_name_that_is_no_framework_is_offered_the_nearest():
    answer = sv("frameworks", "show", "bradfrod")
    assert (answer.code, answer.out) == (3, "")
    assert "SV600 framework-not-found: there is no framework 'bradfrod'; did you mean 'bradford'?" in answer.err


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        (
            'rules:\n  - id: one\n    check: number\n    leest: "1"\n',
            ":11: SV503 unknown-key: unknown key 'leest'; did you mean 'least'?",
        ),
        (
            "rules:\n  - id: one\n    check: numbr\n",
            ":10: SV602 no-such-check: the rule 'one' asks for the check 'numbr', which does not exist;"
            " did you mean 'number'?",
        ),
        (
            'rules:\n  - {id: one, check: number, least: "1"}\n  - {id: one, check: number, most: "1"}\n',
            ":10: SV505 duplicate-id: 'one' is already defined at {file}:9",
        ),
        (
            "rules:\n  - id: one\n    check: required\n    of: {themes: [skils]}\n",
            ":11: SV603 bad-rule: the rule 'one' cannot be applied: there is no theme 'skils' in the library;"
            " did you mean 'skills'?",
        ),
        (
            "rules:\n  - id: one\n    check: forbidden\n    of:\n      codes: ['toms:NT999']\n",
            ":12: SV603 bad-rule: the rule 'one' cannot be applied: no proxy in the library has the code 'toms:NT999'",
        ),
        (
            'rules:\n  - id: one\n    check: number\n    least: "1"\n    message: "only {count} of {wanted}"\n',
            ":12: SV603 bad-rule: the rule 'one' cannot be applied: its message names {{count}};"
            " it may name {{found}}, {{under}}, {{wanted}}",
        ),
        (
            "rules:\n  - id: one\n    check: number\n",
            ":10: SV603 bad-rule: the rule 'one' cannot be applied: it needs least or most",
        ),
        (
            'rules:\n  - id: one\n    check: value\n    least: "-1"\n',
            ":9: SV504 bad-entry: one: least must be a plain number, 0 or more",
        ),
        (
            'rules:\n  - id: one\n    check: value\n    least: "NaN"\n',
            ":9: SV504 bad-entry: one: least must be a plain number, 0 or more",
        ),
        (
            'rules:\n  - id: one\n    check: number\n    least: "1"\n    severity: fatal\n',
            ":12: SV504 bad-entry: severity: this must be error, warning or note",
        ),
        ("rules:\n  - number\n", ":9: SV504 bad-entry: rules[0]: a rule has keys and values"),
        ("rules: []\n", ":8: SV504 bad-entry: rules: "),
        ("rule: []\n", ":8: SV503 unknown-key: unknown key 'rule'; did you mean 'rules'?"),
        (
            'rules:\n  - id: one\n    check: quantity\n    of: {themes: [skills]}\n    unit: hour\n    most: "1"\n',
            ":12: SV603 bad-rule: the rule 'one' cannot be applied: some of its measures count in ",
        ),
    ],
)
def test_a_wrong_rule_is_told_by_file_and_line(tmp_path, rules, expected):
    (line, *more) = told(tmp_path, rules)
    start = expected.format(file=tmp_path / "mine.yaml") if "{file}" in expected else expected.format()
    assert line.startswith(start), line
    assert more == []


def test_every_wrong_rule_is_told_at_once(tmp_path):
    lines = told(tmp_path, "rules:\n  - {id: one, check: numbr}\n  - {id: two, check: valeu}\n  - {check: value}\n")
    assert [line.split(" ")[1] for line in lines] == ["SV504"]
    lines = told(tmp_path, "rules:\n  - {id: one, check: numbr}\n  - {id: two, check: valeu}\n")
    assert [line.split(" ")[1] for line in lines] == ["SV602", "SV602"]


@pytest.mark.parametrize("text", ["", "a: b: c\n", "- 1\n", "\x00", "&a [*a]\n", "%TAG ! x\n---\n{}\n", "[" * 200])
def test_what_is_no_framework_is_refused_in_a_sentence(tmp_path, text):
    file = tmp_path / "mine.yaml"
    file.write_text(text, encoding="utf-8")
    answer = sv("frameworks", "show", file)
    assert (answer.code, answer.out) == (3, "")
    assert answer.err.startswith(str(file))
    assert "internal error" not in answer.err


def test_a_folder_or_nothing_in_place_of_a_file_is_told(tmp_path):
    (tmp_path / "folder.yaml").mkdir()
    for name, said in {
        "folder.yaml": "SV511 library-file-refused: this is a folder, and YAML is read only from regular files",
        "nothing.yaml": "SV601 framework-file-missing: there is no file with this name",
    }.items():
        answer = sv("frameworks", "show", tmp_path / name)
        assert (answer.code, answer.out) == (3, "")
        assert said in answer.err


def test_a_framework_of_very_many_rules_is_read_at_once_or_refused(tmp_path):
    rule = '  - {{id: r{}, check: number, least: "1", of: {{themes: [skills]}}}}\n'
    file = tmp_path / "mine.yaml"
    for count, code in ((1000, 0), (1001, 3)):
        file.write_text(ABOUT + "rules:\n" + "".join(rule.format(n) for n in range(count)), encoding="utf-8")
        assert sv("frameworks", "show", file).code == code
