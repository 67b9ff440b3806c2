"""Owns the workers of one machine: tasks handed out to processes, what they hand back, and what became of a lost one.

Nothing of the parent is in a worker but the setup. Small tasks travel in chunks. A chunk that is lost or late is taken
apart and its tasks are tried one by one, so that what is told of a bid is about that bid alone.
"""

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures import TimeoutError as LateError
from itertools import chain
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from os import _exit
from typing import Any, Generic, TypeVar

from msgspec import Struct
from pebble import CONSTS, ProcessExpired, ProcessPool

from sv_cli.batch.lost import Lost
from sv_cli.batch.nursery import deaf_to_interrupts, nursery

R = TypeVar("R")
S = TypeVar("S")
_CHUNKS_AHEAD = 3
_LOST = 1
_CHUNKS_A_WORKER = 2_000
_LOOK_EVERY = 0.02  # seconds between two looks at the workers, which the end of a run waits for


def workers(jobs: int, bids: int) -> int:
    """How many of ``jobs`` processes have something to do: one without a bid would only be waited for."""
    return min(jobs, max(1, bids))


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
        """Every task with its result, chunk by chunk as they come in, in no certain order.

        The tasks of a lost chunk are tried again one by one: a second loss is the task's own. No more
        chunks are under way than the workers need, however many there are to come.
        """
        chunks = iter(chunks)
        first = next(chunks, None)
        if first is None:
            return
        CONSTS.sleep_unit = _LOOK_EVERY
        pool = ProcessPool(
            self.jobs,
            max_tasks=_CHUNKS_A_WORKER,
            initializer=_start,
            initargs=(self.begin, self.setup),
            context=nursery(self.begin.__module__),
        )
        try:
            yield from self._all(pool, chain([first], chunks))
            pool.close()  # type: ignore[no-untyped-call]
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise
        finally:
            pool.join()

    def _all(self, pool: ProcessPool, chunks: Iterator[Sequence[str]]) -> Iterator[tuple[str, R | Lost]]:
        under_way: dict[Any, Sequence[str]] = {}
        alone: deque[Sequence[str]] = deque()
        while True:
            while len(under_way) < self.jobs * _CHUNKS_AHEAD:
                chunk = alone.popleft() if alone else next(chunks, None)
                if chunk is None:
                    break
                under_way[self._scheduled(pool, chunk)] = chunk
            if not under_way:
                return
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                yield from results_in(under_way.pop(future), self._outcome(future), alone)

    def _scheduled(self, pool: ProcessPool, chunk: Sequence[str]) -> Any:
        with deaf_to_interrupts():  # the first task starts the workers
            return pool.schedule(self.work, args=(list(chunk),), timeout=self.timeout)

    def _outcome(self, future: Any) -> list[R] | Lost:
        try:
            found: list[R] = future.result()
        except LateError:
            return Lost(seconds=self.timeout)
        except ProcessExpired as expired:
            return Lost(code=expired.exitcode)
        except (MemoryError, RuntimeError):
            return Lost(code=_LOST)
        return found


def _start(begin: Callable[[S], None], setup: S) -> None:
    """What a worker does first: leave Ctrl-C to the parent, and end when the parent has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent,), daemon=True).start()
    begin(setup)


def _follow(parent: BaseProcess) -> None:
    parent.join()
    _exit(1)


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
