"""Kazakh numbers in words."""

from __future__ import annotations

UNITS = {
    "нөл": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7, "сегіз": 8, "тоғыз": 9,
}  # fmt: skip
TENS = {
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90,
}  # fmt: skip
SCALES = {"жүз": 100, "мың": 1000}

# One word of a number: "он", "сегіз", "жүз"
WORD = "|".join([*TENS, *UNITS, *SCALES])
# A number in words: "он сегіз", "жиырма бір", "бір жүз жиырма"
NUMBER_WORDS = rf"(?:(?:{WORD})\s+)*(?:{WORD})"


def value_of(words: str) -> int | None:
    """The number that the words name; null if they name none.

    >>> value_of("он сегіз"), value_of("жүз жиырма бес"), value_of("екі мың он"), value_of("көп"), value_of("бес он")
    (18, 125, 2010, None, None)
    """
    total = group = 0
    last = 10**9
    for word in words.casefold().split():
        if word in UNITS:
            size, value = 1, UNITS[word]
        elif word in TENS:
            size, value = 10, TENS[word]
        elif word == "жүз":
            group = max(group, 1) * 100
            last = 100
            continue
        elif word == "мың":
            total, group, last = max(group, 1) * 1000, 0, 1000
            continue
        else:
            return None
        if size >= last:
            return None
        group += value
        last = size
    return total + group if words.strip() else None
