"""Letters of two scripts that look alike."""

from __future__ import annotations

import re

import regex

# Latin letter -> the Cyrillic letter it is mistaken for, both cases. ə (U+0259) stands for ә.
LOOKALIKE = str.maketrans("iIcCeEoOaApPxXyYəƏhHKMTB", "іІсСеЕоОаАрРхХуУәӘһНКМТВ")
# Latin letters, to be looked at with their neighbours: "Нормативтiк", "cтационарға", "www.egov.kz"
LATIN = re.compile(r"[A-Za-zəƏ]+")
# Letters of a word, for finding its ends
WORD_LETTERS = regex.compile(r"[\p{Cyrillic}A-Za-zəƏ]+")
CYRILLIC = regex.compile(r"\p{Cyrillic}")
# Latin letters that have a Cyrillic twin
TWINS = frozenset("iIcCeEoOaApPxXyYəƏhHKMTB")
KAZAKH_ONLY = regex.compile(r"[әғқңөұүһӘҒҚҢӨҰҮҺ]")
# Small words that only Russian has
RUSSIAN_SIGNS = regex.compile(r"\b(?:и|в|на|по|для|при|от|не|или|статьи|пункта)\b", regex.IGNORECASE)


def fold(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with lookalikes put right, same length, and the ranges of the words that changed.

    Only words of mixed script change ("Нормативтiк"); Latin words ("www.egov.kz") and Roman numbers stay.

    >>> fold("Нормативтiк www.egov.kz VIII")
    ('Нормативтік www.egov.kz VIII', [(0, 11)])
    """
    changed: list[tuple[int, int]] = []
    out: list[str] = []
    at = 0
    for match in LATIN.finditer(text):
        start, end = match.span()
        if start < at or not CYRILLIC.search(text[max(start - 1, 0) : end + 1]):
            continue
        while start > at and WORD_LETTERS.match(text[start - 1]):
            start -= 1
        end = WORD_LETTERS.match(text, end - 1).end()  # type: ignore[union-attr]
        word = text[start:end]
        if not TWINS.issuperset(letter for letter in word if letter.isascii() or letter in "əƏ"):
            continue
        out.append(text[at:start])
        out.append(word.translate(LOOKALIKE))
        changed.append((start, end))
        at = end
    if not changed:
        return text, []
    out.append(text[at:])
    return "".join(out), changed


def language_of(text: str) -> str:
    """`kk` or `ru`, by the letters that only Kazakh has against the small words that only Russian has.

    >>> language_of("Қазақстан Республикасының Заңына сәйкес"), language_of("В соответствии с пунктом 2 и по статье 5")
    ('kk', 'ru')
    """
    sample = text[:200_000]
    kazakh = len(KAZAKH_ONLY.findall(sample))
    russian = len(RUSSIAN_SIGNS.findall(sample))
    return "ru" if russian * 2 > kazakh and russian > 1 else "kk"
