"""Owns README's blocks: what it tells people to type, and what it says comes out.

``python -m tests.cli.readme`` runs the commands anew and writes their output into README.md.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.cli.door import ROOT
from tests.cli.golden import plain

README = ROOT / "README.md"
_BLOCK = re.compile(r"^```(?P<kind>sh|console)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: commands alone (``sh``), or one command after a ``$`` with its output (``console``)."""

    kind: str
    body: str

    @property
    def commands(self) -> list[str]:
        lines = self.body.splitlines()
        return [lines[0].removeprefix("$ ")] if self.kind == "console" else lines

    @property
    def output(self) -> str:
        return self.body.partition("\n")[2]


def blocks() -> list[Block]:
    """The blocks of README, in order."""
    return [Block(found["kind"], found["body"]) for found in _BLOCK.finditer(README.read_text(encoding="utf-8"))]


def said(command: str, folder: Path) -> tuple[int, str]:
    """The exit code and the output of ``command``, run by a shell in ``folder``, where `sv` is the one under test."""
    bin_folder = folder / "bin"
    bin_folder.mkdir(exist_ok=True)
    program = bin_folder / "sv"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sv_cli "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": f"{bin_folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        check=False,
    )
    return done.returncode, plain(done.stdout.decode())


def main() -> None:
    """Write every output anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "samples").symlink_to(ROOT / "samples")

        def fresh(found: re.Match[str]) -> str:
            block = Block(found["kind"], found["body"])
            if block.kind == "sh":
                return found[0]
            command = block.commands[0]
            return f"```console\n$ {command}\n{said(command, folder)[1]}```"

        README.write_text(_BLOCK.sub(fresh, README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
