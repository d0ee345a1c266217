"""Ruled tables: every piece of text goes to the cell whose rulings hold it; a table that runs over pages is one table."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from adilet_parser.read.layout import Block, Sheet
from adilet_parser.read.rows import Piece, rows_of
from adilet_parser.read.source import Cell

if TYPE_CHECKING:
    from pdfplumber.table import Table

SAME_RULING = 3.0
"""Rulings nearer to each other than so many points are one."""
MANY_RULINGS = 4
"""A page with fewer lines drawn on it has no ruled table."""
Rectangle = tuple[float, float, float, float]


def blocks_of(pieces: list[Piece], tables: list[Table], page: int) -> list[Block]:
    """The blocks of a page in reading order: open lines above, the cells of a table row by row, open lines below."""
    inside: dict[tuple[int, int], list[Piece]] = {}
    grids = [cells for table in tables if (cells := _grid(table))]
    open_pieces = []
    for piece in pieces:
        home = _home(piece, grids)
        if home is None:
            open_pieces.append(piece)
        else:
            inside.setdefault(home, []).append(piece)
    tops = [min(box[1] for _, box in cells) for cells in grids]
    order = sorted(range(len(grids)), key=tops.__getitem__)
    blocks: list[Block] = []
    rows = rows_of(open_pieces)
    for index in order:
        above = [row for row in rows if row[0].bottom <= tops[index] + 1]
        rows = rows[len(above) :]
        if above:
            blocks.append(Block(above, page))
        for number, (cell, box) in enumerate(grids[index]):
            lines = rows_of(inside.get((index, number), ()))
            if lines:
                blocks.append(Block(lines, page, replace(cell, table=index + 1), box[0], box[2]))
    if rows:
        blocks.append(Block(rows, page))
    return blocks


def _grid(table: Table) -> list[tuple[Cell, Rectangle]]:
    """Cells with their rows, columns and spans, row by row; nothing for a frame that is no table."""
    lefts = _rulings([box[0] for box in table.cells] + [box[2] for box in table.cells])
    tops = _rulings([box[1] for box in table.cells] + [box[3] for box in table.cells])
    if len(lefts) < 3 or len(table.cells) < 2:
        return []
    cells = []
    for box in table.cells:
        left, right = _ruling(lefts, box[0]), _ruling(lefts, box[2])
        top, bottom = _ruling(tops, box[1]), _ruling(tops, box[3])
        cells.append((Cell(0, top, left, max(bottom - top, 1), max(right - left, 1)), box))
    return sorted(cells, key=lambda entry: (entry[0].row, entry[0].column))


def _rulings(places: list[float]) -> list[float]:
    """Places of rulings in order, those that are one counted once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > SAME_RULING:
            found.append(place)
    return found


def _ruling(rulings: list[float], place: float) -> int:
    """The number of the ruling at a place."""
    return bisect_right(rulings, place + SAME_RULING) - 1


def _home(piece: Piece, grids: list[list[tuple[Cell, Rectangle]]]) -> tuple[int, int] | None:
    """The table and the cell that hold the middle of a piece."""
    x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    for index, cells in enumerate(grids):
        for number, (_, (x0, top, x1, bottom)) in enumerate(cells):
            if x0 <= x <= x1 and top <= y <= bottom:
                return index, number
    return None


def join_tables(sheets: list[Sheet]) -> None:
    """Numbers the tables through the document; one that goes on at the top of the next page keeps its number.

    A row cut by the page's end goes on where the first row of the next page leaves its first cell empty: its text moves
    up into the cells it belongs to, so that every cell is read to its end.
    """
    count = 0
    before: Sheet | None = None
    for sheet in sheets:
        if not sheet.blocks:
            continue
        above = _table_of(before, before.blocks[-1].cell) if before else []
        top = _table_of(sheet, sheet.blocks[0].cell)
        goes_on = bool(above and top) and _columns(above) >= _columns(top)
        first = count if goes_on else count + 1
        last = max((b.cell.row + b.cell.row_span - 1 for b in above if b.cell), default=0)
        cut = goes_on and all(b.cell.column > 0 for b in top if b.cell and b.cell.row == 0)
        shift = 0 if not goes_on else last if cut else last + 1
        blocks = []
        for block in sheet.blocks:
            cell = block.cell
            if cell is not None:
                moved = shift if cell.table == 1 else 0
                cell = replace(cell, table=first + cell.table - 1, row=cell.row + moved)
                count = max(count, cell.table)
            blocks.append(replace(block, cell=cell))
        held = [
            block for block in blocks if cut and block.cell and block.cell.table == first and block.cell.row == last
        ]
        sheet.blocks = [block for block in blocks if block not in held]
        if before is not None:
            for block in held:
                _append_to_cell(before.blocks, block)
        before = sheet if sheet.blocks else before


def _table_of(sheet: Sheet, cell: Cell | None) -> list[Block]:
    """The blocks of the table that a cell belongs to."""
    return [block for block in sheet.blocks if cell and block.cell and block.cell.table == cell.table]


def _columns(blocks: list[Block]) -> set[int]:
    """Where the columns of a table stand, to about ten points."""
    return {round(block.left / 10) for block in blocks}


def _append_to_cell(blocks: list[Block], rest: Block) -> None:
    """Puts the rest of a cut cell behind its beginning; a cell that begins with the rest follows the row's others."""
    assert rest.cell is not None
    place = (rest.cell.row, rest.cell.column)
    after = [
        index
        for index, block in enumerate(blocks)
        if block.cell and block.cell.table == rest.cell.table and (block.cell.row, block.cell.column) <= place
    ]
    blocks.insert(after[-1] + 1, rest)
