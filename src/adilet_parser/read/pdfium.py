"""PDF pages by pdfium: one call for a page's text, two for the box of a word, none for most single letters.

Calls cost more than all else. So a word's box is asked at its ends only, and its letters are laid out by widths
already known from the same file; where they do not fill the box (another font, a hole in the word) each is asked.
"""

from __future__ import annotations

import ctypes
import itertools
import math
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import regex

from adilet_parser.read.layout import Block, Piece, Row, Sheet, rows_of

WORD = regex.compile(r"\s|\S+")
WIDEST_GAP = 0.2
"""Letters of a word spread by justification leave no more than this share of the type size over; a hole is wider."""
MANY_RULINGS = 4
"""A page with fewer lines drawn on it has no ruled table."""

version = str(pdfium.PYPDFIUM_INFO)

Rectangle = tuple[float, float, float, float]


class PdfiumPages:
    """The pages of one PDF file. Raises pdfium's PdfiumError where it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pdfium.PdfDocument(data)
        self._widths: dict[str, float] = {}

    def __len__(self) -> int:
        return len(self._pdf)

    def close(self) -> None:
        """Gives the file back to the library."""
        self._pdf.close()

    def sheet(self, number: int) -> tuple[Sheet, bool]:
        """Page `number` (from 1) as a sheet of one block, and whether it asks for the reference reader.

        Turned pages and pages with rulings do: the reference turns them upright and finds the tables.
        """
        page = self._pdf[number - 1]
        try:
            kinds = _kinds(page)
            text = page.get_textpage()
            try:
                left, _, _, top = page.get_mediabox()
                rows = self._rows(_Glyphs(text.raw, left, top), _text(text))
            finally:
                text.close()
            picture = raw.FPDF_PAGEOBJ_IMAGE in kinds
            sheet = Sheet(number, page.get_width(), page.get_height(), [Block(rows, number)] if rows else [], picture)
            return sheet, page.get_rotation() != 0 or kinds.count(raw.FPDF_PAGEOBJ_PATH) >= MANY_RULINGS
        finally:
            page.close()

    def _rows(self, glyphs: _Glyphs, text: str) -> list[Row]:
        rows = rows_of(itertools.chain.from_iterable(self._pieces(glyphs, text)))
        for row in rows:
            ink = [piece for piece in row if not piece.blank]
            first, last = ink[0].at, ink[-1].at + len(ink[-1].text) - 1
            ink[-1].red, ink[-1].bold = glyphs.red(last), glyphs.bold(last)
            ink[0].red, ink[0].bold, ink[0].slanted = glyphs.red(first), glyphs.bold(first), glyphs.slanted(first)
        return rows

    def _pieces(self, glyphs: _Glyphs, text: str) -> Iterator[list[Piece]]:
        """The pieces of every word, in the order of pdfium's text."""
        for match in WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            first = glyphs.box(start)
            if word.isspace():
                # A blank that pdfium made up, or a line break, has no width.
                if first[2] > first[0] and word not in "\r\n":
                    yield [glyphs.piece(" ", start, first)]
            elif end - start == 1:
                self._learn(word, first)
                yield [glyphs.piece(word, start, first)]
            else:
                yield self._word(glyphs, word, start, first)

    def _word(self, glyphs: _Glyphs, word: str, start: int, first: Rectangle) -> list[Piece]:
        """A word as one piece if its letters fill its box, else a piece for each letter."""
        x0, top, _, bottom = first
        last = glyphs.box(start + len(word) - 1)
        height = bottom - top
        widths = [self._widths.get(letter, math.inf) * height for letter in word]
        over = last[2] - x0 - sum(widths)
        if abs(last[3] - bottom) < 0.1 * height and -0.06 * height <= over <= WIDEST_GAP * height:
            spread = over / (len(word) - 1)
            edges = tuple(itertools.accumulate((width + spread for width in widths[:-1]), initial=x0))
            size = glyphs.size(start, height)
            return [Piece(word, x0, min(top, last[1]), last[2], bottom, size, edges, False, start)]
        pieces = []
        for index, letter in enumerate(word):
            box = glyphs.box(start + index)
            self._learn(letter, box)
            pieces.append(glyphs.piece(letter, start + index, box))
        return pieces

    def _learn(self, letter: str, box: Rectangle) -> None:
        if box[3] > box[1]:
            self._widths[letter] = (box[2] - box[0]) / (box[3] - box[1])


class _Glyphs:
    """Questions to pdfium about single glyphs of a page, places counted from its top left corner."""

    def __init__(self, page: raw.FPDF_TEXTPAGE, left: float, top: float) -> None:
        self._page, self._left, self._top = page, left, top
        self._rect, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._rect_at, self._matrix_at = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._sizes: dict[float, float] = {}

    def box(self, at: int) -> Rectangle:
        """x0, top, x1, bottom of glyph `at`, the whole width and height that its type gives it."""
        raw.FPDFText_GetLooseCharBox(self._page, at, self._rect_at)
        rect = self._rect
        return rect.left - self._left, self._top - rect.top, rect.right - self._left, self._top - rect.bottom

    def piece(self, letter: str, at: int, box: Rectangle) -> Piece:
        """One glyph as a piece."""
        x0, top, x1, bottom = box
        return Piece(letter, x0, top, x1, bottom, self.size(at, bottom - top), (x0,), letter.isspace(), at)

    def size(self, at: int, height: float) -> float:
        """The type size of glyph `at`; asked once a page for boxes of one height."""
        key = round(height, 2)
        if key not in self._sizes:
            raw.FPDFText_GetMatrix(self._page, at, self._matrix_at)
            scale = math.hypot(self._matrix.b, self._matrix.d)
            self._sizes[key] = raw.FPDFText_GetFontSize(self._page, at) * scale or max(height, 1.0)
        return self._sizes[key]

    def red(self, at: int) -> bool:
        """True if glyph `at` is painted red."""
        red, green, blue, alpha = self._colour
        raw.FPDFText_GetFillColor(
            self._page, at, ctypes.byref(red), ctypes.byref(green), ctypes.byref(blue), ctypes.byref(alpha)
        )
        return bool(red.value > 204 and green.value < 51 and blue.value < 51)

    def bold(self, at: int) -> bool:
        """True if glyph `at` is of a bold type, or drawn with its outline, which is how Әділет prints bold."""
        drawn = raw.FPDFText_GetTextObject(self._page, at)
        outlined = bool(drawn) and raw.FPDFTextObj_GetTextRenderMode(drawn) == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        return outlined or bool(raw.FPDFText_GetFontWeight(self._page, at) >= 600)

    def slanted(self, at: int) -> bool:
        """True if glyph `at` leans to the right."""
        raw.FPDFText_GetMatrix(self._page, at, self._matrix_at)
        return bool(self._matrix.c > 0.05)


def _kinds(page: pdfium.PdfPage) -> list[int]:
    """The kinds of the objects drawn on a page."""
    return [
        raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, index))
        for index in range(raw.FPDFPage_CountObjects(page.raw))
    ]


def _text(page: pdfium.PdfTextPage) -> str:
    """The text of a page, one character for each glyph."""
    count = raw.FPDFText_CountChars(page.raw)
    text = page.get_text_range() if count > 0 else ""
    if len(text) != count:
        # Letters beyond the first plane, or glyphs without a letter: ask for each.
        text = "".join(chr(raw.FPDFText_GetUnicode(page.raw, at) or 0xFFFD) for at in range(count))
    # pdfium marks a hyphen at a line's end, where it joins the lines, with a character that is none.
    return text.replace("\ufffe", "-")
