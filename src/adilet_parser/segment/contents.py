"""Tables of contents: they name the parts of a document and are none of them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.line_forms import NUMBERED, TERMINAL

# "Мазмұны", "МАЗМҰНЫ", "Содержание", "ОГЛАВЛЕНИЕ" on a line of its own
HEAD = regex.compile(r"^\W*(?:мазмұны?|содержание|оглавление)\W*$", regex.IGNORECASE)
# The number or name of an entry, and the dots and page number behind it
ENTRY_NUMBER = regex.compile(r"^(?:\d+(?:[.-]\d+)*[.)]?|\d+-(?:тарау|бөлім|параграф)\.?|[IVX]+\.)\s*", regex.IGNORECASE)
NUMBERED_ENTRY = regex.compile(r"^(?P<number>\d+(?:\.\d+)?)\.?\s+")
ENTRY_PAGE = regex.compile(r"[\s.…]*\d*\s*$")
LONGEST_ENTRY = 250
MOST_ENTRIES = 400


def contents_lines(lines: Sequence[str]) -> set[int]:
    """Indices of the lines of tables of contents.

    A table ends where its first entry comes again, as the heading it announced, or where a line is no entry.

    >>> contents_lines(["Мазмұны", "1. Кіріспе", "2. Мақсат", "1. Кіріспе", "Мәтін басталды."])
    {0, 1, 2}
    """
    found: set[int] = set()
    for head, line in enumerate(lines):
        if head in found or len(line) > 40 or not HEAD.match(line) or head + 1 >= len(lines):
            continue
        first = entry_of(lines[head + 1])
        last = head
        for index in range(head + 1, min(len(lines), head + 1 + MOST_ENTRIES)):
            if (index > head + 1 and entry_of(lines[index]) == first) or not _is_entry(lines[index]):
                break
            last = index
        if last > head + 1:
            found.update(range(head, last + 1))
    return found


def entries_of(lines: Sequence[str], contents: set[int]) -> dict[str, tuple[str, int]]:
    """What the tables of contents announce by number: the entry's words -> its number and where its words begin."""
    found: dict[str, tuple[str, int]] = {}
    for index in contents:
        match = NUMBERED_ENTRY.match(lines[index])
        if match is not None:
            found[entry_of(lines[index])] = (match["number"], match.end())
    return found


def entry_of(line: str) -> str:
    """An entry's words, without its number and page."""
    return ENTRY_PAGE.sub("", ENTRY_NUMBER.sub("", line[:LONGEST_ENTRY])).casefold()


def _is_entry(line: str) -> bool:
    ends = TERMINAL.search(line[-4:]) and not line.rstrip().endswith("…") and not NUMBERED.match(line)
    return len(line) <= LONGEST_ENTRY and not ends
