"""A batch on a Dask cluster: workers read groups of inputs and write their own shards into the shared folder.

A group that fails, hangs, or takes its worker along is cut in two until the bad input is alone (extra `cluster`).
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from distributed import Client, Future, KilledWorker, wait

from adilet_parser.batch.job import Options, Row, lost, run, sha256_of
from adilet_parser.batch.run import Plan, in_groups, prepare
from adilet_parser.batch.shards import Shards

GROUP = 100
"""Inputs a task: one shard each."""
AHEAD = 3
"""Tasks handed out ahead, for each worker thread."""


def read_group(paths: Sequence[str], options: Options, folder: str, part: str, name: str) -> list[Row]:
    """On a worker: reads the inputs, writes the shard, gives its rows. Done twice it is done once."""
    shards = Shards(Path(folder), part)
    if shards.has(name):
        return shards.rows_of(name)
    return shards.write((run(path, options) for path in paths), name)


@dataclass(slots=True)
class _Queue:
    """Groups still to read; inputs whose worker died while they were read alone wait in `suspects` until nothing else
    runs, since a neighbour's death looks just like one's own, and are then tried once more, one at a time."""

    groups: deque[list[str]]
    suspects: deque[str] = field(default_factory=deque)
    tried: set[str] = field(default_factory=set)

    def next(self, idle: bool) -> list[str] | None:
        """The group to hand out now; null if there is none till the running ones are done."""
        if self.groups:
            return self.groups.popleft()
        if idle and self.suspects:
            path = self.suspects.popleft()
            self.tried.add(path)
            return [path]
        return None

    def again(self, paths: list[str], code: str) -> bool:
        """Puts a failed group back, in halves; false if its one input has failed for good."""
        if len(paths) > 1:
            middle = len(paths) // 2
            self.groups.extendleft([paths[middle:], paths[:middle]])
            return True
        if code == "worker_died" and paths[0] not in self.tried:
            self.suspects.append(paths[0])
            return True
        return False


def run_cluster(
    made: Plan, shards: Shards, options: Options, address: str, seconds: float, tell: Callable[[Row], None], part: str = "",
    group: int = GROUP,
) -> Counter[str]:  # fmt: skip
    """Does what a plan says on the cluster at `address`; how many inputs of each status this run has read."""
    counts = prepare(made, shards, tell)
    queue = _Queue(deque(in_groups(made.todo, group)))
    running: dict[Future, tuple[list[str], str, float]] = {}
    with Client(address) as client:
        try:
            while queue.groups or queue.suspects or running:
                ahead = AHEAD * max(sum(client.nthreads().values()), 1)
                while len(running) < ahead and (paths := queue.next(idle=not running)) is not None:
                    name = _name(paths, options)
                    future = client.submit(
                        read_group, paths, options, str(shards.folder.resolve()), part, name, key=f"{name}-{time.time_ns()}",
                        pure=False, retries=0,
                    )  # fmt: skip
                    running[future] = (paths, name, time.monotonic())
                with suppress(TimeoutError):
                    wait(list(running), timeout=1, return_when="FIRST_COMPLETED")
                ended = [(future, *_failure(future)) for future in running if future.done()]
                hanging = _hanging(client, running, seconds)
                ended += [(future, "timeout", f"not read within {seconds:g} s") for future in hanging]
                for future in hanging:
                    _stop(client, future)
                for future, code, reason in ended:
                    paths, name, _ = running.pop(future)
                    for row in _rows(future, paths, name, shards, options, queue, code, reason):
                        counts[row["status"]] += 1
                        tell(row)
        finally:
            client.cancel(list(running), force=True)
            shards.gather()
    return counts


def _failure(future: Future) -> tuple[str | None, str]:
    """Code and words for a task that failed; no code for one that did not."""
    error = future.exception()
    if error is None:
        return None, ""
    if isinstance(error, KilledWorker):
        return "worker_died", "its worker died each time it was read"
    return "internal_fault", f"{type(error).__name__}: {error}"[:500]


def _rows(
    future: Future, paths: list[str], name: str, shards: Shards, options: Options, queue: _Queue, code: str | None, reason: str
) -> list[Row]:  # fmt: skip
    """The rows of a task that is over; none if its inputs go back into the queue."""
    if code is None:
        rows: list[Row] = future.result()
        return rows
    if shards.has(name):
        return shards.rows_of(name)
    if queue.again(paths, code):
        return []
    return shards.write([lost(paths[0], options, code, reason)], name)


def _name(paths: Sequence[str], options: Options) -> str:
    """A shard is called by what it holds, so that work done twice is seen to be the same."""
    told = hashlib.sha256(options.key("").encode())
    for path in paths:
        with suppress(OSError, ValueError):
            told.update(sha256_of(path).encode())
        told.update(path.encode("utf-8", "surrogateescape") + b"\0")
    return told.hexdigest()[:16]


def _hanging(client: Client, running: dict[Future, tuple[list[str], str, float]], seconds: float) -> list[Future]:
    """Tasks at work on a worker for longer than their inputs may take."""
    late = [f for f, (paths, _, since) in running.items() if time.monotonic() - since > seconds * len(paths)]
    if not late:
        return []
    calls = client.call_stack(late)
    return [future for future in late if any(future.key in stacks for stacks in calls.values())]


def _stop(client: Client, future: Future) -> None:
    """Takes a task from its worker for good: the worker's process is started anew."""
    holders = [worker for worker, keys in client.processing().items() if future.key in keys]
    client.cancel([future], force=True)
    with suppress(Exception):  # a worker without a nanny cannot be started anew
        client.restart_workers(holders, timeout=30)
