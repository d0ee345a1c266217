"""A batch on this machine: worker processes, each input in one; what hangs or dies takes only its own worker along."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, TimeoutError
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessPool

from adilet_parser.batch.job import Options, Outcome, lost, run

WAITING = 4
"""Inputs handed out ahead, for each worker: enough to keep it busy, few enough to keep memory flat."""
RECYCLE = 2000
"""A worker is replaced after so many acts, so that nothing can pile up in it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one act may use: `seconds` of time, `megabytes` of address space (null: no limit; not on Windows)."""

    workers: int
    seconds: float
    megabytes: int | None = None


Job = Callable[[str, Options], Outcome]
"""What a worker does with one input (`job.run`; tests put in jobs that hang or die)."""


def run_local(paths: Iterable[str], options: Options, limits: Limits, job: Job = run) -> Generator[Outcome, None, None]:
    """Outcomes in the order of the inputs. Closing the iterator stops the workers at once."""
    context = multiprocessing.get_context(
        "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
    )
    pool = ProcessPool(
        max_workers=limits.workers, max_tasks=RECYCLE, initializer=_start, initargs=(limits.megabytes,), context=context
    )
    waiting: deque[tuple[str, Future[Outcome]]] = deque()
    try:
        for path in paths:
            waiting.append((path, pool.schedule(job, args=(path, options), timeout=limits.seconds)))
            if len(waiting) >= limits.workers * WAITING:
                yield _outcome(*waiting.popleft(), options, limits)
        while waiting:
            yield _outcome(*waiting.popleft(), options, limits)
        pool.close()
    finally:
        pool.stop()
        pool.join()


def _outcome(path: str, future: Future[Outcome], options: Options, limits: Limits) -> Outcome:
    try:
        return future.result()
    except TimeoutError:
        return lost(path, options, "timeout", f"not read within {limits.seconds:g} s: see --timeout")
    except ProcessExpired as error:
        return lost(path, options, "worker_died", f"the worker died with exit code {error.exitcode}")
    except MemoryError:
        return lost(path, options, "memory_exceeded", "needs more memory than --memory allows")


def _start(megabytes: int | None) -> None:
    """In a worker: leave Ctrl-C to the parent, keep to the memory limit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if megabytes is not None:
        try:
            import resource
        except ImportError:  # Windows
            return
        size = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
