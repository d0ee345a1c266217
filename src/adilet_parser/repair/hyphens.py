"""Hyphens that were lost at a line's end when the text was pulled out: `2қосымшаға` -> `2-қосымшаға`."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

import regex

from adilet_parser.language.kazakh import PLACE
from adilet_parser.repair.strand import Strand

# A number grown together with a place word is certain; other lost hyphens ("сондайақ") are not put back.
LOST = regex.compile(rf"(?<![\p{{L}}\d/-])\d{{1,3}}(?=(?:{PLACE})\p{{Ll}}*)")


def restored(strand: Strand) -> tuple[Strand, tuple[int, ...]]:
    """The strand with its lost hyphens put back, and their offsets in the new text.

    >>> restored(Strand("осы қаулының 2қосымшасына", ((0, 0, 25),)))
    (Strand(text='осы қаулының 2-қосымшасына', runs=((0, 0, 14), (15, 14, 11))), (14,))
    """
    ends = [match.end() for match in LOST.finditer(strand.text)]
    if not ends:
        return strand, ()
    text: list[str] = []
    at = 0
    for end in ends:
        text += (strand.text[at:end], "-")
        at = end
    text.append(strand.text[at:])
    runs: list[tuple[int, int, int]] = []
    for start, source, length in strand.runs:
        inside = ends[bisect_right(ends, start) : bisect_left(ends, start + length)]
        cuts = [start, *inside, start + length]
        for low, high in itertools.pairwise(cuts):
            shift = bisect_right(ends, low)
            runs.append((low + shift, source + low - start, high - low))
    return Strand("".join(text), tuple(runs)), tuple(end + index for index, end in enumerate(ends))
