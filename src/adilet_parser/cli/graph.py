"""`adilet-parser graph`: acts and what they cite, as tables of nodes and edges."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from adilet_parser.batch.inputs import find_inputs
from adilet_parser.cli.files import IN_PART, USAGE, exit_code, progress, say, write_output
from adilet_parser.export.spreadsheet import as_csv
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
    for path in progress(paths):
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
        write_output(
            as_csv(list(rows[0]) if rows else [], [list(row.values()) for row in rows]), str(output / f"{name}.csv")
        )
    print(f"{len(paths)} files, {len(graph.nodes)} nodes, {len(graph.edges)} edges in {output}", file=sys.stderr)
    raise typer.Exit(IN_PART if failed else 0)
