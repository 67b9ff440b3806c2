"""Owns writing to standard output and error, which may be closed, full, or unable to show some characters."""

import codecs
import os
import sys
from typing import TextIO

_PLAIN = {"£": "GBP ", "×": "x", "…": "...", "’": "'", "“": '"', "”": '"', "•": "*"} | dict.fromkeys("−–—·", "-")


def make_ready() -> None:
    """Let both streams take any text: a closed one is replaced by the null device, unknown characters by plain ones."""
    codecs.register_error("plain", _plain)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # in this order, so that each gets its own descriptor (0, 1, 2)
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="plain", newline="\n")  # type: ignore[union-attr]


def say(stream: TextIO, *texts: str) -> OSError | None:
    """Write ``texts``; gives the error if that fails, but None when only the reader has left early (`| head`)."""
    try:
        stream.writelines(filter(None, texts))
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # else Python fails again when it flushes
        return None if isinstance(error, BrokenPipeError) else error
    return None


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The codec error handler: plain characters in place of those that the stream's encoding does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(each, "?") for each in error.object[error.start : error.end]), error.end
