"""Pieces of a page -> lines in visual order: sorted by baseline and x, never by the order in which they were painted."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from statistics import median

from adilet_parser.model.provenance import Engine, SourceLine
from adilet_parser.read.source import Cell, Line, Page, Source, Style

BLANK_GAP = 0.16
"""A gap wider than this share of the type size is a blank that was not drawn."""
CELL_GAP = 2.5
"""A gap wider than this many type sizes parts a line from the blank of an empty cell."""
CELL_LEFT = 0.4
"""A line that begins right of this share of the page width stands in a right-hand cell."""
SAME_LINE = 0.45
"""Pieces whose bottoms differ by less than this share of the type size stand on one line."""
SPACED = 0.12
"""Letters further apart than this share of the type size are letter-spaced."""
PARAGRAPH_GAP = 1.45
"""Lines further apart than this many line pitches have white space between them."""


@dataclass(slots=True, eq=False)
class Piece:
    """A blank, a glyph, or a word in one type: its text, its box in points (origin top left), its glyphs' left edges.

    `size` is the type size, `at` the number of its first glyph on the page, as its reader counts; `red`, `bold` and
    `slanted` are told of the first and the last piece of a line only. `spread` is the width of a blank where a line is
    letter-spaced, else 0.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    edges: tuple[float, ...]
    blank: bool
    at: int = 0
    red: bool = False
    bold: bool = False
    slanted: bool = False
    spread: float = 0.0


Row = list[Piece]


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: the open page (`cell` is null), or the inside of one table cell and its edges."""

    rows: list[Row]
    page: int
    cell: Cell | None = None
    left: float = 0.0
    right: float = 0.0


@dataclass(slots=True)
class Sheet:
    """A page as it lies: its blocks in reading order, and whether it shows pictures or letters nobody can read."""

    number: int
    width: float
    height: float
    blocks: list[Block] = field(default_factory=list)
    picture: bool = False
    garbled: bool = False


def rows_of(pieces: Iterable[Piece]) -> list[Row]:
    """Pieces as lines, top to bottom, each left to right; lines of blanks are left out."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda p: (p.bottom, p.x0)):
        if rows and piece.bottom - rows[-1][0].bottom <= SAME_LINE * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    lines = [_without_empty_cell(sorted(row, key=lambda p: (p.x0, p.x1))) for row in rows]
    return [_closed_up(line) for line in lines if line]


def _without_empty_cell(row: Row) -> Row:
    """A row without the lone blank that an empty cell left of a wide gap draws; nothing if it is all blanks."""
    first = next((index for index, piece in enumerate(row) if not piece.blank), None)
    if first is None:
        return []
    if first and row[first].x0 - row[first - 1].x1 > CELL_GAP * row[first].size:
        return row[first:]
    return row


