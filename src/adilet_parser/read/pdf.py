"""A PDF as a Source: page by page with pdfium; pages that pdfium cannot tell are read by pdfplumber instead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import regex

from adilet_parser.model.problems import Problem, problem
from adilet_parser.read.layout import Sheet, source_of
from adilet_parser.read.source import Source
from adilet_parser.read.tables import join_tables
from adilet_parser.read.text import UnreadableError

if TYPE_CHECKING:
    from adilet_parser.read.plumber import PlumberPages

PdfEngine = Literal["pdfium", "pdfplumber"]

# A letter of no script that acts are written in, or no letter at all: control, private use, unassigned, replacement;
# an accented Latin letter is what Cyrillic turns into under a wrong letter table
STRANGE = regex.compile(r"[^\P{L}\p{Cyrillic}\p{Latin}]|[\p{Cc}\p{Co}\p{Cn}\ufffdÀ-ÖØ-öø-ſ]|\(cid:\d+\)")


def read_pdf(data: bytes, engine: PdfEngine = "pdfium") -> Source:
    """A PDF in visual order. Raises UnreadableError for what cannot be opened."""
    reader = _Reader(data)
    try:
        sheets = reader.by_pdfium() if engine == "pdfium" else reader.by_pdfplumber()
        if not sheets:
            raise UnreadableError("the PDF has no pages")
        join_tables(sheets)
        return replace(source_of(sheets, engine, reader.version), problems=tuple(reader.problems))
    finally:
        reader.close()


class _Reader:
    """One PDF, read by either engine; the reference is opened only when a page asks for it."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._plumber: PlumberPages | None = None
        self.version = ""
        self.problems: list[Problem] = []

    def close(self) -> None:
        """Lets the file go."""
        if self._plumber is not None:
            self._plumber.close()

    def by_pdfium(self) -> list[Sheet]:
        """Every page; turned pages, ruled tables and letters outside the alphabet are read by the reference."""
        import pypdfium2

        from adilet_parser.read.pdfium import PdfiumPages, version

        self.version = version
        try:
            pages = PdfiumPages(self._data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise UnreadableError("the PDF is encrypted and needs a password: decrypt it first") from error
            raise UnreadableError(f"the PDF cannot be opened ({error})") from error
        try:
            sheets = []
            for number in range(1, len(pages) + 1):
                try:
                    sheet, again = pages.sheet(number)
                except pypdfium2.PdfiumError as error:
                    sheets.append(self._unreadable(Sheet(number, 0.0, 0.0), f"is broken ({error})"))
                    continue
                strange = _garbled(sheet)
                if again or strange:
                    sheet = self._reread(sheet, strange)
                sheets.append(sheet)
            return sheets
        finally:
            pages.close()

    def _reread(self, sheet: Sheet, strange: bool) -> Sheet:
        """A page by the reference; what pdfium read of it stands where the reference fails."""
        try:
            reread = self._reference().sheet(sheet.number)
        except Exception as error:  # any fault of a foreign parser on hostile bytes is one fault for us
            if strange:
                return self._unreadable(sheet)
            message = f"Page {sheet.number}: tables were not looked for ({type(error).__name__})."
            self.problems.append(problem("table_unread", message))
            return sheet
        if _garbled(reread):
            return self._unreadable(reread)
        if strange:
            message = f"Page {sheet.number}: its font has no letter table; letters were taken from the font itself."
            self.problems.append(problem("page_reread", message))
        return reread

    def by_pdfplumber(self) -> list[Sheet]:
        """Every page by the reference."""
        from adilet_parser.read.plumber import version

        self.version = version
        try:
            pages = self._reference()
            sheets = [pages.sheet(number) for number in range(1, len(pages) + 1)]
        except UnreadableError:
            raise
        except Exception as error:  # as above
            raise UnreadableError(f"the PDF cannot be read ({type(error).__name__}: {error})") from error
        return [self._unreadable(sheet) if _garbled(sheet) else sheet for sheet in sheets]

    def _reference(self) -> PlumberPages:
        """The reference reader, opened once. Raises UnreadableError."""
        from pdfminer.pdfdocument import PDFPasswordIncorrect
        from pdfplumber.utils.exceptions import PdfminerException

        from adilet_parser.read.plumber import PlumberPages

        if self._plumber is None:
            try:
                self._plumber = PlumberPages(self._data)
            except PdfminerException as error:
                cause = error.args[0] if error.args else error
                if isinstance(cause, PDFPasswordIncorrect):
                    raise UnreadableError("the PDF is encrypted and needs a password: decrypt it first") from error
                raise UnreadableError(f"the PDF cannot be opened ({type(cause).__name__})") from error
        return self._plumber

    def _unreadable(self, sheet: Sheet, fault: str = "cannot be told from its fonts") -> Sheet:
        """A page that nobody can read: no garbage of it goes on."""
        message = f"The text of page {sheet.number} {fault}: run OCR on the file, or get another copy."
        self.problems.append(problem("page_text_unreadable", message))
        return Sheet(sheet.number, sheet.width, sheet.height, garbled=True)


def _garbled(sheet: Sheet) -> bool:
    """True for a page whose glyphs have no letters: the font says nothing of what they mean.

    Such a page shows as `(cid:965)`, as letters of the private use area, or as letters of scripts no act is written in.
    """
    text = "".join(piece.text for block in sheet.blocks for row in block.rows for piece in row)
    strange = len(STRANGE.findall(text))
    if not strange:
        return False
    count = sum(not letter.isspace() and not letter.isdigit() for letter in text) - 5 * text.count("(cid:")
    return strange > 0.3 * count and (count >= 10 or strange >= count > 0)
