"""The tables of a database of acts: those of a batch (`batch/tables.py`), the elements of the tree, full-text indexes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from adilet_parser.batch.tables import COMMON, SCHEMAS, Columns

SCHEMA = 1
"""Raised when tables change; kept in the file as `PRAGMA user_version`."""
APPLICATION = 0x61644C74
"""Marks the file as ours (`PRAGMA application_id`)."""
TYPES = {"string": "TEXT", "int64": "INTEGER", "bool": "INTEGER", "double": "REAL", "list": "TEXT"}
OF_ELEMENTS: Columns = {"at": "string", "kind": "string", "number": "string", "heading": "string", "text": "string"}
TABLES: dict[str, Columns] = {
    "acts": SCHEMAS["acts"] | {"sha256": "string", "parser": "string"},
    "elements": COMMON | OF_ELEMENTS,
    **{name: columns for name, columns in SCHEMAS.items() if name not in {"acts", "steps"}},
    "steps": SCHEMAS["steps"] | {"time": "string"},
    "findings": COMMON | dict.fromkeys(("at", "code", "quote", "kk", "en"), "string"),
}
"""Table -> column -> type, as in `batch.tables`; `elements` are the leaves of the tree, one a line of the text; `time` is
the printed durations of a step; `findings` is what the act says wrongly about itself."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A table with a full-text index over some of its columns."""

    table: str
    columns: tuple[str, ...]


SEARCHED = {
    entry.table: entry
    for entry in (
        Searched("elements", ("text",)),
        Searched("steps", ("actor", "action", "time", "result")),
        Searched("durations", ("text",)),
        Searched("citations", ("text", "title", "issuer")),
        Searched("defined_terms", ("term", "meaning")),
        Searched("notes", ("text",)),
        Searched("annexes", ("title", "service")),
        Searched("findings", ("quote", "kk", "en")),
        Searched("acts", ("title", "issuer", "number")),
    )
}
INDEXED = (
    ("citations", "adilet_id"), ("acts", "adilet_id"), ("durations", "procedure"), ("steps", "service"), ("durations", "service"),
)  # fmt: skip


def quoted(name: str) -> str:
    """A name as an SQL identifier ("index" and "end" are words of SQL)."""
    return '"' + name.replace('"', '""') + '"'


def statements() -> Iterator[str]:
    """SQL that makes an empty database.

    й, ө and қ are letters of their own: no mark is stripped from them.
    """
    for table, columns in TABLES.items():
        told = ", ".join(f"{quoted(name)} {TYPES[kind]}" for name, kind in columns.items())
        yield f"CREATE TABLE {table} (id INTEGER PRIMARY KEY, {told})"
        yield f"CREATE INDEX {table}_path ON {table}(path)"
    for table, column in INDEXED:
        yield f"CREATE INDEX {table}_{column} ON {table}({column})"
    for entry in SEARCHED.values():
        table, names = entry.table, ", ".join(entry.columns)
        # datasette finds the index of a table by these double quotes
        yield (
            f'CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content="{table}", content_rowid="id", '
            "tokenize='unicode61 remove_diacritics 0')"
        )
        new, old = (", ".join(f"{row}.{column}" for column in entry.columns) for row in ("new", "old"))
        yield (
            f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN "
            f"INSERT INTO {table}_fts(rowid, {names}) VALUES (new.id, {new}); END"
        )
        yield (
            f"CREATE TRIGGER {table}_gone AFTER DELETE ON {table} BEGIN "
            f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.id, {old}); END"
        )
    yield f"PRAGMA application_id = {APPLICATION}"
    yield f"PRAGMA user_version = {SCHEMA}"
