"""A ruled table as part of the tree: rows, cells, their paragraphs; and which rows head it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import regex

from adilet_parser.model.tree import CellPlace
from adilet_parser.read.source import Cell
from adilet_parser.repair.repaired import Paragraph
from adilet_parser.segment.element import Element

# "1", "2.", "12)": a cell that only counts its row
COUNTER = regex.compile(r"^\d{1,3}(?:[.)]|\.\d{1,2}\.?)?$")


def add_table(holder: Element, at: str | None, text: str, paragraphs: Sequence[Paragraph]) -> Element:
    """Adds the table that a run of paragraphs makes; its cells have the locator of the part that holds it."""
    table = holder.add(Element("table", at, 0, 0, "ruled_table"))
    for number, in_row in itertools.groupby(paragraphs, key=lambda p: _cell(p).row):
        row = table.add(Element("row", at, 0, 0, "ruled_table", str(number + 1)))
        for place, in_cell in itertools.groupby(in_row, key=_cell):
            cell = row.add(Element("cell", at, 0, 0, "ruled_table"))
            cell.cell = CellPlace(
                row=place.row,
                column=place.column,
                row_span=place.row_span,
                column_span=place.column_span,
                header=False,
            )
            for paragraph in in_cell:
                cell.add(Element("paragraph", at, paragraph.start, paragraph.end, "cell"))
                cell.own.append((paragraph.start, paragraph.end))
    for row in table.children[: _head_rows(table, text)]:
        for cell in row.children:
            assert cell.cell is not None
            cell.cell = cell.cell.model_copy(update={"header": True})
    return table


def _cell(paragraph: Paragraph) -> Cell:
    assert paragraph.cell is not None
    return paragraph.cell


def _head_rows(table: Element, text: str) -> int:
    """How many rows stand above the first one that is counted: `№ | Бөлімше | Мерзімі`, perhaps `1 | 2 | 3` below.

    A row whose every cell is a counter numbers the columns and belongs to the head.
    """
    rows = [[" ".join((cell.own_text(text) or "").split()) for cell in row.children] for row in table.children]
    for index, row in enumerate(rows[:4]):
        if len(row) > 1 and all(COUNTER.match(words) for words in row):
            return index + 1
    for index, row in enumerate(rows[:4]):
        if COUNTER.match(row[0]):
            return index if len(rows) > index else 0
    return 1 if len(rows) > 1 and len(rows[0]) > 1 else 0
