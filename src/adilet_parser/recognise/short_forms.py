"""References by a word that points back: "көрсетілген бұйрықтың 3-тармағы", "сол тармақтың 2) тармақшасы"."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from adilet_parser.language.places import chain_at
from adilet_parser.model.problems import Problem, ProblemCode, problem
from adilet_parser.model.records import Citation
from adilet_parser.recognise.external import TYPES
from adilet_parser.recognise.references import Reference

# "көрсетілген бұйрықтың", "аталған қаулының", "сол Заңның": an act named before
ACT = regex.compile(
    r"\b(?P<term>(?:көрсетілген|аталған|сол)\s+(?P<noun>бұйрық|қаулы|шешім|жарлық|заң|кодекс))[ндт][ыі]ң\s+",
    regex.IGNORECASE,
)
# "сол тармақтың", "аталған баптың": a place named before in the same paragraph
PLACE = regex.compile(
    r"\b(?:сол|аталған|көрсетілген)\s+(?P<what>(?:тармақша|тармақ|бап|тарау|қосымша)[ндт][ыі]ң)\s+", regex.IGNORECASE
)


def find_pointing_back(text: str) -> list[Reference]:
    """References by a pointing word with a place behind it, in text order.

    >>> [(r.kind, r.what, r.pinpoint) for r in find_pointing_back("сол тармақтың 2) тармақшасы, көрсетілген бұйрықтың 3-тармағы")]
    [('internal', 'сол тармақтың', {'subpoint': ('2',)}), ('defined_term', 'көрсетілген бұйрық', {'point': ('3',)})]
    """
    found: list[Reference] = []
    for pattern in (ACT, PLACE):
        for match in pattern.finditer(text):
            chain = chain_at(text, match.end())
            if chain is None:
                continue
            if pattern is ACT:
                what = " ".join(match["term"].casefold().split())
                found.append(Reference(match.start(), chain[1], "defined_term", what, chain[0]))
            else:
                found.append(
                    Reference(match.start(), chain[1], "internal", f"сол {match['what'].casefold()}", chain[0])
                )
    return sorted(found, key=lambda reference: reference.start)


def place_before(reference: Reference, line: int, citations: Sequence[Citation]) -> str | None:
    """The target of the last internal citation in the paragraph, which starts at `line`: what "сол" points to."""
    before = [c for c in citations if c.kind == "internal" and line <= c.span[0] and c.span[1] <= reference.start]
    return max(before, key=lambda c: c.span).target if before else None


def lead_back(citations: list[Citation], line_of: dict[int, int], problems: list[Problem]) -> list[Citation]:
    """The citations with the act that each pointing word means, by its index: the only act of that kind cited before in
    the paragraph (`line_of`: where the paragraph of a citation starts), else the only one before in the text.
    """
    found: list[Citation] = []
    for row in citations:
        noun = row.term.split() if row.kind == "defined_term" and row.rule == "find_pointing_back" and row.term else []
        if not noun:
            found.append(row)
            continue
        acts: dict[tuple[str | None, ...], int] = {}
        near: dict[tuple[str | None, ...], int] = {}
        for index, cited in enumerate(found):
            if cited.kind != "external" or cited.act_type != TYPES[noun[-1]]:
                continue
            acts[(cited.number, cited.adopted_on, cited.title)] = index
            if cited.span[0] >= line_of[row.span[0]]:
                near[(cited.number, cited.adopted_on, cited.title)] = index
        choice = near or acts
        if len(choice) == 1:
            found.append(row.model_copy(update={"document": next(iter(choice.values())), "resolution": "resolved"}))
            continue
        code: ProblemCode = "citation_ambiguous" if choice else "citation_unresolved"
        reason = f"{len(choice)} acts may be meant" if choice else "no act of that kind is cited before"
        problems.append(problem(code, f"{row.text!r} leads nowhere: {reason}.", row.at, row.span))
        found.append(row.model_copy(update={"resolution": "ambiguous" if choice else "unresolved"}))
    return found
