"""Measure what checking adds to scoring: 200 bids of 50 commitments against 40 rules.

Run it: python -m tests.benchmarks.checks. It prints the medians of several rounds in seconds of processor time, and
their ratio, for bids such as people write and for bids that break everything there is to break. The aim is that
checking adds at most a quarter to the first.
"""

import sys
import tempfile
from datetime import date
from pathlib import Path
from statistics import median
from time import process_time

from sv_cli.checks.binding import Ready, bound
from sv_cli.checks.judging import judged
from sv_cli.commands.bids import valuation_of
from sv_cli.commands.parts import Request, library_for, valuer_for
from sv_cli.library.frameworks import load_framework

BIDS, ROWS, ROUNDS = 200, 50, 5
TODAY = date(2026, 11, 23)
STARTER = Path(__file__).resolve().parents[2] / "sv_cli" / "checks" / "starter.yaml"
HEAD = 'Supplier,Bidder {number}\nContract value,"£{value}"\nContract start,1 April 2026\nContract term,3 years\n\n'
COLUMNS = "Ref,Commitment,Quantity,Unit,Evidence,Owner,Place,Start,End\n"


def write_bids(folder: Path, proxies: list[tuple[str, str]], different: int, place: str) -> list[Path]:
    """Write bids that differ from one another, each with ``different`` proxies of the library."""
    paths = []
    for number in range(BIDS):
        rows = [
            f"{ref},Promise {row} of bid {number},{(number * 7 + row * 13) % 90 + 1},{unit},Register,A. Hill,{place},"
            "2026-05-01,2027-04-30\n"
            for row in range(ROWS)
            for ref, unit in [proxies[(number * different + row % different) % len(proxies)]]
        ]
        path = folder / f"bid-{number:03}.csv"
        path.write_text(HEAD.format(number=number, value=100_000 + number * 5_000) + COLUMNS + "".join(rows), "utf-8")
        paths.append(path)
    return paths


def forty_rules(folder: Path) -> Path:
    """Write a framework of 40 rules: the starter's, some of them repeated under other names."""
    text = STARTER.read_text(encoding="utf-8")
    head, _, rules = text.partition("\nrules:\n")
    blocks = ["  - id: " + block for block in rules.split("  - id: ")[1:]]
    more = [block.replace("  - id: ", "  - id: again-", 1) for block in blocks]
    path = folder / "forty.yaml"
    path.write_text(f"{head}\nrules:\n{''.join([*blocks, *more][:40])}", encoding="utf-8")
    return path


def ready_for(folder: Path, request: Request) -> Ready:
    """The framework, bound to the library that ships."""
    framework = load_framework(forty_rules(folder)).framework
    ready, findings = (None, ()) if framework is None else bound(framework, library_for(request))
    if ready is None:
        sys.exit(f"the framework does not fit the library: {findings}")
    return ready


def main() -> None:
    """Time scoring, and checking what was scored, in turns."""
    request = Request()
    library = library_for(request)
    units = library.vocabulary.units
    proxies = [(proxy.id, units[proxy.unit].many) for proxy in library.proxies.values()]
    with tempfile.TemporaryDirectory() as name:
        ready = ready_for(Path(name), request)
        for title, different in (("as people write them", 5), ("that break everything", 50)):
            place = "London" if different == ROWS else "Yorkshire and The Humber"
            paths = write_bids(Path(name), proxies, different, place)
            scoring, checking, told = [], [], 0
            for _ in range(ROUNDS):
                using = valuer_for(request, library)
                start = process_time()
                valuations = [valuation_of(path, request, using) for path in paths]
                scored = process_time()
                told = sum(len(judged(each, ready, TODAY).breaches) for each in valuations)
                scoring.append(scored - start)
                checking.append(process_time() - scored)
            one, more = median(scoring), median(checking)
            print(f"{BIDS} bids of {ROWS} commitments {title}, {len(ready.rules)} rules, {told:,} findings:")
            print(f"  scoring {one:.3f} s, checking {more:.3f} s more, which is {more / one:.0%}")


if __name__ == "__main__":
    main()
