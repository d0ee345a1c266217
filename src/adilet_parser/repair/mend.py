"""Lines of a source -> logical text, one paragraph a line, with every change on record."""

from __future__ import annotations

from adilet_parser.language.line_forms import TERMINAL
from adilet_parser.language.link_shapes import Shape, shapes_of
from adilet_parser.language.script import fold, language_of
from adilet_parser.read.source import Line, Source
from adilet_parser.repair.border import Border
from adilet_parser.repair.builder import Builder
from adilet_parser.repair.furniture import furniture
from adilet_parser.repair.grid import gridded
from adilet_parser.repair.headings import status_apart
from adilet_parser.repair.hyphens import restored
from adilet_parser.repair.joints import joint
from adilet_parser.repair.layout import Layout
from adilet_parser.repair.links import mend, place
from adilet_parser.repair.paragraphs import decide
from adilet_parser.repair.repaired import MendedLine, Repaired
from adilet_parser.repair.strand import Strand

TAIL = 160
"""So much of the paragraph above is looked at when a line is joined to it."""


def repair_source(source: Source) -> Repaired:
    """The logical text of a source; cost grows linearly with its length."""
    text, folded = fold(source.text)
    lines = source.lines
    dropped = furniture([text[line.start : line.end] for line in lines])
    dropped |= {index: "site_furniture" for index, line in enumerate(lines) if line.style == "furniture"}
    kept = [line for index, line in enumerate(lines) if index not in dropped]
    kept = status_apart(text, kept)
    layout = Layout.of(text, kept)
    if source.order == "paint" and layout.wrapped and not layout.spread:
        kept = gridded(text, kept)
    language = language_of(text)
    shapes = shapes_of(language) if source.order == "paint" and layout.wrapped and not layout.spread else ()
    mended = _mended_lines(text, kept, layout, shapes)
    builder = Builder(source, text)
    for part in _paragraphs(mended):
        builder.add(part)
    builder.log_folded(folded)
    for index, rule in dropped.items():
        builder.log_dropped(lines[index], rule)
    return builder.result(language)


def _mended_lines(text: str, lines: list[Line], layout: Layout, shapes: tuple[Shape, ...]) -> list[MendedLine]:
    """Every line with its links put back and its border to the line above decided."""
    mended: list[MendedLine] = []
    opening = tail = ""
    for line, under in zip(lines, [*lines[1:], None], strict=False):
        start = line.start + layout.margin(line.indent)
        below = text[under.start : under.end] if under is not None else ""
        placement, unplaced = place(text[start : line.end], tail, shapes, below) if shapes else (None, False)
        if placement is None:
            strand = Strand.of(text, line.start, line.end)
        else:
            strand = mend(text[start : line.end], start, placement)
        strand, hyphens = restored(strand)
        if not mended:
            mended.append(MendedLine(line, strand, placement, unplaced, "break", "first_line", "", hyphens))
            opening, tail = strand.text[:TAIL], strand.text[-TAIL:]
            continue
        above = mended[-1]
        border = Border(
            layout=layout,
            line=line,
            above_line=above.line,
            above=above.strand.text,
            below=strand.text,
            opening=opening,
            full=_full(text, above.line, line, layout),
            trailing=text[above.line.end - 1] == " ",
            tail=tail,
        )
        verdict, rule = decide(border)
        glue = joint(tail, strand.text) if verdict == "join" else ""
        mended.append(MendedLine(line, strand, placement, unplaced, verdict, rule, glue, hyphens))
        if verdict == "join":
            tail = (tail + glue + strand.text)[-TAIL:]
        else:
            opening, tail = strand.text[:TAIL], strand.text[-TAIL:]
    return mended


def _full(text: str, line: Line, below: Line, layout: Layout) -> bool:
    """Whether a line was filled to its end, so that the next one may go on with it."""
    if line.filled is not None:
        return line.filled
    length = line.end - line.start
    if layout.trailing_blanks:
        if text[line.end - 1] == " ":
            return True
        if TERMINAL.search(text[line.end - 4 : line.end]):
            return length >= 0.93 * layout.width
        # A link at the line's end, or at the next one's start, takes the blank: was there room for the next word?
        word = text[below.start : below.end].split(maxsplit=1)[:1]
        return length + 1 + len("".join(word)) >= 0.97 * layout.width
    return layout.wrapped and length >= 0.75 * layout.width


def _paragraphs(mended: list[MendedLine]) -> list[list[MendedLine]]:
    groups: list[list[MendedLine]] = []
    for part in mended:
        if part.verdict == "join":
            groups[-1].append(part)
        else:
            groups.append([part])
    return groups
