"""A batch on a Dask cluster: workers read groups of inputs and write their own shards into the shared folder.

A group that fails, hangs, or takes its worker along is cut in two until the bad input is alone (extra `cluster`).
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from distributed import Client, Future, KilledWorker, wait

from adilet_parser.batch.job import Options, Outcome, Row, row_of, run, sha256_of
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


def run_cluster(
    made: Plan, shards: Shards, options: Options, address: str, seconds: float, tell: Callable[[Row], None], part: str = "",
    group: int = GROUP,
) -> Counter[str]:  # fmt: skip
    """Does what a plan says on the cluster at `address`; how many inputs of each status this run has read."""
    counts = prepare(made, shards, tell)
    groups = deque(in_groups(made.todo, group))
    running: dict[Future, tuple[list[str], str, float]] = {}
    with Client(address, set_as_default=False) as client:
        try:
            while groups or running:
                ahead = AHEAD * max(sum(client.nthreads().values()), 1)
                while groups and len(running) < ahead:
                    paths = groups.popleft()
                    name = _name(paths, options)
                    future = client.submit(
                        read_group, paths, options, str(shards.folder.resolve()), part, name, key=f"{name}-{time.time_ns()}",
                        pure=False, retries=0,
                    )  # fmt: skip
                    running[future] = (paths, name, time.monotonic())
                with suppress(TimeoutError):
                    wait(list(running), timeout=1, return_when="FIRST_COMPLETED")
                for future in [future for future in running if future.done()]:
                    paths, name, _ = running.pop(future)
                    for row in _rows(future, paths, name, shards, options, groups):
                        counts[row["status"]] += 1
                        tell(row)
                for future in _hanging(client, running, seconds):
                    paths, name, _ = running.pop(future)
                    _stop(client, future)
                    for row in _again(
                        paths, name, shards, options, groups, "timeout", f"not read within {seconds:g} s"
                    ):
                        counts[row["status"]] += 1
                        tell(row)
        finally:
            client.cancel(list(running), force=True)
            shards.gather()
    return counts


def _name(paths: Sequence[str], options: Options) -> str:
    """A shard is called by what it holds, so that work done twice is seen to be the same."""
    told = hashlib.sha256(options.key("").encode())
    for path in paths:
        with suppress(OSError, ValueError):
            told.update(sha256_of(path).encode())
        told.update(path.encode("utf-8", "surrogateescape") + b"\0")
    return told.hexdigest()[:16]


def _rows(
    future: Future, paths: list[str], name: str, shards: Shards, options: Options, groups: deque[list[str]]
) -> list[Row]:
    try:
        rows: list[Row] = future.result()
        return rows
    except KilledWorker:
        return _again(paths, name, shards, options, groups, "worker_died", "its worker died each time it was read")
    except Exception as error:
        return _again(paths, name, shards, options, groups, "internal_fault", f"{type(error).__name__}: {error}"[:500])


def _again(
    paths: list[str], name: str, shards: Shards, options: Options, groups: deque[list[str]], code: str, reason: str
) -> list[Row]:
    """Halves of a group that failed go first in the queue; an input that fails alone gets its row."""
    if shards.has(name):
        return shards.rows_of(name)
    if len(paths) > 1:
        middle = len(paths) // 2
        groups.extendleft([paths[middle:], paths[:middle]])
        return []
    sha256 = ""
    with suppress(OSError, ValueError):
        sha256 = sha256_of(paths[0])
    told = {"sha256": sha256, "key": options.key(sha256)} if sha256 else {}
    return shards.write([Outcome(row_of(paths[0], "failed", code, f"{paths[0]}: {reason}.", **told))], name)


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
