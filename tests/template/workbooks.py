"""Owns the workbooks of the tests: filled in as people would, recalculated by LibreOffice."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner

from sv_cli.app import app

SOFFICE = shutil.which("soffice")
FIRST = 17
FACTS = {"B9": "Acme Ltd", "B10": "Grounds", "B11": 1_200_000, "B13": 3, "B14": "North West"}


def run(*arguments: object) -> Any:
    """Run `sv` with ``arguments``."""
    return CliRunner().invoke(app, [str(each) for each in arguments])


def filled(path: Path, rows: list[Mapping[str, Any]], facts: Mapping[str, Any]) -> Path:
    """The workbook with its facts and rows (column letter to value) filled in, as a person would."""
    book = openpyxl.load_workbook(path)
    page = book["Commitments"]
    for cell, value in facts.items():
        page[cell] = value
    for number, row in enumerate(rows, start=FIRST):
        for letter, value in row.items():
            page[f"{letter}{number}"] = value
    book.save(path)
    return path


def recalculated(path: Path) -> Path:
    """The workbook as LibreOffice opens, works out and saves it."""
    if SOFFICE is None:
        pytest.skip("LibreOffice is not here")
    folder = path.parent / "recalculated"
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / path.name
