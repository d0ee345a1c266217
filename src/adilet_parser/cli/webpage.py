"""`adilet-parser view`: an act as a page for the browser."""

from __future__ import annotations

from typing import Annotated

import typer

from adilet_parser.cli.files import exit_code, read_input, report, source_text, write_output
from adilet_parser.pipeline import parse
from adilet_parser.webpage.page import page


def view_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, HTML page or PDF; - for standard input.")],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
) -> None:
    """Write one page with the act's text, what was understood of it, and its processes drawn; it needs no network.

    Examples:

      adilet-parser view act.pdf -o act.html
    """
    data, name = read_input(file)
    act = parse(data, name)
    report(act, file)
    write_output(page(act, source_text(act, data)), output)
    raise typer.Exit(exit_code(act))
