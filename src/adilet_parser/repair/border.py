"""The place between two printed lines, and what can be told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from adilet_parser.language import line_forms
from adilet_parser.read.source import Line
from adilet_parser.repair.layout import Layout

Verdict = Literal["join", "break", "torn"]
PAGE_GAP = 3
"""So many blank lines are a page break in text pulled out of a PDF."""
HEAD = 40
"""So many characters at a line's end hold the noun that a title ends with."""


@dataclass(slots=True)
class Border:
    """The place between two lines: `above` and `below` mended and stripped, `paragraph` all that stands before."""

    layout: Layout
    line: Line
    above_line: Line
    above: str
    below: str
    opening: str  # how the paragraph above began
    full: bool  # the line above was filled to its end
    trailing: bool  # the line above ends with a blank
    tail: str  # the last characters of the paragraph above


Rule = Callable[[Border], Verdict | None]


def starts_number(b: Border) -> bool:
    """True if the line below begins with a number of a point or sub-point."""
    return bool(line_forms.NUMBERED.match(b.below) or line_forms.SUBPOINT.match(b.below))


def open_end(text: str) -> bool:
    """True if a line cannot end a paragraph.

    >>> open_end("осы қаулының 5-"), open_end("тізілімінде №"), open_end("регламенті")
    (True, True, False)
    """
    return text.endswith(("-", ",", "(", "№", "/", "«", "–", "„", " N", ' "', '("', " және", " немесе", " мен"))
