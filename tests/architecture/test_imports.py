"""Start-up is a feature: what the program must not import, seen from outside in a process of its own."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = str(ROOT / "samples" / "food-bank.xlsx")
HEAVY = {"pandas", "numpy", "openpyxl", "xlsxwriter", "pydantic", "jsonschema", "hypothesis", "attrs", "requests"}
NETWORK = {"ssl", "http", "email"}  # which even a small helper of the standard library may bring along
LATE = {"rich", "yaml", "msgspec", "python_calamine", "rapidfuzz", "asyncio", "multiprocessing"}

_ASK = """
import sys
from sv_cli.app import main
sys.argv = ["sv", *sys.argv[1:]]
try:
    main()
except SystemExit as left:
    code = left.code
sys.stderr.write("\\n" + " ".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(code)
"""


@cache
def imported_by(*arguments: str) -> set[str]:
    """The top-level packages in memory when `sv` has done what ``arguments`` ask, which it is asked once."""
    done = subprocess.run(
        [sys.executable, "-I", "-c", _ASK, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rsplit("\n", 1)[-1].split())


@pytest.mark.parametrize("output", ["table", "json", "csv", "markdown", "html"])
def test_scoring_a_workbook_imports_no_data_frame_library(output):
    assert not imported_by("score", SAMPLE, "--format", output) & HEAVY


def test_scoring_a_workbook_whose_headings_are_known_imports_neither_network_nor_matcher():
    assert not imported_by("score", SAMPLE) & (NETWORK | {"rapidfuzz"})


def test_only_the_formats_for_people_import_rich():
    assert "rich" in imported_by("score", SAMPLE, "--format", "table")
    assert "rich" not in imported_by("score", SAMPLE, "--format", "json")
    assert "rich" not in imported_by("score", SAMPLE, "--format", "csv")
    assert "rich" not in imported_by("score", SAMPLE, "--format", "html")


def test_only_the_page_imports_the_template_engine():
    assert "jinja2" in imported_by("score", SAMPLE, "--format", "html")
    assert "jinja2" not in imported_by("score", SAMPLE, "--format", "table")
    assert "jinja2" not in imported_by("score", SAMPLE, "--format", "markdown")


def test_only_a_workbook_imports_what_writes_it(tmp_path):
    asked = imported_by("score", SAMPLE, "--output", str(tmp_path / "report.xlsx"))
    assert "xlsxwriter" in asked
    assert "openpyxl" not in asked
    assert "xlsxwriter" not in imported_by("batch", SAMPLE, "--output", str(tmp_path / "out"))


def test_saying_the_version_imports_little_more_than_typer():
    assert not imported_by("--version") & (HEAVY | LATE)


@pytest.mark.parametrize("command", [("score",), ("explain",), ("proxies", "show"), ("methods", "show")])
def test_help_loads_neither_the_library_nor_the_reader(command):
    assert not imported_by(*command, "--help") & (HEAVY | {"yaml", "msgspec", "python_calamine"})


def test_a_library_that_is_known_is_not_parsed_again():
    imported_by("score", SAMPLE)
    assert "yaml" not in imported_by.__wrapped__("score", SAMPLE)
