"""A bid in which one thing is changed is read as it was but for that, or asks about it: nothing changes in silence."""

from pathlib import Path
from zlib import crc32

import pytest

from tests.corpus.cases import all_cases
from tests.corpus.mutations import MUTATIONS
from tests.corpus.plain import Heard, Table, heard, table_of, written

OF_EACH = 10
"""How many tables each mutation is tried on, which are always the same; in their first line and in their last."""
LAYOUTS = (
    "layouts/plain",
    "exports/contract-beside-each-line",
    "exports/model-award-criteria",
    "exports/one-bid-by-number",
    "extensions/some-years-others-and-their-total",
    "everyday/matrix-noughts",
    "everyday/over-years-of-one-digit",
    "facts/deadweight-per-cent",
    "keyed/years-and-their-sum",
    "margins/over-years-with-a-gap",
    "overheard/codes-before-and-behind-their-titles",
    "parts/months-as-dates",
    "parts/quarters-alone",
    "plain_habits/units-in-the-measure",
    "rearranged/signed-numbered-line",
    "rearranged/turned-actual-commitment",
    "references/ids",
    "spellings/every-heading",
    "spellings/offer-number-and-unit",
    "spellings/question-marks",
    "statuses/beside-guaranteed?-yes-y-yes",
    "templates/units-as-columns",
    "tenders/quantity-and-revised-quantity",
    "units/headed-in-hours",
    "untold/baseline-below-quantity",
    "untold/target-and-actual-commitment",
    "well_filled/looked-at-how-often",
    "written_headings/target-date-on-two-lines",
    "years/multiplied-in-all",
)
"""Cases of the corpus that are laid out in other ways, and hold nothing but values."""
Bids = list[tuple[Table, Heard]]


@pytest.fixture(scope="module")
def bids(tmp_path_factory: pytest.TempPathFactory) -> Bids:
    cases, bid, found = dict(all_cases()), tmp_path_factory.mktemp("bids") / "bid.xlsx", []
    for name in LAYOUTS:
        bid.write_bytes(cases[f"{name}.xlsx"].data())
        table = table_of(bid)
        assert table is not None, f"{name} is no table of values alone, or is asked about"
        found.append((table._replace(name=name), heard(bid)))
    return found


@pytest.mark.parametrize("name", MUTATIONS)
def test_nothing_changes_in_silence(name: str, bids: Bids, tmp_path: Path) -> None:
    change, holds = MUTATIONS[name]
    bid, wrong, tried = tmp_path / "bid.xlsx", [], set()
    for table, before in sorted(bids, key=lambda each: crc32(f"{name} {each[0].name}".encode())):
        for at in {table.lines[0], table.lines[-1]}:
            pages = change(table, at)
            if pages is None:
                continue
            bid.write_bytes(written(table, pages))
            after = heard(bid)
            tried.add(table.name)
            if not holds(before, after, at + 1):
                wrong += [f"{table.name}, row {at + 1}, {name}:", *_told("was", before), *_told(" is", after)]
        if len(tried) == OF_EACH:
            break
    assert len(tried) > 1, "it was tried on next to no table"
    assert not wrong, "\n".join(wrong)


def _told(word: str, said: Heard) -> list[str]:
    return [f"  {word} {tuple(line)}" for line in said.lines] + [f"  {word} asked: {each}" for each in said.asked]
