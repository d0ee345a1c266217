"""`adilet-parser schema`: the JSON Schema of the output."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from adilet_parser.cli.files import write_output
from adilet_parser.write.schema import json_schema


def schema_command(
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="Write here instead of to standard output.")
    ] = None,
) -> None:
    """Print the JSON Schema of the output.

    Example:

      adilet-parser schema -o act.schema.json
    """
    write_output(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n", output)
