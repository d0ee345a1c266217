"""`adilet-parser export`: an act in the formats of other tools."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Literal

import typer

from adilet_parser.batch.tables import SCHEMAS, rows_of
from adilet_parser.cli.files import USAGE, exit_code, read_input, report, say, write_output
from adilet_parser.export.akn import akoma_ntoso
from adilet_parser.export.bpmn import bpmn
from adilet_parser.export.mermaid import mermaid
from adilet_parser.export.spreadsheet import as_csv, workbook
from adilet_parser.model.act import Act
from adilet_parser.pipeline import parse

Format = Literal["akn", "bpmn", "mermaid", "csv", "xlsx", "text"]


def export_command(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="A text, HTML page or PDF; - for standard input.")],
    to: Annotated[
        Format,
        typer.Option(
            help="akn: Akoma Ntoso 3.0. bpmn, mermaid: the processes. csv: a folder, one table a record list. "
            "xlsx: the same as one workbook. text: the repaired text."
        ),
    ],
    output: Annotated[
        str | None, typer.Option("-o", "--output", help="File (for csv: folder); standard output if left away.")
    ] = None,
) -> None:
    """Write an act in another format: Akoma Ntoso, BPMN, Mermaid, CSV, Excel, plain text.

    Examples:

      adilet-parser export act.pdf --to xlsx -o act.xlsx

      adilet-parser export act.pdf --to akn > act.akn.xml

      adilet-parser export act.pdf --to csv -o tables
    """
    if to == "csv" and output is None:
        say("csv is a folder of tables: name it with -o.")
        raise typer.Exit(USAGE)
    if to == "xlsx" and find_spec("openpyxl") is None:
        say("xlsx needs openpyxl: pip install 'adilet-parser[excel]'.")
        raise typer.Exit(USAGE)
    data, name = read_input(file)
    act = parse(data, name)
    report(act, file)
    if to == "csv" and output is not None:
        _write_tables(act, name, Path(output))
    else:
        write_output(_written(act, name, to), output)
    raise typer.Exit(exit_code(act))


def _written(act: Act, name: str, to: Format) -> str | bytes:
    if to == "xlsx":
        return workbook(act, name)
    if to == "text":
        return act.text + "\n" if act.text else ""
    return {"akn": akoma_ntoso, "bpmn": bpmn, "mermaid": mermaid}[to](act)


def _write_tables(act: Act, name: str, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        say(f"{folder} cannot be made: {error.strerror or error}.")
        raise typer.Exit(USAGE) from error
    for table, rows in rows_of(act, name).items():
        cells = [[" ".join(map(str, cell)) if isinstance(cell, tuple) else cell for cell in row] for row in rows]
        write_output(as_csv(list(SCHEMAS[table]), cells), str(folder / f"{table}.csv"))
