"""PDF by geometry: characters sorted by baseline and x, never by the order in which they were painted."""

from __future__ import annotations

import io
from collections import Counter
from statistics import median
from typing import Any

from adilet_parser.read.source import LineBuilder, Page, Source, Style
from adilet_parser.read.text import UnreadableError

BLANK_GAP = 0.16
"""A gap wider than this share of the type size is a blank that was not drawn."""
CELL_GAP = 2.5
"""A gap wider than this many type sizes parts two cells of a row."""
SAME_LINE = 0.45
"""Characters whose bottoms differ by less than this share of the type size stand on one line."""

Char = dict[str, Any]
Glyph = tuple[int, float, float, float, float]


def read_pdf(data: bytes) -> Source:
    """A PDF as a Source in visual order, read with pdfplumber. Raises UnreadableError for what cannot be opened."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            rows = []
            pictures = []
            for page in pdf.pages:
                rows.append((float(page.width), float(page.height), _rows(page.chars)))
                pictures.append(bool(page.images))
                page.close()
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableError("the PDF is encrypted and needs a password: decrypt it first") from error
        raise UnreadableError(f"the PDF cannot be opened ({type(error.args[0]).__name__ if error.args else error})") from error
    except Exception as error:  # any fault of a foreign parser on hostile bytes is one fault for us: unreadable
        raise UnreadableError(f"the PDF cannot be read ({type(error).__name__}: {error})") from error
    if not rows:
        raise UnreadableError("the PDF has no pages")
    return _source(rows, pictures, pdfplumber.__version__)


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Characters of a page as lines, top to bottom, each left to right; cells far apart are lines of their own."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c["bottom"], c["x0"])):
        if rows and char["bottom"] - rows[-1][0]["bottom"] <= SAME_LINE * min(char["size"], rows[-1][0]["size"]):
            rows[-1].append(char)
        else:
            rows.append([char])
    return [cell for row in rows for cell in _cells(sorted(row, key=lambda c: (c["x0"], c["x1"])))]


def _cells(row: list[Char]) -> list[list[Char]]:
    """A row cut where a wide gap parts its cells; cells of blanks alone are nothing."""
    cells: list[list[Char]] = []
    for char in row:
        if cells and char["x0"] - cells[-1][-1]["x1"] <= CELL_GAP * char["size"]:
            cells[-1].append(char)
        else:
            cells.append([char])
    return [cell for cell in cells if any(not char["text"].isspace() for char in cell)]


def _source(pages: list[tuple[float, float, list[list[Char]]]], drawn: list[bool], version: str) -> Source:
    sizes = Counter(round(char["size"], 1) for _, _, rows in pages for row in rows for char in row)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    pitch = _pitch(pages, body)
    text: list[str] = []
    boxes: list[Glyph | None] = []
    length = 0
    built: list[Page] = []
    pictures: list[tuple[int, int]] = []
    for number, (width, height, rows) in enumerate(pages, 1):
        builder = LineBuilder()
        spans: list[tuple[int, int, Style, int]] = []
        above = None
        for row in rows:
            start = length
            for piece, box in _characters(row, number):
                text.append(piece)
                boxes.extend([box] * len(piece))
                length += len(piece)
            gap = 0 if above is None else int((row[0]["bottom"] - above) / pitch > 1.45)
            above = row[0]["bottom"]
            spans.append((start, length, _style(row, body, width), gap))
            text.append("\n")
            boxes.append(None)
            length += 1
        whole = "".join(text)
        for index, (start, end, style, gap) in enumerate(spans):
            builder.gap = gap
            builder.add(whole, start, end, new_page=index == 0 and number > 1, style=style)
        text = [whole]
        built.append(Page(number, width, height, tuple(builder.lines)))
        if not rows and drawn[number - 1]:
            pictures.append((number, length))
    return Source(
        text="".join(text),
        pages=tuple(built),
        order="visual",
        media_type="application/pdf",
        engine="pdfplumber",
        engine_version=version,
        boxes=boxes,
        pictures=tuple(pictures),
    )


def _characters(row: list[Char], page: int) -> list[tuple[str, Glyph | None]]:
    """The characters of a line with their boxes; blanks that are gaps are put in without a box."""
    out: list[tuple[str, Glyph | None]] = []
    before: Char | None = None
    for char in row:
        blank_missing = (
            before is not None
            and char["x0"] - before["x1"] > BLANK_GAP * char["size"]
            and not char["text"].isspace()
            and not before["text"].isspace()
        )
        if blank_missing:
            out.append((" ", None))
        out.append((char["text"], (page, char["x0"], char["top"], char["x1"], char["bottom"])))
        before = char
    return out


def _pitch(pages: list[tuple[float, float, list[list[Char]]]], body: float) -> float:
    """Distance of two lines of body text, in points."""
    steps = [
        below[0]["bottom"] - above[0]["bottom"]
        for _, _, rows in pages
        for above, below in zip(rows, rows[1:], strict=False)
        if abs(above[0]["size"] - body) < 0.2 and abs(below[0]["size"] - body) < 0.2
    ]
    return median(steps) if steps else max(body, 1.0) * 1.3


def _style(row: list[Char], body: float, width: float) -> Style:
    """What type and colour say: small type in the right half is a stamp, red is a note, other sizes head something."""
    letters = [char for char in row if not char["text"].isspace()]
    size = median(char["size"] for char in letters)
    if size < 0.85 * body:
        return "stamp" if letters[0]["x0"] > 0.4 * width else "unknown"
    if abs(size - body) > 0.03 * body:
        return "heading"
    if _red(letters[0]):
        return "note" if len(letters) > 20 or _red(letters[-1]) else "unknown"
    return "body"


def _red(char: Char) -> bool:
    colour = char.get("non_stroking_color")
    return isinstance(colour, tuple) and len(colour) == 3 and colour[0] > 0.8 and colour[1] < 0.2 and colour[2] < 0.2