def _closed_up(row: Row) -> Row:
    """A letter-spaced line as words: `у п о л н о м о ч е н н ы м и   о р г а н а м и ;`.

    The old template sets such a line where a justified paragraph ends: blanks of one width part its letters, wider
    ones its words.
    """
    ink = _ink(row)
    single = sum(len(piece.text) == 1 for piece in ink)
    if len(ink) < 4 or single < 0.9 * len(ink):
        return row
    gaps = sorted(after.x0 - piece.x1 for piece, after in itertools.pairwise(ink))
    usual = gaps[len(gaps) // 4]
    if usual < SPACED * ink[0].size:
        return row
    widest = 2 * usual + 0.1 * ink[0].size
    words: list[Row] = [[ink[0]]]
    for piece, after in itertools.pairwise(ink):
        if after.x0 - piece.x1 > widest:
            words.append([after])
        else:
            words[-1].append(after)
    spread = min((word[0].x0 - before[-1].x1 for before, word in itertools.pairwise(words)), default=math.inf)
    closed: Row = []
    for word in words:
        if closed:
            closed.append(_blank(closed[-1], word[0]))
        closed.append(_joined(word, spread))
    return closed


def _blank(before: Piece, after: Piece) -> Piece:
    """The blank between two pieces."""
    return replace(before, text=" ", x0=before.x1, x1=after.x0, edges=(before.x1,), blank=True)


def _joined(letters: Row, spread: float) -> Piece:
    """Letters as one word of a letter-spaced line."""
    text = "".join(letter.text for letter in letters)
    edges = tuple(edge for letter in letters for edge in letter.edges)
    red = letters[-1].red or letters[0].red
    return replace(letters[0], text=text, x1=letters[-1].x1, edges=edges, red=red, spread=spread)


def source_of(sheets: list[Sheet], engine: Engine, version: str) -> Source:
    """The sheets of a document as a Source."""
    frame = _Frame.of([row for sheet in sheets for block in sheet.blocks if block.cell is None for row in block.rows])
    text: list[str] = []
    printed: list[SourceLine] = []
    pages: list[Page] = []
    pictures: list[tuple[int, int]] = []
    length = 0
    for sheet in sheets:
        lines: list[Line] = []
        above = None
        for block in sheet.blocks:
            for index, row in enumerate(block.rows):
                body, edges = _glyphs(row)
                first = _ink(row)[0]
                gap = 0 if above is None else int(row[0].bottom - above > PARAGRAPH_GAP * frame.pitch_of(row))
                above = row[0].bottom
                below = block.rows[index + 1] if index + 1 < len(block.rows) else None
                style = "body" if block.cell else _style(row, frame, sheet.width)
                lines.append(
                    Line(
                        start=length,
                        end=length + len(body),
                        gap=gap,
                        new_page=not lines and sheet.number > 1,
                        indent=_blanks(first.x0 - block.left, first.size) if block.cell else frame.indent(row, style),
                        style=style,
                        filled=_wraps(row, below, block.right) if block.cell else frame.filled(row),
                        cell=block.cell,
                    )
                )
                printed.append(_printed(length, block.page, row, edges))
                text += (body, "\n")
                length += len(body) + 1
        pages.append(Page(sheet.number, sheet.width, sheet.height, tuple(lines)))
        if not lines and sheet.picture and not sheet.garbled:
            pictures.append((sheet.number, length))
    return Source(
        text="".join(text),
        pages=tuple(pages),
        order="visual",
        media_type="application/pdf",
        engine=engine,
        engine_version=version,
        printed=tuple(printed),
        pictures=tuple(pictures),
    )


def _glyphs(row: Row) -> tuple[str, list[int]]:
    """The characters of a line and their left edges in tenths of a point; blanks that are gaps are put in."""
    text: list[str] = []
    edges: list[int] = []
    before: Piece | None = None
    for piece in row:
        if (
            before is not None
            and piece.x0 - before.x1 > BLANK_GAP * piece.size
            and not piece.blank
            and not before.blank
        ):
            text.append(" ")
            edges.append(round(10 * before.x1))
        text.append(piece.text)
        edges += [round(10 * edge) for edge in piece.edges]
        before = piece
    return "".join(text), edges


def _printed(start: int, page: int, row: Row, edges: list[int]) -> SourceLine:
    return SourceLine(
        start=start,
        page=page,
        top=round(min(piece.top for piece in row), 1),
        bottom=round(max(piece.bottom for piece in row), 1),
        edges=(*edges, round(10 * row[-1].x1)),
    )


def _wraps(row: Row, below: Row | None, right: float) -> bool:
    """True if the first word of the line below had no room at the end of this one."""
    if below is None:
        return False
    words = _ink(below)
    end = next(
        (left.x1 for left, after in itertools.pairwise(below) if not left.blank and after.x0 - left.x1 > 0.1),
        words[-1].x1,
    )
    first = next(
        (piece.x0 for piece, blank in itertools.pairwise(below) if blank.blank and not piece.blank), words[0].x0
    )
    word = max(min(end, words[-1].x1) - words[0].x0, 0) if first == words[0].x0 else words[0].x1 - words[0].x0
    return _ink(row)[-1].x1 + word + 0.25 * row[0].size > right - 0.6 * row[0].size


@dataclass(frozen=True, slots=True)
class _Frame:
    """The body text's type size, its left and right edges, and the distance of its lines, in points."""

    size: float
    left: float
    right: float
    pitch: float

    @staticmethod
    def of(rows: list[Row]) -> _Frame:
        """The frame that most lines of a document stand in."""
        sizes: Counter[float] = Counter()
        for row in rows:
            for piece in row:
                sizes[round(piece.size, 1)] += len(piece.text)
        size = sizes.most_common(1)[0][0] if sizes else 0.0
        body = [row for row in rows if abs(row[0].size - size) < 0.2]
        starts = Counter(round(_ink(row)[0].x0) for row in body)
        edges = sorted(_ink(row)[-1].x1 for row in body)
        steps = [
            step
            for above, below in itertools.pairwise(rows)
            if abs(above[0].size - size) < 0.2 > abs(below[0].size - size)
            and (step := below[0].bottom - above[0].bottom) > 0
        ]
        return _Frame(
            size=size,
            left=float(starts.most_common(1)[0][0]) if starts else 0.0,
            right=edges[int(0.95 * len(edges))] if edges else 0.0,
            pitch=median(steps) if steps else max(size, 1.0) * 1.3,
        )

    def pitch_of(self, row: Row) -> float:
        """The distance at which lines of this line's type would follow each other."""
        return self.pitch * max(1.0, _ink(row)[0].size / max(self.size, 1.0))

    def indent(self, row: Row, style: Style) -> int:
        """How many blanks (a quarter of the type size each) the line is set in.

        Headings and stamps are set in the middle of the page or of a cell: there only drawn blanks count.
        """
        if style in {"heading", "stamp"}:
            return next((index for index, piece in enumerate(row) if not piece.blank), 0)
        first = _ink(row)[0]
        if first.spread:
            return round((first.x0 - self.left) / first.spread)
        return _blanks(first.x0 - self.left, self.size)

    def filled(self, row: Row) -> bool:
        """True if the line reaches into the last fifth before the right edge."""
        return _ink(row)[-1].x1 > self.left + 0.8 * (self.right - self.left)


def _blanks(distance: float, size: float) -> int:
    return max(0, round(distance / (0.25 * max(size, 1.0))))


def _ink(row: Row) -> Row:
    """The pieces of a line that are not blanks; there is at least one."""
    return [piece for piece in row if not piece.blank]


def _style(row: Row, frame: _Frame, width: float) -> Style:
    """What type, place and colour say: small type in the right half is a stamp, red is a note, other sizes head something."""
    letters = _ink(row)
    size = median(piece.size for piece in letters)
    other = abs(size - frame.size) > 0.03 * frame.size
    bold = letters[0].bold and letters[-1].bold and not letters[-1].text.endswith(":")
    if not other and bold:
        # A bold "ҚАУЛЫ ЕТЕДІ:" on a line of its own heads nothing.
        return "heading"
    in_cell = letters[0].x0 > CELL_LEFT * width and not letters[0].spread
    if in_cell and (other or letters[-1].x1 < frame.right - 4):
        return "stamp"
    if size < 0.85 * frame.size:
        return "signature" if letters[0].slanted else "small"
    if other:
        return "heading"
    if letters[0].red:
        return "note" if sum(len(piece.text) for piece in letters) > 20 or letters[-1].red else "unknown"
    return "body"
