"""Where the output goes and how it looks there: a pipe, a narrow terminal, no colour; and how the program leaves."""

import os
import pty
import re
import shlex
import signal
import subprocess
import sys
from types import SimpleNamespace

import pytest

from sv_cli import __main__ as door
from sv_cli.commands import score as score_command
from tests.cli.door import ROOT, SAMPLES, sv, sv_process

FOOD_BANK = str(SAMPLES / "food-bank.xlsx")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
SLOW = """
import sys, time
import sv_cli.commands.score
from sv_cli.app import main

def score(request):
    print("ready", flush=True)
    time.sleep(60)

sv_cli.commands.score.score = score
sys.argv = ["sv", "score", "bid.xlsx"]
main()
"""


def on_a_terminal(*arguments: str, columns: int = 100, environment: dict[str, str] | None = None) -> tuple[int, str]:
    """The exit code and what a terminal of that width is sent."""
    pid, screen = pty.fork()
    if pid == 0:  # the child: it becomes `sv`
        os.environ.update({"COLUMNS": str(columns), "TERM": "xterm-256color", **(environment or {})})
        os.execv(sys.executable, [sys.executable, "-m", "sv_cli", *arguments])
    sent = b""
    try:
        while chunk := os.read(screen, 65536):
            sent += chunk
    except OSError:
        pass  # the other end is closed
    os.close(screen)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), sent.decode().replace("\r\n", "\n")


