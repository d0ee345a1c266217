"""The annexes that the operative part promises: "1) "T" осы қаулының 1-қосымшасына сәйкес;"."""

from __future__ import annotations

from dataclasses import dataclass

import regex
from rapidfuzz import fuzz

from adilet_parser.language.kazakh import plain
from adilet_parser.segment.element import Element

ANNEX_NUMBER = regex.compile(
    r"(?P<number>\d{1,3}(?:-\d{1,2})?)\s?-\s?қосымша(?:ға|сына|сы|мен|да)?\b", regex.IGNORECASE
)
# "осы қаулының 2-қосымшасына", "осы бұйрыққа 1-қосымшаға"
OWN_ANNEX = regex.compile(rf"\bосы\s+(?:қаулы|бұйры|шешім|жарлы)\p{{Ll}}*\s+{ANNEX_NUMBER.pattern}", regex.IGNORECASE)
# What only instructions of amending acts say
INSTRUCTION = regex.compile(r"жазылсын|толықтырылсын|ал(?:ын)?ып\s+тасталсын|ауыстырылсын", regex.IGNORECASE)
TITLE = regex.compile(r"[\"«„“](?P<title>[^«»„“\"]+(?:\"[^\"]+\"[^\"]*)?)[\"»”]")
LIKE = 88.0
"""Least likeness of two titles (rapidfuzz ratio of their words, 0 to 100)."""
MARGIN = 6.0
"""The best title must be so much more like than the next."""


@dataclass(frozen=True, slots=True)
class Promise:
    """An annex that the operative part lists, with its number and the title quoted beside it."""

    number: str
    title: str | None
    at: str | None


def promised(operative: Element, text: str) -> list[Promise]:
    """Annexes that sub-points or points of the operative part name by number, in text order, each once.

    An amending act also names annexes of the act it amends: there only "осы қаулының 2-қосымшасы" is its own.
    """
    found: dict[str, Promise] = {}
    amending = any(INSTRUCTION.search(element.own_text(text) or "") for element in operative.walk() if element.own)
    for element in operative.walk():
        if element.kind not in {"point", "subpoint"}:
            continue
        own = element.own_text(text) or ""
        if amending:
            own = "\n".join(match.group() for match in OWN_ANNEX.finditer(own))
        numbers = [match["number"] for match in ANNEX_NUMBER.finditer(own)]
        titles = [match["title"] for match in TITLE.finditer(own)]
        for number in numbers:
            title = titles[0] if len(numbers) == 1 and len(titles) == 1 else None
            found.setdefault(number, Promise(number, title, element.at))
    return list(found.values())


def assign(titles: list[str], open_promises: list[Promise]) -> list[Promise | None]:
    """For each quoted title the promise it keeps: the best match, clearly ahead of the next, each promise once.

    Both sides must choose each other, so that no title takes what another has a better claim to.
    """
    if not titles or not open_promises:
        return [None] * len(titles)
    likeness = [[fuzz.ratio(plain(title), plain(p.title or "")) for p in open_promises] for title in titles]
    found: list[Promise | None] = []
    for row, scores in enumerate(likeness):
        order = sorted(range(len(scores)), key=lambda column: -scores[column])
        best = order[0]
        runner_up = scores[order[1]] if len(order) > 1 else 0.0
        rival = max((likeness[other][best] for other in range(len(titles)) if other != row), default=0.0)
        sure = scores[best] >= LIKE and scores[best] - max(runner_up, rival) >= MARGIN
        found.append(open_promises[best] if sure else None)
    return found
