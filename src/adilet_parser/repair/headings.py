"""Headings glued to the title above them get a line of their own."""

from __future__ import annotations

import regex

from adilet_parser.language.kazakh import TITLE_HEAD

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
