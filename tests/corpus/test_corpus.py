"""Every file of the corpus is read as a careful clerk would read it, and `sv score` ends as it should."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sv_cli.app import app
from sv_cli.bids.options import Reading
from sv_cli.bids.read import read_bid
from sv_cli.library.load import load_library
from sv_cli.model.vocabulary import Vocabulary
from tests.corpus.case import Case, Read
from tests.corpus.cases import all_cases

CASES = dict(all_cases())


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    library = load_library().library
    assert library is not None
    return library.vocabulary


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_it_is_read_as_a_clerk_would_and_scored_without_a_traceback(
    case: Case, vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bid = tmp_path / case.name
    bid.write_bytes(case.data())
    reading = read_bid(bid, vocabulary, case.options)
    assert _differences(reading, case) == [], case.why
    monkeypatch.setattr("sv_cli.commands.bids.read_bid", lambda *_: reading)  # it need not be read again to be scored
    result = CliRunner().invoke(app, ["score", "--format", "json", "--", str(bid)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    if case.fatal:
        assert (result.exit_code, result.stdout) == (3, "")
    else:
        assert result.exit_code in (0, 1)
        assert json.loads(result.stdout)["totals"]["commitments"] == len(case.reads)


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 100


def test_no_case_hides_another_of_its_name() -> None:
    assert len(CASES) == len(all_cases())


def _differences(reading: Reading, case: Case) -> list[str]:
    """What the reader and the clerk disagree on, in words."""
    names = [finding.name for finding in reading.findings]
    if case.fatal:
        fatal = [finding.name for finding in reading.findings if finding.fatal]
        wrong = [] if reading.bid is None else ["it was read"]
        return wrong if set(fatal) & set(case.fatal.split("|")) else [*wrong, f"ended with {fatal}, not {case.fatal}"]
    if reading.bid is None:
        return [f"refused: {[finding.message for finding in reading.findings if finding.fatal]}"]
    wrong = [
        f"no finding {wanted} among {names}" for wanted in case.findings if not set(wanted.split("|")) & set(names)
    ]
    if case.quiet:
        wrong += [f"said {each.name}: {each.message}" for each in reading.findings if each.severity != "note"]
    return wrong + _misread(reading, case) + _wrong_facts(reading, case)


def _misread(reading: Reading, case: Case) -> list[str]:
    assert reading.bid is not None
    read = [
        _normal((each.row, each.reference, None if each.quantity is None else f"{each.quantity:f}", each.unit))
        for each in reading.bid.commitments
    ]
    wanted = list(map(_normal, case.reads))
    if read == wanted:
        return []
    return [f"read {each}, not in the file" for each in read if each not in wanted] + [
        f"did not read {each}" for each in wanted if each not in read
    ] or ["read in another order"]


def _normal(read: Read) -> Read:
    row, reference, quantity, unit = read
    if quantity is not None and "." in quantity:
        quantity = quantity.rstrip("0").rstrip(".")
    return row, reference, quantity, None if quantity is None else unit


def _said(fact: object) -> str:
    return f"{fact:f}" if isinstance(fact, Decimal) else str(fact)


def _wrong_facts(reading: Reading, case: Case) -> list[str]:
    assert reading.bid is not None
    contract = reading.bid.contract
    got = {name: _said(getattr(contract, name)) for name in case.facts}
    return [f"{name} is {got[name]}, not {wanted}" for name, wanted in case.facts.items() if got[name] != wanted]
