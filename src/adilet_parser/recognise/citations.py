"""All citations of an act as records, in text order."""

from __future__ import annotations

from bisect import bisect_right, insort
from dataclasses import replace

import regex

from adilet_parser.language.quotation import outside
from adilet_parser.model.problems import Problem, ProblemCode, problem
from adilet_parser.model.records import ActFacts, Citation, DefinedTerm, Relation
from adilet_parser.recognise.amendments import OPERATIONS
from adilet_parser.recognise.cited_act import External
from adilet_parser.recognise.places import Place, Places
from adilet_parser.recognise.references import Reference, find_forms, find_internal, find_terms
from adilet_parser.recognise.short_forms import find_pointing_back, lead_back, place_before
from adilet_parser.recognise.terms import Scopes
from adilet_parser.resolve.internal import Locators
from adilet_parser.segment.info_line import REPEALED

# "(... тіркелген)" behind a citation: places named in it belong to the citation
BRACKET = regex.compile(r"(?:\s*бекітілген)?\s*\([^()\n]{0,600}\)")


def read_citations(
    text: str,
    places: Places,
    locators: Locators,
    terms: list[DefinedTerm],
    own: ActFacts,
    externals: list[External],
) -> tuple[list[Citation], list[Problem]]:
    """Citations and the problems of those that lead nowhere; `own` is what the header says of the act itself."""
    problems: list[Problem] = []
    named = {term.term for term in terms}
    externals = [
        hit
        for hit in externals
        if _is_citation(text, hit, places.of(hit.start), own) and not _by_term(text, hit, named)
    ]
    records = [_external(text, hit, places.of(hit.start)) for hit in externals]
    taken = _ranges(text, externals)
    scopes = Scopes(terms)
    for reference in [*find_internal(text), *find_terms(text, named), *find_forms(text)]:
        place = places.of(reference.start)
        if place.kind in {"stamp", "note", "quoted", "torn"} or _overlaps(reference, taken):
            continue
        if reference.kind == "internal":
            if not _in_new_wording(text, reference, place):
                records.append(_internal(text, reference, place, locators, problems))
        else:
            records.append(_named(text, reference, place, scopes, problems))
    internals = sorted((row for row in records if row.kind == "internal"), key=lambda row: row.span)
    lines: dict[int, int] = {}
    instructions: dict[int, bool] = {}
    for reference in find_pointing_back(text):
        place = places.of(reference.start)
        if place.start not in instructions:
            # "көрсетілген қаулының қосымшасында:" leads to an instruction on the next line
            below = text.find("\n", place.end + 1) if text[place.start : place.end].endswith(":") else place.end
            reach = below if below >= 0 else len(text)
            instructions[place.start] = any(p.search(text, place.start, reach) for p, _ in OPERATIONS)
        quoted = place.kind in {"stamp", "note", "quoted", "torn"}
        if quoted or instructions[place.start] or _overlaps(reference, taken):
            continue
        if reference.kind == "internal":
            there = replace(place, at=place_before(reference, place.start, internals) or "")
            insort(internals, _internal(text, reference, there, locators, problems, place.at), key=lambda row: row.span)
        else:
            lines[reference.start] = place.start
            records.append(_pointing(text, reference, place))
    records = [row for row in records if row.kind != "internal"] + internals
    records.sort(key=lambda record: record.span)
    return lead_back(records, lines, problems), problems


def _is_citation(text: str, hit: External, place: Place, own: ActFacts) -> bool:
    """The act's own mention, in its head or in an annex header, is no citation; the act that it amends is one."""
    if place.kind == "torn":
        return False
    if place.kind in {"stamp", "title"}:
        known = {(own.number, own.adopted_on), *((body.number, body.adopted_on) for body in own.issuers)}
        return None not in (hit.number, own.number) and (hit.number, hit.adopted_on) not in known
    if place.kind == "info":
        repeal = REPEALED.search(text, place.start, place.end)
        return repeal is not None and hit.start >= repeal.start()
    return True


def _by_term(text: str, hit: External, terms: set[str]) -> bool:
    """True for a code that the act calls by a term of its own: "(бұдан әрі – Су кодексі)", then "Су кодексінің 72-бабының"."""
    printed = text[hit.start : hit.end]
    whole = hit.act_type == "code" and hit.title is None and hit.adopted_on is None
    return whole and any(" " in term and printed.startswith(term) for term in terms)


