"""`adilet-parser parse`: one act -> JSON."""

from __future__ import annotations

from typing import Annotated

import typer

from adilet_parser.cli.files import exit_code, read_input, report, write_output
from adilet_parser.pipeline import parse
from adilet_parser.read.pdf import PdfEngine


def parse_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, HTML page or PDF; - for standard input.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
    engine: Annotated[PdfEngine, typer.Option(help="What reads PDFs: pdfium is fast, pdfplumber the reference.")] = (
        "pdfium"
    ),
    indent: Annotated[int | None, typer.Option(help="Indent the JSON by so many blanks.", min=0, max=8)] = None,
) -> None:
    """Read one act and print it as JSON.

    Examples:

      adilet-parser parse act.pdf -o act.json

      adilet-parser parse act.txt | python -m json.tool --no-ensure-ascii | less

      cat act.txt | adilet-parser parse -
    """
    data, name = read_input(file)
    act = parse(data, name, engine=engine)
    write_output(act.model_dump_json(indent=indent) + "\n", output)
    report(act, file)
    raise typer.Exit(exit_code(act))
