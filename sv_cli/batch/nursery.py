"""Owns where workers come from: a server that loads what they need once, and forks each of them off itself.

The server is a fresh process, of which nothing but what it loads is in a worker; it is opened early, so that it loads
while this process loads what it needs itself. Where there is no such server, workers are started afresh (spawned),
each of which loads all on its own.
"""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_all_start_methods, get_context, resource_tracker
from multiprocessing.context import BaseContext

_SHARED = ("sv_cli.batch.local", "pebble.pool.process")
_SAFE = (3, 11, 1)  # before it, other users of the machine could speak to the server


def nursery(module: str) -> BaseContext:
    """What starts workers whose work is in ``module``; the first call opens the server and does not wait for it."""
    if "forkserver" not in get_all_start_methods() or sys.version_info < _SAFE:
        return get_context("spawn")
    from multiprocessing import forkserver  # noqa: PLC0415 - a system without it has no such module to load

    context = get_context("forkserver")
    context.set_forkserver_preload([module, *_SHARED])
    try:
        with deaf_to_interrupts():
            forkserver.ensure_running()
    except OSError:  # a folder for temporary files whose name is too long for a socket
        return get_context("spawn")
    return context


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Leave Ctrl-C to the parent: what is started within, and what that starts in turn, never hears it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # whose start would unblock it again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
