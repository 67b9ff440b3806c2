"""Owns the orderly stop of a run: SIGTERM, as services and schedulers send it, acts like Ctrl-C."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM raise KeyboardInterrupt within the context; does nothing outside the main thread."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


@contextmanager
def unhurried() -> Iterator[None]:
    """Delay Ctrl-C and SIGTERM until the end of the context, whose work must not be left half done.

    Blocking the signals would not do: the system gives them to another thread then, and Python acts on them here.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    stopped: list[int] = []
    before = {each: known for each in (signal.SIGINT, signal.SIGTERM) if callable(known := signal.getsignal(each))}
    for each in before:
        signal.signal(each, lambda number, _: stopped.append(number))
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    if stopped:
        raise KeyboardInterrupt


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