def _in_new_wording(text: str, reference: Reference, place: Place) -> bool:
    """True for a place that an instruction quotes in its own line: `5-тармақ мынадай редакцияда жазылсын: "5. ... осы Қағидалардың ..."`."""
    if not any(pattern.search(text, place.start, place.end) for pattern, _ in OPERATIONS):
        return False
    return not outside(text[place.start : place.end])[reference.start - place.start].strip()


def _ranges(text: str, externals: list[External]) -> list[tuple[int, int]]:
    """Stretches in which a term or place belongs to an external citation: the citation and the brackets behind it."""
    ranges: list[tuple[int, int]] = []
    for hit in externals:
        bracket = BRACKET.match(text, hit.end, hit.end + 800)
        end = bracket.end() if bracket else hit.end
        if ranges and hit.start < ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((hit.start, end))
    return ranges


def _overlaps(reference: Reference, taken: list[tuple[int, int]]) -> bool:
    """True if a reference begins inside one of the ranges, which are in text order and apart."""
    index = bisect_right(taken, (reference.start, float("inf"))) - 1
    return index >= 0 and reference.start < taken[index][1]


def _external(text: str, hit: External, place: Place) -> Citation:
    return Citation(
        span=(hit.start, hit.end),
        rule="find_external",
        at=place.at,
        kind="external",
        text=text[hit.start : hit.end],
        act_type=hit.act_type,
        issuer=hit.issuer,
        adopted_on=hit.adopted_on,
        number=hit.number,
        title=hit.title,
        registration_number=hit.registration_number,
        pinpoint=hit.pinpoint,
        relation=_relation(text, hit, place),
        approves=hit.approves,
        resolution="resolved",
        quoted=place.kind == "quoted",
    )


def _relation(text: str, hit: External, place: Place) -> Relation:
    """What the cited act is to this one, by where it stands and what follows it."""
    if place.kind == "info":
        return "repealed_by"
    if place.kind == "note":
        return "repealed_by" if REPEALED.search(text, place.start, place.end) else "amended_by"
    if hit.repealed:
        return "repeals"
    if place.at == "preamble":
        return "legal_basis"
    if hit.amended:
        return "amends"
    return "approved_by" if hit.approved else "refers"


def _internal(
    text: str, ref: Reference, place: Place, locators: Locators, problems: list[Problem], at: str | None = None
) -> Citation:
    """A reference seen from a place; `at` is where it stands, if that is another."""
    target = locators.resolve(ref, place)
    at = at or place.at
    printed = text[ref.start : ref.end]
    if target.resolution != "resolved":
        code: ProblemCode = "citation_ambiguous" if target.resolution == "ambiguous" else "citation_unresolved"
        message = f"{printed!r} leads nowhere: {target.reason}."
        problems.append(problem(code, message, at, (ref.start, ref.end)))
    return Citation(
        span=(ref.start, ref.end),
        rule="find_internal",
        at=at,
        kind="internal",
        text=printed,
        pinpoint=target.rest,
        target=target.at,
        target_span=target.span,
        relation="refers",
        resolution=target.resolution,
    )


def _pointing(text: str, ref: Reference, place: Place) -> Citation:
    """A place in an act that a pointing word names; which act is told once all citations are in order."""
    return Citation(
        span=(ref.start, ref.end),
        rule="find_pointing_back",
        at=place.at,
        kind="defined_term",
        text=text[ref.start : ref.end],
        pinpoint=ref.pinpoint,
        term=ref.what,
        relation="refers",
        resolution="unresolved",
    )


def _named(text: str, ref: Reference, place: Place, terms: Scopes, problems: list[Problem]) -> Citation:
    """A form, or a place in a document that a term stands for in this annex (or in the whole act)."""
    printed = text[ref.start : ref.end]
    term = ref.what if ref.kind == "defined_term" else None
    known = term is None or bool(terms.of(term, place.annex))
    if not known:
        message = f"{printed!r}: the term {term!r} is not defined here."
        problems.append(problem("term_undefined", message, place.at, (ref.start, ref.end)))
    return Citation(
        span=(ref.start, ref.end),
        rule=f"find_{'terms' if term else 'forms'}",
        at=place.at,
        kind=ref.kind,
        text=printed,
        number=ref.number,
        pinpoint=ref.pinpoint,
        term=term,
        relation="refers",
        resolution="resolved" if known else "unresolved",
    )