class TestWhereItGoes:
    def test_the_result_goes_to_standard_output_and_nothing_else_anywhere(self):
        done = sv_process("score", FOOD_BANK)
        assert (done.returncode, done.stderr) == (0, b"")
        assert done.stdout.decode().count("\n") > 40

    def test_a_pipe_gets_a_hundred_columns_and_no_colour(self):
        text = sv_process("score", FOOD_BANK).stdout.decode()
        assert "\x1b" not in text
        assert 90 < max(map(len, text.splitlines())) <= 100

    @pytest.mark.parametrize("columns", [60, 80, 120])
    @pytest.mark.parametrize("sample", ["food-bank.xlsx", "adult-services.xlsx", "bad-bid.xlsx", "speed-watch.xlsx"])
    def test_no_line_is_wider_than_the_terminal(self, monkeypatch, columns, sample):
        monkeypatch.setenv("COLUMNS", str(columns))
        lines = sv("score", SAMPLES / sample, "--verbose").out.splitlines()
        assert max(map(len, lines)) <= columns

    @pytest.mark.parametrize("columns", [80, 120])
    def test_neither_is_any_line_of_an_explanation(self, monkeypatch, columns):
        monkeypatch.setenv("COLUMNS", str(columns))
        for arguments in (("explain", SAMPLES / "adult-services.xlsx"), ("proxies", "list"), ("methods", "list")):
            assert max(map(len, sv(*arguments).out.splitlines())) <= columns

    def test_every_figure_of_the_wide_report_is_in_the_narrow_one(self, monkeypatch):
        wide = sv("score", FOOD_BANK).out
        monkeypatch.setenv("COLUMNS", "80")
        narrow = sv("score", FOOD_BANK).out
        assert sorted(re.findall(r"£[\d,.]+", wide)) == sorted(re.findall(r"£[\d,.]+", narrow))

    def test_a_terminal_gets_colour(self):
        code, text = on_a_terminal("score", FOOD_BANK)
        assert code == 0
        assert COLOUR.search(text)

    @pytest.mark.parametrize("off", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
    def test_no_colour_where_it_is_not_wanted(self, off):
        assert "\x1b" not in on_a_terminal("score", FOOD_BANK, environment=off)[1]

    def test_colour_changes_no_character(self):
        coloured = COLOUR.sub("", on_a_terminal("score", FOOD_BANK)[1]).splitlines()
        assert [line.rstrip() for line in coloured] == sv("score", FOOD_BANK).out.splitlines()

    def test_a_terminal_without_unicode_gets_characters_that_it_has(self):
        done = sv_process("score", FOOD_BANK, environment={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
        assert done.returncode == 0
        told = done.stdout.decode("ascii")
        assert re.search(r"^ GBP \d+,\d+ of social value", told, re.MULTILINE)
        assert "?" not in told


class TestTheSameBytes:
    """The same input gives the same bytes, wherever and whenever it is run."""

    PLACES = (
        {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "C", "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "4242", "PYTHONUTF8": "1"},
    )

    @pytest.mark.parametrize("output", ["table", "json", "csv", "markdown", "html"])
    def test_in_another_locale_time_zone_and_hash_seed(self, output):
        asked = ("score", SAMPLES / "bad-bid.xlsx", "--format", output)
        told = {sv_process(*asked, environment=place).stdout.decode() for place in self.PLACES}
        assert told == {sv(*asked).out}

    def test_from_another_folder(self, folder):
        from_here = sv_process("score", FOOD_BANK, "--format", "json", cwd=folder)
        assert from_here.stdout == sv_process("score", FOOD_BANK, "--format", "json", cwd=ROOT).stdout

    def test_twice_in_one_process(self):
        assert sv("score", FOOD_BANK) == sv("score", FOOD_BANK)


def in_shell(said: str) -> "subprocess.CompletedProcess[str]":
    """What `sv` did, its streams put where a shell puts them."""
    command = f"{shlex.quote(sys.executable)} -m sv_cli {said}"
    return subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)


class TestHowItLeaves:
    @pytest.mark.parametrize("said", [("proxies", "list"), ("--help",), ("score", "--help"), ("--version",)])
    def test_a_reader_that_leaves_early_is_no_error(self, said):
        ours, theirs = os.pipe()
        os.close(ours)
        done = subprocess.run(
            [sys.executable, "-m", "sv_cli", *said],
            cwd=ROOT,
            stdout=theirs,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(theirs)
        assert (done.returncode, done.stderr) == (0, b"")

    @pytest.mark.skipif(sys.platform != "linux", reason="other systems have no disk that is always full")
    @pytest.mark.parametrize("said", ["--version", "score --help", "proxies list", f"score {shlex.quote(FOOD_BANK)}"])
    def test_a_full_disk_is_no_fault_of_the_program(self, said):
        told = in_shell(f"{said} >/dev/full")
        assert told.returncode == 3
        assert told.stderr.startswith("standard output: SV194 output-not-written: the report could not be written: no ")

    @pytest.mark.skipif(sys.platform != "linux", reason="as above")
    @pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full >/dev/null"])
    @pytest.mark.parametrize(
        ("said", "code"), [(f"score {shlex.quote(FOOD_BANK)}", 0), ("score gone.xlsx", 3), ("--version", 0)]
    )
    def test_what_nobody_takes_changes_nothing(self, closed, said, code):
        told = in_shell(f"{said} {closed}")
        assert told.returncode == code
        assert told.stdout == "" or "2>&-" in closed
        assert "Traceback" not in told.stderr

    def test_control_c_leaves_with_130_and_without_a_word(self):
        with subprocess.Popen(
            [sys.executable, "-c", SLOW], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as running:
            assert running.stdout is not None
            assert running.stdout.readline() == b"ready\n"
            running.send_signal(signal.SIGINT)
            out, err = running.communicate(timeout=60)
        assert (running.returncode, out) == (130, b"")
        assert b"Traceback" not in err

    def test_control_c_while_it_loads_is_as_quiet(self, monkeypatch):
        def interrupt() -> None:
            raise KeyboardInterrupt

        monkeypatch.setitem(sys.modules, "sv_cli.app", SimpleNamespace(main=interrupt))
        with pytest.raises(SystemExit) as left:
            door.main()
        assert left.value.code == 130

    def test_too_little_memory_is_no_fault_of_the_program(self, monkeypatch):
        def fail(_: object) -> None:
            raise MemoryError

        monkeypatch.setattr(score_command, "score", fail)
        told = sv("score", FOOD_BANK)
        assert (told.code, told.err.splitlines()[0]) == (3, "sv: there is not enough memory")

    def test_a_fault_of_the_program_is_said_in_a_sentence(self, monkeypatch):
        def fail(_: object) -> None:
            raise RuntimeError("the abacus is broken")

        monkeypatch.setattr(score_command, "score", fail)
        assert sv("score", FOOD_BANK) == (
            70,
            "",
            "sv: internal error: RuntimeError: the abacus is broken\n"
            "  help: this is a fault in sv and no figure was produced; SV_TRACEBACK=1 shows where it happened\n",
        )

    def test_and_shown_with_its_place_to_who_asks(self, monkeypatch):
        def fail(_: object) -> None:
            raise RuntimeError("the abacus is broken")

        monkeypatch.setattr(score_command, "score", fail)
        monkeypatch.setenv("SV_TRACEBACK", "1")
        with pytest.raises(RuntimeError, match="abacus"):
            sv("score", FOOD_BANK)


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_a_report_is_no_bid(tmp_path, ending):
    report = tmp_path / f"report.{ending}"
    sv("score", SAMPLES / "food-bank.xlsx", "-o", report)
    told = sv("score", report, "--format", "json")
    assert (told.code, told.out) == (3, "")
    assert "SV118 results-given" in told.err
