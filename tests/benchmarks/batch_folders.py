"""How long folders of bids take: `sv batch` beside a bare parse and a plain script, in one run; and how it grows.

``python -m tests.benchmarks.batch_folders [bids] [--growth] [-o FILE]`` builds its workbooks of fifty rows, scores them
with one process and with two, and prints times, peak memory and ratios as markdown. Each contender is a process of its
own, so that memory is its own; ``--growth`` scores 100, 1,000 and 10,000 bids as well. Time on a busy machine is longer
for all of them.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.startup import workbook
from tests.cli.door import ROOT

PARSE = """
import sys, pathlib, python_calamine
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    python_calamine.load_workbook(str(path)).get_sheet_by_index(0).to_python()
"""
SCRIPT = """
import sys, pathlib, pandas
prices = {}
for path in sorted(pathlib.Path(sys.argv[1]).glob("*.xlsx")):
    table = pandas.read_excel(path, engine="openpyxl")
    (table["Quantity"] * table["Ref"].map(prices).fillna(1.0)).sum()
"""
BARS = (
    ("sv batch, 1 process", "bare calamine parse", "at most 2.5"),
    ("pandas + openpyxl script", "sv batch, 1 process", "at least 8"),
    ("sv batch, 1 process", "sv batch, 2 processes", "at least 1.7"),
)


class Cost(NamedTuple):
    """What a command took: seconds, the most memory that one of its processes held, in MB, and processor seconds."""

    seconds: float
    memory: float
    processor: float


def build(folder: Path, count: int) -> Path:
    """``count`` workbooks of fifty rows: one is written, the others are copies with a title of their own."""
    from openpyxl import load_workbook  # noqa: PLC0415 - peers are timed without it

    folder.mkdir(parents=True, exist_ok=True)
    first = folder / "bid-00000.xlsx"
    workbook(first)
    for n in range(1, count):
        book = load_workbook(first) if n < 50 else None
        path = folder / f"bid-{n:05}.xlsx"
        if book is None:
            path.write_bytes((folder / f"bid-{n % 50:05}.xlsx").read_bytes())
        else:
            book.active["C2"] = n
            book.save(path)
    return folder


def measured(command: Sequence[str]) -> Cost:
    """Run ``command`` to its end and look at what it took; raises when it fails with other than findings."""
    began = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        _, status, usage = os.wait4(running.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        running.returncode = code
        if code not in (0, 1) or (code == 1 and "batch" not in command):
            raise RuntimeError(f"{command[:4]}: exit {code}: {running.stderr.read() if running.stderr else b''!r}")
    return Cost(time.perf_counter() - began, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime)


def sv_batch(bids: Path, jobs: int, out: Path) -> tuple[str, ...]:
    """The command that scores a folder."""
    return (sys.executable, "-m", "sv_cli", "batch", str(bids), "-o", str(out), "--jobs", str(jobs))


def contenders(bids: Path, work: Path) -> dict[str, Cost]:
    """What each contender takes over the same files."""
    return {
        "bare calamine parse": measured((sys.executable, "-c", PARSE, str(bids))),
        "sv batch, 1 process": measured(sv_batch(bids, 1, work / "one")),
        "sv batch, 2 processes": measured(sv_batch(bids, 2, work / "two")),
        "sv batch, nothing changed": measured(sv_batch(bids, 2, work / "two")),
        "pandas + openpyxl script": measured((sys.executable, "-c", SCRIPT, str(bids))),
    }


def as_markdown(count: int, costs: dict[str, Cost]) -> str:
    """The table of times and the table of ratios."""
    day, load = datetime.now(UTC).date().isoformat(), os.getloadavg()[0]
    lines = [
        f"{count:,} workbooks of 50 rows, {day}, {platform.machine()}, {os.cpu_count()} cores, load {load:.1f}",
        "",
    ]
    lines += ["| what | seconds | ms a bid | peak memory, MB |", "|---|---:|---:|---:|"]
    lines += [
        f"| {name} | {cost.seconds:.2f} | {cost.seconds / count * 1000:.2f} | {cost.memory:.0f} |"
        for name, cost in costs.items()
    ]
    lines += ["", "| ratio | measured | bar |", "|---|---:|---|"]
    lines += [
        f"| {one} ÷ {other} | {costs[one].seconds / costs[other].seconds:.2f} | {bar} |" for one, other, bar in BARS
    ]
    return "\n".join(lines) + "\n"


def growth(work: Path, counts: Sequence[int] = (100, 1_000, 10_000)) -> str:
    """Time and memory against the number of bids: the one grows in step, the other stays."""
    lines = ["| bids | seconds | ms a bid | peak memory, MB |", "|---:|---:|---:|---:|"]
    for count in counts:
        cost = measured(sv_batch(build(work / f"bids-{count}", count), 2, work / f"out-{count}"))
        lines.append(f"| {count:,} | {cost.seconds:.1f} | {cost.seconds / count * 1000:.2f} | {cost.memory:.0f} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Build, measure, print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("bids", nargs="?", type=int, default=1_000)
    options.add_argument("--growth", action="store_true")
    options.add_argument("-o", "--output", type=Path)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        text = as_markdown(asked.bids, contenders(build(work / "bids", asked.bids), work))
        if asked.growth:
            text += "\n" + growth(work)
    print(text)
    if asked.output:
        asked.output.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
