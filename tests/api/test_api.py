"""The Python API: what a program or a notebook gets, and how it is told that there is no figure."""

import csv
import doctest
import json
import pickle
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest

import sv_cli
from sv_cli import api
from tests.batch.folder import write_bids
from tests.cli.door import ROOT, SAMPLES, sv
from tests.support import figure, proxy, write_library

FOOD_BANK = SAMPLES / "food-bank.xlsx"


@pytest.fixture
def bids(tmp_path):
    return sorted(write_bids(tmp_path / "bids", 4, broken=4).iterdir())


def test_a_score_is_what_the_command_line_says():
    valuation = sv_cli.score(FOOD_BANK)
    assert valuation.to_dict()["totals"] == json.loads(sv("score", FOOD_BANK, "--format", "json").out)["totals"]
    assert valuation.to_dict()["lines"] == json.loads(sv("score", FOOD_BANK, "--format", "json").out)["lines"]


def test_a_data_frame_has_a_row_for_each_commitment_and_adds_up():
    valuation = sv_cli.score(FOOD_BANK)
    frame = valuation.to_frame()
    assert list(frame["row"]) == [line.commitment.row for line in valuation.lines]
    assert round(frame["present_value"].sum(), 2) == float(valuation.totals.present)
    assert list(map(str, frame.dtypes[["quantity", "present_value", "row", "valued"]])) == [
        "float64",
        "float64",
        "int64",
        "bool",
    ]


def test_what_is_not_valued_is_not_a_number_and_not_nought():
    frame = sv_cli.score(SAMPLES / "bad-bid.xlsx").to_frame()
    assert not frame["valued"].all()
    assert frame.loc[~frame["valued"], "present_value"].isna().all()


def test_a_bid_without_lines_or_findings_has_frames_all_the_same(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Ref,Description,Quantity,Unit\n")
    valuation = sv_cli.score(bid)
    assert len(valuation.to_frame()) == 0
    assert list(valuation.findings_frame()["code"]) == [each.code for each in valuation.findings]


def test_findings_come_as_a_frame_too():
    valuation = sv_cli.score(SAMPLES / "bad-bid.xlsx")
    frame = valuation.findings_frame()
    assert list(frame["code"]) == [each.code for each in valuation.findings]
    assert isinstance(frame, pd.DataFrame)


def test_options_are_those_of_the_command_line():
    valuation = sv_cli.score(FOOD_BANK, price_year="2019", contract_value="2000000", place="North East")
    assert valuation.price_year == "2019"
    assert valuation.bid.contract.value == Decimal(2_000_000)


def test_an_overlay_is_loaded_once_and_used_for_many(tmp_path):
    library = sv_cli.Library.load(
        write_library(tmp_path, figures=[figure("hour")], proxies=[proxy("mine.hour", "hour")])
    )
    assert len(library.layers) == 2
    assert "mine.hour" in library.proxies
    assert "green-book" in library.methods
    assert sv_cli.score(FOOD_BANK, library).layers == library.layers


def test_a_bid_that_cannot_be_read_is_an_error_with_findings():
    with pytest.raises(sv_cli.BidError) as caught:
        sv_cli.score("gone.xlsx")
    assert [each.name for each in caught.value.findings] == ["file-not-found"]
    assert str(caught.value).startswith("gone.xlsx: SV101 file-not-found: ")
    assert isinstance(pickle.loads(pickle.dumps(caught.value)), sv_cli.SvError)  # noqa: S301 - our own bytes


def test_a_method_that_there_is_not_is_an_error_of_its_own():
    with pytest.raises(sv_cli.MethodError, match="no-method"):
        sv_cli.score(FOOD_BANK, method="guess")
    with pytest.raises(sv_cli.MethodError, match="no-method"):
        sv_cli.score_many([FOOD_BANK], method="guess")


def test_a_library_that_cannot_be_used_is_an_error_of_its_own(tmp_path):
    (tmp_path / "bad.yaml").write_text("proxies: [")
    with pytest.raises(sv_cli.LibraryError):
        sv_cli.Library.load(tmp_path / "bad.yaml")


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_come_in_order_and_a_bad_one_stops_nothing(bids, jobs):
    outcomes = list(sv_cli.score_many(bids, jobs=jobs))
    assert [each.path for each in outcomes] == [str(path) for path in bids]
    assert [each.valuation is not None for each in outcomes] == [True] * 4 + [False] * 4
    assert all(isinstance(each.valuation, sv_cli.Valuation) for each in outcomes[:4])
    assert all(each.findings for each in outcomes[4:])


def test_processes_change_nothing(bids):
    alone, together = (list(sv_cli.score_many(bids, jobs=jobs)) for jobs in (1, 2))
    assert alone == together


def test_a_notebook_shows_hostile_text_as_text(tmp_path):
    bid = tmp_path / "bid.csv"
    with bid.open("w", newline="") as file:
        csv.writer(file).writerows(
            [["Ref", "Description", "Quantity"], ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "3"]]
        )
    shown = sv_cli.score(bid)._repr_html_()
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;img src=x onerror=alert(2)&gt;" in shown
    assert shown.count("<tr>") == 3


