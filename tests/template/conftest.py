"""Owns the fixture of these tests: a blank workbook, made by `sv template`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.template.workbooks import run


@pytest.fixture
def blank(tmp_path: Path) -> Callable[..., Path]:
    """Makes a blank workbook with the options given."""

    def make(*options: object) -> Path:
        path = tmp_path / "blank.xlsx"
        result = run("template", "-o", path, "--force", *options)
        assert result.exit_code == 0, result.output
        return path

    return make
