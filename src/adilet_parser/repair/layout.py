"""How a document lays out its lines: what tells a paragraph's start, and whether lines were wrapped."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from statistics import mode, quantiles

from adilet_parser.language import line_forms
from adilet_parser.read.source import Line

FIRST_INDENT = 3
"""So many leading blanks start a paragraph; Әділет prints six."""
MOST_HOLES = 3
"""So many links at most stood side by side at a line's start."""
SPREAD = 10
"""One run among so many blanks: a text with displaced links has one hole among forty at most."""
WIDE = 130
"""Lines longer than this were not wrapped at a page's width."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Habits of a document: `indented` paragraphs, `spaced` by blank lines, lines `wrapped` at `width`, blanks kept at
    wrapped lines' ends, blanks between words `spread` into runs (which then show no holes), `usual_indent` of paragraphs."""

    indented: bool
    spaced: bool
    wrapped: bool
    width: float
    trailing_blanks: bool
    spread: bool = False
    usual_indent: int = 0

    def margin(self, indent: int) -> int:
        """How many of a line's leading blanks are its margin; the others are holes of links.

        One blank more than paragraphs begin with is a hole (`       алып тасталсын;3-тармақ`), and so are one to three
        where they begin with more than twice as many (`  сәйкес БҰЙЫРАМЫН:бабының 3-тармағына`).
        """
        if indent == self.usual_indent + 1 and self.usual_indent:
            return self.usual_indent
        return 0 if indent <= 1 or (indent <= MOST_HOLES and self.usual_indent > 2 * MOST_HOLES - 1) else indent

    @staticmethod
    def of(text: str, lines: list[Line]) -> Layout:
        """The habits that the lines show."""
        lengths = [line.end - line.start for line in lines]
        if len(lines) < 2:
            return Layout(False, False, False, max(lengths, default=0), False)
        width = quantiles(lengths, n=20)[18]
        starts = [line for line in lines if line.indent >= FIRST_INDENT]
        spaced = sum(line.gap > 0 for line in starts) * 10 >= len(starts) * 9
        trailing = sum(text[line.end - 1].isspace() for line in lines)
        mid = sum(
            line_forms.CONTINUES.match(text, below.start, below.end) is not None
            and not line_forms.TERMINAL.search(text[max(above.start, above.end - 4) : above.end])
            for above, below in itertools.pairwise(lines)
            if not below.indent
        )
        indented = len(starts) >= 2 and len(starts) * 20 >= len(lines)
        wrapped = width <= WIDE and (indented or mid * 5 >= len(lines) or trailing * 3 >= len(lines))
        inside = [text[line.start + line.indent : line.end].rstrip() for line in lines]
        spread = sum(words.count("  ") for words in inside) * SPREAD > sum(words.count(" ") for words in inside)
        usual = mode(line.indent for line in starts) if indented else 0
        return Layout(indented, indented and spaced, wrapped, width, trailing * 5 >= len(lines), spread, usual)
