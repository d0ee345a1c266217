"""The command line: one small module per command."""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import Annotated

import typer

from adilet_parser.cli.batch import batch_command
from adilet_parser.cli.check import check_command
from adilet_parser.cli.diff import diff_command
from adilet_parser.cli.explain import explain_command
from adilet_parser.cli.export import export_command
from adilet_parser.cli.graph import graph_command
from adilet_parser.cli.index import index_command
from adilet_parser.cli.parse import parse_command
from adilet_parser.cli.repair import repair_command
from adilet_parser.cli.schema import schema_command
from adilet_parser.cli.score import score_command
from adilet_parser.cli.search import ask_command, search_command
from adilet_parser.cli.serve import serve_command
from adilet_parser.cli.webpage import view_command
from adilet_parser.version import __version__

INTERNAL_FAULT = 5

app = typer.Typer(
    name="adilet-parser",
    help="Kazakh legal acts from Әділет - damaged text or PDF - as checked, structured JSON.",
    epilog="Exit codes: 0 done; 1 below a floor, or findings; 2 usage or unreadable path; 3 not an act; 4 read in part; 5 nothing readable.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("parse")(parse_command)
app.command("repair")(repair_command)
app.command("batch")(batch_command)
app.command("check")(check_command)
app.command("graph")(graph_command)
app.command("index")(index_command)
app.command("search")(search_command)
app.command("ask")(ask_command)
app.command("serve")(serve_command)
app.command("explain")(explain_command)
app.command("diff")(diff_command)
app.command("export")(export_command)
app.command("view")(view_command)
app.command("score")(score_command)
app.command("schema")(schema_command)


def _version(value: bool) -> None:
    if value:
        print(f"adilet-parser {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    pass


def _terminated(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main() -> None:
    """Runs the command line; never ends in a traceback."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        app()
    except KeyboardInterrupt:
        print("adilet-parser: stopped.", file=sys.stderr)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone: nothing is left to say, and Python must not try to flush.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # the last line of defence: a fault of ours, told in one line
        if os.environ.get("ADILET_DEBUG"):
            raise
        print(
            f"adilet-parser: internal fault: {type(error).__name__}: {error}. Set ADILET_DEBUG=1 to see where; please report it.",
            file=sys.stderr,
        )
        sys.exit(INTERNAL_FAULT)
