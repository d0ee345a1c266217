"""PDF pages by pdfplumber: slower, and the reference; reads fonts without a letter table, turned pages, ruled tables."""

from __future__ import annotations

import contextlib
import io
from typing import Any

import pdfplumber

from adilet_parser.read.layout import Block, Sheet
from adilet_parser.read.rows import Piece, rows_of
from adilet_parser.read.tables import MANY_RULINGS, blocks_of

version = str(pdfplumber.__version__)


class PlumberPages:
    """The pages of one PDF file. Raises pdfplumber's PdfminerException where it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pdfplumber.open(io.BytesIO(data))

    def __len__(self) -> int:
        return len(self._pdf.pages)

    def close(self) -> None:
        """Lets the file go. The library looks at every page to do so: one that is broken has been told of before."""
        with contextlib.suppress(Exception):
            self._pdf.close()

    def sheet(self, number: int) -> Sheet:
        """Page `number` (from 1): the open page, and every ruled table cell by cell."""
        page = self._pdf.pages[number - 1]
        try:
            pieces = [_piece(char, index) for index, char in enumerate(page.chars)]
            sheet = Sheet(number, float(page.width), float(page.height), picture=bool(page.images))
            if len(page.lines) + len(page.rects) + len(page.curves) >= MANY_RULINGS:
                sheet.blocks = blocks_of(pieces, page.find_tables(), number)
            elif rows := rows_of(pieces):
                sheet.blocks = [Block(rows, number)]
            return sheet
        finally:
            page.close()


def _piece(char: dict[str, Any], at: int) -> Piece:
    text = char["text"]
    return Piece(
        text=" " if text.isspace() else text,
        x0=char["x0"],
        top=char["top"],
        x1=char["x1"],
        bottom=char["bottom"],
        size=char["size"],
        offsets=(0,) * len(text),
        blank=text.isspace(),
        at=at,
        red=_red(char.get("non_stroking_color")),
        bold="bold" in char["fontname"].lower(),
        slanted=char["matrix"][2] > 0.05,
    )


def _red(colour: object) -> bool:
    return isinstance(colour, tuple) and len(colour) == 3 and colour[0] > 0.8 and colour[1] < 0.2 and colour[2] < 0.2
