"""New wording quoted inside an amending instruction: its lines are the instruction's, not the act's own points."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.line_forms import NUMBERED, SUBPOINT
from adilet_parser.language.quotation import OPENING, balance

# "... мынадай редакцияда жазылсын:", "... 2-1-тармақпен толықтырылсын:", "... мынадай мазмұндағы 4-тараумен толықтырылсын:"
INSTRUCTS = regex.compile(
    r"(?:жазылсын|жазылады|жазылып|толықтырылсын|толықтырылып|толықтырылады|оқылсын|ауыстырылсын|редакцияда|мазмұнда)\b[^:]*:$",
    regex.IGNORECASE,
)
# "6-тармақтың екінші абзацы мынадай редакцияда жазылсын:", "12-тармақ алып тасталсын;": the next instruction
NEXT_INSTRUCTION = regex.compile(
    r"^[^\"«„“].*(?:жазылсын|толықтырылсын|ауыстырылсын|тасталсын|оқылсын)\s*[:;.]?$", regex.IGNORECASE
)
# The end of the new wording: a closing mark, and what ends the instruction
CLOSED = regex.compile(r"[\"»”“]\s*[;.,]*$")
LONGEST = 2000
"""No quoted stretch is longer than so many lines."""


def quoted_lines(lines: Sequence[str]) -> set[int]:
    """Indices of the lines that are new wording.

    >>> quoted_lines(["1) 4-тармақ мынадай редакцияда жазылсын:", '"4. Бірінші.', '5. Екінші.";', "2) 7-тармақ алып тасталсын."])
    {1, 2}
    """
    found: set[int] = set()
    index = 1
    while index < len(lines):
        above = lines[index - 1].rstrip()
        if index - 1 not in found and lines[index][:1] in OPENING and above.endswith(":") and INSTRUCTS.search(above):
            last = _last(lines, index)
            found.update(range(index, last + 1))
            index = last
        index += 1
    return found


def _last(lines: Sequence[str], first: int) -> int:
    """The line in which the quotation that opens in line `first` closes.

    Quotations nest. Where the marks do not balance, the new wording ends with a closed line before the number that the
    instructions wait for, or before the next instruction; a quotation that never closes is one line.
    """
    depth = 0
    waits = _next_number(lines, first)
    fallback = first
    for index in range(first, min(len(lines), first + LONGEST)):
        if index > first and NEXT_INSTRUCTION.match(lines[index]):
            return index - 1
        depth += balance(lines[index])
        closed = CLOSED.search(lines[index][-6:]) is not None
        if closed and depth <= 0:
            return index
        if closed and index + 1 < len(lines) and waits is not None and _number(lines[index + 1]) == waits:
            return index
        if closed and fallback == first:
            fallback = index
    return fallback


def _next_number(lines: Sequence[str], first: int) -> tuple[str, int] | None:
    """The kind and number of the instruction after the one above line `first`."""
    for index in range(first - 1, -1, -1):
        number = _number(lines[index])
        if number is not None:
            return number[0], number[1] + 1
    return None


def _number(line: str) -> tuple[str, int] | None:
    for kind, pattern in (("subpoint", SUBPOINT), ("point", NUMBERED)):
        match = pattern.match(line)
        if match is not None:
            return kind, int(match["number"].partition("-")[0])
    return None
