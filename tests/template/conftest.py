"""Owns the fixture of these tests: a blank workbook, made by `sv template`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.template.workbooks import run


@pytest.fixture(scope="session")
def made() -> dict[tuple[str, ...], bytes]:
    """The workbooks that were made in this run, by their options: the same options give the same bytes."""
    return {}


@pytest.fixture
def blank(tmp_path: Path, made: dict[tuple[str, ...], bytes]) -> Callable[..., Path]:
    """Gives a blank workbook with the options given, to fill in."""

    def give(*options: object) -> Path:
        path = tmp_path / "blank.xlsx"
        asked = tuple(map(str, options))
        if asked not in made:
            result = run("template", "-o", path, "--force", *options)
            assert result.exit_code == 0, result.output
            made[asked] = path.read_bytes()
        path.write_bytes(made[asked])
        return path

    return give
