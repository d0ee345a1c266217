"""Endings of Kazakh nouns: what a word is without them, and which case they make."""

from __future__ import annotations

from typing import Literal

import regex

Case = Literal["nominative", "genitive", "instrumental", "dative"]

# "басшы|сы", "қызметкер|і", "маман|ы"; the ending of "басшы" itself is none
POSSESSIVE_END = regex.compile(r"(?<=[аеиоуыіө])с[ыі]$|(?<=[^аеиоуыісш\s])[ыі]$")
GENITIVE_END = regex.compile(r"[-‑]?[ндт][ыі]ң\b")
# What may stand behind a noun's stem in a case that names a doer
ENDINGS: tuple[tuple[regex.Pattern[str], Case], ...] = (
    (regex.compile(r"(?:[лдт][ае]р)?(?:с?[ыі])?$"), "nominative"),
    (regex.compile(r"[-‑]?(?:[лдт][ае]р)?(?:с?[ыі])?[ндт][ыі]ң$"), "genitive"),
    (regex.compile(r"[-‑]?(?:[лдт][ае]р)?(?:с?[ыі])?[мбп]ен$"), "instrumental"),
    (regex.compile(r"[-‑]?(?:[лдт][ае]р)?(?:с?[ыі]н[ае]|[ғгқк][ае])$"), "dative"),
)
# "орталық" - "орталығы", "кітап" - "кітабы": a last letter that a vowel makes soft
SOFTENED = str.maketrans("ғгб", "қкп")


def bare(word: str) -> str:
    """A word without its genitive and possessive endings, in small letters, its last letter hard.

    >>> bare("бөлімінің"), bare("Басшысы"), bare("орталығы"), bare("ХҚКО-ның")
    ('бөлім', 'басшы', 'орталық', 'хқко')
    """
    stem = POSSESSIVE_END.sub("", GENITIVE_END.sub("", word.casefold()))
    return stem[:-1] + stem[-1:].translate(SOFTENED)


def case_of(word: str, stem: str) -> Case | None:
    """The case of a noun of this stem that may name a doer; null for other words and cases.

    >>> case_of("маманының", "маман"), case_of("маманымен", "маман"), case_of("маманына", "маман"), case_of("мамандық", "маман")
    ('genitive', 'instrumental', 'dative', None)
    """
    folded = word.casefold()
    if folded[: len(stem) - 1] != stem[:-1] or folded[len(stem) - 1 : len(stem)].translate(SOFTENED) != stem[-1]:
        return None
    rest = folded[len(stem) :]
    return next((case for pattern, case in ENDINGS if pattern.match(rest)), None)
