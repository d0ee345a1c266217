"""`adilet-parser graph`: acts and what they cite, as tables of nodes and edges."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path
from typing import Annotated

import typer

from adilet_parser.batch.inputs import find_inputs
from adilet_parser.cli.files import IN_PART, USAGE, exit_code, say, write_output
from adilet_parser.graph import Graph
from adilet_parser.pipeline import parse


def graph_command(
    sources: Annotated[list[str], typer.Argument(metavar="FILE|DIR...", help="Acts, or folders that hold them.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder for nodes.csv and edges.csv.")] = Path("graph"),
) -> None:
    """Write the graph of acts: which cites, amends or repeals which, and where.

    Examples:

      adilet-parser graph corpus -o graph

      adilet-parser graph a.pdf b.txt -o graph
    """
    paths = [found.path for found in find_inputs(sources) if found.wanted]
    if not paths:
        say("there is no act here: name texts, pages or PDFs, or folders that hold them.")
        raise typer.Exit(USAGE)
    graph = Graph()
    failed = 0
    for path in paths:
        if sys.stderr.isatty():
            print(f"reading {path} ...", file=sys.stderr)
        try:
            act = parse(path)
        except OSError as error:
            say(f"{path} cannot be read: {error.strerror or error}.")
            failed += 1
            continue
        if exit_code(act):
            say(f"{path}: not read, or not whole: its citations may be missing.")
            failed += 1
        graph.add(act)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        say(f"{output} cannot be made: {error.strerror or error}.")
        raise typer.Exit(USAGE) from error
    for name, rows in (("nodes", graph.node_rows()), ("edges", graph.edge_rows())):
        write_output(_csv(rows), str(output / f"{name}.csv"))
    print(f"{len(paths)} files, {len(graph.nodes)} nodes, {len(graph.edges)} edges in {output}", file=sys.stderr)
    raise typer.Exit(IN_PART if failed else 0)


def _csv(rows: list[dict[str, object]]) -> str:
    if not rows:
        return ""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows([{name: _safe(value) for name, value in row.items()} for row in rows])
    return out.getvalue()


def _safe(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value[:1] in set("=+-@\t\r") and value[1:2] else value
