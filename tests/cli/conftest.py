"""Owns the folder that each test of the program works in, and the bids and libraries that it writes there."""

from collections.abc import Callable
from pathlib import Path

import pytest

BID = "Ref,Commitment,Quantity,Unit\nvolunteering.hour,Time given,10,hours\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which the test stands in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def bid(folder: Path) -> Callable[..., Path]:
    """Writes a CSV of commitments and gives its path; without text, a small one that is clean."""

    def write(text: str = BID, name: str = "bid.csv") -> Path:
        (folder / name).write_bytes(text.encode())
        return Path(name)

    return write
