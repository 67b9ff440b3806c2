"""Every finding has a bad example that is told of it and a good one that is not."""

import re
from functools import cache
from pathlib import Path

import pytest

from sv_cli.findings.catalogue import BY_NAME, KINDS
from sv_cli.findings.finding import Kind
from tests.findings.situations import SITUATIONS, printed
from tests.findings.write import FOLDER, TABLE, folder_of, paths_of

TESTS = Path(__file__).parents[1]

ELSEWHERE = {
    "SV5": ("library", "cli", "samples"),
    "SV6": ("checks", "cli"),
    "SV7": ("batch", "cli", "api"),
    "SV8": ("compare", "cli", "valuation"),
}
"""Families whose examples are not one bid: the folders of tests in one of which each of their findings is told."""


def named(kind: Kind) -> str:
    return f"{kind.code}-{kind.name}"


def codes_of(text: str) -> set[str]:
    return set(re.findall(r"\bSV\d{3}\b", text))


@cache
def texts_in(folders: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The texts of all files of these folders of tests, with their names."""
    paths = (path for folder in folders for path in sorted((TESTS / folder).rglob("*")) if path.is_file())
    return tuple((path.name, path.read_text("utf-8", errors="replace")) for path in paths if path.suffix != ".pyc")


OURS = [kind for kind in KINDS if kind.code[:3] not in ELSEWHERE]


@pytest.mark.parametrize("kind", OURS, ids=named)
def test_a_finding_has_its_examples(kind: Kind) -> None:
    assert (kind.name in TABLE) != (kind.name in SITUATIONS), "add it to a table in tests/findings/tables"
    if kind.name in TABLE:
        assert all(path.is_file() for path in paths_of(kind.name)), "run: python -m tests.findings.write"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind.code[:3] in ELSEWHERE], ids=named)
def test_a_finding_whose_examples_are_elsewhere_is_told_there(kind: Kind) -> None:
    told = [
        name
        for name, text in texts_in(ELSEWHERE[kind.code[:3]])
        if re.search(rf"(?<![\w-])({kind.code}|{kind.name})(?![\w-])", text)
    ]
    assert told


def test_no_example_is_left_of_a_finding_that_there_is_not() -> None:
    kept = {path.name for path in FOLDER.iterdir() if path.is_dir()}
    assert kept == {folder_of(name).name for name in TABLE}
    assert set(TABLE) | set(SITUATIONS) <= set(BY_NAME)


@pytest.mark.parametrize("name", TABLE, ids=lambda name: f"{BY_NAME[name].code}-{name}")
def test_the_bad_example_is_told_of_it_and_the_good_one_is_not(name: str, tmp_path: Path) -> None:
    bad, good = paths_of(name)
    example = TABLE[name]
    good_arguments = example.arguments if example.good_arguments is None else example.good_arguments
    code = BY_NAME[name].code
    assert code in codes_of(run(example.command, bad, example.arguments, tmp_path / "bad"))
    assert code not in codes_of(run(example.command, good, good_arguments, tmp_path / "good"))


def run(command: str, example: Path, arguments: tuple[str, ...], folder: Path) -> str:
    """What the command prints of a copy of the example, whose path does not name the code."""
    folder.mkdir()
    bid = folder / f"bid{example.suffix}"
    bid.write_bytes(example.read_bytes())
    filled = [each.format(folder=folder, examples=FOLDER) for each in arguments]
    shown = ["--format", "json"] if command == "score" else []
    return printed(command, bid, *filled, *shown)


@pytest.mark.parametrize("name", SITUATIONS, ids=lambda name: f"{BY_NAME[name].code}-{name}")
def test_the_bad_situation_is_told_of_it_and_the_good_one_is_not(name: str, tmp_path: Path) -> None:
    code = BY_NAME[name].code
    bad, good = map(codes_of, SITUATIONS[name](tmp_path))
    assert code in bad
    assert code not in good
