"""Tables of actions that were pulled out of a PDF as text: every cell gets lines of its own.

Such a text goes through a table row by row. A cell of one printed line is followed by a blank, a longer one by an empty
line: so in a stretch of lines without an empty one all borders between cells stand in the first line. Which words begin a
cell is told by what its column holds, weighed by `grid_costs.py`; where two readings weigh the same, nothing is parted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import regex

from adilet_parser.language.columns import role_of, roles_of_heads, tells_steps
from adilet_parser.language.line_forms import NAMED_HEADING, NUMBERED, TERMINAL
from adilet_parser.read.source import Cell, Line
from adilet_parser.repair.grid_costs import HEADING_START, Names, cost_of
from adilet_parser.repair.layout import FIRST_INDENT

# "1 Тұтынушы ЭҮП-те авторизациялаудан", "1": where the first row of actions begins
FIRST_ROW = regex.compile(r"1(?:\s+\p{Lu}.*|\s*)$")
# "Әрекеттің № 1 2 3": the first row of a table that has one column an action; it may be counted itself
TURNED_HEAD = regex.compile(r"(?:1\s)?\p{Lu}[^\d]{2,40}?(?:\s\d{1,2}){2,}\s*$")
# "1 2 3 4": its numbers, where the heading before them has wrapped
TURNED_NUMBERS = regex.compile(r"1\s2(?:\s\d{1,2})*\s*$")
WORD = regex.compile(r"\S+")
TALLEST_HEAD = 16
TALLEST_NUMBER_HEAD = 5
LONGEST_LINE = 140
REACH = 20_000
"""So far before a table the act is read for words that it writes large inside sentences."""
LONGEST_ROW = 120
"""So many words at most make a row: a longer one is no row, and the search stays short."""
DEAREST_ROW = 2
"""A row that weighs more is read wrongly, or holds what no row holds."""


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]` of line number `line`; a cell may begin here (`opens`), a stretch of lines does (`fresh`)."""

    start: int
    end: int
    line: int
    opens: bool
    fresh: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The indices of the words that begin its cells, the index behind its last word, what it weighs."""

    cuts: tuple[int, ...]
    end: int
    weight: int


def gridded(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a text, those of tables of actions parted into cells. Cost grows linearly with their number."""
    found: list[Line] = []
    table = max((line.cell.table for line in lines if line.cell), default=-1) + 1
    at = 0
    while at < len(lines):
        top = _top(text, lines, at)
        if top is not None:
            names = Names.of(text[max(0, lines[top].start - REACH) : lines[top].start])
            end = _end(text, lines, at)
            parted = _Grid(text, lines[top:end], names).parted(at - top)
            if parted:
                del found[len(found) - (at - top) :]
                found += [replace(line, cell=cell and replace(cell, table=table)) for line, cell in parted]
                table, at = table + 1, end
                continue
        found.append(lines[at])
        at += 1
    return found


def _top(text: str, lines: Sequence[Line], at: int) -> int | None:
    """Where the headings begin of a table whose first row may begin at line `at`; null if none does."""
    line = lines[at]
    if line.cell is not None or line.indent >= FIRST_INDENT or line.end - line.start > LONGEST_LINE:
        return None
    if TURNED_HEAD.match(text, line.start, line.end):
        return at
    if line.gap and TURNED_NUMBERS.match(text, line.start, line.end):
        return _number_head(text, lines, at)
    if not line.gap or not FIRST_ROW.match(text, line.start, line.end):
        return None
    top = at
    while top and at - top < TALLEST_HEAD and not TERMINAL.search(text[lines[top - 1].start : lines[top - 1].end]):
        top -= 1
    return top if top < at else None


def _number_head(text: str, lines: Sequence[Line], at: int) -> int | None:
    """Where the heading begins that stands above a turned table's numbers at line `at`: "Әрекеттің (барысының," | "жұмыс ағынының) №"."""
    for top in range(at - 1, max(-1, at - 1 - TALLEST_NUMBER_HEAD), -1):
        if lines[top].gap or top == 0 or TERMINAL.search(text[lines[top - 1].start : lines[top - 1].end]):
            said = " ".join(text[line.start : line.end].strip() for line in lines[top:at])
            return top if said[:1].isupper() and role_of(said) == "number" else None
    return None


