"""Many bids are read on one desk: what one of them teaches must not change how the next is read."""

import pytest

from sv_cli.bids import desk as desks
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.read import read_data
from tests.corpus.cases import all_cases

CASES = {name: case for name, case in all_cases() if not name.startswith("hostile/") and case.options == ReadOptions()}


@pytest.fixture(scope="module")
def data() -> dict[str, bytes]:
    return {name: case.data() for name, case in CASES.items()}


def alone(name: str, data: bytes, vocabulary):
    desks._last.clear()
    return read_data(data, name, vocabulary)


@pytest.mark.parametrize("backwards", [False, True], ids=["forwards", "backwards"])
def test_every_bid_is_read_as_if_it_were_the_only_one(data, vocabulary, backwards):
    names = sorted(CASES, reverse=backwards)
    desks._last.clear()
    together = {name: read_data(data[name], name, vocabulary) for name in names}
    again = {name: read_data(data[name], name, vocabulary) for name in names}
    different = [name for name in names if not together[name] == again[name] == alone(name, data[name], vocabulary)]
    assert different == []


def test_the_desk_is_kept_for_the_same_library_and_options_alone(vocabulary):
    first = desks.desk_for(vocabulary, ReadOptions())
    assert desks.desk_for(vocabulary, ReadOptions()) is first
    assert desks.desk_for(vocabulary, ReadOptions(date_order="mdy")) is not first


def test_what_is_remembered_is_bounded(vocabulary, monkeypatch):
    monkeypatch.setattr("sv_cli.bids.memory.MOST_KNOWN", 3)
    monkeypatch.setattr("sv_cli.bids.repeats.MOST_KNOWN", 3)
    desks._last.clear()
    for n in range(4):
        rows = "".join(f"NT{n}{row},Promise {row},{row},hours\n" for row in range(1, 6))
        reading = read_data(f"Ref,Commitment,Quantity,Unit\n{rows}".encode(), "bid.csv", vocabulary)
        assert reading.bid is not None
        assert len(reading.bid.commitments) == 5
    memory = desks.desk_for(vocabulary, ReadOptions()).memory
    assert sum(map(len, memory.tables.values())) <= 3
