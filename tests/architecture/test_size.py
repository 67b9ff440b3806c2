"""The budgets that keep the code readable: small functions, small files, a docstring that says what a module owns."""

import ast
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "sv_cli"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN_FUNCTION = 50, 400, 12


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def name_of(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_function_is_longer_than_a_screen(path):
    long = [f"{each.name} ({lines_of(each)} lines)" for each in functions(path) if lines_of(each) > LONGEST_FUNCTION]
    assert not long


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_file_is_longer_than_a_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name_of)
def test_a_package_hands_nothing_on(path):
    body = ast.parse(path.read_text(encoding="utf-8")).body
    beyond = [ast.unparse(node) for node in body[1:] if not ast.unparse(node).startswith("__version__")]
    assert not beyond or path.parent == PACKAGE


def test_functions_are_small_as_a_habit():
    assert median(lines_of(each) for path in MODULES for each in functions(path)) <= MEDIAN_FUNCTION


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX", "breakpoint(", "pragma: no cover", "/home/"])
def test_nothing_is_left_for_later(word):
    assert [name_of(path) for path in MODULES if word in path.read_text(encoding="utf-8")] == []