def _end(text: str, lines: Sequence[Line], at: int) -> int:
    """Behind the last line that a table may have: a heading or an indented line is over."""
    end = at + 1
    while end < len(lines) and lines[end].cell is None:
        line = lines[end]
        words = text[line.start : line.end]
        over = line.gap and (NAMED_HEADING.match(words) or NUMBERED.match(words))
        if over or line.indent >= FIRST_INDENT or len(words) > LONGEST_LINE:
            break
        end += 1
    return end


class _Grid:
    """One table: the search for the borders of its cells."""

    def __init__(self, text: str, lines: Sequence[Line], names: Names) -> None:
        self.text = text
        self.lines = lines
        self.names = names
        self.words: list[Word] = []
        above = ""
        for number, line in enumerate(lines):
            goes_on = number > 0 and (not line.gap or above.endswith((" ", "-")))
            opens = bool(line.gap) or number == 0
            for place, word in enumerate(WORD.finditer(text, line.start, line.end)):
                fresh = place == 0 and not goes_on
                self.words.append(Word(*word.span(), number, opens and (place > 0 or fresh), fresh))
            above = text[line.start : line.end]

    def parted(self, first: int) -> list[tuple[Line, Cell | None]]:
        """The lines parted, with their cells; nothing where that is not certain. The first row begins at line `first`."""
        numbered = self.lines[first]
        turned = first == 0 or TURNED_NUMBERS.match(self.text, numbered.start, numbered.end)
        rows = self._turned(first) if turned else self._upright(first)
        if not rows:
            return []
        over = rows[-1].end
        found: list[tuple[Line, Cell | None]] = [
            (line, None) for line in self.lines[: self.words[rows[0].cuts[0]].line]
        ]
        found += [pair for number, row in enumerate(rows) for pair in self._lines(number, row)]
        if over < len(self.words):
            found += [(line, None) for line in self.lines[self.words[over].line :]]
        return found

    def _upright(self, first: int) -> list[Row]:
        """Headings and rows of a table that has one row an action."""
        start = next(index for index, word in enumerate(self.words) if word.line >= first)
        cuts = tuple(index for index in range(start) if self._heads(index))
        # what stands above the number's column is no heading
        while len(cuts) > 1 and role_of(self._said(cuts[0], cuts[1])) != "number":
            cuts = cuts[1:]
        if not cuts:
            return []
        roles = roles_of_heads([self._said(low, high) for low, high in zip(cuts, [*cuts[1:], start], strict=True)])
        if not roles:
            return []
        rows = [Row(cuts, start, 0)]
        while rows[-1].end < len(self.words):
            if self._number(rows[-1].end) != str(len(rows)):
                break
            row = self._row(rows[-1].end, [tuple(roles)], str(len(rows) + 1), roles.index("action") + 1)
            if row is None:
                return []
            rows.append(row)
        return rows if len(rows) > 2 else []

    def _heads(self, index: int) -> bool:
        """Whether a heading may begin at a word: at a capital, or where a line begins and the one above is complete.

        Headings that wrap have empty lines in their middle, and none behind them.
        """
        word = self.words[index]
        if index == 0 or self.text[word.start : word.end][:1].isupper():
            return True
        above = self.lines[word.line - 1]
        return self.words[index - 1].line < word.line and not self.text[above.start : above.end].endswith(
            (" ", "-", "(")
        )

    def _turned(self, first: int) -> list[Row]:
        """The rows of a table that has one column an action; the first ends with line `first`."""
        in_line = [word for word in self.words if word.line <= first]
        numbers = next(i for i in range(len(in_line), 0, -1) if not self._said(i - 1, i).isdigit())
        counted = numbers > 0 and self._said(0, 1) == "1"
        lead = ("number",) if counted else ()
        cuts = (0, *((1,) if counted else ()), *range(numbers, len(in_line)))
        actions = len(in_line) - numbers
        rows = [Row(cuts, len(in_line), 0)]
        found: list[str] = ["number"]
        while rows[-1].end < len(self.words):
            shapes = [
                (*lead, f"head {role}", *[role] * actions) for role in ("actor", "action", "result", "time", "next")
            ]
            if counted and self._number(rows[-1].end) != str(len(rows) + 1):
                break
            row = self._row(rows[-1].end, shapes, str(len(rows) + 2) if counted else None, len(shapes[0]))
            if row is None and HEADING_START.match(self._said(rows[-1].end, rows[-1].end + 1)):
                return []
            if row is None:
                break
            found.append(role_of(self._said(row.cuts[len(lead)], row.cuts[len(lead) + 1])) or "")
            rows.append(row)
        return rows if tells_steps(found) else []

    def _row(self, start: int, shapes: Sequence[tuple[str, ...]], following: str | None, fewest: int) -> Row | None:
        """The one lightest way to read a row that begins at word `start`; null if there are several, or none that is light.

        A row ends where the next number begins a stretch, or where the table does; the last one may lack its last cells.
        """
        readings = [
            (cells == len(roles), cells, way) for roles in shapes for cells, way in self._readings(start, roles)
        ]
        whole = [way for full, _, way in readings if full]
        ways = [way for way in whole if self._goes_on(way, following)]
        # else the text goes on behind the table without a sign, or the last row lacks cells
        ways = ways or whole or [way for _, cells, way in readings if way.end == len(self.words) and cells >= fewest]
        lightest = [way for way in ways if way.weight == min(other.weight for other in ways)]
        return lightest[0] if len(lightest) == 1 and lightest[0].weight <= DEAREST_ROW else None

    def _goes_on(self, row: Row, following: str | None) -> bool:
        """Whether a row ends where the table does, or where the next one may begin."""
        return row.end == len(self.words) or following is None or self._number(row.end) == following

    def _readings(self, start: int, roles: tuple[str, ...]) -> list[tuple[int, Row]]:
        """Every light way to read the words from `start` on as cells of these roles, up to the start of a stretch or the end."""
        found: list[tuple[int, Row]] = []
        open_ways: list[Row] = [Row((start,), start, 0)]
        stop = min(len(self.words), start + LONGEST_ROW)
        while open_ways:
            way = open_ways.pop()
            role = roles[len(way.cuts) - 1]
            for end in range(way.cuts[-1] + 1, stop + 1):
                border = end == len(self.words) or self.words[end].opens
                if border:
                    weight = self._weight(role, way.cuts[-1], end)
                    if weight is not None and way.weight + weight <= DEAREST_ROW:
                        total = way.weight + weight
                        if end == len(self.words) or self.words[end].fresh:
                            found.append((len(way.cuts), Row(way.cuts, end, total)))
                        if end < len(self.words) and len(way.cuts) < len(roles):
                            open_ways.append(Row((*way.cuts, end), end, total))
                if end == len(self.words) or self.words[end].fresh:
                    break
        return found

    def _weight(self, role: str, start: int, end: int) -> int | None:
        line = self.words[start].line
        behind = next((index for index in range(start, end) if self.words[index].line > line), end)
        fresh = self.words[start].fresh
        return cost_of(role, self._said(start, behind), self._said(behind, end), fresh=fresh, names=self.names)

    def _number(self, at: int) -> str:
        """The word that may be a row's number."""
        return self._said(at, at + 1).rstrip(".)")

    def _said(self, start: int, end: int) -> str:
        """Some words, one blank between them."""
        return " ".join(self.text[word.start : word.end] for word in self.words[start:end])

    def _lines(self, number: int, row: Row) -> list[tuple[Line, Cell | None]]:
        """The lines of a row, each piece of a printed line that lies in one cell a line of its own."""
        found: list[tuple[Line, Cell | None]] = []
        for column, (start, end) in enumerate(zip(row.cuts, [*row.cuts[1:], row.end], strict=True)):
            inside = sorted({word.line for word in self.words[start:end]})
            for at in inside:
                line = self.lines[at]
                held = [word for word in self.words[start:end] if word.line == at]
                opens = held[0].start == line.start + line.indent
                found.append(
                    (
                        replace(
                            line,
                            start=line.start if opens else held[0].start,
                            end=held[-1].end,
                            gap=line.gap if opens else 0,
                            new_page=line.new_page and opens,
                            indent=line.indent if opens else 0,
                            filled=at != inside[-1],
                            cell=Cell(0, number, column),
                        ),
                        Cell(0, number, column),
                    )
                )
        return found
