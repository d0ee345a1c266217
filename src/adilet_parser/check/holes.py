"""Places from which a link text is missing although no line end holds one."""

from __future__ import annotations

import regex

from adilet_parser.language.patience import limit
from adilet_parser.model.problems import Problem, problem
from adilet_parser.recognise.places import Places

# "Салық кодексінің сәйкес": a place is missing between the owner and the postposition
OWNER_ALONE = regex.compile(
    r"\b(?:заңының|кодексінің|қаулының|бұйрықтың|шешімнің|қағидалардың|регламенттің|стандарттың)\s+сәйкес\b",
    regex.IGNORECASE,
)
KINDS = frozenset(["paragraph", "note"])


def open_holes(text: str, places: Places) -> list[Problem]:
    """A problem for each hole that nothing was put back into."""
    found: list[Problem] = []
    for match in OWNER_ALONE.finditer(text, timeout=limit(text)):
        place = places.of(match.start())
        if place.kind in KINDS:
            message = f"A place is missing in {match.group()!r}: its link text stands elsewhere or is lost."
            found.append(problem("link_unplaced", message, place.at, match.span()))
    return found
