"""What is installed is what is imported: no dependency that nothing uses, and no import that nothing installs."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator

import pytest

from tests.cli.door import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
IMPORTED_AS = {"pyyaml": "yaml"}  # the others are imported under their own names


def names(requirements: list[str]) -> set[str]:
    """The packages that ``requirements`` bring, by the name they are imported under."""
    plain = (re.split(r"[<>=\[;! ]", requirement)[0].lower() for requirement in requirements)
    return {IMPORTED_AS.get(name, name.replace("-", "_")) for name in plain}


def imports() -> Iterator[str]:
    """The top-level package of every import in the program."""
    for path in (ROOT / "sv_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


IMPORTED = set(imports())
REQUIRED = names(PROJECT["dependencies"])
EXTRA = names([each for extra in ("cluster", "cloud") for each in PROJECT["optional-dependencies"][extra]])


@pytest.mark.parametrize("name", sorted(REQUIRED))
def test_every_dependency_is_imported(name):
    assert name in IMPORTED


@pytest.mark.parametrize("name", sorted(IMPORTED - set(sys.stdlib_module_names) - {"sv_cli"}))
def test_every_import_is_installed(name):
    assert name in REQUIRED | EXTRA
