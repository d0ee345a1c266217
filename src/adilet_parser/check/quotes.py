"""Quote marks that open and never close."""

from __future__ import annotations

from adilet_parser.model.problems import Problem, problem
from adilet_parser.recognise.places import Places

KINDS = frozenset(["paragraph", "title", "heading", "stamp", "info"])


def unclosed_quotes(text: str, places: Places) -> list[Problem]:
    """A problem for each line with an odd number of straight quote marks, or more « than »."""
    found: list[Problem] = []
    for leaf in places.leaves:
        if leaf.kind not in KINDS:
            continue
        line = text[leaf.start : leaf.end]
        if line.count('"') % 2 or line.count("«") > line.count("»") + line.count('"'):
            at = line.find('"') if '"' in line else line.find("«")
            message = f"A quote mark has no partner in {line[at : at + 60]!r}."
            found.append(problem("quote_unclosed", message, leaf.at, (leaf.start, leaf.end)))
    return found
