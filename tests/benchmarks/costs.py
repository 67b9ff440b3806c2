"""Owns the measuring of commands: seconds, processor seconds and memory of each, and their ratios in one run."""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.cli.door import ROOT

_REAPER = str(Path(__file__).with_name("reaper.py"))
Bars = Sequence[tuple[str, str, str]]  # one, another, and what their ratio by the clock is to be


class Cost(NamedTuple):
    """The cost of a command: seconds, the peak memory of its largest process in MB, and processor seconds."""

    seconds: float
    memory: float
    processor: float


def as_installed() -> dict[str, str]:
    """The environment for a command that keeps compiled modules, as an installed program does."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def measured(command: Sequence[str]) -> Cost:
    """Run ``command`` and measure it; raises RuntimeError when it fails, which with `sv` exit code 1 is not."""
    command_line = [sys.executable, _REAPER, *command]
    run = subprocess.run(command_line, cwd=ROOT, env=as_installed(), capture_output=True, check=True)
    took = json.loads(run.stdout)
    code = took.pop("code")
    if code not in (0, 1) or (code == 1 and "sv_cli" not in command):
        raise RuntimeError(f"{command[:4]}: exit {code}: {run.stderr!r}")
    return Cost(**took)


def in_turns(commands: Callable[[int], Mapping[str, Sequence[str]]], rounds: int) -> dict[str, Cost]:
    """What each command takes at its best of ``rounds`` turns, so that a busy machine slows all of them alike.

    ``commands`` gives those of a turn, which may write to places of their own.
    """
    turns = [{name: measured(command) for name, command in commands(turn).items()} for turn in range(rounds)]
    return {name: _best([turn[name] for turn in turns]) for name in turns[0]}


def _best(costs: Sequence[Cost]) -> Cost:
    """The shortest times, and the most memory."""
    return Cost(min(c.seconds for c in costs), max(c.memory for c in costs), min(c.processor for c in costs))


def as_markdown(what: str, costs: Mapping[str, Cost], bars: Bars) -> str:
    """Two tables, of costs and of ratios, under a line that says what was measured, when and where."""
    day, load = datetime.now(UTC).date().isoformat(), os.getloadavg()[0]
    lines = [f"{what}, {day}, {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}", ""]
    lines += ["| what | seconds | processor seconds | peak memory, MB |", "|---|---:|---:|---:|"]
    lines += [f"| {name} | {c.seconds:.2f} | {c.processor:.2f} | {c.memory:.0f} |" for name, c in costs.items()]
    lines += ["", "| ratio | by the clock | by the processor | bar, by the clock |", "|---|---:|---:|---|"]
    for one, other, bar in bars:
        first, second = costs[one], costs[other]
        by_clock, by_processor = first.seconds / second.seconds, first.processor / second.processor
        lines.append(f"| {one} ÷ {other} | {by_clock:.2f} | {by_processor:.2f} | {bar} |")
    return "\n".join(lines) + "\n"


def run(
    about: str, size: tuple[str, int], costs_of: Callable[[Path, int, int], Mapping[str, Cost]], bars: Bars
) -> None:
    """A benchmark as a command: ``costs_of`` a folder to work in, a size and a number of rounds, printed and written.

    ``size`` is how the size is said, and what it is unless the command line says otherwise.
    """
    options = argparse.ArgumentParser(description=about)
    options.add_argument("size", nargs="?", type=int, default=size[1])
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("-o", "--output", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        costs = costs_of(Path(folder), asked.size, asked.rounds)
    text = as_markdown(size[0].format(asked.size), costs, bars)
    print(text)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")
