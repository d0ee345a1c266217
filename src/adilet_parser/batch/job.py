"""One input of a batch -> its row in the manifest and its act; this is what runs in a worker."""

from __future__ import annotations

import gzip
import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from adilet_parser.batch.tables import name_of, rows_of
from adilet_parser.model.act import Act
from adilet_parser.pipeline import parse
from adilet_parser.read.pdf import PdfEngine
from adilet_parser.version import SCHEMA_VERSION, __version__

Row = dict[str, Any]
Status = Literal["ok", "partial", "failed", "skipped"]
FIELDS = (
    "path", "sha256", "key", "status", "act", "adilet_id", "media_type", "pages", "characters",
    "errors", "warnings", "infos", "seconds", "code", "message", "shard",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Options:
    """What changes the result of an act; with the parser's version and the content it makes the key of a result."""

    engine: PdfEngine = "pdfium"
    tables: bool = True

    def key(self, sha256: str) -> str:
        """Names what was read, by what, and how: the same key needs no second reading."""
        told = f"{sha256} {__version__} {SCHEMA_VERSION} {self.engine} {self.tables}"
        return hashlib.sha256(told.encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row of the manifest and, unless the input failed, the act as a line of JSON (gzipped, so that lines can be
    joined as they are) and its rows of the tables."""

    row: Row
    line: bytes | None = None
    tables: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)


def row_of(path: str, status: Status, code: str | None = None, message: str | None = None, **told: Any) -> Row:
    """A manifest row, unknown fields null."""
    return dict.fromkeys(FIELDS) | {"path": path, "status": status, "code": code, "message": message} | told


def sha256_of(path: str) -> str:
    """The hash of a file's content; OSError or ValueError if it cannot be read."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def run(path: str, options: Options) -> Outcome:
    """Reads one input; whatever goes wrong short of the worker's death becomes a row."""
    started = time.perf_counter()
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return Outcome(row_of(path, "failed", "unreadable_path", f"{path} cannot be read: {reason}."))
    sha256 = hashlib.sha256(data).hexdigest()
    named = {"sha256": sha256, "key": options.key(sha256)}
    try:
        act = parse(data, Path(path).name, engine=options.engine)
        tables = rows_of(act, path) if options.tables else {}
        line = gzip.compress(act.model_dump_json().encode() + b"\n", compresslevel=5, mtime=0)
    except MemoryError:
        return Outcome(
            row_of(path, "failed", "memory_exceeded", "The act needs more memory than --memory allows.", **named)
        )
    except Exception as error:  # a fault of ours must not end the batch
        message = f"internal fault: {type(error).__name__}: {error}"
        return Outcome(row_of(path, "failed", "internal_fault", message[:500], **named))
    row = _told(path, act) | named | {"seconds": round(time.perf_counter() - started, 4)}
    return Outcome(row) if row["status"] == "failed" else Outcome(row, line, tables)


def lost(path: str, options: Options, code: str, reason: str) -> Outcome:
    """The row of an input that took its worker along: named, and not tried again until it or the parser changes."""
    told: Row = {}
    with suppress(OSError, ValueError):
        sha256 = sha256_of(path)
        told = {"sha256": sha256, "key": options.key(sha256)}
    return Outcome(row_of(path, "failed", code, f"{path}: {reason}.", **told))


def _told(path: str, act: Act) -> Row:
    count = {level: sum(p.severity == level for p in act.problems) for level in ("error", "warning", "info")}
    first = next((p for p in act.problems if p.severity == "error"), None)
    status: Status = "ok" if first is None else "partial" if act.text.strip() else "failed"
    return row_of(
        path, status, first.code if first else None, first.message if first else None,
        act=name_of(act), adilet_id=act.act.adilet_id, media_type=act.source.media_type, pages=act.source.pages,
        characters=len(act.text), errors=count["error"], warnings=count["warning"], infos=count["info"],
    )  # fmt: skip
