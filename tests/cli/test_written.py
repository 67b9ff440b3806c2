"""`--output`: a report is written whole or not at all, and never over something that somebody may need."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.door import ROOT, SAMPLES, sv

FOOD_BANK = SAMPLES / "food-bank.xlsx"


@pytest.mark.parametrize(
    ("name", "output"),
    [("out.json", "json"), ("out.csv", "csv"), ("out.md", "markdown"), ("out.txt", "table"), ("out.html", "html")],
)
def test_the_format_is_told_by_the_files_ending(folder, name, output):
    told = sv("score", FOOD_BANK, "-o", name)
    assert (told.code, told.out) == (0, "")
    assert told.err.endswith(f"written: {name}\n")
    assert Path(name).read_bytes().decode() == sv("score", FOOD_BANK, "--format", output).out


def test_a_format_that_is_named_wins_over_the_ending(folder):
    sv("score", FOOD_BANK, "--format", "csv", "-o", "out.json")
    assert Path("out.json").read_text(encoding="utf-8").startswith("file,sheet,row,")


def test_the_exit_code_is_that_of_the_bid(folder):
    assert sv("score", SAMPLES / "bad-bid.xlsx", "-o", "out.json").code == 1
    assert Path("out.json").exists()


def test_nothing_is_written_for_a_bid_that_cannot_be_used(folder):
    assert sv("score", "missing.xlsx", "-o", "out.json").code == 3
    assert not Path("out.json").exists()


def test_a_file_that_exists_is_left_alone(folder):
    Path("out.json").write_text("signed", encoding="utf-8")
    assert sv("score", FOOD_BANK, "-o", "out.json") == (
        2,
        "",
        "out.json: SV191 output-exists: this file already exists and was not changed\n"
        "  help: choose another name, or use --force to replace it\n",
    )
    assert Path("out.json").read_text(encoding="utf-8") == "signed"


@pytest.mark.parametrize(
    "command",
    [
        ("score",),
        ("score", "--method", "green-book", "--method", "sroi-guide"),
        ("check", "--framework", "hammersmith-and-fulham"),
    ],
)
def test_what_is_in_the_way_is_told_before_any_work_is_done(folder, monkeypatch, command):
    Path("out.json").write_text("signed", encoding="utf-8")

    def worked(*_: object) -> None:
        pytest.fail("the bid was read")

    monkeypatch.setattr("sv_cli.bids.read.read_bytes", worked)
    verb, *options = command
    assert sv(verb, FOOD_BANK, *options, "-o", "out.json").code == 2


def test_unless_it_is_to_be_replaced(folder):
    Path("out.json").write_text("draft", encoding="utf-8")
    assert sv("score", FOOD_BANK, "-o", "out.json", "--force").code == 0
    assert Path("out.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("way", ["bid.csv", "./bid.csv", "link.csv", "hard.csv"])
def test_the_bid_is_never_replaced_by_whatever_name(bid, way):
    path = bid()
    before = path.read_bytes()
    Path("link.csv").symlink_to(path)
    Path("hard.csv").hardlink_to(path)
    assert sv("score", path, "-o", way, "--force") == (
        2,
        "",
        f"{Path(way)}: SV192 output-is-input: this is the bid itself, which sv never changes\n"
        "  help: choose another name for the report\n",
    )
    assert path.read_bytes() == before


def test_a_folder_is_no_report(folder):
    (folder / "reports").mkdir()
    assert sv("score", FOOD_BANK, "-o", "reports") == (
        2,
        "",
        "reports: SV193 output-is-folder: this is a folder, and a report must be a file\n"
        "  help: add a file name to it\n",
    )


def test_a_folder_that_is_not_there(folder):
    told = sv("score", FOOD_BANK, "-o", "nowhere/out.json")
    assert told == (
        3,
        "",
        "nowhere/out.json: SV194 output-not-written: the report could not be written: there is no such folder\n"
        "  help: check the folder, your permissions and the free disk space; "
        "--output never leaves a half-written file\n",
    )


def test_a_folder_that_may_not_be_written_to(folder):
    told = sv("score", FOOD_BANK, "-o", "/proc/out.json")  # not even root may
    assert (told.code, told.out) == (3, "")
    assert told.err.startswith("/proc/out.json: SV194 output-not-written: the report could not be written: ")


@pytest.mark.parametrize("name", ["out.json", "out.xlsx"])
def test_a_full_disk_leaves_what_was_there(folder, name):
    Path(name).write_text("the report of last week", encoding="utf-8")

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    command = [sys.executable, "-X", "dev", "-B", "-m", "sv_cli", "score", str(FOOD_BANK), "--force"]
    done = subprocess.run(
        [*command, "-o", str(folder / name)],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(folder)},
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == ""
    assert "SV194 output-not-written: the report could not be written: file too large" in done.stderr
    assert len(done.stderr.splitlines()) == 2, "what is left open is closed without a complaint"
    assert [path.name for path in folder.iterdir()] == [name], "no half of a report lies about"
    assert Path(name).read_text(encoding="utf-8") == "the report of last week"


@pytest.fixture
def long_bid(folder):
    """A bid whose reports as CSV and JSON take 1.5 and 3 MB."""
    rows = "".join(f"volunteering.hour,Time of person {n},{n % 500 + 1}\n" for n in range(6_000))
    Path("long.csv").write_text(f"Ref,Description,Quantity\n{rows}", encoding="utf-8")
    return folder / "long.csv"


@pytest.mark.parametrize("report", ["csv", "json"])
def test_a_long_report_is_the_same_on_standard_output_as_in_a_file(long_bid, report):
    command = [sys.executable, "-X", "dev", "-m", "sv_cli", "score", str(long_bid), "--format", report]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    sv("score", long_bid, "--format", report, "-o", "report")
    assert printed.stdout == Path("report").read_bytes()
    assert b"Warning" not in printed.stderr, "what it waited in is closed"


@pytest.mark.parametrize("report", ["csv", "json"])
def test_a_long_report_waits_where_there_is_room_or_is_not_begun(long_bid, report):
    """No half of one reaches a pipe: what cannot be held until it is whole is told."""

    def small_disk() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "sv_cli", "score", str(long_bid), "--format", report],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(long_bid.parent)},
        preexec_fn=small_disk,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (3, "")
    said = "SV194 output-not-written: the report could not be written: file too large"
    assert done.stderr.startswith(f"{long_bid.parent}: {said}")
    assert [path.name for path in long_bid.parent.iterdir()] == ["long.csv"]


def test_the_file_is_for_whom_the_users_mask_says(folder):
    sv("score", FOOD_BANK, "-o", "out.json")
    Path("plain").touch()
    assert Path("out.json").stat().st_mode == Path("plain").stat().st_mode


def test_a_link_is_followed_and_stays_a_link(folder):
    Path("kept").mkdir()
    Path("kept/report.json").write_text("old", encoding="utf-8")
    Path("report.json").symlink_to("kept/report.json")
    assert sv("score", FOOD_BANK, "-o", "report.json", "--force").code == 0
    assert Path("report.json").is_symlink()
    assert Path("kept/report.json").read_text(encoding="utf-8").startswith("{")
    assert [each.name for each in Path("kept").iterdir()] == ["report.json"]


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "forced"])
def test_a_device_stays_what_it_is(folder, force):
    Path("nothing").symlink_to(os.devnull)
    assert sv("score", FOOD_BANK, "--format", "csv", "-o", "nothing", *force).code == 0
    assert Path(os.devnull).is_char_device()
    assert Path("nothing").is_symlink()


def test_a_pipe_takes_a_report_as_it_comes(folder):
    os.mkfifo("pipe")
    with subprocess.Popen(["cat", "pipe"], stdout=subprocess.PIPE, text=True, encoding="utf-8") as reader:
        assert sv("score", FOOD_BANK, "--format", "csv", "-o", "pipe").code == 0
        taken, _ = reader.communicate()
    assert taken == sv("score", FOOD_BANK, "--format", "csv").out.replace("\r\n", "\n")


def test_a_device_that_is_full_is_told(folder):
    told = sv("score", FOOD_BANK, "--format", "csv", "-o", "/dev/full")
    assert (told.code, told.out) == (3, "")
    assert "SV194 output-not-written: the report could not be written: no space left on device" in told.err


@pytest.mark.parametrize(
    ("way", "name"),
    [
        (("score", FOOD_BANK), "report.pdf"),
        (("score", FOOD_BANK), "report.ods"),
        (("explain", FOOD_BANK, "9"), "report.html"),
        (("check", FOOD_BANK, "--framework", "scotland"), "report.docx"),
        (("proxies", "list"), "list.sql"),
        (("template",), "bid.csv"),
    ],
    ids=str,
)
def test_a_file_that_would_not_be_what_its_ending_says_is_refused(way, name, folder):
    told = sv(*way, "--output", folder / name)
    assert (told.code, told.out) == (2, "")
    assert "--output" in told.err
    assert not (folder / name).exists()


@pytest.mark.parametrize("name", ["report", "report.log", "REPORT.TXT"])
def test_text_may_have_any_ending_of_text(name, folder):
    assert sv("score", FOOD_BANK, "--output", folder / name).code == 0
    assert "of social value" in (folder / name).read_text(encoding="utf-8")


def test_one_of_a_thing_is_said_as_one(folder):
    (folder / "export.csv").write_text("Bid,Ref,Quantity,Unit\nA,volunteering.hour,10,hours\n", encoding="utf-8")
    assert "finished: 1 row of 1 bid in " in sv("batch", "export.csv", "--bid-column", "Bid", "-o", "out").err
    assert ", with room for 1 commitment and " in sv("template", "--rows", 1, "-o", "blank.xlsx").err
