"""Owns the examples that no folder can keep: what is missing, what is no file, what is held, what is endless."""

import os
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from msgspec.structs import replace

from sv_cli.bids.options import ReadOptions
from sv_cli.bids.read import read_bid
from sv_cli.library.load import load_library
from sv_cli.model.bids import Commitment, Period, Tranche
from sv_cli.valuation.value import value, valuer
from tests.cli.door import sv
from tests.findings.example import HEAD, LINE, PLAIN

Pair = tuple[str, str]


def printed(*arguments: str | Path) -> str:
    """All that `sv` prints."""
    told = sv(*arguments)
    return told.out + told.err


def _plain(folder: Path, name: str = "bid.csv") -> Path:
    path = folder / name
    path.write_text(PLAIN, encoding="utf-8")
    return path


def _missing(folder: Path) -> Pair:
    return printed("score", folder / "none.csv"), printed("score", _plain(folder))


def _folder(folder: Path) -> Pair:
    return printed("score", folder), printed("score", _plain(folder))


def _pipe(folder: Path) -> Pair:
    os.mkfifo(folder / "pipe.csv")
    return printed("score", folder / "pipe.csv"), printed("score", _plain(folder))


def _unreadable(folder: Path) -> Pair:
    return printed("score", folder / f"{'long' * 100}.csv"), printed("score", _plain(folder))


def _lock_file(folder: Path) -> Pair:
    return printed("score", _plain(folder, "~$bid.xlsx")), printed("score", _plain(folder))


def _read(path: Path, options: ReadOptions) -> str:
    library = load_library().library
    assert library is not None
    return " ".join(found.code for found in read_bid(path, library.vocabulary, options).findings)


def _many(name: str, limit: int) -> Callable[[Path], Pair]:
    def made(folder: Path) -> Pair:
        path = folder / "long.csv"
        path.write_text(HEAD + LINE * 20, encoding="utf-8")
        options = ReadOptions(**{name: limit})
        return _read(path, options), _read(_plain(folder), options)

    return made


def _output(bad: Callable[[Path, Path], Path]) -> Callable[[Path], Pair]:
    def made(folder: Path) -> Pair:
        bid = _plain(folder)
        return printed("score", bid, "-o", bad(folder, bid)), printed("score", bid, "-o", folder / "new.json")

    return made


def _existing(folder: Path, bid: Path) -> Path:
    path = folder / "old.json"
    path.write_text("mine", encoding="utf-8")
    return path


def _no_such_finding(folder: Path) -> Pair:
    return printed("explain", "SV999"), printed("explain", "SV203")


def _nothing_to_offer(folder: Path) -> Pair:
    path = folder / "blank.xlsx"
    bad = printed("template", "-o", path, "--framework", "toms", "--theme", "digital")
    return bad, printed("template", "-o", path, "--framework", "toms")


def _valued(folder: Path, change: Callable[[Commitment], Commitment]) -> str:
    """The codes told of a bid whose commitments a script has changed after they were read."""
    library = load_library().library
    assert library is not None
    bid = read_bid(_plain(folder), library.vocabulary).bid
    assert bid is not None
    using = valuer(library, library.methods["green-book"], library.default_price_year)
    changed = replace(bid, commitments=tuple(map(change, bid.commitments)))
    return " ".join(found.code for found in value(changed, using).findings)


def _adjustment(folder: Path) -> Pair:
    """The reader lets no share above everything through; a script that makes its own bids could."""

    def stating(share: str) -> Callable[[Commitment], Commitment]:
        return lambda each: replace(each, adjustments={"deadweight": Decimal(share)})

    return _valued(folder, stating("1.5")), _valued(folder, stating("0.9"))


def _year_nought(folder: Path) -> Pair:
    """The reader asks which year a year 0 is; a script that makes its own bids may count from it."""

    def in_year(number: int) -> Callable[[Commitment], Commitment]:
        return lambda each: replace(each, tranches=(Tranche(Decimal(10), Period(f"Year {number}", number)),))

    return _valued(folder, in_year(0)), _valued(folder, in_year(1))


SITUATIONS: Mapping[str, Callable[[Path], Pair]] = {
    "file-not-found": _missing,
    "folder-given": _folder,
    "not-a-regular-file": _pipe,
    "file-unreadable": _unreadable,
    "lock-file": _lock_file,
    "file-too-large": _many("max_bytes", 100),
    "too-many-rows": _many("max_rows", 10),
    "too-many-cells": _many("max_cells", 10),
    "output-exists": _output(_existing),
    "output-is-input": _output(lambda _, bid: bid),
    "output-is-folder": _output(lambda folder, _: folder),
    "output-not-written": _output(lambda folder, _: folder / "none" / "report.json"),
    "no-such-finding": _no_such_finding,
    "nothing-to-offer": _nothing_to_offer,
    "adjustment-out-of-range": _adjustment,
    "year-nought": _year_nought,
}
"""What is made and run for each finding: what is printed in the bad case, and in the good one."""
