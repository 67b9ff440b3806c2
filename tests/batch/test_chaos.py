"""What a run survives: SIGKILL at any moment, Ctrl-C, workers that die, a full disk, a folder without rights."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import duckdb
import openpyxl
import pytest

from sv_cli.batch.local import Crew, CrewError
from sv_cli.batch.lost import Lost
from sv_cli.batch.stopping import unhurried
from tests.batch import workers
from tests.batch.folder import tables_in, write_bids
from tests.cli.door import ROOT, sv, sv_process
from tests.cli.test_output import on_a_terminal

KILLS = 10


def start(*arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "sv_cli", *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def test_a_run_that_is_killed_ten_times_ends_like_one_that_was_not(tmp_path):
    bids = write_bids(tmp_path / "bids", 475, broken=25)
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    began = time.monotonic()
    assert sv_process("batch", bids, "-o", whole, "--report", "json").returncode == 1
    took = time.monotonic() - began
    dice = random.Random(6)  # noqa: S311 - for moments, not for secrets
    for _ in range(KILLS):
        running = start("batch", bids, "-o", torn, "--report", "json")
        time.sleep(dice.uniform(0.2, 0.9) * took)
        os.kill(running.pid, signal.SIGKILL)
        running.communicate()
    last = sv_process("batch", bids, "-o", torn, "--report", "json")
    assert last.returncode == 1
    assert b"reused from an earlier run" in last.stderr
    assert tables_in(torn) == tables_in(whole)


@pytest.mark.parametrize(
    "stop",
    [
        pytest.param(lambda pid: os.killpg(pid, signal.SIGINT), id="by Ctrl-C"),
        pytest.param(lambda pid: os.kill(pid, signal.SIGTERM), id="by a service"),
    ],
)
def test_who_stops_a_run_keeps_what_is_done_and_is_told_how_to_go_on(tmp_path, stop):
    bids = write_bids(tmp_path / "bids", 400)
    running = start("batch", bids, "-o", tmp_path / "out", "--jobs", 1)
    journal = tmp_path / "out" / "sv-batch.journal-wal"
    until = time.monotonic() + 30
    while time.monotonic() < until and not (journal.exists() and journal.stat().st_size > 60_000):
        time.sleep(0.01)
    stop(running.pid)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, out) == (130, b"")
    assert err.startswith(b"interrupted: ")
    assert err.endswith(b" of 400 bids are done; run the same command to continue\n")
    assert not (tmp_path / "out" / "bids.csv").exists()
    assert sv("batch", bids, "-o", tmp_path / "out", "--jobs", 1).code == 0


def test_workers_end_with_a_run_that_is_killed(tmp_path):
    bids = write_bids(tmp_path / "bids", 400)
    running = start("batch", bids, "-o", tmp_path / "out", "--jobs", 2)
    until = time.monotonic() + 30
    while time.monotonic() < until and len(members(running.pid)) < 3:
        time.sleep(0.01)
    os.kill(running.pid, signal.SIGKILL)
    running.communicate()
    while time.monotonic() < until and members(running.pid):
        time.sleep(0.05)
    assert not members(running.pid)


def test_ctrl_c_while_workers_start_is_heard_by_nobody_else(tmp_path):
    bids = write_bids(tmp_path / "bids", 400)
    running = start("batch", bids, "-o", tmp_path / "out", "--jobs", 2)
    until = time.monotonic() + 30
    # Itself, what cleans up after it, the server of workers, and two of them
    while time.monotonic() < until and len(members(running.pid)) < 5:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=30)
    assert running.returncode == 130
    assert re.fullmatch(rb"interrupted: \d+ of 400 bids are done; run the same command to continue\n", err)


def members(group: int) -> list[int]:
    """The living processes of a process group."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, pgrp = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(pgrp) == group and state != "Z":
            found.append(int(stat.parent.name))
    return found


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_dies_or_never_ends_costs_itself_alone(jobs):
    """On a busy machine the pool may notice a death only when the task's time is up; it is lost all the same.

    A worker that cannot go on after another one's death ends with 1, and its task is lost with it.
    """
    crew = Crew(workers.begin, "", workers.work, jobs=jobs, timeout=4)
    chunks = [["a", "killed", "b"], ["c", "slow"], ["d", "left"], ["e"], ["f"]]
    results = dict(crew.results(chunks))
    late = Lost(seconds=4)
    assert results.pop("killed") in (Lost(code=-signal.SIGKILL), late)
    assert results.pop("left") in (Lost(code=3), Lost(code=1), late)
    assert results.pop("slow") == late
    assert results == {name: name.upper() for name in "abcdef"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_worker_that_dies_while_it_hands_over_its_result_holds_nobody_up(jobs):
    crew = Crew(workers.begin, "", workers.work, jobs=jobs, timeout=20)
    began = time.monotonic()
    results = dict(crew.results([["a"], ["unsent"], *([name] for name in "bcdef")]))
    assert time.monotonic() - began < 20
    assert isinstance(results.pop("unsent"), Lost)
    assert results == {name: name.upper() for name in "abcdef"}


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_the_server_of_workers_is_lost_and_no_task_with_it(tmp_path, jobs):
    crew = Crew(workers.begin, "", workers.work, jobs=jobs, timeout=20)
    names = [*"abcd", f"orphaned {tmp_path / 'once'}", *"efgh"]
    began = time.monotonic()
    results = dict(crew.results([name] for name in names))
    assert time.monotonic() - began < 20
    assert results == {name: name.upper() for name in names}


def test_workers_that_end_as_soon_as_they_begin_are_not_started_for_ever(capfd):
    crew = Crew(workers.fail, "", workers.work, jobs=2, timeout=20)
    with pytest.raises(CrewError, match="as soon as they start"):
        list(crew.results([["a"], ["b"]]))
    assert capfd.readouterr().err == ""


def test_a_run_whose_every_child_is_killed_starts_new_ones(tmp_path):
    bids = write_bids(tmp_path / "bids", 300)
    whole = tmp_path / "whole"
    began = time.monotonic()
    assert sv_process("batch", bids, "-o", whole, "--jobs", 2).returncode == 0
    took = time.monotonic() - began
    dice = random.Random(18)  # noqa: S311 - for moments, not for secrets
    for n in range(6):
        running = start("batch", bids, "-o", tmp_path / f"torn-{n}", "--jobs", 2)
        time.sleep(dice.uniform(0.2, 0.9) * took)
        for pid in members(running.pid):
            if pid != running.pid:
                os.kill(pid, signal.SIGKILL)
        running.communicate(timeout=took + 30)
        assert running.returncode == 0
        assert tables_in(tmp_path / f"torn-{n}") == tables_in(whole)


def test_of_few_files_that_may_be_open_fewer_workers_are_made_and_none_is_told_before_any_work(tmp_path):
    bids = write_bids(tmp_path / "bids", 60)

    def with_files(most):
        limited = ["sh", "-c", 'ulimit -n "$0" && exec "$@"', str(most), sys.executable, "-m", "sv_cli"]
        return subprocess.run(
            [*limited, "batch", bids, "-o", tmp_path / "out", "--jobs", "60"],
            cwd=ROOT, capture_output=True, check=False, timeout=60,
        )  # fmt: skip

    for most in (12, 16):
        refused = with_files(most)
        assert (refused.returncode, refused.stdout) == (3, b"")
        assert refused.stderr.startswith(
            b"SV729 workers-not-started: no process could be started to score the bids: too many open files\n"
        )
    for most in (40, 64):
        assert with_files(most).returncode == 0


def test_no_more_is_read_ahead_than_the_workers_need():
    drawn = []

    def chunks():
        for n in range(100):
            drawn.append(n)
            yield [str(n)]

    results = Crew(workers.begin, "", workers.work, jobs=1, timeout=20).results(chunks())
    for _, _ in zip(range(10), results, strict=False):
        pass
    assert len(drawn) < 20
    results.close()


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    bids = write_bids(tmp_path / "bids", 2)
    told = sv("batch", bids, "-o", "/proc/nothing/here")
    assert told.code == 3
    assert told.err.startswith("/proc/nothing/here: SV721 batch-not-written: the results could not be written: ")


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_disk_leaves_nothing_half_written_and_the_run_goes_on_after(tmp_path):
    bids = write_bids(tmp_path / "bids", 300)
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=200k", "sv", disk], check=False, capture_output=True
    ).returncode:
        pytest.skip("this machine mounts no disks")
    try:
        full = sv("batch", bids, "-o", disk, "--jobs", 1)
        assert full.code == 3
        assert "SV721 batch-not-written: the results could not be written: " in full.err
        assert not list(disk.glob("*.csv"))
        assert not list(disk.glob("**/*.part"))
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        assert sv("batch", bids, "-o", disk, "--jobs", 1).code == 0
        whole = tmp_path / "whole"
        assert sv("batch", bids, "-o", whole, "--jobs", 1).code == 0
        assert tables_in(disk) == tables_in(whole)
    finally:
        subprocess.run(["umount", disk], check=False)


