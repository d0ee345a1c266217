"""Where the text came from and what was done to it."""

from bisect import bisect_right
from typing import Literal

from adilet_parser.model.base import Frozen, Span

MediaType = Literal["text/plain", "text/html", "application/pdf"]
Engine = Literal["text", "html.parser", "pdfium", "pdfplumber"]
RepairKind = Literal[
    "line_join",
    "link_restored",
    "page_break",
    "heading_split",
    "homoglyph",
    "hyphen_restored",
    "normalised",
    "dropped_furniture",
    "blank_run",
]


class SourceInfo(Frozen):
    """The file that was read. `pages` is null for texts without page marks; `encoding` is null for PDFs."""

    file: str
    sha256: str
    media_type: MediaType
    encoding: str | None
    pages: int | None
    engine: Engine
    engine_version: str
    parser_version: str


class Repair(Frozen):
    """One change between input and text.

    `span` is the place in the repaired text, `source` the ranges of the input it came from: character offsets of a
    text file (counted after a byte order mark), glyph offsets in reading order for a PDF (see `SourceMap`).
    """

    kind: RepairKind
    span: Span
    source: tuple[Span, ...]
    before: str
    after: str
    rule: str


class Box(Frozen):
    """A rectangle on a page, in points, origin at the top left; `page` counts from 1."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


class SourceLine(Frozen):
    """A printed line of a PDF: its first glyph offset, page (from 1), top and bottom in points.

    `edges[i]` is the left edge of glyph `start + i`, in tenths of a point; the last edge is the line's right end.
    """

    start: int
    page: int
    top: float
    bottom: float
    edges: tuple[int, ...]


class SourceMap(Frozen):
    """Every stretch of the text with its place in the input.

    A run (start, end, source_start, source_end) says that `text[start:end]` stands for that range of the input; runs
    are in text order, and characters between them were inserted by repair (blanks and line ends). `unit` says what
    source offsets count: characters of a text file (a byte order mark not counted), or glyphs of a PDF in reading
    order; the `lines` of a PDF give their places on the page.
    """

    unit: Literal["character", "glyph"]
    runs: tuple[tuple[int, int, int, int], ...]
    lines: tuple[SourceLine, ...] = ()

    def locate(self, start: int, end: int) -> list[Span]:
        """Source ranges behind `text[start:end]`, in text order; several where a link moved or a line broke."""
        found: list[Span] = []
        index = max(bisect_right(self.runs, (start, float("inf"))) - 1, 0)
        while index < len(self.runs) and self.runs[index][0] < end:
            low, high, source, source_end = self.runs[index]
            index += 1
            if high <= start:
                continue
            if high - low == source_end - source:
                found.append((source + max(start - low, 0), source_end - max(high - end, 0)))
            else:
                found.append((source, source_end))
        return found

    def boxes(self, start: int, end: int) -> list[Box]:
        """Page boxes behind `text[start:end]`, one for each piece of a printed line; empty for text files."""
        starts = [line.start for line in self.lines]
        found: list[Box] = []
        for low, high in self.locate(start, end) if starts else []:
            line = self.lines[bisect_right(starts, low) - 1]
            left, right = low - line.start, min(high - line.start, len(line.edges) - 1)
            found.append(
                Box(
                    page=line.page,
                    x0=line.edges[left] / 10,
                    top=line.top,
                    x1=line.edges[right] / 10,
                    bottom=line.bottom,
                )
            )
        return found
