"""`adilet-parser repair`: one act -> its repaired text."""

from __future__ import annotations

from typing import Annotated

import typer

from adilet_parser.cli.files import NOTHING, exit_code, read_input, report, say, write_output
from adilet_parser.pipeline import parse
from adilet_parser.read.pdf import PdfEngine


def repair_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, HTML page or PDF; - for standard input.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
    engine: Annotated[PdfEngine, typer.Option(help="What reads PDFs: pdfium is fast, pdfplumber the reference.")] = (
        "pdfium"
    ),
) -> None:
    """Print an act's repaired text, one paragraph a line.

    Examples:

      adilet-parser repair act.txt > act.repaired.txt

      adilet-parser repair act.pdf | grep -n "жұмыс күні"
    """
    data, name = read_input(file)
    act = parse(data, name, engine=engine)
    if act.text:
        write_output(act.text + "\n", output)
    report(act, file)
    code = exit_code(act)
    if code == NOTHING and not any(entry.severity == "error" for entry in act.problems):
        say(f"{file}: no text in it.")
    raise typer.Exit(code)
