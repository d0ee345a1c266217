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

from adilet_parser.read.layout import Block, Sheet
from adilet_parser.read.rows import Piece, Row, rows_of
from adilet_parser.read.tables import MANY_RULINGS

WORD = regex.compile(r"\S+")
WIDEST_GAP = 0.2
"""Letters of a word spread by justification leave no more than this share of the type size over; a hole is wider."""
SLACK = 0.06
"""Boxes are rounded: letters may overlap by this share of the type size."""

version = str(pdfium.PYPDFIUM_INFO)

LOOSE_BOX = raw.FPDFText_GetLooseCharBox
ONE: tuple[int, ...] = (0,)


class PdfiumPages:
    """The pages of one PDF file. Raises pdfium's PdfiumError where it cannot be opened."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pdfium.PdfDocument(data)
        self._widths: dict[str, float] = {}
        self._fits: dict[tuple[str, int, int], tuple[int, ...] | None] = {}

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
            kinds, order = _drawn(page)
            text = page.get_textpage()
            try:
                left, _, _, top = page.get_mediabox()
                glyphs = _Glyphs(text.raw, left, top, order)
                rows = self._rows(glyphs, _text(text))
                _mark_links(rows, glyphs, _annotations(self._pdf.raw, page.raw, left, top))
            finally:
                text.close()
            picture = raw.FPDF_PAGEOBJ_IMAGE in kinds
            sheet = Sheet(number, page.get_width(), page.get_height(), [Block(rows, number)] if rows else [], picture)
            return sheet, page.get_rotation() != 0 or kinds.count(raw.FPDF_PAGEOBJ_PATH) >= MANY_RULINGS
        finally:
            page.close()

    def _rows(self, glyphs: _Glyphs, text: str) -> list[Row]:
        rows = rows_of(self._pieces(glyphs, text))
        for row in rows:
            first, last = row[0].at, row[-1].at + len(row[-1].text) - 1
            row[0].red, row[0].bold, row[0].slanted = glyphs.red(first), glyphs.bold(first), glyphs.slanted(first)
            row[-1].red = row[0].red and glyphs.red(last)
            row[-1].bold = row[0].bold and glyphs.bold(last)
        return rows

    def _pieces(self, glyphs: _Glyphs, text: str) -> list[Piece]:
        """The words of pdfium's text, in its order; a word whose letters do not fill its box comes letter by letter."""
        pieces: list[Piece] = []
        box, size = glyphs.box, glyphs.size
        for match in WORD.finditer(text):
            start, end = match.span()
            word = match.group()
            x0, top, x1, bottom = box(start)
            height = bottom - top
            offsets = ONE
            if end - start > 1:
                _, last_top, x1, last_bottom = box(end - 1)
                level = height > 0 and -0.1 * height < last_bottom - bottom < 0.1 * height
                fit = self._offsets(word, height, x1 - x0) if level else None
                if fit is None:
                    pieces.extend(self._letters(glyphs, word, start))
                    continue
                offsets = fit
                if last_top < top:
                    top = last_top
            elif height > 0:
                self._widths[word] = (x1 - x0) / height
            pieces.append(Piece(word, x0, top, x1, bottom, size(start, height), offsets, False, start, start > 0))
        return pieces

    def _offsets(self, word: str, height: float, width: float) -> tuple[int, ...] | None:
        """Where the letters of a word begin if they fill its box, in tenths of a point; nothing if they do not."""
        key = (word, int(10 * height), int(10 * width))
        found = self._fits.get(key)
        if found is None and key not in self._fits:
            widths = [self._widths.get(letter, math.inf) * height for letter in word]
            over = width - sum(widths)
            if -SLACK * height <= over <= WIDEST_GAP * height:
                spread = over / (len(word) - 1)
                edges = itertools.accumulate((letter + spread for letter in widths[:-1]), initial=0.0)
                found = self._fits[key] = tuple([int(10 * edge) for edge in edges])
            elif over > 0:
                # Too wide for letters that are all known: a hole, or another font. Nothing learnt later mends it.
                self._fits[key] = None
        return found

    def _letters(self, glyphs: _Glyphs, word: str, start: int) -> Iterator[Piece]:
        """The letters of a word one by one."""
        for at, letter in enumerate(word, start):
            x0, top, x1, bottom = glyphs.box(at)
            if bottom > top:
                self._widths[letter] = (x1 - x0) / (bottom - top)
            yield Piece(letter, x0, top, x1, bottom, glyphs.size(at, bottom - top), ONE, False, at, at == start > 0)


