"""References by a word that points back: "көрсетілген бұйрықтың 3-тармағы", "сол тармақтың 2) тармақшасы"."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Literal

import regex

from adilet_parser.language.patience import limit
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
    r"\b(?:сол|аталған|көрсетілген)\s+(?P<term>(?:тармақша|тармақ|бап|тарау|қосымша)[ндт][ыі]ң)\s+", regex.IGNORECASE
)


def find_pointing_back(text: str) -> list[Reference]:
    """References by a pointing word with a place behind it, in text order.

    >>> [(r.kind, r.what, r.pinpoint) for r in find_pointing_back("сол тармақтың 2) тармақшасы, көрсетілген бұйрықтың 3-тармағы")]
    [('internal', 'тармақтың', {'subpoint': ('2',)}), ('defined_term', 'көрсетілген бұйрық', {'point': ('3',)})]
    """
    found: list[Reference] = []
    for pattern in (ACT, PLACE):
        for match in pattern.finditer(text, timeout=limit(text)):
            chain = chain_at(text, match.end())
            if chain is None:
                continue
            kind: Literal["internal", "defined_term"] = "defined_term" if pattern is ACT else "internal"
            what = " ".join(match["term"].casefold().split())
            found.append(Reference(match.start(), chain[1], kind, what, chain[0]))
    return sorted(found, key=lambda reference: reference.start)


def place_before(reference: Reference, line: int, internals: Sequence[Citation]) -> str | None:
    """The target of the last internal citation in the paragraph, which starts at `line`: what "сол" points to.

    `internals` are in text order.
    """
    index = bisect_left(internals, reference.start, key=lambda row: row.span[0]) - 1
    if index < 0 or internals[index].span[0] < line:
        return None
    return internals[index].target


def lead_back(citations: list[Citation], line_of: dict[int, int], problems: list[Problem]) -> list[Citation]:
    """The citations with the act that each pointing word means, by its index: the only act of that kind cited before in
    the paragraph (`line_of`: where the paragraph of a citation starts), else the only one before in the text.
    """
    found: list[Citation] = []
    acts: defaultdict[str | None, OrderedDict[tuple[str | None, ...], int]] = defaultdict(OrderedDict)
    for index, row in enumerate(citations):
        if row.kind == "external":
            cited = acts[row.act_type]
            cited[(row.number, row.adopted_on, row.title)] = index
            cited.move_to_end((row.number, row.adopted_on, row.title))
        if row.rule != "find_pointing_back" or row.term is None:
            found.append(row)
            continue
        latest = list(islice(reversed(acts[TYPES[row.term.split()[-1]]].values()), 2))
        choice = [index for index in latest if citations[index].span[0] >= line_of[row.span[0]]] or latest
        if len(choice) == 1:
            found.append(row.model_copy(update={"document": choice[0], "resolution": "resolved"}))
            continue
        code: ProblemCode = "citation_ambiguous" if choice else "citation_unresolved"
        reason = "more than one act may be meant" if choice else "no act of that kind is cited before"
        problems.append(problem(code, f"{row.text!r} leads nowhere: {reason}.", row.at, row.span))
        found.append(row.model_copy(update={"resolution": "ambiguous" if choice else "unresolved"}))
    return found
