"""Whatever stands or does not stand at a path is told; no path makes the program fail inside."""

import os
import re
import subprocess
import sys

import pytest

from tests.cli.door import ROOT, SAMPLES, sv
from tests.cli.rights import CAN_BE_ANYBODY, like_anybody

BID = SAMPLES / "food-bank.xlsx"
TOO_LONG = "e" * 300
WAYS = {
    "score": ("score", BID, "--output", "{}"),
    "score, reading": ("score", BID, "--reading", "{}"),
    "score, library": ("score", BID, "--library", "{}"),
    "explain": ("explain", "{}/bid.csv"),
    "batch": ("batch", BID, "--output", "{}"),
    "batch, bids": ("batch", "{}", "--output", "out"),
    "batch, table": ("batch", "{}", "--bid-column", "Bid", "--output", "out"),
    "check": ("check", BID, "--framework", "{}.yaml"),
    "match": ("match", BID, "--output", "{}"),
    "template": ("template", "--output", "{}"),
    "proxies lint": ("proxies", "lint", "{}"),
    "proxies diff": ("proxies", "diff", "{}", "{}"),
    "frameworks show": ("frameworks", "show", "{}.yaml"),
}


def arguments(way, path):
    return [str(each).replace("{}", str(path)) for each in WAYS[way]]


@pytest.mark.parametrize("way", WAYS)
def test_a_name_that_is_too_long_is_told(way, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = sv(*arguments(way, TOO_LONG))
    assert told.code in (1, 2, 3)
    assert TOO_LONG[:40] in told.out + told.err


def test_a_word_that_is_too_long_for_a_name_is_no_finding(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    told = sv("explain", TOO_LONG)
    assert (told.code, told.err[:28]) == (3, "SV195 no-such-finding: there")


@pytest.mark.skipif(not CAN_BE_ANYBODY, reason="here nothing can be closed to this user")
@pytest.mark.parametrize("way", WAYS)
def test_a_folder_that_lets_nobody_in_is_told(way, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    with like_anybody():
        told = sv(*arguments(way, closed / "x"))
    closed.chmod(0o700)
    assert told.code in (1, 2, 3)
    assert "closed/x" in told.out + told.err


def test_links_that_lead_nowhere_stop_no_batch(tmp_path):
    bids = tmp_path / "bids"
    bids.mkdir()
    (bids / "bid.xlsx").write_bytes(BID.read_bytes())
    for name in ("loop", "loop.xlsx", "gone.xlsx"):
        (bids / name).symlink_to(name if name.startswith("loop") else "nothing")
    told = sv("batch", bids, "--output", tmp_path / "out", "--jobs", "1")
    assert told.code == 1
    assert re.search(r"^ +scored +1$", told.out, re.MULTILINE)
    assert re.search(r"^ +not scored +2$", told.out, re.MULTILINE)


def test_links_that_lead_back_are_not_followed_by_a_pattern_either(tmp_path, monkeypatch):
    """Two of them would lead to a file by more ways than can be gone."""
    monkeypatch.chdir(tmp_path)
    inside = tmp_path / "lots" / "one"
    inside.mkdir(parents=True)
    (inside / "bid.xlsx").write_bytes(BID.read_bytes())
    for name in ("lots/a", "lots/b", "lots/one/c"):
        (tmp_path / name).symlink_to(tmp_path)
    for pattern in ("**/*.xlsx", "lots/**", "lot?/**/*.xlsx", f"{tmp_path}/**/one/*.xlsx", "**/**/bid.*"):
        told = sv("batch", pattern, "--output", "out", "--jobs", "1")
        assert told.code == 0
        assert re.search(r"^ +scored +1$", told.out, re.MULTILINE)
        assert re.search(r"[23] × link to a folder", told.err)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder goes while somebody is in it")
@pytest.mark.parametrize("command", [("check", "bid.csv", "--framework", "bradford"), ("batch", BID, "-o", "/out")])
def test_a_folder_that_is_gone_is_told(tmp_path, command):
    gone = tmp_path / "gone"
    gone.mkdir()
    words = " ".join(f"'{each}'" for each in command)
    run = subprocess.run(
        ["sh", "-c", f"cd {gone} && rmdir {gone} && {sys.executable} -m sv_cli {words}"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 3
    assert "internal error" not in run.stderr


@pytest.mark.skipif(not CAN_BE_ANYBODY, reason="nothing is closed to this user")
@pytest.mark.parametrize("said", [("score",), ("match",), ("explain",), ("score", BID, "--library")])
def test_what_may_not_be_read_is_no_wrong_usage(tmp_path, said):
    closed = tmp_path / "closed.yaml"
    closed.touch(0o000)
    with like_anybody():
        told = sv(*said, closed)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(f"{closed}: SV104 file-unreadable: ")


@pytest.mark.skipif(not CAN_BE_ANYBODY, reason="nothing is closed to this user")
def test_a_report_may_take_the_place_of_a_file_that_may_not_be_read(tmp_path):
    closed = tmp_path / "closed.json"
    closed.touch(0o000)
    with like_anybody():
        assert sv("score", BID, "--output", closed, "--force").code == 0
    assert closed.read_bytes()


@pytest.mark.parametrize("command", ["score", "match", "check --framework bradford"])
@pytest.mark.parametrize("address", ["s3://tender/bid.xlsx", "https://example.org/bid.xlsx", "memory://bid.csv"])
def test_an_address_is_not_taken_for_a_file(command, address):
    told = sv(*command.split(), address)
    assert (told.code, told.out) == (2, "")
    assert "score it with `sv batch`" in " ".join(told.err.replace("│", " ").split())


def test_a_name_with_a_colon_is_a_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lot:").mkdir()
    (tmp_path / "lot:" / "bid.xlsx").write_bytes(BID.read_bytes())
    assert sv("score", "lot:/bid.xlsx").code == 0
    assert "SV101" in sv("score", "lot: nine.xlsx").err