class _Glyphs:
    """Questions to pdfium about single glyphs of a page, places counted from its top left corner."""

    def __init__(self, page: raw.FPDF_TEXTPAGE, left: float, top: float, order: dict[int, int]) -> None:
        self._page, self._left, self._top, self._order = page, left, top, order
        self._rect, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._rect_at, self._matrix_at = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._colour = tuple(ctypes.c_uint() for _ in range(4))
        self._sizes: dict[int, float] = {}

    def box(self, at: int) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom of glyph `at`, the whole width and height that its type gives it."""
        LOOSE_BOX(self._page, at, self._rect_at)
        rect, left, top = self._rect, self._left, self._top
        return rect.left - left, top - rect.top, rect.right - left, top - rect.bottom

    def size(self, at: int, height: float) -> float:
        """The type size of glyph `at`; asked once a page for boxes of one height."""
        key = int(50 * height)
        if key not in self._sizes:
            raw.FPDFText_GetMatrix(self._page, at, self._matrix_at)
            scale = math.hypot(self._matrix.b, self._matrix.d)
            self._sizes[key] = raw.FPDFText_GetFontSize(self._page, at) * scale or max(height, 1.0)
        return self._sizes[key]

    def painted(self, at: int) -> int:
        """The place of glyph `at` in the order of painting."""
        return self._order.get(ctypes.addressof(raw.FPDFText_GetTextObject(self._page, at).contents), 0)

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


def _mark_links(rows: list[Row], glyphs: _Glyphs, annotations: list[tuple[float, float, float, float, str]]) -> None:
    """Marks what was painted after something to its right, which is how Әділет prints links, and what is annotated."""
    for row in rows:
        if not annotations and len(row) > 1 and glyphs.painted(row[0].at) == glyphs.painted(row[-1].at):
            # One run from end to end: nothing was painted into it later.
            continue
        painted = math.inf
        for piece in reversed(row):
            place = glyphs.painted(piece.at)
            piece.late = place if place > painted else 0
            painted = min(painted, place)
            for x0, top, x1, bottom, uri in annotations:
                if x0 <= (piece.x0 + piece.x1) / 2 <= x1 and top <= (piece.top + piece.bottom) / 2 <= bottom:
                    piece.uri = uri


def _annotations(
    pdf: raw.FPDF_DOCUMENT, page: raw.FPDF_PAGE, left: float, top: float
) -> list[tuple[float, float, float, float, str]]:
    """x0, top, x1, bottom and URI of the link annotations of a page."""
    found = []
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(position), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
        if length > 1 and raw.FPDFLink_GetAnnotRect(link, ctypes.byref(rect)):
            buffer = ctypes.create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf, action, buffer, length)
            uri = buffer.value.decode("utf-8", "replace")
            found.append((rect.left - left, top - rect.top, rect.right - left, top - rect.bottom, uri))
    return found


def _drawn(page: pdfium.PdfPage) -> tuple[list[int], dict[int, int]]:
    """The kinds of the objects drawn on a page, and their places in the order of painting."""
    objects = [raw.FPDFPage_GetObject(page.raw, index) for index in range(raw.FPDFPage_CountObjects(page.raw))]
    order = {ctypes.addressof(drawn.contents): index for index, drawn in enumerate(objects)}
    return [raw.FPDFPageObj_GetType(drawn) for drawn in objects], order


def _text(page: pdfium.PdfTextPage) -> str:
    """The text of a page, one character for each glyph."""
    count = raw.FPDFText_CountChars(page.raw)
    text = page.get_text_range() if count > 0 else ""
    if len(text) != count:
        # Letters beyond the first plane, or glyphs without a letter: ask for each.
        text = "".join(chr(raw.FPDFText_GetUnicode(page.raw, at) or 0xFFFD) for at in range(count))
    # pdfium marks a hyphen at a line's end, where it joins the lines, with a character that is none.
    return text.replace("\ufffe", "-")
