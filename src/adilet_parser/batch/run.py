"""A run over many inputs: what is left to do, who does it, shards as they fill."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from adilet_parser.batch.inputs import Found
from adilet_parser.batch.job import Options, Outcome, Row, row_of, sha256_of
from adilet_parser.batch.shards import Shards

SHARD_ACTS = 500
"""A shard is closed after so many inputs ..."""
SHARD_SECONDS = 120.0
"""... or after so many seconds: that much work is lost at most when a run is killed."""
OTHER_KIND = "no text, page or PDF by its name"
Work = Callable[[Iterable[str]], Generator[Outcome, None, None]]
"""Inputs -> outcomes, in any order (`local.run_local` with its options bound)."""


@dataclass(slots=True)
class Plan:
    """What a run has to do: inputs to read, results to take out first, files to mention only; what is done already."""

    todo: list[str] = field(default_factory=list)
    stale: set[str] = field(default_factory=set)
    others: list[str] = field(default_factory=list)
    unchanged: int = 0
    elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """The `number`-th of `count` equal parts of all inputs, told by the hash of their content."""

    number: int = 1
    count: int = 1

    def holds(self, sha256: str) -> bool:
        """True for an input of this share."""
        return int(sha256[:12], 16) % self.count == self.number - 1


def plan(found: Iterable[Found], shards: Shards, options: Options, share: Share, force: bool, again: bool) -> Plan:
    """What is missing or changed. `force` reads everything anew, `again` what failed before."""
    known = {row["path"]: row for row in shards.rows()}
    made = Plan()
    for item in found:
        row = known.get(item.path)
        if not item.wanted:
            if row is None and share.number == 1:
                made.others.append(item.path)
            continue
        sha256 = _hash(item.path) if row is not None or share.count > 1 else ""
        if sha256 and not share.holds(sha256):
            made.elsewhere += 1
            continue
        same = row is not None and row["key"] == (options.key(sha256) if sha256 else None)
        if row is not None and same and not force and not (again and row["status"] == "failed"):
            made.unchanged += 1
            continue
        if row is not None:
            made.stale.add(item.path)
        made.todo.append(item.path)
    return made


def _hash(path: str) -> str:
    try:
        return sha256_of(path)
    except (OSError, ValueError):
        return ""


def carry_out(
    made: Plan, shards: Shards, work: Work, tell: Callable[[Row], None] = lambda row: None, size: int = SHARD_ACTS
) -> Counter[str]:
    """Does what a plan says and writes the manifest; how many inputs of each status this run has read.

    Stopped by an exception (a signal), it keeps the outcomes at hand as a last shard.
    """
    counts = prepare(made, shards, tell)
    outcomes = work(made.todo)
    held: list[Outcome] = []
    try:
        closing = time.monotonic() + SHARD_SECONDS
        for outcome in outcomes:
            held.append(outcome)
            counts[outcome.row["status"]] += 1
            tell(outcome.row)
            if len(held) >= size or time.monotonic() > closing:
                shards.write(held)
                held = []
                closing = time.monotonic() + SHARD_SECONDS
    finally:
        outcomes.close()
        if held:
            shards.write(held)
        shards.gather()
    return counts


def prepare(made: Plan, shards: Shards, tell: Callable[[Row], None]) -> Counter[str]:
    """Takes out what is to be read anew and mentions what is not read; how many were mentioned."""
    if made.stale:
        shards.forget(made.stale)
    for row in shards.write(Outcome(row_of(path, "skipped", "other_kind", OTHER_KIND)) for path in made.others):
        tell(row)
    return Counter(skipped=len(made.others))


def in_groups(paths: Iterable[str], size: int) -> Iterator[list[str]]:
    """The paths in lists of so many."""
    rest = iter(paths)
    while group := list(islice(rest, size)):
        yield group
