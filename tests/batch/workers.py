"""Owns tasks that go wrong on purpose, for workers to be lost with."""

import os
import signal
import time


def begin(_):
    """Nothing to make ready."""


def work(names):
    return [_one(name) for name in names]


def _one(name):
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "left":
        os._exit(3)
    if name == "slow":
        time.sleep(60)
    return name.upper()
