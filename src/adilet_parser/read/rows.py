"""Pieces of a page -> lines in visual order: sorted by baseline and x, never by the order in which they were painted."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

CELL_GAP = 2.5
"""A gap wider than this many type sizes parts a line from the blank of an empty cell."""
SAME_LINE = 0.45
"""Pieces whose bottoms differ by less than this share of the type size stand on one line."""
SPACED = 0.12
"""Letters further apart than this share of the type size are letter-spaced."""


@dataclass(slots=True, eq=False)
class Piece:
    """A blank, a glyph, or a word in one type: its text, its box in points (origin top left).

    `size` is the type size, `offsets` the left edges of its glyphs, counted from its own in tenths of a point, `at` the
    number of its first glyph on the page, as its reader counts; `spaced` says that a blank stood before it; `red`, `bold` and
    `slanted` are told of the first and the last piece of a line only. `spread` is the width of a blank where a line is
    letter-spaced, else 0. `late` is its run's place in
    the order of painting where something to its right was painted before it, else 0; `uri` is where it leads.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    offsets: tuple[int, ...]
    blank: bool
    at: int = 0
    spaced: bool = False
    red: bool = False
    bold: bool = False
    slanted: bool = False
    spread: float = 0.0
    late: int = 0
    uri: str | None = None


Row = list[Piece]


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
    ink = ink_of(row)
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
    return replace(before, text=" ", x0=before.x1, x1=after.x0, offsets=(0,), blank=True)


def _joined(letters: Row, spread: float) -> Piece:
    """Letters as one word of a letter-spaced line."""
    text = "".join(letter.text for letter in letters)
    left = letters[0].x0
    offsets = tuple(int(10 * (letter.x0 - left)) + offset for letter in letters for offset in letter.offsets)
    red = letters[-1].red or letters[0].red
    return replace(letters[0], text=text, x1=letters[-1].x1, offsets=offsets, red=red, spread=spread)


def ink_of(row: Row) -> Row:
    """The pieces of a line that are not blanks; there is at least one."""
    return [piece for piece in row if not piece.blank]
