"""Marks over a line of text: spans that overlap are cut into pieces that do not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from adilet_parser.model.act import Act

Kind = Literal["duration", "citation", "term"]


@dataclass(frozen=True, slots=True)
class Mark:
    """`text[start:end]` is a record: `id` is its list and index ("durations-3"), `href` where its words lead."""

    start: int
    end: int
    kind: Kind
    id: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all marks that cover it, outermost first; `first` are those that begin here."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    first: tuple[Mark, ...] = ()


def marks_of(act: Act) -> list[Mark]:
    """All marks of an act, in text order."""
    found = [Mark(*row.span, "duration", f"durations-{i}") for i, row in enumerate(act.durations)]
    found += [Mark(*row.span, "term", f"defined_terms-{i}") for i, row in enumerate(act.defined_terms)]
    for index, row in enumerate(act.citations):
        there = act.citations[row.document] if row.document is not None else row
        href = f"#{row.target}" if row.target is not None else there.url
        found.append(Mark(*row.span, "citation", f"citations-{index}", href))
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def pieces(start: int, end: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    """`text[start:end]` cut wherever a mark begins or ends; `marks` are those that touch it.

    >>> a, b = Mark(0, 4, "citation", "a"), Mark(2, 6, "term", "b")
    >>> [(p.start, p.end, [m.id for m in p.marks], [m.id for m in p.first]) for p in pieces(0, 8, [a, b])]
    [(0, 2, ['a'], ['a']), (2, 4, ['a', 'b'], ['b']), (4, 6, ['b'], []), (6, 8, [], [])]
    """
    cuts = sorted({start, end, *(max(start, min(end, at)) for mark in marks for at in (mark.start, mark.end))})
    for low, high in pairwise(cuts):
        over = tuple(mark for mark in marks if mark.start <= low and high <= mark.end)
        yield Piece(low, high, over, tuple(mark for mark in over if max(mark.start, start) == low))


class Marks:
    """Marks by the line they stand in."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self.starts = [mark.start for mark in self.marks]
        self.longest = max((mark.end - mark.start for mark in self.marks), default=0)

    def within(self, start: int, end: int) -> list[Mark]:
        """The marks that touch `text[start:end]`."""
        low = bisect_left(self.starts, start - self.longest)
        high = bisect_left(self.starts, end)
        return [mark for mark in self.marks[low:high] if mark.end > start]
