"""Text under repair: characters with the stretches of the source they came from."""

from __future__ import annotations

from dataclasses import dataclass

import regex

# Words of a line; what lies between them becomes one blank.
WORDS = regex.compile(r"\S+(?: \S+)*+")


@dataclass(frozen=True, slots=True)
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

    def cut(self, at: int) -> tuple[Strand, Strand]:
        """The strand parted at a text offset; blanks at the cut vanish."""
        left: list[tuple[int, int, int]] = []
        right: list[tuple[int, int, int]] = []
        skip = at + len(self.text[at:]) - len(self.text[at:].lstrip())
        for start, source, length in self.runs:
            if start + length <= at:
                left.append((start, source, length))
            elif start >= at:
                right.append((start - skip, source, length))
            else:
                left.append((start, source, at - start))
                right.append((0, source + skip - start, start + length - skip))
        return Strand(self.text[:at].rstrip(), tuple(left)), Strand(self.text[skip:], tuple(right))

    def source_spans(self, start: int, end: int) -> list[tuple[int, int]]:
        """Source ranges behind `text[start:end]`."""
        spans = []
        for at, source, length in self.runs:
            low, high = max(start, at), min(end, at + length)
            if low < high:
                spans.append((source + low - at, source + high - at))
        return spans
