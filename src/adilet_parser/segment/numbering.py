"""Which numbered lines are headings and which are points: "1. Жалпы ережелер" and "1. Осы регламент ..." look alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import regex

from adilet_parser.language.line_forms import (
    BARE_HEADING,
    EDITOR_HEAD,
    NAMED_HEADING,
    NOTE_START,
    NUMBERED,
    PART_HEADING,
    ROMAN_HEADING,
    SIGN_HEADING,
    SUBPOINT,
    TERMINAL,
)
from adilet_parser.model.records import ChapterLevel
from adilet_parser.segment.contents import NUMBERED_ENTRY, announced, contents_lines, entry_of
from adilet_parser.segment.quoted import quoted_lines

Form = Literal["heading", "article", "point", "subpoint", "note", "quoted", "contents", "text"]
LEVELS: dict[str, ChapterLevel] = {
    "тарау": "chapter", "параграф": "paragraph", "бөлім": "section", "кіші бөлім": "section", "бөлік": "part",
}  # fmt: skip
# How only headings end: "... іс-қимыл тәртібін сипаттау", "Жалпы ережелер"
HEADING_END = regex.compile(
    r"(?:ережелер(?:і)?|сипаттау|сипаттамасы|тәртібі|талаптар(?:ы)?|қағидаттары|нәтижелері)$", regex.IGNORECASE
)
LONGEST_HEADING = 500


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paragraph's form; `body` is where its words begin behind the number; `opens` is the unit that begins below a
    note."""

    form: Form
    number: str | None = None
    body: int = 0
    level: ChapterLevel | None = None
    opens: Numbered | None = None


def forms_of(lines: Sequence[str]) -> list[Numbered]:
    """The form of each paragraph of one container (operative part or annex).

    >>> [n.form for n in forms_of(["1. Жалпы ережелер", "1. Осы қағида.", "2. Ол:", "1) бір;", "2. Тәртіп", "3. Соңы."])]
    ['heading', 'point', 'point', 'subpoint', 'heading', 'point']
    """
    quoted, contents = quoted_lines(lines), contents_lines(lines)
    forms = [
        Numbered("quoted") if index in quoted else Numbered("contents") if index in contents else _by_itself(line)
        for index, line in enumerate(lines)
    ]
    for index in range(1, len(forms)):
        if forms[index - 1].form == "note" and EDITOR_HEAD.match(lines[index - 1]):
            forms[index] = Numbered("note")
    entries = announced(lines, contents)
    for index, form in enumerate(forms):
        line = lines[index]
        if entries and form.form in {"point", "text"} and line[:1].isdigit() and _may_head(line):
            counted = NUMBERED_ENTRY.match(line)
            if counted is not None and entry_of(line) in entries:
                # What a table of contents announces is a heading: "2. Кіріспе", "3.1. Сумен жабдықтау".
                level: ChapterLevel = "paragraph" if "." in counted["number"] else "chapter"
                forms[index] = Numbered("heading", counted["number"], counted.end(), level)
        elif form.form == "heading" and ROMAN_HEADING.match(line) and not _numbered_below(forms, index):
            forms[index] = Numbered("text")
    told = {form.number for form in forms if form.form == "heading"} if entries else set()
    for index, form in enumerate(forms):
        if not told or form.form != "point" or form.number in told or not _may_head(lines[index]):
            continue
        number = _leading(form.number)
        if {str(number - 1), str(number + 1)} <= told:
            # A heading that its table of contents words otherwise stands between two announced ones.
            forms[index] = Numbered("heading", form.number, form.body, "chapter")
    numbered = [index for index, form in enumerate(forms) if form.form == "point"]
    chapter = point = 0
    for place, index in enumerate(numbered):
        number = _leading(forms[index].number)
        following = _leading(forms[numbered[place + 1]].number) if place + 1 < len(numbered) else None
        # "2. ... тәртібін сипаттау" behind chapter 2: a number that was printed twice
        again = number in {chapter, chapter + 1} and number != point + 1 and HEADING_END.search(lines[index])
        if _may_head(lines[index]) and (again or _heads(number, chapter, point, following)):
            forms[index] = Numbered("heading", forms[index].number, forms[index].body, "chapter")
            chapter = number
        else:
            point = number
    below: Numbered | None = None
    for index in range(len(forms) - 1, -1, -1):
        if forms[index].form == "note":
            forms[index] = Numbered("note", opens=below)
        else:
            below = forms[index]
    return forms


def _numbered_below(forms: Sequence[Numbered], index: int) -> bool:
    """True if points or headings go on below a line; roman numbers over other lines count the rows of a budget."""
    below = next((form for form in forms[index + 1 :] if form.form != "note"), None)
    return below is not None and below.form in {"point", "subpoint", "article", "heading"}


def _by_itself(line: str) -> Numbered:
    """What a line says without its neighbours."""
    first = line[:1]
    if first.isdigit():
        match = SUBPOINT.match(line)
        if match:
            return Numbered("subpoint", match["number"], match.end())
        match = NUMBERED.match(line)
        if match:
            return Numbered("point", match["number"], match.end())
        return _heading_by_itself(line)
    if first in "ЕРЗҚ" and NOTE_START.match(line):
        return Numbered("note")
    if first in "IVXІХ§ЖЕҚКНжқкн":
        return _heading_by_itself(line)
    return Numbered("text")


def _heading_by_itself(line: str) -> Numbered:
    """A heading that its own words or signs tell; else text."""
    match = NAMED_HEADING.match(line)
    if match:
        level = match["level"].casefold()
        body = match.end() + len(line[match.end() :]) - len(line[match.end() :].lstrip())
        if level == "бап":
            return Numbered("article", match["number"], body)
        return Numbered("heading", match["number"], body, LEVELS[level])
    signed = SIGN_HEADING.match(line) or ROMAN_HEADING.match(line)
    if signed and not TERMINAL.search(line[-4:]):
        return Numbered("heading", signed["number"], signed.end(), "paragraph" if "§" in signed.group() else "chapter")
    if PART_HEADING.match(line) or BARE_HEADING.match(line):
        return Numbered("heading", None, 0, "part" if PART_HEADING.match(line) else "chapter")
    return Numbered("text")


def _leading(number: str | None) -> int:
    return int((number or "0").partition("-")[0])


def _may_head(line: str) -> bool:
    return len(line) <= LONGEST_HEADING and not TERMINAL.search(line[-4:]) and not line.rstrip().endswith(",")


def _heads(number: int, chapter: int, point: int, following: int | None) -> bool:
    """A line without a full stop heads a chapter if its number goes on with the chapters and not with the points,
    or with both, and the next number is the one that the points wait for."""
    if number != chapter + 1:
        return False
    if number != point + 1:
        return following is None or following != number + 1 or following == point + 1 or chapter > 0
    return following == number
