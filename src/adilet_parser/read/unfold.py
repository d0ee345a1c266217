"""Text whose line ends were all turned into blanks: where its paragraphs begin.

Only borders that the form itself shows are used: the info line, notes, the enacting word, numbers that go on in order,
the signature, the publisher's footer.
"""

from __future__ import annotations

import regex

from adilet_parser.language.bodies import issuer_before
from adilet_parser.language.dates import WRITTEN
from adilet_parser.language.kazakh import ENACTING

SHORTEST = 600
"""A shorter line is a paragraph like any other."""
# "2025 жылғы 28 қарашадағы № 24-9 шешімі": the issuer stands before it
OWN = regex.compile(
    rf"{WRITTEN}\s+(?:№|N)\s?[\p{{L}}\d/ -]+?\s+(?:қаулысы|шешімі|бұйрығы|жарлығы|заңы)\b\.?", regex.IGNORECASE
)
NOTE = regex.compile(r"(?<=\s)(?:Ескерту\.|(?:ЗҚАИ|РҚАО)-?\p{L}*\s+ескертпесі)")
SENTENCE_END = regex.compile(r"(?<=\p{Ll}{2}|\))[.!]\s+(?=[\p{Lu}\"«])")
FOOTER = regex.compile(r"(?<=\s)©\s*\d{4}\.")
SIGNED = regex.compile(
    r"(?<=\.\s)\p{Lu}[^.;:]{3,120}?(?:әкімі|төрағасы|төрайымы|хатшысы|министрі|президенті|басшысы|атқарушы)\s+(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}-]+"
)
STAMP = regex.compile(
    r"(?<=\s)\p{Lu}[^.;:]{10,160}?(?:қаулысына|шешіміне|бұйрығына)\s+(?:\d+-)?қосымша\s+(?=[\p{Lu}\"«])"
)
HEADING = regex.compile(r"(?<=\s)\d+-тарау\.\s")
CLOSED = ".:;"


def borders(text: str, start: int, end: int) -> list[int]:
    """Offsets inside `text[start:end]` at which paragraphs begin; none if the line shows no act.

    >>> line = "Салық туралы Орал қалалық мәслихатының 2025 жылғы 28 қарашадағы № 24-9 шешімі Салық кодексіне сәйкес ШЕШТІ: "
    >>> line += "1. " + "Мөлшерлеме төмендетілсін, " * 22 + "бітті. 2. Осы шешім қолданысқа енгізіледі."
    >>> [line[at : at + 9] for at in borders(line, 0, len(line))]
    ['Орал қала', 'Салық код', '1. Мөлшер', '2. Осы ше']
    """
    if end - start < SHORTEST:
        return []
    enacting = ENACTING.search(text, start, end)
    if enacting is None:
        return []
    found: set[int] = set()
    own = OWN.search(text, start, enacting.start())
    if own is not None:
        issuer = issuer_before(text, start, own.start())
        found.add(issuer.start() if issuer else own.start())
        found.add(own.end())
    for note in NOTE.finditer(text, start, end):
        found.add(note.start())
        stop = SENTENCE_END.search(text, note.end(), end)
        if stop is not None:
            if text[note.end() : note.end() + 1] == "!":
                stop = SENTENCE_END.search(text, stop.end(), end) or stop
            found.add(stop.end())
    found.add(enacting.end())
    found |= _numbers(text, enacting.end(), end)
    for pattern in (FOOTER, SIGNED, HEADING, STAMP):
        for match in pattern.finditer(text, enacting.end(), end):
            found.add(match.start())
            if pattern is STAMP:
                found.add(match.end())
    return sorted({_past_blanks(text, at, end) for at in found if start < at < end} - {start, end})


def _numbers(text: str, start: int, end: int) -> set[int]:
    """Where points and sub-points begin: each number is one more than the last of its kind, behind a closing mark."""
    found: set[int] = set()
    point = subpoint = 0
    for match in regex.finditer(r"(?<=(\S)\s)(\d{1,3})([.)])\s?(?=[\p{L}\"«])", text, pos=start, endpos=end):
        if match.group(1) not in CLOSED and match.start() - start > 2:
            continue
        number = int(match.group(2))
        if match.group(3) == "." and number in {point + 1, 1}:
            point, subpoint = number, 0
        elif match.group(3) == ")" and number in {subpoint + 1, 1}:
            subpoint = number
        else:
            continue
        found.add(match.start())
    return found


def _past_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
