"""Owns the running of the program in tests, as users run it: by arguments, output and exit code."""

import os
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from sv_cli.app import main

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "samples"


class Told(NamedTuple):
    """The outcome of a run: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


def sv(*arguments: str | Path) -> Told:
    """Run `sv` in this process, with its output going to pipes; it bears its own name, however the tests were begun."""
    out, err = (TextIOWrapper(BytesIO(), encoding="utf-8") for _ in range(2))
    code = 0
    named = patch.object(sys.modules["__main__"], "__package__", None)
    with named, patch("sys.argv", ["sv", *map(str, arguments)]), patch("sys.stdout", out), patch("sys.stderr", err):
        try:
            main()
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 1 if left.code else 0
    return Told(code, _text(out), _text(err))


def sv_process(
    *arguments: str | Path, cwd: Path = ROOT, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run `sv` in a process of its own, in another folder and with other variables if need be."""
    return subprocess.run(
        [sys.executable, "-m", "sv_cli", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )


def _text(stream: TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode()
