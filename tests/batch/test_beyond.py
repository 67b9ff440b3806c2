"""Beyond one machine: a real Dask cluster on loopback, one of whose workers is killed; stores that fsspec knows."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import fsspec
import pytest

from sv_cli.batch.sources import read_source
from sv_cli.bids.sheets.grid import UnreadableError
from tests.batch.folder import good, tables_in, write_bids
from tests.cli.door import ROOT, sv, sv_process

pytest.importorskip("distributed")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def dask(what: str, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + what, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


@pytest.fixture
def cluster():
    """A scheduler and two workers, each in a process of its own; gives the address, the workers and the scheduler."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    scheduler = dask("scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-jupyter")
    workers = [
        dask("worker", address, "--host", "127.0.0.1", "--nthreads", "1", "--no-dashboard", "--no-nanny")
        for _ in range(2)
    ]
    try:
        yield address, workers, scheduler
    finally:
        for process in (*workers, scheduler):
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def killed_half_way(arguments: tuple[str, ...], out: Path, process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    """The exit code and the messages of a run in the midst of which a process of the cluster is killed."""
    running = subprocess.Popen(
        [sys.executable, "-m", "sv_cli", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    journal = out / "sv-batch.journal-wal"
    until = time.monotonic() + 60
    while time.monotonic() < until and not (journal.exists() and journal.stat().st_size > 60_000):
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    _, err = running.communicate(timeout=120)
    return running.returncode, err


def test_a_cluster_gives_what_one_machine_gives_though_a_worker_is_killed_half_way(cluster, tmp_path):
    address, workers, _ = cluster
    bids = write_bids(tmp_path / "bids", 600, broken=6)
    out, here = tmp_path / "out", tmp_path / "here"
    arguments = ("batch", str(bids), "-o", str(out), "--cluster", address)
    code, err = killed_half_way(arguments, out, workers[0])
    assert code == 1, err.decode()
    assert re.search(rb"finished: 606 in", err)
    assert sv_process("batch", bids, "-o", here).returncode == 1
    assert tables_in(out) == tables_in(here)


def test_a_cluster_that_goes_away_half_way_is_told_and_the_run_goes_on_where_it_was(cluster, tmp_path):
    address, _, scheduler = cluster
    bids = write_bids(tmp_path / "bids", 600)
    out = tmp_path / "out"
    code, err = killed_half_way(("batch", str(bids), "-o", str(out), "--cluster", address), out, scheduler)
    assert code == 3, err.decode()
    assert err.decode().startswith(
        f"{address}: SV728 cluster-unreachable: no Dask cluster responds there: the connection"
    )
    assert "Traceback" not in err.decode()
    assert re.search("reused from an earlier run", sv("batch", bids, "-o", out).err)


def test_a_worker_with_another_program_values_nothing(cluster, tmp_path, monkeypatch):
    address, *_ = cluster
    bids = write_bids(tmp_path / "bids", 3)
    monkeypatch.setattr("sv_cli.commands.tasks.program_state", lambda: "another")
    told = sv("batch", bids, "-o", tmp_path / "out", "--cluster", address)
    assert told.code == 1
    assert re.search(r"SV705 \S+ +3$", told.out, re.MULTILINE)
    assert re.search("Present value +£0.00", told.out)


def test_a_cluster_that_is_not_there_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.batch.cluster._PATIENCE", 1)
    bids = write_bids(tmp_path / "bids", 1)
    address = f"tcp://127.0.0.1:{free_port()}"
    told = sv("batch", bids, "-o", tmp_path / "out", "--cluster", address)
    assert told.code == 3
    assert told.err.startswith(f"{address}: SV728 cluster-unreachable: no Dask cluster responds there: ")


def test_bids_and_results_may_be_in_a_store(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("sv_cli.commands.batch.Crew", InThisProcess)  # memory:// is of one process
    system = fsspec.filesystem("memory")
    for n in range(3):
        system.pipe_file(f"/bids/bid-{n}.csv", good(n).encode())
    system.pipe_file("/bids/notes.txt", b"no bid")
    told = sv("batch", "memory://bids", "-o", "memory://bids/out", "--tables", "csv", "--tables", "parquet")
    assert told.code == 0, told.err
    assert "1 × .txt" in told.err
    names = sorted(name.rpartition("/")[2] for name in system.find("/bids/out"))
    assert names == [f"{table}.{end}" for table in ("bids", "findings", "lines") for end in ("csv", "parquet")]
    assert system.cat_file("/bids/out/lines.csv").count(b"memory:///bids/bid-") == 6
    again = sv("batch", "memory://bids", "-o", "memory://bids/out")
    assert "finished: 0 in" in again.err


def test_results_at_an_address_of_this_machine_need_no_folder_that_is_there(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    bids = write_bids(tmp_path / "bids", 1)
    out = tmp_path / "new" / "out"
    assert sv("batch", bids, "-o", f"file://{out}", "--report", "html", "--jobs", 1).code == 0
    assert sorted(path.name for path in out.iterdir()) == ["bids.csv", "findings.csv", "lines.csv", "reports"]


def test_a_server_that_is_not_reached_is_not_told_as_a_file_that_is_not_there():
    with pytest.raises(UnreadableError, match="file-unreadable") as told:
        read_source("http://127.0.0.1:1/bid.csv", 1_000)
    assert "connect" in told.value.fields["reason"].casefold()


def test_a_bid_of_which_the_store_does_not_say_how_large_it_is_has_a_limit_too(monkeypatch):
    system = fsspec.filesystem("memory")
    system.pipe_file("/large/bid.csv", good(1).encode())
    monkeypatch.setattr(type(system), "size", lambda *_: None)
    assert read_source("memory://large/bid.csv", 1_000) == good(1).encode()
    with pytest.raises(UnreadableError, match="file-too-large"):
        read_source("memory://large/bid.csv", 10)


def test_stores_that_are_gone_one_by_one_are_no_store_that_gives_nothing_any_more():
    for port in (2, 3, 4):
        with pytest.raises(UnreadableError, match="file-unreadable"):
            read_source(f"http://127.0.0.1:{port}/bid.csv", 1_000)


def test_a_store_that_gives_nothing_any_more_ends_the_run_which_goes_on_where_it_was(tmp_path, monkeypatch):
    """Each bid is asked for many times before it is given up, so that to wait for all of them would take hours."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr("sv_cli.commands.batch.Crew", InThisProcess)  # memory:// is of one process
    system = fsspec.filesystem("memory")
    for n in range(40):
        system.pipe_file(f"/dying/bid-{n:02}.csv", good(n).encode())
    asked = []

    def answer(path: str) -> bytes:
        asked.append(path)
        if len(asked) > 20:
            raise TimeoutError("no answer")
        return bytes(system.store[path].getvalue())

    out = tmp_path / "out"
    with monkeypatch.context() as dying:
        dying.setattr(type(system), "cat_file", lambda _, path: answer(path))
        told = sv("batch", "memory://dying", "-o", out)
    assert told.code == 3
    assert told.err.startswith(
        "memory:///dying/bid-22.csv: SV727 store-unreadable: the bids stored there cannot be read: no answer"
    )
    assert len(asked) == 23
    assert not (out / "bids.csv").exists()
    again = sv("batch", "memory://dying", "-o", out)
    assert again.code == 0, again.err
    assert re.search("finished: [23][0-9] in .*, [12][0-9] reused from an earlier run", again.err)


class InThisProcess:
    """Stands in for worker processes where a store is of one process only."""

    def __init__(self, begin, setup, work, jobs, timeout):
        self.begin, self.setup, self.work = begin, setup, work

    def results(self, chunks):
        self.begin(self.setup)
        for chunk in chunks:
            yield from zip(chunk, self.work(chunk), strict=True)


@pytest.fixture
def bucket(monkeypatch):
    """A bucket on a real S3-compatible server, on loopback."""
    pytest.importorskip("s3fs")
    pytest.importorskip("moto.server")
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for name, value in (
        ("AWS_ACCESS_KEY_ID", "testing"),
        ("AWS_SECRET_ACCESS_KEY", "testing"),
        ("AWS_DEFAULT_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", address),
        ("FSSPEC_S3_ENDPOINT_URL", address),
    ):
        monkeypatch.setenv(name, value)
    try:
        until = time.monotonic() + 30
        while time.monotonic() < until and not _answers(port):
            time.sleep(0.05)
        code = "import s3fs; s = s3fs.S3FileSystem(); s.mkdir('bids')"
        subprocess.run([sys.executable, "-c", code], check=True)
        yield "s3://bids"
    finally:
        server.kill()
        server.wait()


def _answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def test_reports_of_like_names_in_a_store_are_kept_apart(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.commands.batch.Crew", InThisProcess)
    system = fsspec.filesystem("memory")
    for n, folder in enumerate(("north", "south")):
        system.pipe_file(f"/tender/{folder}/bid.csv", good(n).encode())
    out = tmp_path / "out"
    assert sv("batch", "memory://tender", "-o", out, "--report", "html").code == 0
    assert sorted(str(path.relative_to(out)) for path in out.rglob("*.html")) == [
        "reports/north/bid.csv.html",
        "reports/south/bid.csv.html",
    ]


def test_a_bucket_gives_what_a_folder_gives(bucket, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    bids = write_bids(tmp_path / "bids", 5, broken=2)
    put = f"import s3fs; s = s3fs.S3FileSystem(); s.put({str(bids)!r}, {bucket + '/tender'!r}, recursive=True)"
    subprocess.run([sys.executable, "-c", put], check=True)
    done = sv_process("batch", f"{bucket}/tender", "-o", f"{bucket}/out", "--report", "json", "--jobs", "2")
    assert done.returncode == 1, done.stderr.decode()
    get = f"import s3fs; s = s3fs.S3FileSystem(); s.get({bucket + '/out'!r}, {str(tmp_path / 'out')!r}, recursive=True)"
    subprocess.run([sys.executable, "-c", get], check=True)
    sv_process("batch", bids, "-o", tmp_path / "here", "--report", "json", "--jobs", "1")
    far, near = tables_in(tmp_path / "out"), tables_in(tmp_path / "here")
    assert {name: text.replace(b"s3://bids/tender", b"@") for name, text in far.items()} == {
        name: text.replace(str(bids).encode(), b"@") for name, text in near.items()
    }


def test_a_store_that_cannot_be_listed_is_told(tmp_path):
    told = sv("batch", "nowhere://bids", "-o", tmp_path / "out")
    assert told.code == 3
    assert told.err.startswith("nowhere://bids: SV727 store-unreadable: the bids stored there cannot be read: ")


def test_what_is_not_installed_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("sv_cli.commands.batch.find_spec", lambda _: None)
    told = sv("batch", Path("bids"), "-o", tmp_path / "out", "--cluster", "tcp://127.0.0.1:1")
    assert told == (
        2,
        "",
        "SV726 extra-missing: this run needs distributed, which is not installed\n"
        "  help: install it with: pip install 'sv-cli[cluster]'\n",
    )
