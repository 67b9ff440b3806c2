"""Every command and every option says what it is, within eighty columns."""

from collections.abc import Iterator
from typing import Any

import pytest
import typer

from sv_cli.app import app
from tests.cli.door import sv

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
    told = sv(*path)
    assert told.code == 2
    assert "Usage: sv" in told.out + told.err


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
