"""Tables that came as text: without rulings only the rows are certain, where each begins with its number; the columns
of a table of actions are certain too if each row has as many lines as there are headings."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.columns import role_of, roles_of_heads, tells_action, tells_steps
from adilet_parser.language.line_forms import NAMED_HEADING, NOTE_START, NUMBERED, TERMINAL
from adilet_parser.read.source import Cell

# "3", "3 Мемлекеттік қызмет көрсету мерзімі": a number without a mark opens a row
ROW = regex.compile(r"^(?P<number>\d{1,2})(?:$|\s+(?=[\p{Lu}\"«]))")
FEWEST_ROWS = 3
LAST_COLUMN = 2
LONGEST_HEADING = 80
LONGEST_HEADS = 200
# "Әрекеттің (барысының) № |1 2 3"
TURNED_NUMBERS = regex.compile(r"\s1\s2(?:\s\d{1,2})*$")
# What every heading of a column of numbers has in it; most lines have not and are done with quickly
NUMBER_SIGN = regex.compile(r"№|\bN\b|нөмірі|\bР/с|реттік", regex.IGNORECASE)
BEFORE_CAPITAL = regex.compile(r"\s(?=\p{Lu})")


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
        if _over(lines[index]):
            end = index
            break
    cells: dict[int, Cell] = {}
    for row, (first, after) in enumerate(zip(starts, [*starts[1:], end], strict=True)):
        for index in range(first, after):
            cells[index] = Cell(0, row, min(index - first, LAST_COLUMN))
    return cells


def gridded_cells(lines: Sequence[str]) -> dict[int, Cell]:
    """The cell of each line of a table of actions, one line a cell; nothing where that does not come out even.

    >>> cells = gridded_cells(["№", "Қатысушы", "Әрекет", "Мерзімі", "1", "кеңсе", "тіркейді", "2 сағат", "2", "басшы", "қарайды"])
    >>> [(cell.row, cell.column) for cell in cells.values()][4:]
    [(1, 0), (1, 1), (1, 2), (1, 3), (2, 0), (2, 1), (2, 2)]
    """
    for first in (index for index, line in enumerate(lines) if line.strip() == "1"):
        cells = _upright(lines, first) or _turned(lines, first)
        if cells:
            return cells
    return {}


def unparted_head(line: str, below: Sequence[str] = ()) -> bool:
    """Whether a line holds the headings of a table of actions in one, or the numbers of one that is turned (in the line or in those
    below): nobody knows then which words stand in which cell.

    >>> unparted_head("№ Орындаушы Іс-қимыл Мерзімі"), unparted_head("№ 5 қаулысы"), unparted_head("Әрекеттің № 1 2 3")
    (True, False, True)
    """
    if len(line) > LONGEST_HEADS or not NUMBER_SIGN.search(line):
        return False
    numbers = TURNED_NUMBERS.search(line)
    head = line[: numbers.start()] if numbers is not None else line
    turned = numbers is not None or [words.strip() for words in below[:2]] == ["1", "2"]
    if turned and role_of(head) == "number" and tells_action(head):
        return True
    return roles_of_heads(BEFORE_CAPITAL.split(line))[:1] == ["number"]


def _upright(lines: Sequence[str], first: int) -> dict[int, Cell]:
    """A table whose first row of actions begins at `first`, below its headings."""
    top = first
    while top > 0 and _heads_column(lines[top - 1]):
        top -= 1
    heads = [role_of(line) for line in lines[top:first]]
    if heads[:1] != ["number"] or not tells_steps(heads):
        return {}
    width, end = len(heads), first
    while end < len(lines) and lines[end].strip() == str((end - first) // width + 1):
        end += width
    last = end - width
    if last == first:
        return {}
    # the last row may lack its cells behind the action
    end = next((i for i in range(last + 1, min(last + width + 1, len(lines))) if _over(lines[i])), len(lines))
    if end - last not in {heads.index("action") + 1, width}:
        return {}
    return _cells(top, end, width)


def _turned(lines: Sequence[str], first: int) -> dict[int, Cell]:
    """A table of the older dress, one column an action: `Іс-әрекеттің №` | `1` | `2`, `ҚФБ атауы` | `Кеңсе` | `Басшы` ..."""
    counted = first >= 2 and lines[first - 2].strip() == "1"
    top = first - 2 if counted else first - 1
    if top < 0 or role_of(lines[first - 1]) != "number" or TERMINAL.search(lines[first - 1]):
        return {}
    end = first
    while end < len(lines) and lines[end].strip() == str(end - first + 1):
        end += 1
    actions = end - first
    lead = first - top
    roles: list[str | None] = ["number"]
    width, at = lead + actions, top + lead + actions
    while at + width <= len(lines) and _heads_column(lines[at + lead - 1]) and not _over(lines[at]):
        role = role_of(lines[at + lead - 1])
        if counted and lines[at].strip() != str(len(roles) + 1):
            break
        roles.append(role)
        at += width
    if actions < LAST_COLUMN or not tells_steps(roles):
        return {}
    return _cells(top, at, width)


def _cells(top: int, end: int, width: int) -> dict[int, Cell]:
    return {index: Cell(0, (index - top) // width, (index - top) % width) for index in range(top, end)}


def _heads_column(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and not TERMINAL.search(line) and role_of(line) is not None


def _over(line: str) -> bool:
    return bool(NAMED_HEADING.match(line) or NUMBERED.match(line) or NOTE_START.match(line))
