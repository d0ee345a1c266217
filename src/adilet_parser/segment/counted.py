"""Tables that came as text: without rulings only the rows are certain, where each begins with its number."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.line_forms import NAMED_HEADING, NUMBERED
from adilet_parser.read.source import Cell

# "3", "3 Мемлекеттік қызмет көрсету мерзімі": a number without a mark opens a row
ROW = regex.compile(r"^(?P<number>\d{1,2})(?:$|\s+(?=[\p{Lu}\"«]))")
FEWEST_ROWS = 3
LAST_COLUMN = 2


def counted_cells(lines: Sequence[str]) -> dict[int, Cell]:
    """The cell of each line of a table whose rows are counted from 1; nothing for fewer than three rows.

    The first line of a row is its number (with the row's name, or the name in the next line), the rest its content.

    >>> cells = counted_cells(["1", "Атауы", "Мектеп.", "2", "Мерзімі", "3 күн.", "3", "Нысаны", "Қағаз."])
    >>> [(cell.row, cell.column) for cell in cells.values()]
    [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]
    """
    starts: list[int] = []
    for index, line in enumerate(lines):
        match = ROW.match(line)
        if match is not None and int(match["number"]) == len(starts) + 1:
            starts.append(index)
    if len(starts) < FEWEST_ROWS:
        return {}
    end = len(lines)
    for index in range(starts[-1] + 1, len(lines)):
        if NAMED_HEADING.match(lines[index]) or NUMBERED.match(lines[index]):
            end = index
            break
    cells: dict[int, Cell] = {}
    for row, (first, after) in enumerate(zip(starts, [*starts[1:], end], strict=True)):
        for index in range(first, after):
            cells[index] = Cell(0, row, min(index - first, LAST_COLUMN))
    return cells
