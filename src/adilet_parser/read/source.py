"""What every reader hands on: the characters of the input in reading order, its lines, and the way back to the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from adilet_parser.model.problems import Problem
from adilet_parser.model.provenance import Engine, MediaType, Repair, SourceLine

Style = Literal["body", "heading", "stamp", "note", "signature", "small", "furniture", "unknown"]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a ruled table: the table's number in the document, its row and column from 0, how many it spans."""

    table: int
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: `text[start:end]` of its source, without the line break.

    `gap` counts the blank lines above it, `new_page` is true for the first line of a page, `indent` counts leading
    blanks, `style` is what the page's type and colour say (`unknown` for plain text), `filled` is true where the line
    reaches the right edge, so that the next one may go on with it (null where only the text can tell), `cell` is the
    table cell it stands in, `whole` says that it is a paragraph as the file has it (HTML), or as numbers show (folded text).
    """

    start: int
    end: int
    gap: int = 0
    new_page: bool = False
    indent: int = 0
    style: Style = "unknown"
    filled: bool | None = None
    cell: Cell | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class LinkText:
    """`text[start:end]` is a hyperlink: `uri` where its annotation says so, null where only its paint order does."""

    start: int
    end: int
    uri: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its lines, top to bottom; `number` counts from 1, sizes are points (0 for plain text)."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """The input as characters in reading order.

    `text` holds every character that was read, line breaks between lines included. `order` is `paint` where links may
    stand at the end of their line (text pulled out of a PDF), `visual` where geometry has put them right.
    `offsets[i]` is the place of `text[i]` in the file, where that is not `i` itself; `printed` says where the lines of a
    PDF stand on their pages, glyph by glyph. `pictures` are pages that hold pictures and
    no characters: (page number, offset in `text` where its characters would be). `links` are the link
    texts of a PDF or a page; `made` are characters that the reader put in: numbers of list items.
    """

    text: str
    pages: tuple[Page, ...]
    order: Literal["paint", "visual"]
    media_type: MediaType
    engine: Engine
    engine_version: str
    encoding: str | None = None
    offsets: tuple[int, ...] | None = None
    printed: tuple[SourceLine, ...] = ()
    repairs: tuple[Repair, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: tuple[tuple[int, int], ...] = ()
    links: tuple[LinkText, ...] = ()
    made: tuple[tuple[int, int], ...] = ()

    @property
    def lines(self) -> list[Line]:
        """All lines in reading order."""
        return [line for page in self.pages for line in page.lines]

    def file_span(self, start: int, end: int) -> tuple[int, int]:
        """Character offsets in the file for `text[start:end]` (glyph offsets for a PDF)."""
        if self.offsets is None or start >= end:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(slots=True)
class LineBuilder:
    """Turns characters into `Line`s while a reader walks down its pages, counting gaps."""

    lines: list[Line] = field(default_factory=list)
    gap: int = 0

    def add(self, text: str, start: int, end: int, *, new_page: bool = False, whole: bool = False) -> None:
        """Adds `text[start:end]`; a line of blanks only widens the gap."""
        body = text[start:end]
        stripped = body.lstrip()
        if not stripped:
            self.gap += 1
            return
        self.lines.append(Line(start, end, self.gap, new_page, len(body) - len(stripped), whole=whole))
        self.gap = 0
