"""Owns the start of worker processes: from a fork server that imports what they need once.

The server is a fresh process, so that workers inherit only what it imports; it is started early, so that it imports
while this process does its own work. Where there is no fork server, workers are spawned, and each imports everything.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, resource_tracker
from multiprocessing.context import BaseContext

_SHARED = ("sv_cli.batch.local", "pebble.pool.process")
_SAFE = (3, 11, 1)  # before it, other users of the machine could send the server commands


def nursery(module: str) -> BaseContext:
    """The multiprocessing context for workers whose function is in ``module``; the first call starts the server."""
    if "forkserver" not in get_all_start_methods() or sys.version_info < _SAFE:
        return get_context("spawn")
    from multiprocessing import forkserver  # noqa: PLC0415 - a system without it has no such module to load

    context = get_context("forkserver")
    context.set_forkserver_preload([module, *_SHARED])
    try:
        with deaf_to_interrupts():
            forkserver.ensure_running()
    except OSError:  # such as a temporary folder whose path is too long for a socket
        return get_context("spawn")
    return context


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to this process: processes started within the context, and their children, do not receive it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # whose start would unblock it again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
