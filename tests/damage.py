"""The ways in which the text of an act is damaged, each with a strength from 0 to 1 (the share of places it hits).

A damage that takes facts away takes them out of the `Made` too.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import regex

from tests.made_acts import Line, Made, printed, wrapped

LATIN = str.maketrans("іІсСеЕоОаАрРхХуә", "iIcCeEoOaApPxXyə")
WORD = regex.compile(r"\p{L}{3,}")
Damage = Callable[[Made, random.Random, float], str]


def links_displaced(made: Made, rng: random.Random, strength: float) -> str:
    """Link texts painted behind the rest of their line."""
    out: list[str] = []
    for line in made.lines:
        rows = wrapped(line)
        for place, row in enumerate(rows):
            if line.link and line.link in row and rng.random() < strength:
                left, _, right = row.partition(line.link)
                rows[place] = f"{left}{right.rstrip()}{line.link}" if right.strip() else row
                break
        out += ["", *rows, ""] if line.style == "centred" else rows
    return "\n".join(out) + "\n"


def pages_broken(made: Made, rng: random.Random, strength: float) -> str:
    """Blank lines of a page break behind any line, also in mid-sentence."""
    return _rows(made, lambda row: row + "\n\n\n" if rng.random() < strength / 5 else row)


def indents_lost(made: Made, rng: random.Random, strength: float) -> str:
    """The six blanks that open a paragraph."""
    return _rows(made, lambda row: row.lstrip(" ") if rng.random() < strength else row)


def line_ends_trimmed(made: Made, rng: random.Random, strength: float) -> str:
    """The blank at the end of a line that goes on."""
    return _rows(made, lambda row: row.rstrip(" ") if rng.random() < strength else row)


def empty_lines_lost(made: Made, rng: random.Random, strength: float) -> str:
    """The empty lines around headings."""
    rows = printed(made).split("\n")
    return "\n".join(row for row in rows if row.strip() or rng.random() >= strength) + "\n"


def blanks_doubled(made: Made, rng: random.Random, strength: float) -> str:
    """Runs of blanks between words."""
    return _rows(
        made, lambda row: regex.sub(r"(?<=\S) (?=\S)", lambda m: "  " if rng.random() < strength else " ", row)
    )


def letters_swapped(made: Made, rng: random.Random, strength: float) -> str:
    """Latin letters in Kazakh words."""

    def swap(match: regex.Match[str]) -> str:
        word = match.group()
        if rng.random() >= strength:
            return word
        place = rng.randrange(1, len(word))
        return word[:place] + word[place].translate(LATIN) + word[place + 1 :]

    return _rows(made, lambda row: WORD.sub(swap, row))


def quotes_swapped(made: Made, rng: random.Random, strength: float) -> str:
    """Guillemets for straight quotes, pair by pair."""
    return regex.sub(r"\"([^\"]*)\"", lambda m: f"«{m[1]}»" if rng.random() < strength else m.group(), printed(made))


def dashes_swapped(made: Made, rng: random.Random, strength: float) -> str:
    """A hyphen or a long dash for the dash."""
    return regex.sub("–", lambda m: rng.choice("-—") if rng.random() < strength else m.group(), printed(made))


def headers_lost(made: Made, rng: random.Random, strength: float) -> str:
    """The header block of an annex cut out."""
    return printed(Made([line for line in made.lines if not _is_stamp(line) or rng.random() >= strength]))


def paragraphs_lost(made: Made, rng: random.Random, strength: float) -> str:
    """Paragraphs cut out anywhere below the head: what rests on them is lost, all other facts are not."""
    kept = [
        line for place, line in enumerate(made.lines) if place < 4 or _is_stamp(line) or rng.random() >= strength / 4
    ]
    made.lines[:] = kept
    return printed(made)


def lines_doubled(made: Made, rng: random.Random, strength: float) -> str:
    """A printed line that comes twice, as where two pages overlap."""
    return _rows(made, lambda row: f"{row}\n{row}" if row.strip() and rng.random() < strength / 20 else row)


def _is_stamp(line: Line) -> bool:
    return line.text.endswith("-қосымша")


def _rows(made: Made, change: Callable[[str], str]) -> str:
    return "\n".join(change(row) for row in printed(made).split("\n"))


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        links_displaced, pages_broken, indents_lost, line_ends_trimmed, empty_lines_lost, blanks_doubled, letters_swapped,
        quotes_swapped, dashes_swapped, headers_lost, paragraphs_lost, lines_doubled,
    )
}  # fmt: skip
