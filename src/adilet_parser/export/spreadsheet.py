"""Tables for spreadsheets, as CSV and as workbooks; no cell can be taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import regex

from adilet_parser.batch.tables import SCHEMAS, rows_of
from adilet_parser.model.act import Act

# Characters that a workbook's XML cannot hold
FORBIDDEN = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST_CELL = 32_767
WIDEST = 60
NARROW = 12


def harmless(cell: object) -> object:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("-"), harmless(-3)
    ("'=1+1", '-', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in set("=+-@\t\r") and cell[1:2] else cell


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table with a line of headings."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return out.getvalue()


def workbook(act: Act, path: str) -> bytes:
    """An .xlsx file with one sheet a record list, in the columns of `docs/schema.md` (needs openpyxl, extra `excel`)."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    for name, rows in rows_of(act, path).items():
        sheet = book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for index, column in enumerate(SCHEMAS[name]):
            longest = max((len(str(row[index])) for row in rows if row[index] is not None), default=0)
            width = min(max(longest, len(column), NARROW), WIDEST)
            sheet.column_dimensions[_letters(index)].width = width
        heads = [WriteOnlyCell(sheet, value=column) for column in SCHEMAS[name]]
        for head in heads:
            head.font = Font(bold=True)
        sheet.append(heads)
        for row in rows:
            sheet.append([_cell(sheet, value, WriteOnlyCell, Alignment) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any, make: Any, alignment: Any) -> Any:
    """Text stays text: a workbook's cell has a type, so that "=1" needs no mark before it."""
    if isinstance(value, tuple):
        value = " ".join(map(str, value))
    if not isinstance(value, str):
        return value
    cell = make(sheet, value=FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value)[:LONGEST_CELL])
    cell.data_type = "s"
    cell.alignment = alignment(wrap_text=True, vertical="top")
    return cell


def _letters(index: int) -> str:
    """A column's name: 0 -> A, 26 -> AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
