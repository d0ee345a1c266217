"""Tables of contents: they name the parts of a document and are none of them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.line_forms import NUMBERED, TERMINAL

# "Мазмұны", "МАЗМҰНЫ", "Содержание", "ОГЛАВЛЕНИЕ" on a line of its own
HEAD = regex.compile(r"^\W*(?:мазмұны?|содержание|оглавление)\W*$", regex.IGNORECASE)
# The number or name of an entry, and the dots and page number behind it
ENTRY_NUMBER = regex.compile(r"^(?:\d+(?:[.-]\d+)*[.)]?|\d+-(?:тарау|бөлім|параграф)\.?|[IVX]+\.)\s*", regex.IGNORECASE)
# "2. Кіріспе", "3.1. Сумен жабдықтау"
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
        # "МАЗМҰНЫ" over the act itself, its table taken away: what stands below comes once and is the act
        below = lines[last + 1 : head + 1 + MOST_ENTRIES]
        if last > head + 1 and any(entry_of(other) == first for other in below):
            found.update(range(head, last + 1))
    return found


def announced(lines: Sequence[str], contents: set[int]) -> set[str]:
    """What the numbered entries of tables of contents announce, in small letters, without numbers and pages."""
    return {entry_of(lines[index]) for index in contents if NUMBERED_ENTRY.match(lines[index])}


def entry_of(line: str) -> str:
    """An entry's words, without its number and page."""
    return ENTRY_PAGE.sub("", ENTRY_NUMBER.sub("", line[:LONGEST_ENTRY])).casefold()


def _is_entry(line: str) -> bool:
    ends = TERMINAL.search(line[-4:]) and not line.rstrip().endswith("…") and not NUMBERED.match(line)
    return len(line) <= LONGEST_ENTRY and not ends
