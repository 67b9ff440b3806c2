"""Owns the workers of one machine: tasks handed out to processes, what they hand back, and what became of a lost one.

Nothing of the parent is in a worker but the setup. Small tasks travel in chunks. A chunk that is lost or late is taken
apart and its tasks are tried one by one, so that what is told of a bid is about that bid alone.

Each worker is a pool of its own. Where several share a pool, one that is killed can take the lock on their common pipe
with it, and the others wait for it in vain; here its pool is thrown away with it, and the next has a pipe of its own.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from concurrent.futures import TimeoutError as LateError
from itertools import chain
from multiprocessing import parent_process
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from typing import Any, Generic, TypeVar

from msgspec import Struct
from pebble import CONSTS, ProcessExpired, ProcessPool

from sv_cli.batch.lost import Lost
from sv_cli.batch.nursery import deaf_to_interrupts, nursery
from sv_cli.batch.stopping import unhurried

R = TypeVar("R")
S = TypeVar("S")
_LOST = 1
_CHUNKS_A_WORKER = 2_000
_LOOK_EVERY = 0.02  # seconds between two looks at a worker, which the end of a run waits for
_LOOKED_AFTER = 4  # workers that are looked at so often; of more each is looked at less often
_STILL = 1.0  # seconds without a result, after which it is asked whether all pools are alive
_IN_VAIN = 5  # workers that may end one after the other without having taken a task
_HANDLES, _SPARE_HANDLES = 8, 8  # open files of a worker's pool, and of what is done beside


def workers(jobs: int, bids: int) -> int:
    """How many of ``jobs`` processes have something to do: one without a bid would only be waited for."""
    return min(jobs, max(1, bids))


class CrewError(OSError):
    """There are no workers: the system gives none, or all end before they take a task."""


class Crew(Struct, Generic[S, R], frozen=True):
    """How tasks are worked on: what each worker does first and with what, what it does with a chunk, and the limits.

    ``begin`` and ``work`` must be functions of a module, and what they take and give must pickle.
    """

    begin: Callable[[S], None]
    setup: S
    work: Callable[[Sequence[str]], list[R]]
    jobs: int
    timeout: float

    def results(self, chunks: Iterable[Sequence[str]]) -> Iterator[tuple[str, R | Lost]]:
        """Every task with its result, chunk by chunk as they come in, in no certain order; raises CrewError.

        The tasks of a lost chunk are tried again one by one: a second loss is the task's own. No more
        chunks are under way than two for each worker, however many there are to come.
        """
        chunks = iter(chunks)
        first = next(chunks, None)
        if first is None:
            return
        jobs = _as_handles_allow(self.jobs)
        CONSTS.sleep_unit = _LOOK_EVERY * max(1, jobs / _LOOKED_AFTER)
        shift = _Shift(self, jobs, nursery(self.begin.__module__))
        try:
            yield from shift.results(chain([first], chunks))
        finally:
            shift.end()


class _Shift(Generic[S, R]):
    """A crew at work: its pools, what each was given, and what is to be tried again."""

    def __init__(self, crew: Crew[S, R], jobs: int, context: BaseContext) -> None:
        self._crew = crew
        self._jobs = jobs
        self._context = context
        self._pools = [self._pool() for _ in range(jobs)]
        self._given: dict[Any, tuple[Sequence[str], ProcessPool]] = {}
        self._again: deque[Sequence[str]] = deque()
        self._lost: set[str] = set()
        self._in_vain = 0

    def results(self, chunks: Iterator[Sequence[str]]) -> Iterator[tuple[str, R | Lost]]:
        """Every task with its result; workers have their next chunks before the results of the last are handed on."""
        self._give(chunks)
        while self._given:
            ended = [each for future in self._done() if future in self._given for each in self._results_of(future)]
            self._give(chunks)
            yield from ended

    def end(self) -> None:
        """End all workers; what they are at is forgotten."""
        for pool in self._pools:
            pool.stop()  # type: ignore[no-untyped-call]
        for pool in self._pools:
            pool.join()

    def _pool(self) -> ProcessPool:
        return ProcessPool(
            1,
            max_tasks=_CHUNKS_A_WORKER,
            initializer=_start,
            initargs=(self._crew.begin, self._crew.setup),
            context=self._context,
        )

    def _give(self, chunks: Iterator[Sequence[str]]) -> None:
        """Hand out chunks as long as one finds a worker."""
        while chunk := self._again.popleft() if self._again else next(chunks, None):
            pool = self._with_room_for(chunk)
            if pool is None or not self._is_scheduled(list(chunk), pool):
                self._again.appendleft(chunk)
                return

    def _with_room_for(self, chunk: Sequence[str]) -> ProcessPool | None:
        """A pool with nothing to do, or one where small bids may wait behind other small ones.

        So a worker has its next chunk at hand when it ends one. A large bid, which is a chunk of its own, waits for
        nobody and nothing waits behind it: another worker may be done first.
        """
        sizes: dict[ProcessPool, list[int]] = {pool: [] for pool in self._pools}
        for given, pool in self._given.values():
            sizes[pool].append(len(given))
        for pool, under_way in sizes.items():
            if not under_way:
                return pool
        for pool, under_way in sizes.items():
            if len(under_way) == 1 and min(under_way[0], len(chunk)) > 1:
                return pool
        return None

    def _is_scheduled(self, chunk: list[str], pool: ProcessPool) -> bool:
        """Give a pool a chunk, or one in its stead where its worker ended while it waited.

        Not done where the worker ended at its work: what became of that is told first.
        """
        while True:
            try:
                with unhurried(), deaf_to_interrupts():  # the first task starts the worker
                    future = pool.schedule(self._crew.work, args=(chunk,), timeout=self._crew.timeout)
            except (OSError, RuntimeError) as error:
                if self._under_way(pool):
                    return False
                pool = self._replace(pool)
                self._missed(error)
            else:
                self._given[future] = chunk, pool
                return True

    def _under_way(self, pool: ProcessPool) -> list[Any]:
        return [future for future, (_, other) in self._given.items() if other is pool]

    def _done(self) -> list[Any]:
        """What has ended, at least one. A pool that falls apart just when it is given a chunk never tells of it."""
        while True:
            done = wait(self._given, timeout=_STILL, return_when=FIRST_COMPLETED).done
            ended = list(done) or [future for future, (_, pool) in self._given.items() if not pool.active]
            if ended:
                return ended

    def _results_of(self, future: Any) -> Iterator[tuple[str, R | Lost]]:
        """What became of a chunk, unless it is tried again; its pool has room from now on, or another in its stead."""
        found = self._outcome(future)
        chunk, pool = self._given.pop(future)
        is_lost = isinstance(found, Lost) and found.seconds is None
        if found is None or is_lost:
            self._replace(pool)
        if found is None or (is_lost and len(chunk) == 1 and chunk[0] not in self._lost):
            self._again.append(chunk)
        else:
            yield from results_in(chunk, found, self._again)
        if isinstance(found, Lost):
            self._lost.update(chunk)

    def _outcome(self, future: Any) -> list[R] | Lost | None:
        """What a worker made of a chunk; None where none took it. Raises CrewError where none takes any."""
        found: list[R] | Lost
        try:
            if not future.done():
                raise BrokenExecutor
            found = future.result()
        except LateError:
            found = Lost(seconds=self._crew.timeout)
        except ProcessExpired as expired:
            found = Lost(code=expired.exitcode)
        except MemoryError:
            found = Lost(code=_LOST)
        except RuntimeError as error:
            self._missed(error)
            return None
        self._in_vain = 0
        return found

    def _replace(self, pool: ProcessPool) -> ProcessPool:
        """A new pool instead of one that has lost its worker; the chunk that waited in it is handed out anew."""
        self._again.extend(self._given.pop(future)[0] for future in self._under_way(pool))
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
        self._pools[self._pools.index(pool)] = new = self._pool()
        return new

    def _missed(self, error: Exception) -> None:
        """Count a worker that ended before it took what it was given; raises CrewError where all do."""
        self._in_vain += 1
        if self._in_vain > _IN_VAIN * self._jobs:
            cause = error if isinstance(error, OSError) else error.__cause__
            reason = cause.strerror if isinstance(cause, OSError) else None
            raise CrewError(reason or "the system gives none, or they end as soon as they begin") from None


def _as_handles_allow(jobs: int) -> int:
    """How many of ``jobs`` workers this process may open files for; raises CrewError where there are none for one.

    Found out later, the work would be half done.
    """
    held: list[int] = []
    try:
        while len(held) < jobs * _HANDLES + _SPARE_HANDLES:
            held.extend(os.pipe())
    except OSError as error:
        if len(held) < _HANDLES + _SPARE_HANDLES:
            raise CrewError(error.errno, error.strerror) from None
    finally:
        for each in held:
            os.close(each)
    return min(jobs, (len(held) - _SPARE_HANDLES) // _HANDLES)


def _start(begin: Callable[[S], None], setup: S) -> None:
    """What a worker does first: leave Ctrl-C to the parent, and end when the parent has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        begin(setup)
    except Exception:  # the parent tells of workers that end so; each would show a traceback of its own
        if os.environ.get("SV_TRACEBACK"):
            raise
        os._exit(_LOST)


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def results_in(
    chunk: Sequence[str], found: list[R] | Lost, alone: deque[Sequence[str]]
) -> Iterator[tuple[str, R | Lost]]:
    """The tasks of a chunk with their results; those of one that was lost are put where each is tried alone."""
    if not isinstance(found, Lost):
        yield from zip(chunk, found, strict=True)
    elif len(chunk) == 1:
        yield chunk[0], found
    else:
        alone.extend([task] for task in chunk)
