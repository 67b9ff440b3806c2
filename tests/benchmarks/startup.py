"""How long a user waits: `sv` beside a plain script and a bare import, in turns, in one run.

``python -m tests.benchmarks.startup [rounds]`` prints the median times and their ratios. Every command is a process of
its own; the commands take turns, so that a busy machine slows all of them alike; the first round is thrown away.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from openpyxl import Workbook

from tests.benchmarks.costs import as_installed
from tests.cli.door import ROOT

ROWS = 50
REFERENCES = (
    ("volunteering.hour", "hours"),
    ("waste.food-surplus-tonne-eaten", "tonnes"),
    ("loneliness.one-step-less", "people"),
    ("health.ae-attendance-avoided", "attendances"),
    ("care.respite-hour", "hours"),
    ("jobs.jobseeker-into-work", "people"),
    ("crime.burglary-avoided", "crimes"),
    ("space.room-hour", "hours"),
    ("climate.tonne-avoided", "tCO2e"),
    ("skills.apprenticeship-level-2", "people"),
)
BARS = (
    ("sv score", "plain script", 0.45),
    ("sv score", "import pandas", 1.0),
    ("sv --version", "import pandas", 0.35),
)


def workbook(path: Path, rows: int = ROWS) -> None:
    """A bid that both sides can read: the heading in the first row."""
    book = Workbook()
    sheet = book.active
    sheet.append(["Ref", "Commitment", "Quantity", "Unit", "Year"])
    for n in range(rows):
        reference, unit = REFERENCES[n % len(REFERENCES)]
        sheet.append([reference, f"Commitment number {n + 1} of the bid", 10 + n, unit, f"{2026 + n % 3}/{27 + n % 3}"])
    sheet["H1"], sheet["I1"] = "Contract start", "1 April 2026"
    book.save(path)


def commands(bid: Path) -> Mapping[str, Sequence[str]]:
    """What is compared, by name."""
    python = sys.executable
    script = str(Path(__file__).with_name("plain_script.py"))
    return {
        "python -c pass": (python, "-c", "pass"),
        "sv --version": (python, "-m", "sv_cli", "--version"),
        "sv, no cache": ("SV_NO_CACHE=1", python, "-m", "sv_cli", "score", str(bid)),
        "sv score": (python, "-m", "sv_cli", "score", str(bid)),
        "import pandas": (python, "-c", "import pandas"),
        "plain script": (python, script, str(bid), str(ROOT / "proxies")),
    }


def seconds(command: Sequence[str]) -> float:
    """The seconds that ``command`` takes; words ``NAME=value`` before it are set as its environment."""
    settings = dict(word.split("=", 1) for word in command if "=" in word and not word.startswith("-"))
    environment = {**as_installed(), **settings}
    started = time.perf_counter()
    done = subprocess.run(
        command[len(settings) :],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return taken


def measured(rounds: int) -> dict[str, float]:
    """The median time of every command, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        bid = Path(folder) / "bid.xlsx"
        workbook(bid)
        compared = commands(bid)
        times: dict[str, list[float]] = {name: [] for name in compared}
        for turn in range(rounds + 1):
            for name, command in compared.items():
                taken = seconds(command)
                if turn:
                    times[name].append(taken)
    return {name: median(taken) for name, taken in times.items()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    times = measured(rounds)
    print(f"median of {rounds} rounds, {ROWS} rows")
    for name, taken in times.items():
        print(f"  {name:<16}{taken * 1000:>8.0f} ms")
    for name, other, bar in BARS:
        ratio = times[name] / times[other]
        print(f"  {name:<14}/ {other:<14}{ratio:>6.2f}  (bar {bar:.2f}) {'ok' if ratio <= bar else 'MISSED'}")


if __name__ == "__main__":
    main()
