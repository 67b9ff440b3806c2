"""Owns tasks that go wrong on purpose, for workers to be lost with."""

import os
import signal
import time
from pathlib import Path


def begin(_):
    """Nothing to make ready."""


def fail(_):
    """Nothing can be made ready."""
    raise MemoryError


class Unsent:
    """A result on which its worker dies while it is handed over."""

    def __reduce__(self):
        os.kill(os.getpid(), signal.SIGKILL)


def work(names):
    return [_one(name) for name in names]


def _one(name):
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "left":
        os._exit(3)
    if name == "unsent":
        return Unsent()
    if name.startswith("orphaned ") and not Path(name[9:]).exists():
        Path(name[9:]).touch()
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(0.2)
    if name == "slow":
        time.sleep(60)
    return name.upper()