@pytest.fixture
def small_disk(tmp_path):
    """A disk of four megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if (
        os.geteuid()
        or subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "sv", disk], check=False, capture_output=True
        ).returncode
    ):
        pytest.skip("this machine mounts no disks")
    yield disk
    subprocess.run(["umount", disk], check=False)


def test_what_would_stop_a_run_waits_until_a_worker_is_started():
    """Stopped before it is known, a worker would be left behind, and show a traceback of its own."""
    started = []

    def start() -> None:
        with unhurried():
            os.kill(os.getpid(), signal.SIGINT)
            started.append(time.sleep(0.01))

    with pytest.raises(KeyboardInterrupt):
        start()
    assert started
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


READ = {
    "csv": lambda out: (out / "lines.csv").read_bytes().count(b"\n") - 1,
    "parquet": lambda out: in_database(duckdb.connect(), f"'{out}/lines.parquet'"),
    "xlsx": lambda out: openpyxl.load_workbook(out / "results.xlsx")["lines"].max_row - 1,
    "duckdb": lambda out: in_database(duckdb.connect(str(out / "results.duckdb"), read_only=True)),
    "sqlite": lambda out: in_database(sqlite3.connect(out / "results.sqlite")),
}


def in_database(base, table="lines"):
    with closing(base):
        return base.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608


@pytest.mark.parametrize("form", READ)
def test_no_kind_of_table_is_left_half_written_on_a_full_disk(small_disk, tmp_path, form):
    """The disk is filled up to a little less each time, until the tables fit."""
    bids, out, filler = write_bids(tmp_path / "bids", 30), small_disk / "out", small_disk / "filler"
    assert sv("batch", bids, "-o", out, "--jobs", 1).code == 0
    (out / "bids.csv").unlink()
    (out / "lines.csv").unlink()
    before, refused = {path.name for path in out.iterdir()}, 0
    for left in range(0, 3_000, 60):
        room = os.statvfs(small_disk)
        filler.write_bytes(bytes(room.f_bavail * room.f_frsize - left * 1024))
        told = sv("batch", bids, "-o", out, "--jobs", 1, "--tables", form)
        filler.unlink()
        if told.code == 0:
            break
        refused += 1
        assert told.code == 3
        assert told.err.splitlines()[0].partition("not-written: ")[2] in (
            "the results could not be written: no space left on device",
            "the results could not be written: database or disk is full",
        )
        assert len(told.err.splitlines()) == 2
        assert {path.name for path in out.iterdir()} <= before | {"sv-batch.journal-wal", "sv-batch.journal-shm"}
    assert refused
    assert READ[form](out) == 60


def test_a_table_that_is_held_keeps_all_others_as_they_were(tmp_path):
    bids, out = write_bids(tmp_path / "bids", 3), tmp_path / "out"
    assert sv("batch", bids, "-o", out, "--jobs", 1).code == 0
    before = tables_in(out)
    if subprocess.run(["chattr", "+i", out / "lines.csv"], check=False, capture_output=True).returncode:
        pytest.skip("this machine makes no file immutable")
    try:
        (bids / "bid-0000.csv").unlink()
        told = sv("batch", bids, "-o", out, "--jobs", 1)
        assert tables_in(out) == before
    finally:
        subprocess.run(["chattr", "-i", out / "lines.csv"], check=True)
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith(
        f"{out}/lines.csv: SV721 batch-not-written: the results could not be written: operation not permitted\n"
    )


def test_a_folder_that_is_read_only_is_told_in_the_systems_words(small_disk, tmp_path):
    bids = write_bids(tmp_path / "bids", 1)
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    for out in (small_disk, small_disk / "new"):
        told = sv("batch", bids, "-o", out, "--jobs", 1)
        assert told.code == 3
        assert "SV721 batch-not-written: the results could not be written: read-only file system\n" in told.err


def test_a_terminal_is_shown_how_far_it_is_and_how_fast(tmp_path):
    bids = write_bids(tmp_path / "bids", 60)
    code, text = on_a_terminal("batch", str(bids), "-o", str(tmp_path / "out"), "--jobs", "1")
    assert code == 0
    assert re.search(r"scoring.*60/60", text)
    assert re.search(r"\d a second", text)
    assert re.search(r"\d:\d\d:\d\d", text)
