"""Every command and every option says what it is, within eighty columns."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from sv_cli.app import app
from tests.cli.door import SAMPLES, sv, sv_process

ROOT_COMMAND = typer.main.get_command(app)


def commands(command: Any = ROOT_COMMAND, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with the words that call it."""
    yield path, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*path, name))


ALL = list(commands())
NAMES = [" ".join(("sv", *path)) for path, _ in ALL]


@pytest.mark.parametrize(("path", "command"), ALL, ids=NAMES)
def test_it_has_help_that_fits_eighty_columns(monkeypatch, path, command):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERMINAL_WIDTH", "80")
    told = sv(*path, "--help")
    assert told.code == 0
    assert told.err == ""
    assert command.help.split("\n")[0].split(".")[0][:30] in " ".join(told.out.split())
    assert max(map(len, told.out.splitlines())) <= 80


@pytest.mark.parametrize(("path", "command"), ALL, ids=NAMES)
def test_each_of_its_options_says_what_it_is(path, command):
    for parameter in command.params:
        said = getattr(parameter, "help", None)
        assert said, f"{parameter.name} has no help"
        assert said.endswith((".", "…")), f"{parameter.name}: {said}"


@pytest.mark.parametrize("path", [path for path, command in ALL if hasattr(command, "commands")], ids=" ".join)
def test_a_group_without_a_command_shows_its_help(path):
    told = sv_process(*path)
    assert told.returncode == 2
    assert " ".join(("Usage: python -m sv_cli", *path)) in told.stdout.decode() + told.stderr.decode()


def examples() -> list[str]:
    """The examples below each command's help."""
    return [line for _, command in ALL for line in (command.epilog or "").split("\n\n") if line.startswith("sv ")]


@pytest.mark.parametrize("example", examples())
def test_an_example_does_what_it_shows(example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("bid.xlsx").write_bytes((SAMPLES / "speed-watch.xlsx").read_bytes())
    Path("bids").mkdir()
    Path("bids/bid.xlsx").write_bytes(Path("bid.xlsx").read_bytes())
    Path("export.csv").write_text("Bid,Ref,Quantity,Unit\nA,volunteering.hour,10,hours\n", encoding="utf-8")
    assert sv("frameworks", "new", "--output", "council.yaml").code == 0
    told = sv(*example.split()[1:])
    assert told.code in (0, 3 if "--framework" in example else 0), told.err
    output = re.search(r"--output (\S+)", example)
    assert output is None or Path(output[1]).exists()


def test_every_command_for_bids_has_an_example():
    assert {each.split()[1] for each in examples()} == {
        name for name, command in ROOT_COMMAND.commands.items() if not hasattr(command, "commands")
    }


def test_the_help_of_the_program_names_the_exit_codes():
    assert "0 clean, 1 findings to act on, 2 wrong usage, 3 no figure to trust" in " ".join(sv("--help").out.split())


def test_the_version():
    told = sv("--version")
    assert (told.code, told.err) == (0, "")
    assert told.out.startswith("sv ")
    assert told.out.count("\n") == 1


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("sv score bid.xlsx --method green", ["green-book", "green-book-long-term"]),
        ("sv check bid.xlsx --framework hammer", ["hammersmith-and-fulham"]),
        ("sv template --theme hou", ["housing-and-homelessness"]),
        ("sv batch bids --place Wal", ["Wales"]),
        ("sv proxies show volunteering.prof", ["volunteering.professional-hour"]),
        ("sv score bid.xlsx --library not-there.yaml --method green", []),
    ],
)
def test_a_shell_proposes_names_of_the_library(monkeypatch, typed, proposed):
    monkeypatch.setenv("_SV_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", typed)
    monkeypatch.setenv("COMP_CWORD", str(len(typed.split()) - 1))
    assert sv().out.split() == proposed
