"""The budgets that keep the code readable: small functions, small files, a docstring that says what a module owns."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "sv_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN_FUNCTION = 50, 400, 12


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def own_names(path: Path) -> Iterator[str]:
    """The names that a module gives to what is its own: they begin with one underscore."""
    for node in tree(path).body:
        given = [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
        given += [each.id for each in ast.walk(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)]
        yield from (name for name in given if re.match("_[^_]", name))


def is_left(path: Path, name: str) -> bool:
    return len(re.findall(rf"\b{name}\b", path.read_text(encoding="utf-8"))) == 1


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


def test_no_function_is_longer_than_a_screen():
    found = ((name_of(path), each) for path in MODULES for each in functions(path))
    long = [f"{name}: {each.name}, {lines_of(each)} lines" for name, each in found if lines_of(each) > LONGEST_FUNCTION]
    assert long == []


def test_no_file_is_longer_than_a_sitting():
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_a_module_says_what_it_is_for():
    assert [name_of(path) for path in MODULES if not ast.get_docstring(tree(path))] == []


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_a_package_hands_nothing_on(path):
    body = tree(path).body
    beyond = [ast.unparse(node) for node in body[1:] if not ast.unparse(node).startswith("__version__")]
    assert not beyond or path.parent == PACKAGE


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_the_map_of_a_package_names_all_of_it_and_nothing_else(path):
    about = ast.get_docstring(tree(path)) or ""
    named = set(re.findall(r"(?<!`)`(\w+)`(?!`)", about))
    there = {each.stem for each in path.parent.glob("*.py")} | {each.parent.name for each in path.parent.glob("*/*.py")}
    assert "\n* " not in about or named == there - {"__init__"}


def test_no_module_keeps_a_name_of_its_own_that_it_does_not_use():
    assert [(name_of(path), name) for path in MODULES for name in own_names(path) if is_left(path, name)] == []


def test_functions_are_small_as_a_habit():
    assert median(lines_of(each) for path in MODULES for each in functions(path)) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "breakpoint(", "pragma: no cover", "/home/"])
def test_nothing_is_left_for_later(word):
    assert [name_of(path) for path in MODULES if word in path.read_text(encoding="utf-8")] == []
