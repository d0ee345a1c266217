"""Defined terms: "... стандарты (бұдан әрі - Стандарт)"."""

from __future__ import annotations

import regex

from adilet_parser.model.records import DefinedTerm
from adilet_parser.recognise.places import Places

# "(бұдан әрі - X)", "(бұдан әрі – X)", "(бұдан әрі "X")"
DEFINITION = regex.compile(r"\(\s*бұдан\s+(?:әрі|былай)\s*[-–—:]?\s*(?P<term>[^()\n]+?)\s*\)", regex.IGNORECASE)
# Where the meaning begins, looked for from the right: a clause mark, a bracket, a number, an approving formula
CLAUSE = regex.compile(
    r"[;:]\s+|(?<=\p{Ll}{2})[.]\s+|\)\s*|\bбекітілген\s+|^\d+(?:-\d+)*[.)]\s*|\bсәйкес,?\s+", regex.IGNORECASE
)
REACH = 900
"""No meaning is longer than so many characters."""


def read_terms(text: str, places: Places) -> list[DefinedTerm]:
    """All "(бұдан әрі – X)" with what they stand for, in text order."""
    found: list[DefinedTerm] = []
    for match in DEFINITION.finditer(text):
        place = places.of(match.start())
        start = meaning_start(text, place.start, match.start())
        end = match.start() - (len(text[start : match.start()]) - len(text[start : match.start()].rstrip()))
        if end <= start:
            continue
        found.append(
            DefinedTerm(
                span=(match.start("term"), match.end("term")),
                pieces=((match.start("term"), match.end("term")), (start, end)),
                rule="definition",
                at=place.annex,
                term=match["term"].strip('"«»'),
                meaning=text[start:end],
            )
        )
    return found


def meaning_start(text: str, line: int, bracket: int) -> int:
    """Where the words that a term stands for begin, left of its bracket."""
    line = max(line, bracket - REACH)
    left = text[line:bracket]
    inside = [m.span() for m in regex.finditer(r"[\"«][^\"»]*[\"»]", left)]
    nested = [m.span() for m in regex.finditer(r"\((?!\s*бұдан)[^()]*\)", left)]
    begin = 0
    for mark in CLAUSE.finditer(left):
        if any(low < mark.start() < high for low, high in inside):
            continue
        explains = mark.group().startswith(")") and any(high == mark.start() + 1 for _, high in nested)
        if explains and not regex.search(r"тіркел|№", left[max(0, mark.start() - 80) : mark.start()]):
            # A bracket that explains a word belongs to the meaning: "ағзаларын (ағзалардың бөліктерін)".
            continue
        if left[mark.end() :].strip():
            begin = mark.end()
    return line + begin + len(left[begin:]) - len(left[begin:].lstrip())
