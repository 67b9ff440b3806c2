"""Bids are other people's text: whatever stands in one, no format lets it do anything but be read."""

import csv
import json
import os
import re
import sys
import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sv_cli.reports.csv import as_cell
from sv_cli.reports.markdown import escaped
from sv_cli.reports.words import shown
from tests.cli.door import sv

HOSTILE = {
    "terminal escapes": "\x1b[2J\x1b[31mred\x1b]0;owned\x07",
    "a bell and a backspace": "\a\b\b\bPAID",
    "rich markup": "[bold red]rich[/] [link=https://evil.example]x[/link] :skull:",
    "text turned round": "\u202egnp.exe\u2066",
    "a formula": '=HYPERLINK("https://evil.example","x")',
    "a formula with a plus": "+1+cmd|' /C calc'!A0",
    "a formula with a minus": "-2+3",
    "a formula with an at": "@SUM(1,2)",
    "a table's edge": "a | b \\| c",
    "a picture": "![x](https://evil.example/p.png)",
    "a link": "[x](javascript:alert(1)) https://evil.example www.evil.example",
    "a mention": "@everyone #1 GH-1",
    "a tag": "<script>alert(1)</script><img src=x onerror=y>&lt;",
    "an end of a code span": "`` ` ``",
    "a line break": "one\ntwo\r\nthree\u2028four",
    "a null": "zero\x00width\u200b",
}
FORMATS = ("table", "json", "csv", "markdown", "html")


def unsafe(text: str) -> set[str]:
    """The characters of ``text`` that a terminal acts on, or that turn it round."""
    kept = {"\n", "\u2060"}  # the line's end, and the word joiner that Markdown gets from us
    return {each for each in text if each not in kept and unicodedata.category(each) in ("Cc", "Cf", "Zl", "Zp")}


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are no text")
@pytest.mark.parametrize("command", ["score", "match", "check"])
def test_a_file_s_name_need_not_be_text(bid, command):
    named = Path(os.fsdecode(b"caf\xe9.csv"))
    path = bid("Ref,Commitment,Quantity\nvolunteering.hour,Time given,3\n").rename(named)
    framework = ("--framework", "hammersmith-and-fulham") if command == "check" else ()
    told = sv(command, path, *framework, "--format", "json")
    assert told.code in (0, 1, 3)
    assert r"caf\udce9.csv" in json.dumps(json.loads(told.out)).replace("\\\\", "\\")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no names that are no text")
@pytest.mark.parametrize("command", ["lint json", "lint sarif", "diff json", "diff markdown", "list json"])
@pytest.mark.parametrize("text", ["library: {name: own, version: '1'}", "library: {title: own}"], ids=["good", "bad"])
def test_a_library_s_name_need_not_be_text(tmp_path, command, text, monkeypatch):
    monkeypatch.delenv("SV_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = tmp_path / os.fsdecode(b"caf\xe9.yaml")
    path.write_text(text, encoding="utf-8")
    name, output = command.split()
    told = sv("proxies", name, *(("--library",) if name == "list" else ()), path, "--format", output)
    assert told.code == (0 if text.count("name") else 3)
    assert "internal error" not in told.err


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("output", FORMATS)
@pytest.mark.parametrize("column", ["reference", "description", "unit", "supplier"])
def test_no_format_lets_it_through(bid, text, output, column):
    said = {"reference": "volunteering.hour", "description": "Time", "unit": "hours", "supplier": "Us", column: text}
    cells = StringIO()
    writer = csv.writer(cells)
    writer.writerow(["Supplier", said["supplier"]])
    writer.writerow([])
    writer.writerow(["Ref", "Commitment", "Quantity", "Unit"])
    writer.writerow([said["reference"], said["description"], 10, said["unit"]])
    told = sv("score", bid(cells.getvalue()), "--format", output)
    assert told.code in (0, 1, 3)
    assert "Traceback" not in told.err
    assert not unsafe(told.out)
    assert not unsafe(told.err)


def test_the_table_shows_markup_as_it_was_written(bid):
    told = sv("score", bid("Ref,Commitment,Quantity,Unit\nvolunteering.hour,[bold red]rich[/] :skull:,10,hours\n"))
    assert "[bold red]rich[/] :skull:" in told.out


@pytest.mark.parametrize("name", [name for name in HOSTILE if name.startswith("a formula")])
def test_a_spreadsheet_program_is_given_no_formula(bid, name):
    cells = StringIO()
    csv.writer(cells).writerows([["Ref", "Commitment", "Quantity"], ["volunteering.hour", HOSTILE[name], 10]])
    told = sv("score", bid(cells.getvalue()), "--format", "csv")
    for row in csv.reader(StringIO(told.out)):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in row)


@pytest.mark.parametrize("column", ["reference", "description"])
def test_a_table_of_markdown_keeps_its_columns(bid, column):
    said = {"reference": "volunteering.hour", "description": "Time", column: "one | two ` | three"}
    told = sv(
        "score", bid(f"Ref,Commitment,Quantity\n{said['reference']},{said['description']},10\n"), "--format", "markdown"
    )
    edges = [len(re.findall(r"(?<!\\)\|", line)) for line in told.out.splitlines() if line.startswith("|")]
    assert edges[:4] == [7] * 4


