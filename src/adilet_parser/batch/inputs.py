"""What a batch reads: files, folders with all that is in them, lists of paths."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

SUFFIXES = frozenset([".txt", ".pdf", ".html", ".htm"])


@dataclass(frozen=True, slots=True)
class Found:
    """A path to account for; `wanted` is false for files in folders that are of no kind that is read."""

    path: str
    wanted: bool = True


def find_inputs(sources: Iterable[str], patterns: tuple[str, ...] = ()) -> Iterator[Found]:
    """Every input once, in the order of the sources, folders sorted; `-` reads paths from standard input, a line each.

    `patterns` (`*.pdf`) choose among the files of folders; without them all texts, pages and PDFs are wanted. What does
    not exist is an input too: its row in the manifest says so.
    """
    seen: set[str] = set()
    for found in _all(sources, patterns):
        if found.path not in seen:
            seen.add(found.path)
            yield found


def _all(sources: Iterable[str], patterns: tuple[str, ...]) -> Iterator[Found]:
    for source in sources:
        if source == "-":
            yield from (Found(line.rstrip("\r\n")) for line in sys.stdin if line.strip())
        elif Path(source).is_dir():
            yield from _folder(source, patterns)
        else:
            yield Found(source)


def _folder(folder: str, patterns: tuple[str, ...]) -> Iterator[Found]:
    for root, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(files):
            path = str(Path(root, name))
            if patterns:
                wanted = any(fnmatch(name, pattern) for pattern in patterns)
            else:
                wanted = Path(name).suffix.lower() in SUFFIXES
            yield Found(path, wanted)
