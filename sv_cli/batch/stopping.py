"""Owns the orderly stop: what services and schedulers send to end a run is taken as Ctrl-C is."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def stoppable() -> Iterator[None]:
    """Let SIGTERM raise KeyboardInterrupt in what is done within; only a main thread is sent signals."""
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
    """Let Ctrl-C and the like wait for what is done within, of which nobody would know where it is left half done.

    To block the signals here would not do: they are then given to another thread, and are heard in this one all the
    same.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    stopped: list[int] = []
    before = {each: heard for each in (signal.SIGINT, signal.SIGTERM) if callable(heard := signal.getsignal(each))}
    for each in before:
        signal.signal(each, lambda number, _: stopped.append(number))
    try:
        yield
    finally:
        for each, heard in before.items():
            signal.signal(each, heard)
    if stopped:
        raise KeyboardInterrupt


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
