"""Owns the worker processes of one machine: giving out tasks, collecting results, and trying lost tasks again.

A worker gets nothing from the parent but the setup. Small tasks are sent in chunks. The tasks of a chunk that is lost
or times out are tried again one by one, so that a loss is the fault of that one bid.

Each worker is a pool of its own. Where several share a pool, one that is killed may hold the lock on their common pipe,
and the others wait for ever; here its pool is discarded with it, and the next has a pipe of its own.
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
_LOST = 1  # the exit code of a worker that could not begin, or that ran out of memory
_CHUNKS_A_WORKER = 2_000  # after which a worker is replaced
_LOOK_EVERY = 0.02  # seconds between two polls of a pool; the end of a run waits for one
_LOOKED_AFTER = 4  # pools that are polled so often; with more, each is polled less often
_STILL = 1.0  # seconds without a result, after which all pools are checked for being alive
_IN_VAIN = 5  # for each job, how many workers in a row may end before they take a task
_HANDLES, _SPARE_HANDLES = 8, 8  # file descriptors of a worker's pool, and of everything else


def workers(jobs: int, bids: int) -> int:
    """The number of processes to start: at most ``jobs``, and no more than there are bids."""
    return min(jobs, max(1, bids))


class CrewError(OSError):
    """There are no workers: the system starts none, or all end before they take a task."""


class Crew(Struct, Generic[S, R], frozen=True):
    """How tasks are worked on, by ``jobs`` processes with ``timeout`` seconds for each chunk.

    Each worker calls ``begin(setup)`` once, and ``work(chunk)`` for each chunk, which gives a result for each task.
    Both must be functions of a module, and what they take and give must pickle.
    """

    begin: Callable[[S], None]
    setup: S
    work: Callable[[Sequence[str]], list[R]]
    jobs: int
    timeout: float

    def results(self, chunks: Iterable[Sequence[str]]) -> Iterator[tuple[str, R | Lost]]:
        """Every task with its result, or with Lost, as they come, in any order; raises CrewError.

        The tasks of a lost chunk are tried again one by one; what is lost again is given as Lost. At most two chunks
        for each worker are under way at once.
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
    """A crew at work: its pools, the chunks given to each, and those to be tried again."""

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
        """Every task with its result; workers get their next chunks before results are yielded, so that none idles."""
        self._give(chunks)
        while self._given:
            ended = [each for future in self._done() if future in self._given for each in self._results_of(future)]
            self._give(chunks)
            yield from ended

    def end(self) -> None:
        """End all workers; unfinished chunks are dropped."""
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
        """Give out chunks until no pool has room."""
        while chunk := self._again.popleft() if self._again else next(chunks, None):
            pool = self._with_room_for(chunk)
            if pool is None or not self._is_scheduled(list(chunk), pool):
                self._again.appendleft(chunk)
                return

    def _with_room_for(self, chunk: Sequence[str]) -> ProcessPool | None:
        """An idle pool, or one with a single chunk of several small bids if ``chunk`` is such a one too.

        So a worker has its next chunk at hand when it ends one. A large bid, which is a chunk of its own, is not queued
        and nothing is queued behind it: another worker may be free sooner.
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
        """Give a chunk to ``pool``, or to a new one if its idle worker has ended.

        False if its worker ended during a chunk: the outcome of that has to be looked at first.
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
        """The futures that have ended, at least one, and those of broken pools, which may stay pending for ever."""
        while True:
            done = wait(self._given, timeout=_STILL, return_when=FIRST_COMPLETED).done
            ended = list(done) or [future for future, (_, pool) in self._given.items() if not pool.active]
            if ended:
                return ended

    def _results_of(self, future: Any) -> Iterator[tuple[str, R | Lost]]:
        """The results of a chunk, unless it is to be tried again; its pool has room again, or is replaced."""
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
        """The results of a chunk, or Lost; None where no worker took it. Raises CrewError where none takes any."""
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
        """Replace a pool that has lost its worker; the chunk that waited in it will be given out again."""
        self._again.extend(self._given.pop(future)[0] for future in self._under_way(pool))
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()
        self._pools[self._pools.index(pool)] = new = self._pool()
        return new

    def _missed(self, error: Exception) -> None:
        """Count a worker that ended before it took its chunk; raises CrewError when too many in a row do."""
        self._in_vain += 1
        if self._in_vain > _IN_VAIN * self._jobs:
            cause = error if isinstance(error, OSError) else error.__cause__
            reason = cause.strerror if isinstance(cause, OSError) else None
            raise CrewError(reason or "the system does not allow any, or they stop as soon as they start") from None


def _as_handles_allow(jobs: int) -> int:
    """How many of ``jobs`` workers the limit of open files allows; raises CrewError when it is none.

    Tried out by opening files now: later the work would be half done.
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
    """Run first in a worker: ignore Ctrl-C, which the parent handles, and end when the parent has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    try:
        begin(setup)
    except Exception:  # the parent reports it; else each worker would print a traceback
        if os.environ.get("SV_TRACEBACK"):
            raise
        os._exit(_LOST)


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def results_in(
    chunk: Sequence[str], found: list[R] | Lost, alone: deque[Sequence[str]]
) -> Iterator[tuple[str, R | Lost]]:
    """The tasks of a chunk with their results; those of a lost one are added to ``alone``, to be tried one by one."""
    if not isinstance(found, Lost):
        yield from zip(chunk, found, strict=True)
    elif len(chunk) == 1:
        yield chunk[0], found
    else:
        alone.extend([task] for task in chunk)
