"""Owns the giving up of what lets root look into every folder, so that tests of closed folders hold for root too."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

_VERSION = 0x20080522  # of the call, of Linux 2.6.26 and newer
_LOOK_ANYWHERE = 1 << 1 | 1 << 2  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH

CAN_BE_ANYBODY = sys.platform == "linux" or (hasattr(os, "geteuid") and os.geteuid() != 0)
"""Whether a folder can be closed to this process: to root only where its rights can be given up."""


@contextmanager
def like_anybody() -> Iterator[None]:
    """This thread, even of root, may look only where the rights to a file or folder let it."""
    if os.geteuid() != 0:
        yield
        return
    held = _rights()
    _set(held[0] & ~_LOOK_ANYWHERE, *held[1:])
    try:
        yield
    finally:
        _set(*held)


def _rights() -> list[int]:
    """What is in force, may be, and is handed on; and the same of the newer rights."""
    held = (ctypes.c_uint32 * 6)()
    _told("capget", held)
    return list(held)


def _set(*rights: int) -> None:
    _told("capset", (ctypes.c_uint32 * 6)(*rights))


def _told(call: str, rights: object) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, call)((ctypes.c_uint32 * 2)(_VERSION, 0), rights):
        raise OSError(ctypes.get_errno(), call)
