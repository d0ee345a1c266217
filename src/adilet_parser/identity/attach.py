"""Ids and URIs put on the act and on what it cites; terms led to the documents they stand for."""

from __future__ import annotations

from bisect import bisect_left

import regex

from adilet_parser.identity.adilet_id import Identity, identify, number_of
from adilet_parser.identity.frbr import frbr_uri
from adilet_parser.model.records import ActFacts, Citation, DefinedTerm
from adilet_parser.recognise.cited_act import LONGEST
from adilet_parser.recognise.terms import Scopes

# "... 23 қарашадағы Еңбек кодексіне": the name of a code that is cited without quotes
CODE = regex.compile(r"(?P<name>\p{Lu}[\p{L}-]+(?:\s+\p{Ll}[\p{L}-]+){0,2}\s+[кК]одекс)\p{Ll}*$")
NEAR = 400
"""A term's document stands so many characters before its meaning at most."""


def identify_act(facts: ActFacts) -> ActFacts:
    """The header facts with the act's own id."""
    registered = facts.registration.number if facts.registration else None
    found = identify(facts.type, facts.issuer, facts.adopted_on, facts.number, registered, facts.title)
    uri = frbr_uri(facts.type, facts.issuer, facts.adopted_on, facts.number)
    return facts.model_copy(update={**_told(found), "frbr_uri": uri})


def identify_citations(citations: list[Citation], terms: list[DefinedTerm]) -> list[Citation]:
    """The citations with ids; a place in a document named by a term points to the citation that the term stands for."""
    found: list[Citation] = []
    scopes = Scopes(terms)
    for row in citations:
        if row.kind == "external":
            found.append(_external(row))
        elif row.kind == "defined_term" and row.document is None:
            found.append(row.model_copy(update={"document": _document(row, citations, scopes)}))
        else:
            found.append(row)
    return found


def _external(row: Citation) -> Citation:
    title = row.title
    if row.act_type == "code" and title is None and (named := CODE.search(row.text)) is not None:
        title = f"{named['name'].strip()}і"
    found = identify(row.act_type, row.issuer, row.adopted_on, row.number, row.registration_number, title)
    number = row.number or (number_of(row.act_type, row.adopted_on, title) if row.act_type in {"law", "code"} else None)
    return row.model_copy(
        update={**_told(found), "frbr_uri": frbr_uri(row.act_type, row.issuer, row.adopted_on, number)}
    )


def _document(row: Citation, citations: list[Citation], terms: Scopes) -> int | None:
    """The external citation that stands in a term's definition, or right before what it approved; null if unsure.

    The last definition before the place holds; a term of another annex does not.
    """
    annex = row.at.partition(".point")[0] if row.at.startswith("annex") else None
    defined = [term for term in terms.of(row.term or "", row.at) if term.span[0] < row.span[0]]
    if not defined:
        return None
    term = max(defined, key=lambda found: (found.at == annex, found.span[0]))
    start, end = term.pieces[1] if term.pieces and len(term.pieces) > 1 else term.span
    inside = [i for i in _standing(citations, start, end) if citations[i].span[1] <= end + 4]
    before = [
        i
        for i in _standing(citations, start - NEAR - LONGEST, start)
        if citations[i].approves is not None and 0 <= start - citations[i].span[1] <= NEAR
    ]
    if len(inside) == 1:
        return inside[0]
    return before[-1] if not inside and before else None


def _standing(citations: list[Citation], start: int, end: int) -> list[int]:
    """External citations that begin in `text[start:end]`, by index; all are in text order."""
    low, high = (bisect_left(citations, at, key=lambda c: c.span[0]) for at in (start, end + 1))
    return [index for index in range(low, high) if citations[index].kind == "external"]


def _told(found: Identity | None) -> dict[str, str | None]:
    if found is None:
        return {}
    return {
        "adilet_id": found.adilet_id,
        "url": found.url,
        "id_basis": found.basis,
        "id_certainty": found.certainty,
    }
