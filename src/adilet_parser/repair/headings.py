"""Headings glued to the title above them get a line of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from adilet_parser.language.kazakh import TITLE_HEAD
from adilet_parser.language.line_forms import STATUS_GLUED
from adilet_parser.read.source import Line

HEAD_LINES = 40
"""The head of an act stands in its first lines."""
# '"T" мемлекеттік көрсетілетін қызмет регламенті 1. Жалпы ережелер' -> cut before "1."
GLUED_TO_TITLE = regex.compile(
    rf"^[^.;:]*?{TITLE_HEAD}\s(?=(?:1\.|1-тарау\.|1-бөлім\.)\s?(?-i:\p{{Lu}})[^.;:]*$)", regex.IGNORECASE
)


def glued_heading(paragraph: str) -> int | None:
    """Offset where a chapter heading begins inside a title's line; null if there is none.

    >>> glued_heading('"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті 1. Жалпы ережелер')
    59
    """
    if "1." not in paragraph and "1-" not in paragraph:
        return None
    match = GLUED_TO_TITLE.match(paragraph)
    return match.end() if match else None


def status_apart(text: str, lines: Sequence[Line]) -> list[Line]:
    """The lines of a text, a status word that grew together with the info line on a line of its own.

    >>> text = "ЖаңаАбай облысы әкімдігінің 2019 жылғы 5 мамырдағы № 3 қаулысы"
    >>> [text[line.start : line.end] for line in status_apart(text, [Line(0, len(text))])]
    ['Жаңа', 'Абай облысы әкімдігінің 2019 жылғы 5 мамырдағы № 3 қаулысы']
    """
    found: list[Line] = []
    for index, line in enumerate(lines):
        glued = STATUS_GLUED.match(text, line.start, line.end) if index < HEAD_LINES else None
        if glued is None:
            found.append(line)
        else:
            found += [
                replace(line, end=glued.end(), filled=False),
                replace(line, start=glued.end(), gap=0, indent=0, new_page=False),
            ]
    return found
