"""The program leaves the heap as it found it.

A string with a pattern in a union with a list or a mapping (`Annotated[str, Meta(pattern=…)] | dict[…]`)
makes msgspec free memory that is not its own when the interpreter ends: an abort after the last line was
printed, once in a few hundred runs. glibc's checking allocator shows it every time.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKING_ALLOCATOR = Path("/lib/x86_64-linux-gnu/libc_malloc_debug.so.0")


@pytest.mark.skipif(not CHECKING_ALLOCATOR.exists(), reason="needs glibc's checking allocator")
@pytest.mark.parametrize("arguments", [["proxies", "list"], ["score", "samples/food-bank.xlsx"]], ids=str)
def test_the_heap_is_whole_when_the_program_ends(arguments: list[str]) -> None:
    checking = {"LD_PRELOAD": str(CHECKING_ALLOCATOR), "MALLOC_CHECK_": "3", "PYTHONMALLOC": "malloc"}
    done = subprocess.run(
        [sys.executable, "-m", "sv_cli", *arguments],
        cwd=ROOT,
        env={**os.environ, **checking, "SV_NO_CACHE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-500:]
