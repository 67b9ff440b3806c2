"""README tells the truth: its commands work, and what it shows is what comes out."""

import re
from pathlib import Path

import pytest

from tests.cli.door import ROOT, sv
from tests.cli.readme import README, blocks, said

TEXT = README.read_text(encoding="utf-8")
SHOWN = [block for block in blocks() if block.kind == "console"]
TYPED = [line for block in blocks() if block.kind == "sh" for line in block.commands if line.startswith("sv ")]


@pytest.fixture
def newcomer(folder: Path) -> Path:
    """A folder with the samples, and a library of one's own to lay over."""
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / "my-proxies.yaml").write_text(
        "theme: {id: mine, title: Mine}\noutcome: {id: ours, title: Ours}\nproxies: []\n", encoding="utf-8"
    )
    return folder


@pytest.mark.parametrize("block", SHOWN, ids=lambda block: block.commands[0][:60])
def test_what_is_shown_is_what_comes_out(newcomer, block):
    assert said(block.commands[0], newcomer)[1] == block.output, "`python -m tests.cli.readme` renews it"


@pytest.mark.parametrize("command", TYPED)
def test_what_people_are_told_to_type_works(newcomer, command):
    assert said(command, newcomer)[0] == 0


def test_there_is_something_to_show_and_to_type():
    assert len(SHOWN) >= 3
    assert len(TYPED) >= 8


@pytest.mark.parametrize("target", re.findall(r"\]\(([^)]+)\)", TEXT))
def test_no_link_leads_nowhere(target):
    anchors = {"#" + heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)}
    assert target.startswith("https://") or target in anchors or (ROOT / target).exists()


def test_the_two_commands_for_a_fresh_machine_are_there():
    lines = TEXT.splitlines()
    assert "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/sv score samples/food-bank.xlsx" in lines
    assert "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -n 2" in lines


def test_every_command_that_is_named_exists():
    helped = sv("--help").out
    for command in re.findall(r"`sv ([a-z]+)", TEXT):
        assert f"│ {command} " in helped
