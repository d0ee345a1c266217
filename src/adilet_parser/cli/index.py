"""`adilet-parser index`: acts -> one SQLite file."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path
from typing import Annotated

import typer

from adilet_parser.batch.inputs import find_inputs
from adilet_parser.cli.files import IN_PART, USAGE, exit_code, progress, read_input, say
from adilet_parser.database.store import NotADatabaseError, is_known, open_database, put
from adilet_parser.pipeline import parse


def index_command(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|DIR...", help="Acts, or folders that hold them.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The database; made, or added to.")] = Path("acts.db"),
) -> None:
    """Put acts into one SQLite file, to search and to ask.

    Acts that are in it already and have not changed are left alone.

    Examples:

      adilet-parser index corpus -o acts.db

      adilet-parser index new/act.pdf -o acts.db
    """
    paths = [found.path for found in find_inputs(sources) if found.wanted]
    if not paths:
        say("there is no act here: name texts, pages or PDFs, or folders that hold them.")
        raise typer.Exit(USAGE)
    connection = opened(output, new=True)
    counts = {"read": 0, "unchanged": 0, "failed": 0}
    for path in progress(paths):
        try:
            data, name = read_input(path)
        except typer.Exit:
            counts["failed"] += 1
            continue
        if is_known(connection, path, hashlib.sha256(data).hexdigest()):
            counts["unchanged"] += 1
            continue
        act = parse(data, name)
        if exit_code(act):
            say(f"{path}: not read, or not whole: see its problems.")
            counts["failed"] += 1
        else:
            counts["read"] += 1
        try:
            put(connection, act, path)
        except sqlite3.Error as error:
            say(f"{output} cannot be written: {error}.")
            raise typer.Exit(USAGE) from error
    connection.close()
    say(f"{output}: " + ", ".join(f"{count} {name}" for name, count in counts.items()))
    raise typer.Exit(IN_PART if counts["failed"] else 0)


def opened(path: Path, new: bool = False) -> sqlite3.Connection:
    """The database at a path; ends with a message and code 2 if it cannot be had."""
    try:
        return open_database(path, new)
    except NotADatabaseError as error:
        say(str(error))
        raise typer.Exit(USAGE) from error
    except FileNotFoundError as error:
        say(f"{path} does not exist: make it with `adilet-parser index DIR -o {path}`.")
        raise typer.Exit(USAGE) from error
    except OSError as error:
        say(f"{path} cannot be opened: {error.strerror or error}.")
        raise typer.Exit(USAGE) from error