def test_a_notebook_has_amounts_to_the_right_with_their_units_and_says_what_is_not_valued(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Ref,Description,Quantity\nvolunteering.hour,Help,3\nNT999,More,4\n", encoding="utf-8")
    shown = sv_cli.score(bid)._repr_html_()
    assert '<td style="text-align: left">Help</td>' in shown
    assert '<td style="text-align: right">3 hours</td>' in shown
    assert shown.count("not valued") == 1
    assert "2 findings;" in shown


def test_a_valuation_says_what_it_is_in_a_line():
    assert repr(sv_cli.score(FOOD_BANK)).startswith(f"<Valuation of '{FOOD_BANK}': present value £")
    assert repr(sv_cli.Library.load()).startswith("<Library ")


def test_the_examples_of_the_documentation_hold(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert doctest.testmod(api) == (0, 3)


def test_the_examples_of_the_readme_hold(monkeypatch):
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    examples = "".join(re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE))
    test = doctest.DocTestParser().get_doctest(examples, {}, "README", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_importing_sv_cli_loads_nothing():
    ask = "import sys, sv_cli; print(sorted(m for m in sys.modules if m.startswith('sv_cli') or m == 'msgspec'))"
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "['sv_cli']\n"


def test_a_name_that_there_is_not_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'scores'"):
        _ = sv_cli.scores
    assert "score_many" in dir(sv_cli)


def test_the_length_of_the_contract_spreads_what_is_promised_each_year_as_on_the_command_line(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Start date,01/09/2026\n,\nRef,Quantity,Unit,Basis\nvolunteering.hour,100,hours,per year\n")
    valuation = sv_cli.score(bid, years=3, date_order="dmy")
    told = json.loads(sv("score", bid, "--years", 3, "--date-order", "dmy", "--format", "json").out)
    assert valuation.totals.valued == 1
    assert valuation.to_dict()["lines"] == told["lines"]
    assert valuation.to_dict()["by"] == told["by"]
    assert len(valuation.by_year) == 3


def test_a_limit_can_be_lowered(tmp_path):
    bid = tmp_path / "bid.csv"
    bid.write_text("Ref,Quantity,Unit\nvolunteering.hour,100,hours\nvolunteering.hour,7,hours\n")
    with pytest.raises(sv_cli.BidError) as refused:
        sv_cli.score(bid, limits={"rows": 1})
    assert [each.name for each in refused.value.findings] == ["too-many-rows"]


SILLY = [
    ({"years": 0}, ValueError),
    ({"years": -1}, ValueError),
    ({"years": float("nan")}, ValueError),
    ({"years": "Infinity"}, ValueError),
    ({"years": 1e9}, ValueError),
    ({"years": "three"}, ValueError),
    ({"years": True}, TypeError),
    ({"contract_value": 0}, ValueError),
    ({"contract_value": "nan"}, ValueError),
    ({"contract_value": "\u00a3300"}, ValueError),
    ({"contract_value": []}, TypeError),
    ({"start": "2026-04-01"}, TypeError),
    ({"place": 5}, TypeError),
    ({"method": ["green-book"]}, TypeError),
    ({"price_year": 2025}, TypeError),
    ({"sheets": "Commitments"}, TypeError),
    ({"sheets": [None]}, TypeError),
    ({"columns": [("quantity", "Quantity")]}, TypeError),
    ({"columns": {"quantity": 5}}, TypeError),
    ({"date_order": "ymd"}, ValueError),
    ({"limits": {"rows": 0}}, ValueError),
    ({"limits": {"rows": float("nan")}}, ValueError),
    ({"limits": {"lines": 5}}, ValueError),
    ({"limits": ["rows"]}, TypeError),
    ({"year": 3}, TypeError),
    ({"library": "mine.yaml"}, TypeError),
]


@pytest.mark.parametrize(("options", "error"), SILLY, ids=map(str, SILLY))
def test_what_cannot_be_meant_is_told_at_once_and_by_its_name(options, error):
    (name,) = options
    with pytest.raises(error, match=name):
        sv_cli.score(FOOD_BANK, **options)
    with pytest.raises(error, match=name):
        sv_cli.score_many([FOOD_BANK], **options)


def test_options_come_in_many_kinds():
    moment, length = datetime(2026, 4, 1, 12, tzinfo=UTC), pd.Series([2])[0]
    valuation = sv_cli.score(FOOD_BANK, years=length, start=moment, contract_value=None, sheets=["Social value offer"])
    assert (valuation.bid.contract.years, valuation.bid.contract.start) == (2, date(2026, 4, 1))


def test_one_path_is_no_list_of_paths():
    with pytest.raises(TypeError, match="one path"):
        sv_cli.score_many(str(FOOD_BANK))


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"jobs": "2"}, {"jobs": True}, {"timeout": -1}, {"timeout": 0}])
def test_how_the_work_is_shared_out_must_be_meant(wrong):
    with pytest.raises(ValueError, match="is not a number of"):
        sv_cli.score_many([], **wrong)


def test_what_is_offered_can_be_named():
    assert all(hasattr(sv_cli, name) for name in sv_cli.__all__)
    assert {"Finding", "Options"} <= set(dir(sv_cli))


@pytest.mark.parametrize(("paths", "timeout", "said"), [(None, 60, "paths: None"), ([], "2", "timeout: '2'")])
def test_what_is_of_the_wrong_sort_is_named(paths, timeout, said):
    with pytest.raises(TypeError, match=f"^{said} is not a "):
        sv_cli.score_many(paths, timeout=timeout)


def test_the_proxies_of_a_library_cannot_be_changed_unseen():
    library = sv_cli.Library.load()
    with pytest.raises(TypeError):
        library.proxies["volunteering.hour"] = None
