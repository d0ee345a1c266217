"""PDF by geometry: characters sorted by baseline and x, never by the order in which they were painted."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import regex

from adilet_parser.model.problems import Problem, problem
from adilet_parser.read.source import Line, Page, Source, Style
from adilet_parser.read.text import UnreadableError

BLANK_GAP = 0.16
"""A gap wider than this share of the type size is a blank that was not drawn."""
CELL_GAP = 2.5
"""A gap wider than this many type sizes parts a line from the blank of an empty cell."""
CELL_LEFT = 0.4
"""A line that begins right of this share of the page width stands in a right-hand cell."""
SAME_LINE = 0.45
"""Characters whose bottoms differ by less than this share of the type size stand on one line."""

# A letter of no script that acts are written in, or no letter at all: private use, unassigned, replacement character
STRANGE = regex.compile(r"[^\P{L}\p{Cyrillic}\p{Latin}]|[\p{Co}\p{Cn}\ufffd]")
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
            garbled = []
            for number, page in enumerate(pdf.pages, 1):
                chars = page.chars
                if _garbled(chars):
                    garbled.append(number)
                    chars = []
                rows.append((float(page.width), float(page.height), _rows(chars)))
                pictures.append(bool(page.images) and number not in garbled)
                page.close()
    except PdfminerException as error:
        if error.args and isinstance(error.args[0], PDFPasswordIncorrect):
            raise UnreadableError("the PDF is encrypted and needs a password: decrypt it first") from error
        raise UnreadableError(
            f"the PDF cannot be opened ({type(error.args[0]).__name__ if error.args else error})"
        ) from error
    except Exception as error:  # any fault of a foreign parser on hostile bytes is one fault for us: unreadable
        raise UnreadableError(f"the PDF cannot be read ({type(error).__name__}: {error})") from error
    if not rows:
        raise UnreadableError("the PDF has no pages")
    return replace(_source(rows, pictures, pdfplumber.__version__), problems=tuple(_unreadable(n) for n in garbled))


def _garbled(chars: list[Char]) -> bool:
    """True for a page whose glyphs have no letters: the font says nothing of what they mean.

    Such a page shows as `(cid:965)`, as letters of the private use area, or as letters of scripts no act is written in.
    """
    letters = [char["text"] for char in chars if not char["text"].isspace() and not char["text"].isdigit()]
    strange = sum(1 for text in letters if text.startswith("(cid:") or (not text.isascii() and STRANGE.match(text)))
    return strange > 0.3 * len(letters) and (len(letters) >= 10 or strange == len(letters))


def _unreadable(page: int) -> Problem:
    message = f"The letters of page {page} cannot be told from its fonts: run OCR on the file, or get another copy."
    return problem("page_text_unreadable", message)


def _rows(chars: list[Char]) -> list[list[Char]]:
    """Characters of a page as lines, top to bottom, each left to right."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda c: (c["bottom"], c["x0"])):
        if rows and char["bottom"] - rows[-1][0]["bottom"] <= SAME_LINE * min(char["size"], rows[-1][0]["size"]):
            rows[-1].append(char)
        else:
            rows.append([char])
    lines = [_without_empty_cell(sorted(row, key=lambda c: (c["x0"], c["x1"]))) for row in rows]
    return [line for line in lines if line]


def _without_empty_cell(row: list[Char]) -> list[Char]:
    """A row without the lone blank that an empty cell left of a wide gap draws; nothing if it is all blanks."""
    first = next((index for index, char in enumerate(row) if not char["text"].isspace()), None)
    if first is None:
        return []
    if first and row[first]["x0"] - row[first - 1]["x1"] > CELL_GAP * row[first]["size"]:
        return row[first:]
    return row


def _source(pages: list[tuple[float, float, list[list[Char]]]], drawn: list[bool], version: str) -> Source:
    frame = _Frame.of([row for _, _, rows in pages for row in rows])
    text: list[str] = []
    boxes: list[Glyph | None] = []
    built: list[Page] = []
    pictures: list[tuple[int, int]] = []
    length = 0
    for number, (width, height, rows) in enumerate(pages, 1):
        lines: list[Line] = []
        above = None
        for row in rows:
            start = length
            for piece, box in _characters(row, number):
                text.append(piece)
                boxes.extend([box] * len(piece))
                length += len(piece)
            gap = 0 if above is None else int(row[0]["bottom"] - above > 1.45 * frame.pitch_of(row))
            above = row[0]["bottom"]
            style = _style(row, frame.size, width)
            lines.append(
                Line(start, length, gap, not lines and number > 1, frame.indent(row, style), style, frame.filled(row))
            )
            text.append("\n")
            boxes.append(None)
            length += 1
        built.append(Page(number, width, height, tuple(lines)))
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


@dataclass(frozen=True, slots=True)
class _Frame:
    """The body text's type size, its left and right edges, and the distance of its lines, in points."""

    size: float
    left: float
    right: float
    pitch: float

    @staticmethod
    def of(rows: list[list[Char]]) -> _Frame:
        """The frame that most lines of a document stand in."""
        sizes = Counter(round(char["size"], 1) for row in rows for char in row)
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        body = [row for row in rows if abs(row[0]["size"] - size) < 0.2]
        starts = Counter(round(_ink(row)[0]["x0"]) for row in body)
        steps = [
            step
            for above, below in itertools.pairwise(rows)
            if abs(above[0]["size"] - size) < 0.2 > abs(below[0]["size"] - size)
            and (step := below[0]["bottom"] - above[0]["bottom"]) > 0
        ]
        return _Frame(
            size=size,
            left=float(starts.most_common(1)[0][0]) if starts else 0.0,
            right=max((_ink(row)[-1]["x1"] for row in body), default=0.0),
            pitch=median(steps) if steps else max(size, 1.0) * 1.3,
        )

    def pitch_of(self, row: list[Char]) -> float:
        """The distance at which lines of this line's type would follow each other."""
        return self.pitch * max(1.0, float(_ink(row)[0]["size"]) / max(self.size, 1.0))

    def indent(self, row: list[Char], style: Style) -> int:
        """How many blanks (a quarter of the type size each) the line is set in.

        Headings and stamps are set in the middle of the page or of a cell: there only drawn blanks count.
        """
        if style in {"heading", "stamp"}:
            return next((index for index, char in enumerate(row) if not char["text"].isspace()), 0)
        blanks = (float(_ink(row)[0]["x0"]) - self.left) / (0.25 * max(self.size, 1.0))
        return max(0, round(blanks))

    def filled(self, row: list[Char]) -> bool:
        """True if the line reaches into the last fifth before the right edge."""
        return float(_ink(row)[-1]["x1"]) > self.left + 0.8 * (self.right - self.left)


def _ink(row: list[Char]) -> list[Char]:
    """The characters of a line that are not blanks; there is at least one."""
    return [char for char in row if not char["text"].isspace()]


def _style(row: list[Char], body: float, width: float) -> Style:
    """What type and colour say: small type in the right half is a stamp, red is a note, other sizes head something."""
    letters = _ink(row)
    size = median(char["size"] for char in letters)
    if letters[0]["x0"] > CELL_LEFT * width:
        return "stamp"
    if size < 0.85 * body:
        return "small"
    if abs(size - body) > 0.03 * body:
        return "heading"
    if _red(letters[0]):
        return "note" if len(letters) > 20 or _red(letters[-1]) else "unknown"
    return "body"


def _red(char: Char) -> bool:
    colour = char.get("non_stroking_color")
    return isinstance(colour, tuple) and len(colour) == 3 and colour[0] > 0.8 and colour[1] < 0.2 and colour[2] < 0.2
