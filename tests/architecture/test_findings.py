"""The catalogue holds together: codes and names are unique, every entry is used, and every use fills its templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from sv_cli.findings.catalogue import BY_CODE, BY_NAME, KINDS
from sv_cli.findings.finding import Kind, Place, Severity, as_finding

PACKAGE = Path(__file__).resolve().parents[2] / "sv_cli"
SOURCES = {
    path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "families"
}


def fields_of(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def by_name(kind: Kind) -> str:
    return f"{kind.code} {kind.name}"


def calls() -> Iterator[tuple[str, str, set[str]]]:
    """Every `finding("name", place, field=…)` with its fields written out: where it stands, the name, the fields."""
    for path, text in SOURCES.items():
        if "finding(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "finding"):
                continue
            names = [keyword.arg for keyword in node.keywords]
            if node.args and isinstance(node.args[0], ast.Constant) and None not in names:
                yield f"{path.name}:{node.lineno}", str(node.args[0].value), {str(name) for name in names}


def test_codes_and_names_are_unique():
    assert len(BY_CODE) == len(BY_NAME) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_an_entry_is_well_formed(kind):
    assert re.fullmatch(r"SV\d{3}", kind.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.name)
    for text in (kind.title, kind.message, kind.help, kind.why):
        assert text.strip() == text
        assert text
    assert not kind.message.endswith("."), "a message is read on by its help"
    assert kind.why.endswith("."), "a reason is a sentence"
    assert not kind.fatal or kind.severity is Severity.ERROR


@pytest.mark.parametrize("kind", KINDS, ids=by_name)
def test_its_templates_are_filled_by_name(kind):
    names = fields_of(kind.message) + fields_of(kind.help)
    assert all(name.isidentifier() for name in names)
    filled = as_finding(kind, Place(), **dict.fromkeys(names, "something"))
    assert "{" not in filled.message + filled.help


@pytest.mark.parametrize(("where", "name", "given"), list(calls()))
def test_a_use_names_an_entry_and_gives_what_it_needs(where, name, given):
    kind = BY_NAME[name]
    assert set(fields_of(kind.message) + fields_of(kind.help)) <= given, where


def test_no_entry_is_dead():
    assert [by_name(kind) for kind in KINDS if not any(f'"{kind.name}"' in text for text in SOURCES.values())] == []
