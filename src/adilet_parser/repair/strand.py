"""Text under repair: characters with the stretches of the source they came from."""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

# A blank that is no plain blank: tab, no-break space
UNEVEN = re.compile(r"[^\S ]")
# "Қ А У Л Ы  Е Т Е Д І :": a letter-spaced line; its words stand two or more blanks apart
SPACED = regex.compile(r"\s*+(?:\S(?: (?=\S)|(?=\s{2,})\s{2,}|\s*$)){5,}+")
SPACED_WORD = regex.compile(r"\S(?: \S)*+")
MOST_LETTERS = 20
"""A letter-spaced line of more letters without a wider blank may be several words: it stays as it is."""
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
        if whole[1:2] == " " and SPACED.fullmatch(whole) and ("  " in whole or len(whole) <= 2 * MOST_LETTERS):
            return Strand._closed_up(text, start, end)
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
    def _closed_up(text: str, start: int, end: int) -> Strand:
        """A letter-spaced line as words.

        >>> Strand.of("Қ А У Л Ы  Е Т Е Д І :", 0, 22).text
        'ҚАУЛЫ ЕТЕДІ:'
        """
        words: list[str] = []
        runs: list[tuple[int, int, int]] = []
        at = 0
        for match in SPACED_WORD.finditer(text, start, end):
            letters = match.group()[::2]
            runs += [(at + index, match.start() + 2 * index, 1) for index in range(len(letters))]
            words.append(letters)
            at += len(letters) + 1
        return Strand(" ".join(words), tuple(runs))

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