def test_the_json_carries_the_text_as_it_is_but_for_what_nobody_sees(bid):
    text = "<b>[x] Ω \u202eé \U0001f9d3"
    told = sv("score", bid(f"Ref,Commitment,Quantity,Unit\nvolunteering.hour,{text},10,hours\n"), "--format", "json")
    assert json.loads(told.out)["lines"][0]["description"] == text.replace("\u202e", "")


def test_markdown_makes_no_tag_link_or_mention():
    assert escaped("<b> [x](y) @me #1 https://e.example www.e.example a|b") == (
        "\\<b\\> \\[x\\](y) @\u2060me #\u20601 https:\u2060//e.example www\u2060.e.example a\\|b"
    )


@given(st.text())
def test_what_is_shown_is_one_line_of_characters_that_are_seen(text):
    assert not unsafe(shown(text))
    assert "\n" not in shown(text)


@given(st.text())
def test_a_cell_is_never_a_formula(text):
    assert not as_cell(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("text", [" =1", "\t=1", "\n+1", "  @SUM(1)", "\r\n-1", "=1", "\uff1d1", "\uff0d1", "\uff20a"])
def test_nothing_before_a_formula_hides_it(text):
    assert as_cell(text).startswith("'")
    assert as_cell(f"x{text}") == " ".join(f"x{text}".splitlines()).replace("\t", " ")


@given(st.text(st.characters(exclude_categories=("C", "Z"))))
def test_nothing_that_is_seen_is_lost_in_a_cell(text):
    assert as_cell(text) in (text, f"'{text}")


LIBRARY = """
library: {name: own, version: "1"}
source: {publisher: P, title: T, published: "2026", url: "https://example.org/", licence: private,
  redistributable: "false", read: primary, accessed: "2026-11-23"}
figures:
  - {id: own.cost, title: "HERE", unit: GBP/hour, locator: "HERE", amount: "12.50", price_year: "2024"}
theme: {id: own, title: "HERE"}
outcome: {id: ours, title: "HERE"}
proxies:
  - {id: own.sitting, title: "HERE", unit: sitting, value: own.cost, value_kind: economic, counts: "HERE",
     evidence: ["HERE"], confidence: {level: low, why: "HERE"}, review_by: "2027-11-23"}
units:
  - {id: sitting, one: "HERE", many: "HERE", dimension: hour, factor: "1", names: [sitting]}
unvalued_codes:
  - {code: XX1, scheme: own, counts: "HERE", why: "HERE"}
"""
TARGETS = 'title: "HERE"\ntargets:\n  - {id: one, title: "HERE", of: {proxies: [own.sitting]}, quantity: "90"}\n'
FRAMEWORK = """
framework: {id: own, title: "HERE", authority: "HERE", version: "HERE", published: "HERE", summary: "HERE"}
rules: [{id: one, check: number, least: "9", reason: "HERE", clause: "HERE", contact: "HERE"}]
"""


@pytest.mark.parametrize("text", [r"\e[2J\e[31mred\a", r"\u202egnp.exe\u2066", r"zero\u200b\ufeff", r"two\r\n\tlines"])
@pytest.mark.parametrize(
    "command",
    [
        *(f"score bid.csv --library own.yaml --verbose --format {name}" for name in FORMATS),
        *(f"explain bid.csv 2 --library own.yaml --format {name}" for name in ("text", "json", "markdown")),
        *(
            f"check bid.csv --library own.yaml --framework policy.yaml --targets targets.yaml --format {name}"
            for name in ("text", "json", "junit", "sarif", "github")
        ),
        "frameworks show policy.yaml",
        "proxies lint own.yaml --verbose",
        "proxies lint own.yaml --format github",
        "proxies show own.sitting --library own.yaml",
        "proxies list --theme own --library own.yaml",
        "proxies list --theme own --library own.yaml --format markdown",
        "proxies search sitting --library own.yaml",
        "methods list --library own.yaml",
    ],
)
def test_what_a_library_or_a_policy_calls_things_is_text_too(bid, text, command):
    """An escape in YAML brings in what the parser refuses as a character."""
    bid("Ref,Commitment,Quantity,Unit\nown.sitting,Time,10,sitting\nXX1,More,3,\n")
    for name, lines in {"own": LIBRARY, "policy": FRAMEWORK, "targets": TARGETS}.items():
        Path(f"{name}.yaml").write_text(lines.replace("HERE", text), encoding="utf-8")
    told = sv(*command.split())
    assert told.code in (0, 1, 3)
    assert "internal error" not in told.err
    assert not unsafe(told.err)
    assert not unsafe(told.out)


def test_what_was_written_is_named_without_its_escapes(bid):
    told = sv("score", bid(), "--output", "\x1b[31mred\n.json")
    assert told.err == "written: \\u001b[31mred .json\n"
