"""Text in lines that fit a width: SVG wraps nothing by itself, and the reader's font is unknown."""

from __future__ import annotations

WIDE = frozenset("шщжмыюфѳmwШЩЖМЫЮФӘӨОQWMOGҚҒDNHUV@%—…№")
NARROW = frozenset("іїјlijtfrIІ.,:;!|'’`()[]{}- ·/\"«»")


def width_of(text: str, size: float) -> float:
    """About how wide a text is; on the safe side for the common fonts.

    >>> width_of("ii", 10) < width_of("аа", 10) < width_of("шш", 10)
    True
    """
    return size * sum(0.9 if c in WIDE else 0.4 if c in NARROW else 0.72 if c.isupper() else 0.63 for c in text)


def wrapped(text: str, limit: float, size: float, most: int) -> list[str]:
    """Lines no wider than `limit`, at most so many; the last ends with "…" if something is left.

    >>> wrapped("көрсетілетін қызметті беруші", 110, 12, 2)
    ['көрсетілетін', 'қызметті…']
    """
    lines: list[str] = []
    words = [piece for word in text.split() for piece in _pieces(word, limit, size)]
    for place, word in enumerate(words):
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size) <= limit:
            lines[-1] = joined
        elif len(lines) < most:
            lines.append(word)
        else:
            lines[-1] = _cut(lines[-1], limit - width_of("…", size), size) + "…"
            return lines
        if place > 2000:  # more words than any box shows
            break
    return lines


def _pieces(word: str, limit: float, size: float) -> list[str]:
    """A word, parted if it is wider than a line."""
    pieces: list[str] = []
    while word and width_of(word, size) > limit:
        head = _cut(word, limit, size) or word[0]
        pieces.append(head)
        word = word[len(head) :]
    return [*pieces, word] if word else pieces


def _cut(text: str, limit: float, size: float) -> str:
    width = 0.0
    for place, letter in enumerate(text):
        width += width_of(letter, size)
        if width > limit:
            return text[:place].rstrip()
    return text
