"""An HTML page of Әділет, or one that quotes an act, as a Source: one paragraph a line, site furniture marked as such."""

from __future__ import annotations

import platform
from dataclasses import replace

import regex

from adilet_parser.read.html_page import PageReader, Paragraph
from adilet_parser.read.source import Line, LinkText, Page, Source, Style
from adilet_parser.read.text import UnreadableError, decode

CHARSET = regex.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", regex.IGNORECASE)


def read_html(data: bytes) -> Source:
    """A page as a Source. Raises UnreadableError for bytes that are no text."""
    declared = CHARSET.search(data[:2048])
    text, encoding, problems = decode(data)
    if declared and encoding != "utf-8" and declared.group(1).lower() in {b"windows-1251", b"cp1251"}:
        text, encoding, problems = data.decode("cp1251", "replace"), "cp1251", []
    page = PageReader(text)
    try:
        page.feed(text)
        page.close()
    except (AssertionError, ValueError) as error:  # what html.parser raises on broken declarations
        raise UnreadableError(f"an HTML page that cannot be read ({error})") from error
    paragraphs = page.finish()
    return replace(_source(paragraphs, page.has_article), encoding=encoding, problems=tuple(problems))


def _source(paragraphs: list[Paragraph], has_article: bool) -> Source:
    letters: list[str] = []
    offsets: list[int] = []
    lines: list[Line] = []
    links: list[LinkText] = []
    made: list[tuple[int, int]] = []
    alone = _single_cells(paragraphs)
    for paragraph in paragraphs:
        start, end = len(letters), len(letters) + len(paragraph.letters)
        letters += paragraph.letters
        offsets += paragraph.offsets
        cell = None if paragraph.cell and paragraph.cell.table in alone else paragraph.cell
        style: Style = paragraph.style
        if has_article and not paragraph.inside:
            style = "furniture"
        lines.append(Line(start, end, style=style, filled=False, cell=cell, whole=True))
        links += [LinkText(start + link.start, start + link.end, link.uri) for link in paragraph.links]
        if paragraph.made:
            made.append((start, start + paragraph.made))
        letters.append("\n")
        offsets.append(offsets[-1] if offsets else 0)
    return Source(
        text="".join(letters),
        pages=(Page(1, 0, 0, tuple(lines)),),
        order="visual",
        media_type="text/html",
        engine="html.parser",
        engine_version=platform.python_version(),
        offsets=tuple(offsets),
        links=tuple(links),
        made=tuple(made),
    )


def _single_cells(paragraphs: list[Paragraph]) -> set[int]:
    """Tables with one cell that holds anything: an annex header or a signature set at the right, no table."""
    cells: dict[int, set[tuple[int, int]]] = {}
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            cells.setdefault(paragraph.cell.table, set()).add((paragraph.cell.row, paragraph.cell.column))
    return {table for table, held in cells.items() if len(held) == 1}
