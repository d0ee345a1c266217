"""Chains of places in an act: "16-бабының 1-тармағына", "1-тармағының 1), 2), 3) және 4) тармақшаларының"."""

from __future__ import annotations

import regex

from adilet_parser.language.kazakh import PLACE_STEMS
from adilet_parser.model.records import Pinpoint

NUMBER = r"\d{1,4}(?:-\d{1,3})*\)?"
# "1), 2), 3) және 4)", "1, 3", "19 және 46", "4 және 5"
NUMBERS = rf"{NUMBER}(?:(?:\s?,\s?|\s+және\s+|\s+мен\s+|\s*[–]\s*){NUMBER})*"
STEM = r"(?:тармақша|тармақ|тармағ|бап|баб|тарау|қосымша|бөлік|бөліг|абзац)"
# "9-тармағына", "10 - тармағына", "5 бабының", "2)-тармақшасына", "қосымшасы" without a number
STEP = regex.compile(rf"(?:(?P<numbers>{NUMBERS})\s?-?\s?)?(?P<stem>{STEM})\p{{Ll}}*", regex.IGNORECASE)
SINGLE = regex.compile(r"\d{1,4}(?:-\d{1,3})*")
GLUE = regex.compile(r"\s+(?=\d|қосымша|\p{Ll})")
LONGEST = 400
"""No chain of places is longer than so many characters."""
LEVEL = {"article": 1, "chapter": 1, "annex": 1, "point": 2, "subpoint": 3, "paragraph": 4}


def chain_at(text: str, start: int, end: int | None = None) -> tuple[Pinpoint, int] | None:
    """The chain of places that begins at `start`: its pinpoint and where it ends; null if there is none.

    >>> chain_at("16-бабының 1-тармағына сәйкес", 0)
    ({'article': ('16',), 'point': ('1',)}, 22)
    >>> chain_at("1-тармағының 1), 2) және 4) тармақшаларының күші", 0)[0]
    {'point': ('1',), 'subpoint': ('1', '2', '4')}
    """
    stop = min(len(text), start + LONGEST) if end is None else end
    pinpoint: Pinpoint = {}
    at, last, level = start, None, 0
    while (match := STEP.match(text, at, stop)) is not None:
        key = PLACE_STEMS[match["stem"].casefold()]
        if LEVEL[key] <= level:
            break
        numbers = SINGLE.findall(match["numbers"] or "")
        pinpoint[key] = tuple(numbers)  # type: ignore[index]
        last, level = match.end(), LEVEL[key]
        glue = GLUE.match(text, last, stop)
        if glue is None:
            break
        at = glue.end()
    return (pinpoint, last) if last is not None else None
