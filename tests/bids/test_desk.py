"""Many bids are read on one desk: what one of them teaches must not change how the next is read."""

import pytest

from sv_cli.bids import desk as desks
from sv_cli.bids.options import ReadOptions
from sv_cli.bids.read import read_data
from tests.corpus.cases import all_cases
from tests.corpus.write.xlsx import one_sheet
from tests.examples import SEARCHING

TAME = ((name, case) for name, case in all_cases() if not name.startswith("hostile/"))
EVERY = [(name, case) for name, case in TAME if case.options == ReadOptions()]
# Of neighbours, which are much alike, one is enough for an ordinary run: reading each alone takes long
CASES = dict(EVERY[:: 1 if SEARCHING else 8])


@pytest.fixture(scope="module")
def data() -> dict[str, bytes]:
    return {name: case.data() for name, case in CASES.items()}


def alone(name: str, data: bytes, vocabulary):
    desks._last.clear()
    return read_data(data, name, vocabulary)


def test_every_bid_is_read_as_if_it_were_the_only_one(data, vocabulary):
    wanted = {name: alone(name, data[name], vocabulary) for name in data}
    desks._last.clear()
    for names in (sorted(data), sorted(data, reverse=True)):  # the second time after all the others, and itself
        assert [name for name in names if read_data(data[name], name, vocabulary) != wanted[name]] == []


PAIRS = {  # what one bid says, and what the next one says that is no more of the same
    "a tick that equals one": ("Ref,Commitment,Quantity,Unit,Duration", (10, "hours", 1), (10, "hours", True)),
    "a cross that equals nought": ("Ref,Commitment,Quantity,Unit,Place", (10, "hours", 0), (10, "hours", False)),
    "years against a quantity": ("Ref,Commitment,Quantity,Unit,Year 1,Year 2,Total", (3, "hours", 1, 2, 3),
                                 (3, "hours", 2, 2, 4)),
    "a total of years": ("Ref,Commitment,Quantity,Unit,Year", (10, "hours", "Total"), (5, "hours", "Year 1"),
                         (5, "hours", "Year 2"), (10, "hours", "Total")),
    "a total of partners": ("Partner,Ref,Commitment,Quantity,Unit", ("A", 10, "hours"), ("A", 5, "hours"),
                            ("B", 5, "hours"), ("Combined", 10, "hours")),
}  # fmt: skip


def book(headings, *lines):
    heads = headings.split(",")
    first = heads.index("Ref")
    rows = [["NT1", "Jobs", 7, "FTE"], *(["NT17", "Hours", *line[first:]] for line in lines)]
    before = [["A"] * first, *(list(line[:first]) for line in lines)]
    return one_sheet(heads, *([*label, *row] for label, row in zip(before, rows, strict=True)))()


@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_what_only_seems_to_repeat_an_earlier_bid_is_read_by_itself(vocabulary, pair):
    headings, before, *lines = pair
    wanted = alone("bid.xlsx", book(headings, *lines), vocabulary)
    alone("before.xlsx", book(headings, before), vocabulary)
    assert read_data(book(headings, *lines), "bid.xlsx", vocabulary) == wanted


def test_a_unit_that_a_description_names_is_no_other_bid_s(vocabulary):
    before, bid = (f"Ref,Commitment,Quantity,Unit\nNT17,{text},5,\nNT1,Jobs,3,jobs\n".encode()
                   for text in ("Volunteering (days)", "Help at school"))  # fmt: skip
    wanted = alone("bid.csv", bid, vocabulary)
    alone("before.csv", before, vocabulary)
    assert read_data(bid, "bid.csv", vocabulary) == wanted
    assert [each.unit for each in wanted.bid.commitments] == [None, "fte"]


def test_the_desk_is_kept_for_the_same_library_and_options_alone(vocabulary):
    first = desks.desk_for(vocabulary, ReadOptions())
    assert desks.desk_for(vocabulary, ReadOptions()) is first
    assert desks.desk_for(vocabulary, ReadOptions(date_order="mdy")) is not first


def test_what_is_remembered_is_bounded(vocabulary, monkeypatch):
    monkeypatch.setattr("sv_cli.bids.memory.MOST_KNOWN", 3)
    monkeypatch.setattr("sv_cli.bids.lines.repeats.MOST_KNOWN", 3)
    desks._last.clear()
    for n in range(4):
        rows = "".join(f"NT{n}{row},Promise {row},{row},hours\n" for row in range(1, 6))
        reading = read_data(f"Ref,Commitment,Quantity,Unit\n{rows}".encode(), "bid.csv", vocabulary)
        assert reading.bid is not None
        assert len(reading.bid.commitments) == 5
    memory = desks.desk_for(vocabulary, ReadOptions()).memory
    assert sum(map(len, memory.tables.values())) <= 3
