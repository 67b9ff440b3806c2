"""Every check has bids that keep its rule and bids that break it, and each of its findings is told by one of them."""

from pathlib import Path

import pytest

from sv_cli.checks.families import CHECKS, module_of
from sv_cli.findings.families.checks import KINDS
from tests.checks.running import EXAMPLES, told
from tests.cli.door import sv

GOOD = sorted(EXAMPLES.glob("*/good*.csv"))
BAD = sorted(EXAMPLES.glob("*/bad*.csv"))
CODES = {kind.name: kind.code for kind in KINDS}


def name_of(bid: Path) -> str:
    return f"{bid.parent.name}-{bid.stem}"


def expected(bid: Path) -> str:
    return bid.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_check_has_examples_and_every_example_a_check():
    assert {bid.parent.name for bid in GOOD} == set(CHECKS)
    assert {bid.parent.name for bid in BAD} == set(CHECKS)
    assert {folder.name for folder in EXAMPLES.iterdir()} == set(CHECKS)


@pytest.mark.parametrize("bid", GOOD, ids=name_of)
def test_a_good_bid_is_one_line(bid: Path):
    text = told(bid)
    assert text.startswith("1 bid meets example (An example of the check ")
    assert text.count("\n") == 1


@pytest.mark.parametrize("bid", BAD, ids=name_of)
def test_a_bad_bid_is_told_in_these_words(bid: Path):
    assert told(bid) == expected(bid)


@pytest.mark.parametrize("bid", BAD, ids=name_of)
def test_without_the_code_of_the_check_nobody_is_told(bid: Path, monkeypatch: pytest.MonkeyPatch):
    """The mutation check: with the check's function taken out, the example above fails."""
    module = module_of(bid.parent.name)
    monkeypatch.setattr(module, "judge", lambda *_: iter(()))
    text = told(bid)
    assert text != expected(bid)
    assert not [name for name in module.KINDS if CODES[name] in text]


@pytest.mark.parametrize("check", CHECKS)
def test_everything_that_a_check_may_tell_is_told_by_an_example(check: str):
    texts = "".join(expected(bid) for bid in BAD if bid.parent.name == check)
    assert [name for name in module_of(check).KINDS if f"{CODES[name]} {name}" not in texts] == []


def test_every_finding_of_the_catalogue_belongs_to_one_check():
    told_by = [name for check in CHECKS for name in module_of(check).KINDS]
    assert sorted(told_by) == sorted(CODES)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_catalogue_explains_every_finding(kind):
    """What it says, why it matters, what to do."""
    answer = sv("explain", kind.code)
    assert (answer.code, answer.err) == (0, "")
    flat = " ".join(answer.out.split())
    assert f"{kind.code} {kind.name} ({kind.severity.value}) {kind.title}" in flat
    assert f"Why it matters: {kind.why}" in flat
    assert f"What to do: {kind.help}" in flat
