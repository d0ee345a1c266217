"""`adilet-parser check`: what an act says wrongly about itself."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

from adilet_parser.check.findings import Finding, findings_of
from adilet_parser.cli.files import exit_code, read_input, report, write_output
from adilet_parser.pipeline import parse


def check_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, PDF or HTML file; - for standard input.")],
    shape: Annotated[Literal["text", "json"], typer.Option("--format", help="For people, or for programs.")] = "text",
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
) -> None:
    """Check an act against itself: lists and annexes, numbers, times, terms, references, quotes.

    Ends with 1 if there are findings.

    Examples:

      adilet-parser check act.pdf

      adilet-parser check act.txt --format json | python -m json.tool --no-ensure-ascii
    """
    data, name = read_input(file)
    act = parse(data, name)
    report(act, file)
    code = exit_code(act)
    found = findings_of(act) if code == 0 or act.text else []
    if shape == "json":
        write_output(
            json.dumps([finding.model_dump() for finding in found], ensure_ascii=False, indent=1) + "\n", output
        )
    else:
        write_output("".join(f"{_told(finding)}\n" for finding in found) + f"{len(found)} findings\n", output)
    raise typer.Exit(code or (1 if found else 0))


def _told(finding: Finding) -> str:
    return f"{finding.at or '-'}  {finding.code}\n    {finding.quote}\n    {finding.kk}\n    {finding.en}\n"
