"""`adilet-parser serve`: a database of acts in the browser, by datasette."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any

import typer

from adilet_parser.cli.files import USAGE, say
from adilet_parser.cli.index import opened
from adilet_parser.database.questions import QUESTIONS

# datasette opens the file by itself: it must know our SQL function too
PLUGIN = """from datasette import hookimpl
from adilet_parser.database.store import fold

@hookimpl
def prepare_connection(conn):
    conn.create_function("fold", 1, fold, deterministic=True)
"""


def serve_command(
    database: Annotated[Path, typer.Argument(metavar="ACTS.DB", help="Made by `adilet-parser index`.")],
    port: Annotated[int, typer.Option(help="Port on this machine.", min=1, max=65535)] = 8001,
    browser: Annotated[bool, typer.Option("--open", help="Open the browser.")] = False,
) -> None:
    """Look at a database of acts in the browser: tables, search, ready-made questions (extra `web`).

    Only this machine can see it. Ctrl-C ends it.

    Examples:

      adilet-parser serve acts.db --open
    """
    opened(database).close()
    if find_spec("datasette") is None:
        say("serve needs datasette: pip install 'adilet-parser[web]'.")
        raise typer.Exit(USAGE)
    with tempfile.TemporaryDirectory() as folder:
        plugins = Path(folder, "plugins")
        plugins.mkdir()
        Path(plugins, "fold.py").write_text(PLUGIN, encoding="utf-8")
        metadata = Path(folder, "metadata.json")
        metadata.write_text(json.dumps(metadata_of(database)), encoding="utf-8")
        command = [sys.executable, "-m", "datasette", "serve", str(database), "--metadata", str(metadata)]
        command += ["--plugins-dir", str(plugins), "--host", "127.0.0.1", "--port", str(port)]
        done = subprocess.run([*command, *(["--open"] if browser else [])], check=False)
    raise typer.Exit(done.returncode)


def metadata_of(database: Path) -> dict[str, Any]:
    """What datasette is told: titles, and the questions as canned queries."""
    queries = {name: {"title": question.title, "sql": _browsed(question.sql)} for name, question in QUESTIONS.items()}
    return {"title": "Әділет", "databases": {database.stem: {"queries": queries}}}


def _browsed(sql: str) -> str:
    """An empty field of the browser's form means that nothing was named."""
    return sql.replace(":about", "nullif(:about, '')")
