"""The folder of a batch's results. A shard is a folder that appears whole, by one rename, or not at all.

DIR/shards/NAME/     acts.jsonl.gz, manifest.jsonl, and a Parquet table for each record list
DIR/manifest.jsonl   one row per input, gathered from the shards whenever a run ends
DIR/.work/           shards in the making; whatever lies there when a run starts is thrown away or put back
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from adilet_parser.batch.job import Outcome, Row
from adilet_parser.batch.tables import TableRows, copy_tables

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

ACTS, MANIFEST, LOCK = "acts.jsonl.gz", "manifest.jsonl", "lock"
WITH_ACT = frozenset(["ok", "partial"])


class Shards:
    """The results in a folder. `part` keeps the unfinished work of runs apart that share it ("2-of-8")."""

    def __init__(self, folder: Path, part: str = "") -> None:
        self.folder = folder
        self.done = folder / "shards"
        self.work = folder / (f".work-{part}" if part else ".work")
        self.done.mkdir(parents=True, exist_ok=True)
        self.work.mkdir(exist_ok=True)

    def recover(self) -> None:
        """Throws away what a killed run left half made; a shard that was being replaced comes back."""
        for left in sorted(self.work.iterdir()):
            if left.name.startswith("old-") and not (self.done / left.name[4:]).exists():
                left.rename(self.done / left.name[4:])
            elif left.is_dir():
                shutil.rmtree(left)
            elif left.name != LOCK:
                left.unlink()

    def rows(self) -> Iterator[Row]:
        """The manifest rows of all shards, each with its shard's name."""
        for shard in sorted(self.done.iterdir()):
            yield from self.rows_of(shard.name)

    def write(self, outcomes: Iterable[Outcome], name: str | None = None) -> list[Row]:
        """Makes a shard of the outcomes; its rows, once it stands. A shard of that name that stands already is kept."""
        name = name or uuid.uuid4().hex[:16]
        making = self.work / f"new-{name}-{uuid.uuid4().hex[:8]}"
        making.mkdir()
        rows: list[Row] = []
        tables = TableRows()
        with (making / ACTS).open("wb") as acts, (making / MANIFEST).open("w", encoding="utf-8") as manifest:
            for outcome in outcomes:
                rows.append(outcome.row | {"shard": name})
                manifest.write(json.dumps(outcome.row, ensure_ascii=False) + "\n")
                if outcome.line is not None:
                    acts.write(outcome.line)
                tables.add(outcome.tables)
        if rows:
            tables.write(making)
            _settle(making)
            try:
                making.rename(self.done / name)
            except OSError:
                if not self.has(name):
                    raise
                rows = self.rows_of(name)  # the same work, done twice on a cluster: the first one counts
        shutil.rmtree(making, ignore_errors=True)
        _sync(self.done)
        return rows

    def has(self, name: str) -> bool:
        """True if the shard stands."""
        return (self.done / name / MANIFEST).exists()

    def rows_of(self, name: str) -> list[Row]:
        """The manifest rows of one shard."""
        return [row | {"shard": name} for row in _rows_in(self.done / name)]

    def forget(self, paths: set[str]) -> None:
        """Takes the results of these inputs out of their shards, each shard replaced by what stays of it."""
        for name in sorted({row["shard"] for row in self.rows() if row["path"] in paths}):
            shard, made, old = self.done / name, self.work / f"new-{name}", self.work / f"old-{name}"
            stays = _without(shard, made, paths)
            shard.rename(old)
            if stays:
                made.rename(shard)
            _sync(self.done)
            if not stays:
                # Only now may the old shard go: till here a restart would put it back.
                old.rename(self.work / f"gone-{name}")
                old = self.work / f"gone-{name}"
            shutil.rmtree(old)

    def gather(self) -> list[Row]:
        """Writes DIR/manifest.jsonl anew from the shards; the rows, by path."""
        rows = sorted(self.rows(), key=lambda row: row["path"])
        half = self.work / MANIFEST
        half.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        half.replace(self.folder / MANIFEST)
        return rows

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Holds the folder for one run; RuntimeError if another run works in it. A killed run lets go of it."""
        if fcntl is None:
            yield
            return
        with (self.work / LOCK).open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise RuntimeError(f"{self.folder} is in use by another run") from error
            yield


def _rows_in(shard: Path) -> list[Row]:
    return [json.loads(line) for line in (shard / MANIFEST).read_text(encoding="utf-8").splitlines()]


def _without(shard: Path, made: Path, paths: set[str]) -> bool:
    """Copies a shard without the results of some inputs; false if nothing stays."""
    made.mkdir()
    rows = _rows_in(shard)
    stays = [row for row in rows if row["path"] not in paths]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in stays)
    (made / MANIFEST).write_text(lines, encoding="utf-8")
    with gzip.open(shard / ACTS, "rb") as old, gzip.open(made / ACTS, "wb", compresslevel=5) as new:
        for row, line in zip((row for row in rows if row["status"] in WITH_ACT), old, strict=True):
            if row["path"] not in paths:
                new.write(line)
    copy_tables(shard, made, paths)
    _settle(made)
    return bool(stays)


def _settle(folder: Path) -> None:
    """All files of a folder on the disk, so that the rename never runs ahead of them."""
    for path in folder.iterdir():
        _sync(path)
    _sync(folder)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # Windows cannot open folders
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError:  # a network disk that does not know fsync
        pass
    finally:
        os.close(handle)
