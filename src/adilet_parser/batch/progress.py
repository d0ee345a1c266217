"""What a run says while it works, on stderr: a bar for people, JSON lines for machines, nothing into a file."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from adilet_parser.batch.job import Row

EVERY = 5.0
"""Seconds between two JSON lines."""


class Report:
    """Follows a run of `total` inputs; as a context manager it closes the bar in any case."""

    def __init__(self, total: int, as_json: bool) -> None:
        self.total = total
        self.as_json = as_json
        self.counts: Counter[str] = Counter()
        self.started = self.told = time.monotonic()
        self.bar: Progress | None = None
        if not as_json and sys.stderr.isatty():
            self.bar = Progress(
                TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
                TextColumn("{task.fields[rate]:.1f}/s  {task.fields[failed]} failed"), TimeRemainingColumn(),
                console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self.task = self.bar.add_task("acts", total=total, rate=0.0, failed=0)

    def __enter__(self) -> Self:
        if self.bar is not None:
            self.bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar is not None:
            self.bar.stop()

    def tell(self, row: Row) -> None:
        """One more input is done; a failure is always told."""
        self.counts[row["status"]] += 1
        now = time.monotonic()
        if self.bar is not None:
            rate = self.counts.total() / max(now - self.started, 1e-9)
            self.bar.update(self.task, advance=1, rate=rate, failed=self.counts["failed"])
        if self.as_json and (row["status"] == "failed" or now - self.told >= EVERY):
            self.told = now
            last = {name: row[name] for name in ("path", "code", "message")} if row["status"] == "failed" else {}
            self.line("failed" if last else "progress", **last)

    def line(self, event: str, **told: object) -> None:
        """A JSON line with the state of the run."""
        seconds = time.monotonic() - self.started
        state = {"event": event, "done": self.counts.total(), "total": self.total, "seconds": round(seconds, 1)}
        state |= {"acts_per_second": round(self.counts.total() / max(seconds, 1e-9), 2), **self.counts, **told}
        print(json.dumps(state, ensure_ascii=False), file=sys.stderr, flush=True)
