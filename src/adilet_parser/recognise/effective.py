"""From which day an act says that it is in force."""

from __future__ import annotations

import regex

from adilet_parser.language.dates import ANY, iso_of
from adilet_parser.language.patience import limit
from adilet_parser.segment.element import Element

# "Осы шешім 2026 жылғы 1 қаңтардан бастап қолданысқа енгізіледі": the whole act ("Осы Заңның 6-бабы ..." is a part of it)
IN_FORCE = regex.compile(
    r"\bОсы\s+(?:бірлескен\s+)?(?:қаулы|бұйрық|шешім|жарлық|заң|кодекс|өкім)(?!\p{L})(?:(?!\.\s+\p{Lu})[^;\n]){0,300}?\b"
    rf"{ANY}\s+бастап\s+(?:қолданысқа\s+енгізіледі|күшіне\s+енеді)",
    regex.IGNORECASE,
)


def effective_on(root: Element, text: str) -> str | None:
    """The ISO date; null where it counts from a day that the act does not hold (its publication), or where two are told."""
    dates = {
        iso_of(match)
        for part in root.children
        if part.kind == "operative"
        for point in part.walk()
        if point.kind in {"point", "article"}
        for match in IN_FORCE.finditer(point.own_text(text) or "", timeout=limit(text))
    }
    return dates.pop() if len(dates) == 1 else None
