"""Owns the workers of a Dask cluster: the same chunks and the same functions, on other machines.

The workers need the same `sv-cli`, to the byte, and must be able to read the bids where they are: on a shared disk, or
at an address such as ``s3://``. When a worker dies, the cluster gives its chunk to another; a chunk that kills several
is tried task by task, and the task that does so is Lost, as on one machine. There is no timeout for a bid.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from threading import Lock
from typing import Any, Protocol, TypeVar

from sv_cli.batch.local import Crew, results_in
from sv_cli.batch.lost import Lost

R = TypeVar("R")


class Marked(Protocol):
    """A setup with a hash of all that can change a result, worked out on the machine that asks for it."""

    @property
    def fingerprint(self) -> str:
        """The hash."""


S = TypeVar("S", bound=Marked)


class ClusterError(Exception):
    """The cluster cannot be reached, or not any more."""


_CHUNKS_AHEAD = 3  # chunks given out for each thread of the cluster
_PATIENCE = 20  # seconds that the scheduler has to answer


def results_of(crew: Crew[S, R], chunks: Iterable[Sequence[str]], address: str) -> Iterator[tuple[str, R | Lost]]:
    """Every task with its result, in any order; raises ClusterError when no cluster answers, or it goes away."""
    chunks = iter(chunks)
    first = next(chunks, None)
    if first is None:
        return
    from distributed import Client  # noqa: PLC0415 - an extra, and only where a cluster is asked for

    for name in ("distributed", "distributed.client"):  # a lost connection is reported by ClusterError alone
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        client: Any = Client(address, timeout=_PATIENCE, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(str(error)) from None
    own: list[Exception] = []
    with client:
        try:
            yield from _all(client, crew, chain([first], _noting(chunks, own)))
        except Exception as error:
            # A lost connection is an OSError, and its client may not have noticed yet
            if error in own or (client.status == "running" and not isinstance(error, OSError)):
                raise
            raise ClusterError("the connection to its scheduler was lost") from error


def _noting(chunks: Iterator[Sequence[str]], own: list[Exception]) -> Iterator[Sequence[str]]:
    """The chunks; an error in making them is added to ``own``, so that it is not taken for the cluster's."""
    try:
        yield from chunks
    except Exception as error:
        own.append(error)
        raise


def _all(client: Any, crew: Crew[S, R], chunks: Iterator[Sequence[str]]) -> Iterator[tuple[str, R | Lost]]:
    from distributed import as_completed  # noqa: PLC0415 - as above

    under_way: dict[Any, Sequence[str]] = {}
    alone: deque[Sequence[str]] = deque()
    fingerprint = crew.setup.fingerprint
    done: Any = as_completed([], loop=client.loop)  # type: ignore[no-untyped-call]
    while True:
        while len(under_way) < max(1, sum(client.nthreads().values())) * _CHUNKS_AHEAD:
            chunk = alone.popleft() if alone else next(chunks, None)
            if chunk is None:
                break
            future = client.submit(_work, fingerprint, crew.begin, crew.setup, crew.work, list(chunk), pure=False)
            under_way[future] = chunk
            done.add(future)
        if not under_way:
            return
        future = next(done)
        yield from results_in(under_way.pop(future), _outcome(future), alone)


def _outcome(future: Any) -> Any:
    from distributed import KilledWorker  # noqa: PLC0415 - as above

    try:
        return future.result()
    except (KilledWorker, MemoryError):
        return Lost(code=1)


_lock = Lock()
_ready: list[str] = []


def _work(
    fingerprint: str, begin: Callable[[S], None], setup: S, work: Callable[[Sequence[str]], list[R]], chunk: list[str]
) -> list[R] | Lost:
    """Run in a worker: the results of a chunk. `begin` is called first when the setup is a new one.

    Where the worker's own program gives the setup another ``fingerprint``, its figures might differ: the chunk is Lost.
    """
    with _lock:
        if _ready != [fingerprint]:
            if setup.fingerprint != fingerprint:
                return Lost(is_other=True)
            begin(setup)
            _ready[:] = [fingerprint]
    return work(chunk)
