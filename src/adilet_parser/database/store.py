"""A file of acts: opened or made, acts put in and replaced."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from adilet_parser.batch.tables import name_of, place_of, rows_of, service_of
from adilet_parser.check.findings import findings_of
from adilet_parser.database.schema import APPLICATION, SCHEMA, TABLES, quoted, statements
from adilet_parser.identity.regions import region_name
from adilet_parser.model.act import Act
from adilet_parser.model.base import Span
from adilet_parser.model.tree import Node
from adilet_parser.version import __version__


class NotADatabaseError(Exception):
    """The file is no database of acts, or one of another version; the message says what to do."""


def open_database(path: Path, new: bool = False) -> sqlite3.Connection:
    """Opens a database of acts; with `new` it is made where there is none, otherwise it is opened for reading only.

    Raises NotADatabaseError for another kind of file, OSError where there is none or it cannot be opened.
    """
    there = path.exists() and path.stat().st_size > 0
    if not there and not new:
        raise FileNotFoundError(2, "No such file", str(path))
    try:
        connection = sqlite3.connect(path) if new else sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        if not there:
            for statement in statements():
                connection.execute(statement)
            connection.commit()
        made_by = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
    except sqlite3.DatabaseError as error:
        raise NotADatabaseError(f"{path} is no SQLite file: name another, or delete it.") from error
    if made_by != APPLICATION:
        raise NotADatabaseError(f"{path} is not a database of acts: name another file.")
    if version != SCHEMA:
        raise NotADatabaseError(f"{path} was made by another version of adilet-parser: make it anew.")
    connection.create_function("fold", 1, fold, deterministic=True)
    return connection


def fold(text: str | None) -> str | None:
    """Text for comparing, as the SQL function `fold`: SQLite knows no small Cyrillic letters."""
    return None if text is None else text.casefold()


def is_known(connection: sqlite3.Connection, path: str, sha256: str) -> bool:
    """True if this content of this path is in the database, read by this version of the parser."""
    found = connection.execute(
        "SELECT 1 FROM acts WHERE path = ? AND sha256 = ? AND parser = ?", (path, sha256, __version__)
    )
    return found.fetchone() is not None


def put(connection: sqlite3.Connection, act: Act, path: str) -> None:
    """Puts an act in, all its records or none; what the path held before goes."""
    rows: dict[str, list[tuple[Any, ...]]] = rows_of(act, path)
    rows["acts"] = [(*row, act.source.sha256, __version__) for row in rows["acts"]]
    rows["steps"] = [
        (*row, " · ".join(act.durations[index].text for index in step.durations) or None)
        for row, step in zip(rows["steps"], act.steps, strict=True)
    ]
    rows["elements"] = list(_elements(act, path))
    rows["findings"] = list(_findings(act, path))
    with connection:
        for table, columns in TABLES.items():
            connection.execute(f"DELETE FROM {table} WHERE path = ?", (path,))
            names, marks = ", ".join(map(quoted, columns)), ", ".join("?" * len(columns))
            connection.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({marks})",
                ([json.dumps(cell) if isinstance(cell, tuple) else cell for cell in row] for row in rows[table]),
            )


def _elements(act: Act, path: str) -> Iterator[tuple[Any, ...]]:
    """Every line of the text with what it is."""
    place = _places(act, path)
    for index, (node, at) in enumerate(_leaves(act.tree)):
        yield (*place(index, at, node.span), at, node.kind, node.number, node.heading, act.text[slice(*node.span)])


def _findings(act: Act, path: str) -> Iterator[tuple[Any, ...]]:
    place = _places(act, path)
    for index, found in enumerate(findings_of(act)):
        yield (*place(index, found.at, found.span), found.at, found.code, found.quote, found.kk, found.en)


def _places(act: Act, path: str) -> Callable[[int, str | None, Span | None], tuple[Any, ...]]:
    """What gives the columns that all tables have, for the index, locator and span of a row."""
    annexes = {annex.at: annex for annex in act.annexes}
    lines = [line.start for line in act.source_map.lines]
    head = (path, name_of(act), region_name(act.act.issuer))
    return lambda index, at, span: (*head, *service_of(at, annexes), index, *place_of(act, span, lines))


def _leaves(tree: Node) -> Iterator[tuple[Node, str | None]]:
    """Leaves in text order, each with its own locator or that of the nearest element around it."""
    stack: list[tuple[Node, str | None]] = [(tree, tree.at)]
    while stack:
        node, around = stack.pop()
        at = node.at or around
        if not node.children:
            yield node, at
        stack.extend((child, at) for child in reversed(node.children))
