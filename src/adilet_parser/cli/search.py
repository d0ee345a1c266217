"""`adilet-parser search` and `adilet-parser ask`: words, and ready-made questions, put to a database of acts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

import typer

from adilet_parser.cli.files import USAGE, one_line, say, write_output
from adilet_parser.cli.index import opened
from adilet_parser.database.questions import QUESTIONS, ask
from adilet_parser.database.schema import SEARCHED
from adilet_parser.database.search import search
from adilet_parser.export.spreadsheet import as_csv

Shape = Literal["text", "json", "csv"]
Database = Annotated[Path, typer.Argument(metavar="ACTS.DB", help="Made by `adilet-parser index`.")]
Format = Annotated[Shape, typer.Option("--format", help="For people, or for programs.")]
WIDEST = 60
"""Cells of a printed table are cut to so many characters."""


def search_command(
    database: Database,
    query: Annotated[str, typer.Argument(metavar="WORDS", help='Words, with any ending; "in quotes" side by side.')],
    table: Annotated[str, typer.Option("--in", help=f"Where to look: {', '.join(SEARCHED)}.")] = "elements",
    limit: Annotated[int, typer.Option(help="So many hits at most.", min=1)] = 20,
    shape: Format = "text",
) -> None:
    """Find words in the acts of a database; ends with 1 if there is no hit.

    Examples:

      adilet-parser search acts.db "жұмыс күні" --in steps

      adilet-parser search acts.db '"кеңсе қызметкері" тіркеу'
    """
    if table not in SEARCHED:
        say(f"there is no {table} to search in: choose one of {', '.join(SEARCHED)}.")
        raise typer.Exit(USAGE)
    hits = search(opened(database), query, table, limit)
    if shape == "text":
        for hit in hits:
            page = f"  p. {hit.page}" if hit.page else ""
            service = f"  «{hit.service}»" if hit.service else ""
            place = one_line(f"{hit.path}  {hit.at or '-'}{page}{service}")
            write_output(f"{place}\n    {one_line(hit.snippet)}\n", None)
    else:
        columns = ["path", "act", "at", "service", "page", "snippet"]
        _print(columns, [tuple(getattr(hit, column) for column in columns) for hit in hits], shape)
    if not hits:
        say(f"nothing found in {table}.")
    raise typer.Exit(0 if hits else 1)


def ask_command(
    database: Database,
    name: Annotated[str, typer.Argument(metavar="QUESTION", help=f"One of: {', '.join(QUESTIONS)}.")],
    about: Annotated[str | None, typer.Argument(metavar="[ABOUT]", help="What it is asked of; see below.")] = None,
    limit: Annotated[int, typer.Option(help="So many rows at most.", min=1)] = 50,
    shape: Format = "text",
) -> None:
    """Ask a ready-made question of a database; ends with 1 if there is no answer.

    Examples:

      adilet-parser ask acts.db services-by-time

      adilet-parser ask acts.db who-does-what annex_13

      adilet-parser ask acts.db who-cites V1500011304 --format csv
    """
    question = QUESTIONS.get(name)
    if question is None:
        say(f"there is no question {name}: choose one of {', '.join(QUESTIONS)}.")
        raise typer.Exit(USAGE)
    if question.needed and about is None:
        say(f"{name} asks about something: name {question.about} behind it.")
        raise typer.Exit(USAGE)
    if about is not None and question.about is None:
        say(f"{name} is asked of all acts: leave {about!r} away.")
        raise typer.Exit(USAGE)
    columns, rows = ask(opened(database), question, about)
    if shape == "text":
        write_output(f"{question.title}\n", None)
        if columns[-1] == "path" and len({row[-1] for row in rows}) == 1:
            write_output(f"{one_line(str(rows[0][-1]))}\n", None)
            columns, rows = columns[:-1], [row[:-1] for row in rows]
        write_output("\n", None)
    _print(columns, rows[:limit], shape)
    if len(rows) > limit:
        say(f"{len(rows) - limit} more rows: see --limit.")
    raise typer.Exit(0 if rows else 1)


def _print(columns: Sequence[str], rows: Sequence[tuple[object, ...]], shape: Shape) -> None:
    if shape == "json":
        found = [dict(zip(columns, row, strict=True)) for row in rows]
        write_output(json.dumps(found, ensure_ascii=False, indent=1) + "\n", None)
        return
    if shape == "csv":
        write_output(as_csv(columns, rows), None)
        return
    cells = [[_cut(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *cells, strict=True)]
    for row in [list(columns), ["-" * width for width in widths], *cells]:
        write_output(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n", None
        )


def _cut(cell: object) -> str:
    text = "" if cell is None else one_line(str(cell))
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"
