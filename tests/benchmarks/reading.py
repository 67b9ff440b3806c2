"""Measure the reading of a long CSV against Python's bare `csv` reader, and `sv score` of it as a whole.

Run it: python -m tests.benchmarks.reading. It writes a bid of 200,000 rows and 8 columns in two forms: one whose rows
repeat what earlier rows say beside their texts, and one whose quantities, years and places are all mixed. It prints
the best of three rounds in seconds of processor time, their ratios, and the most memory that a first reading took; and
of `sv score` in every format the seconds and the most memory, of one round. Whatever is measured is a process of its
own: one that comes of a large process counts that one's memory as its own.
"""

import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path
from time import process_time

from sv_cli.bids.read import read_bid
from sv_cli.library.load import load_library
from sv_cli.model.figures import Library
from sv_cli.reports.formats import SCORE

ROWS, ROUNDS, PROXIES = 200_000, 3, 20
HEADINGS = ("Ref", "Commitment", "Quantity", "Unit", "Year", "Region", "Evidence", "Owner")
PLACES = ("London", "North West", "Wales")
FACTS = ("--start", "2026-04-01", "--years", "3", "--contract-value", "1000000")


def library_that_ships() -> Library:
    """The library beside the program; SystemExit when it cannot be used."""
    library = load_library(()).library
    return library if library is not None else sys.exit("the library cannot be used")


def write_bid(path: Path, library: Library, rows: int, *, mixed: bool) -> None:
    """Write a bid of ``rows`` rows with twenty proxies, the same in every run."""
    chance = random.Random(rows)  # noqa: S311 - the same rows at every run, and no secret
    units = library.vocabulary.units
    proxies = [proxy for proxy in library.proxies.values() if proxy.replaced_by is None][:PROXIES]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS)
        for row in range(rows):
            proxy = proxies[row % PROXIES]
            quantity, year, place = row % 10 + 1, row % 3 + 1, PLACES[row % 3]
            if mixed:
                quantity, year, place = chance.randrange(1, 500), chance.randrange(1, 4), chance.choice(PLACES)
            texts = (f"{proxy.title}, group {row}", quantity, units[proxy.unit].many, f"Year {year}")
            writer.writerow((proxy.id, *texts, place, "Payroll records", f"Officer {row % 50}"))


def bare(path: Path) -> int:
    """The number of records that Python's reader finds."""
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file))


def ours(path: Path, library: Library) -> int:
    """The number of commitments that `sv` reads."""
    bid = read_bid(path, library.vocabulary).bid
    return 0 if bid is None else len(bid.commitments)


def times(path: Path) -> tuple[float, float, int]:
    """The least processor time of three rounds, of Python's reader and of ours, and our peak megabytes in the first."""
    library = library_that_ships()
    taken = [(_timed(lambda: ours(path, library)), _megabytes(), _timed(lambda: bare(path))) for _ in range(ROUNDS)]
    return min(each[2] for each in taken), min(each[0] for each in taken), taken[0][1]


def _timed(measured: Callable[[], object]) -> float:
    started = process_time()
    measured()
    return process_time() - started


def scored(path: Path, form: str, *more: str) -> tuple[float, int]:
    """The processor time and peak megabytes of `sv score` as a whole, in a process of its own."""
    command = [sys.executable, "-m", "sv_cli", "score", str(path), *FACTS, "--format", form, *more]
    command += ["--output", str(path.with_name(f"report.{form}")), "--force"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode not in (0, 1):
        sys.exit(f"sv score --format {form} ended with {running.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        for mixed in (False, True):
            path = Path(folder) / "bid.csv"
            write_bid(path, library_that_ships(), ROWS, mixed=mixed)
            with get_context("spawn").Pool(1) as apart:
                plain, read, most = apart.apply(times, (path,))
            print(f"{ROWS:,} rows, {'mixed' if mixed else 'alike'}")
            print(f"  {'bare csv reader':<26}{plain:7.2f} s")
            print(f"  {'read_bid':<26}{read:7.2f} s  {read / plain:5.1f} times   {most} MB at most")
            for form, *more in (*([form] for form in SCORE), ["table", "--verbose"]):
                whole, most = scored(path, form, *more)
                name = " ".join((f"sv score, {form}", *more))
                print(f"  {name:<26}{whole:7.2f} s  {whole / plain:5.1f} times   {most} MB at most")


if __name__ == "__main__":
    main()
