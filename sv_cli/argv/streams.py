"""Owns what is written to and may not take it: standard output and error, closed, full, or without our characters."""

import codecs
import os
import sys
from typing import TextIO

_PLAIN = {"£": "GBP ", "×": "x", "…": "...", "’": "'", "“": '"', "”": '"', "•": "*"} | dict.fromkeys("−–—·", "-")


def make_ready() -> None:
    """Let each stream take whatever text there is; one that was closed takes it and keeps nothing."""
    codecs.register_error("plain", _plain)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:  # in this order, so that each gets its own number, which no file may have
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="plain", newline="\n")  # type: ignore[union-attr]


def say(stream: TextIO, *texts: str) -> OSError | None:
    """Write ``texts``; gives what kept the stream from taking them.

    A reader that leaves early (`| head`) keeps nothing from anybody.
    """
    try:
        stream.writelines(filter(None, texts))
        stream.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # what is left to say goes nowhere
        return None if isinstance(error, BrokenPipeError) else error
    return None


def _plain(error: UnicodeError) -> tuple[str, int]:
    """What a terminal is sent in place of characters that it does not have."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(each, "?") for each in error.object[error.start : error.end]), error.end
