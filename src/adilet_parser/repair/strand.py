"""Text under repair: characters with the stretches of the source they came from."""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

# A blank that is no plain blank: tab, no-break space
UNEVEN = re.compile(r"[^\S ]")
# Words of a line; what lies between them becomes one blank.
WORDS = regex.compile(r"\S+(?: \S+)*+")


@dataclass(slots=True)
class Strand:
    """A text and where it came from.

    `runs` are (start in text, start in source, length), in text order; between them stand single blanks put in here.
    """

    text: str
    runs: tuple[tuple[int, int, int], ...]

    @staticmethod
    def of(text: str, start: int, end: int) -> Strand:
        """`text[start:end]` with blanks stripped at both ends and runs of blanks made one.

        >>> Strand.of("  осы  қаулының ", 0, 16)
        Strand(text='осы қаулының', runs=((0, 2, 3), (4, 7, 8)))
        """
        whole = text[start:end].strip()
        if "  " not in whole and not UNEVEN.search(whole):
            return Strand(whole, ((0, text.index(whole, start), len(whole)),) if whole else ())
        pieces: list[str] = []
        runs: list[tuple[int, int, int]] = []
        at = 0
        for match in WORDS.finditer(text, start, end):
            piece = match.group()
            runs.append((at, match.start(), len(piece)))
            pieces.append(piece)
            at += len(piece) + 1
        return Strand(" ".join(pieces), tuple(runs))

    @staticmethod
    def join(parts: list[tuple[str, Strand]]) -> Strand:
        """Strands one after the other, each behind its joint ("" or " "); the first joint is not used."""
        texts: list[str] = []
        runs: list[tuple[int, int, int]] = []
        at = 0
        for index, (joint, strand) in enumerate(parts):
            if index:
                texts.append(joint)
                at += len(joint)
            texts.append(strand.text)
            runs.extend((at + start, source, length) for start, source, length in strand.runs)
            at += len(strand.text)
        return Strand("".join(texts), tuple(runs))
