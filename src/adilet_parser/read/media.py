"""Tells what the bytes are, and reads them with the reader that fits."""

from __future__ import annotations

import regex

from adilet_parser.read.html import read_html
from adilet_parser.read.pdf import PdfEngine, read_pdf
from adilet_parser.read.source import Source
from adilet_parser.read.text import UnreadableError, read_text

# First bytes of files that are refused by name, with what to do about them.
REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture: run OCR first and give the text"),
    (b"\xff\xd8\xff", "a JPEG picture: run OCR first and give the text"),
    (b"GIF8", "a GIF picture: run OCR first and give the text"),
    (b"II*\x00", "a TIFF picture: run OCR first and give the text"),
    (b"MM\x00*", "a TIFF picture: run OCR first and give the text"),
    (b"BM", "a BMP picture: run OCR first and give the text"),
    (b"PK\x03\x04", "a ZIP archive or a DOCX document: save it as PDF or as text"),
    (b"\xd0\xcf\x11\xe0", "a DOC document: save it as PDF or as text"),
    (b"{\\rtf", "an RTF document: save it as PDF or as text"),
    (b"\x1f\x8b", "a gzip archive: unpack it first"),
)
# "<!DOCTYPE html>", "<html lang=kk>", or a piece of a page that begins with "<h1>", "<article>", "<p>"
HTML = regex.compile(
    rb"\A[\s\xef\xbb\xbf]*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body|article|section|div|table|h[1-6]|p)\b[^<>]*>",
    regex.IGNORECASE | regex.DOTALL,
)


def read(data: bytes, engine: PdfEngine = "pdfium") -> Source:
    """The bytes as a Source, a PDF by the engine named. Raises UnreadableError, whose message names what they are and the mend."""
    if b"%PDF-" in data[:1024]:
        return read_pdf(data, engine)
    for magic, what in REFUSED:
        # "BM" also opens words: a picture has zero bytes in its header.
        if data.startswith(magic) and (len(magic) > 2 or b"\x00" in data[:32]):
            raise UnreadableError(what)
    if HTML.match(data[:1024]):
        return read_html(data)
    return read_text(data)
