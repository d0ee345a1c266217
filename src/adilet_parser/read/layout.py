"""Lines of pages -> a Source: indents, gaps, styles and filled lines, told by where things stand on the page."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, field, replace
from statistics import median

from adilet_parser.model.provenance import Engine, SourceLine
from adilet_parser.read.rows import Piece, Row, ink_of
from adilet_parser.read.source import Cell, Line, LinkText, Page, Source, Style

BLANK_GAP = 0.16
"""A gap wider than this share of the type size is a blank that was not drawn."""
CELL_LEFT = 0.4
"""A line that begins right of this share of the page width stands in a right-hand cell."""
PARAGRAPH_GAP = 1.45
"""Lines further apart than this many line pitches have white space between them."""


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


def source_of(sheets: list[Sheet], engine: Engine, version: str) -> Source:
    """The sheets of a document as a Source."""
    frame = _Frame.of([row for sheet in sheets for block in sheet.blocks if block.cell is None for row in block.rows])
    text: list[str] = []
    printed: list[SourceLine] = []
    pages: list[Page] = []
    pictures: list[tuple[int, int]] = []
    links: list[LinkText] = []
    length = 0
    below = _rows_below(sheets)
    for sheet in sheets:
        lines: list[Line] = []
        above = None
        for block in sheet.blocks:
            for row in block.rows:
                body, edges, linked = _glyphs(row)
                links += [replace(link, start=length + link.start, end=length + link.end) for link in linked]
                first = ink_of(row)[0]
                gap = 0 if above is None else int(row[0].bottom - above > PARAGRAPH_GAP * frame.pitch_of(row))
                above = row[0].bottom
                style = "body" if block.cell else _style(row, frame, sheet.width)
                lines.append(
                    Line(
                        start=length,
                        end=length + len(body),
                        gap=gap,
                        new_page=not lines and sheet.number > 1,
                        indent=_blanks(first.x0 - block.left, first.size) if block.cell else frame.indent(row, style),
                        style=style,
                        # A stamp is set in the middle of a cell of its own: the page's edge tells nothing of it.
                        filled=style != "stamp"
                        and _wraps(row, below.get(id(row)), block.right if block.cell else frame.right),
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
        links=tuple(links),
    )


def _glyphs(row: Row) -> tuple[str, list[int], list[LinkText]]:
    """The characters of a line, their left edges in tenths of a point, its links; blanks that are gaps are put in."""
    text: list[str] = []
    edges: list[int] = []
    links: list[LinkText] = []
    before: Piece | None = None
    for piece in row:
        if before is not None and _parted(before, piece):
            text.append(" ")
            edges.append(int(10 * before.x1))
        if piece.late or piece.uri:
            at, end = len(edges), len(edges) + len(piece.text)
            if links and before is not None and (before.late, before.uri) == (piece.late, piece.uri):
                links[-1] = replace(links[-1], end=end)
            elif not piece.blank:
                links.append(LinkText(at, end, piece.uri))
        text.append(piece.text)
        left = int(10 * piece.x0)
        if len(piece.offsets) == 1:
            edges.append(left)
        else:
            edges.extend([left + offset for offset in piece.offsets])
        before = piece
    return "".join(text), edges, links


def _parted(before: Piece, piece: Piece) -> bool:
    """True if a blank stands between two pieces that neither of them holds."""
    if piece.blank or before.blank:
        return False
    # A blank may be set narrower than a gap; it counts where nothing was painted between the two.
    drawn = piece.spaced and piece.at == before.at + len(before.text) + 1
    return drawn or piece.x0 - before.x1 > BLANK_GAP * piece.size


def _printed(start: int, page: int, row: Row, edges: list[int]) -> SourceLine:
    # Built without validation: a file has a hundred thousand edges, all of them integers made here.
    return SourceLine.model_construct(
        start=start,
        page=page,
        top=round(min([piece.top for piece in row]), 1),
        bottom=round(max([piece.bottom for piece in row]), 1),
        edges=(*edges, int(10 * row[-1].x1)),
    )


def _rows_below(sheets: list[Sheet]) -> dict[int, Row]:
    """For each line the one that may go on with it: the next of its cell, or of the open pages, by identity."""
    last: dict[Cell | None, Row] = {}
    found: dict[int, Row] = {}
    for sheet in sheets:
        for block in sheet.blocks:
            for row in block.rows:
                if block.cell in last:
                    found[id(last[block.cell])] = row
                last[block.cell] = row
    return found


def _wraps(row: Row, below: Row | None, right: float) -> bool:
    """True if the first word of the line below had no room at the end of this one."""
    if below is None:
        return False
    word = ink_of(below)
    end = word[0].x1
    for piece, after in itertools.pairwise(below[below.index(word[0]) :]):
        if after.blank or _parted(piece, after):
            break
        end = after.x1
    return ink_of(row)[-1].x1 + end - word[0].x0 + 0.25 * row[0].size > right - 0.2 * row[0].size


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
                sizes[piece.size] += len(piece.text)
        size = round(sizes.most_common(1)[0][0], 1) if sizes else 0.0
        body = [row for row in rows if abs(row[0].size - size) < 0.2]
        starts = Counter(round(ink_of(row)[0].x0) for row in body)
        edges = sorted(ink_of(row)[-1].x1 for row in body)
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
        return self.pitch * max(1.0, ink_of(row)[0].size / max(self.size, 1.0))

    def indent(self, row: Row, style: Style) -> int:
        """How many blanks (a quarter of the type size each) the line is set in.

        Headings and stamps are set in the middle of the page or of a cell: there only drawn blanks count.
        """
        if style in {"heading", "stamp"}:
            return next((index for index, piece in enumerate(row) if not piece.blank), 0)
        first = ink_of(row)[0]
        if first.spread:
            return round((first.x0 - self.left) / first.spread)
        return _blanks(first.x0 - self.left, self.size)


def _blanks(distance: float, size: float) -> int:
    return max(0, round(distance / (0.25 * max(size, 1.0))))


def _style(row: Row, frame: _Frame, width: float) -> Style:
    """What type, place and colour say: small type in the right half is a stamp, red is a note, other sizes head something."""
    letters = ink_of(row)
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
