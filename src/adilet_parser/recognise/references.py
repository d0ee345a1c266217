"""References to places: in this act ("осы регламенттің 5-тармағына"), in a document named by a term
("Стандарттың 9-тармағына"), and to forms by number ("№ 086/е нысан")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import regex

from adilet_parser.language.patience import limit
from adilet_parser.language.places import LEVEL, STEM, chain_at
from adilet_parser.model.records import CitationKind, Pinpoint

# "осы қаулының", "Осы Қағидалардың", "осы бұйрыққа", "осы мемлекеттік көрсетілетін қызмет стандартының"
# Nothing that is a document or place itself stands between: "осы бапта және осы Кодекстің 44-бабында" names article 44 alone
UNIT = (
    r"(?:қаулы|бұйры[қғ]|шешім|жарлы[қғ]|заң|кодекс|регламент|стандарт|қағида|ереже|нұсқаулы[қғ]|жарғы|тәртіп|тәртіб|өлшемшарт|бағдарлама|тұжырымдама|әдістеме|тізбе|"
    r"тармақша|тармақ|тармағ|бап|баб|тарау|қосымша|бөлі[кг])"
)
THIS = regex.compile(
    rf"\b[Оо]сы\s+(?P<what>(?:бірлескен\s+(?:қаулы|бұйрық|шешім)\s+мен\s+(?=шешім|қаулы|бұйры))?(?:(?!{UNIT}|осы\b)\p{{L}}+\s+){{0,4}}?{UNIT}"
    r"(?:лар|лер|дар|дер|тар|тер)?(?:ы|і|сы|сі)?(?:н?[ыі]ң|[дт][ыі]ң|ға|ге|қа|ке|на|не))\s+",
    regex.IGNORECASE,
)
# "Стандарттың", "Заңның", "Қағидалардың", "Кодекстің" before a place
# and of two words where the second is a kind of document: "Үлгілік ереженің"
TERM = regex.compile(
    rf"\b(?P<term>\p{{Lu}}[\p{{Ll}}-]+?|\p{{Lu}}\p{{Ll}}+(?:лік|лық|тік|дік)\s+(?:ереже|қағида|стандарт|регламент|нұсқаулық|жарғы|шарт|талап)(?:лар|лер|дар|дер|тар|тер)?)"
    rf"(?P<case>[ндт][ыі]ң)\s+(?=\d[\d-]*\)?[^\n]{{0,30}}?{STEM}|{STEM})"
)
# "Қағидаларға 3-қосымшаға", "Тізбеге 2-қосымшаға": an annex goes with the dative
ANNEXES = r"(?:\d[\d,\s-]*(?:(?:және|немесе|не)\s+\d+\s?)?-\s?)?"
TERM_TO = regex.compile(rf"\b(?P<term>\p{{Lu}}[\p{{Ll}}-]+?)(?P<case>[ғгқк][ае])\s+(?={ANNEXES}қосымша\p{{Ll}})")
# "086/е", "035-2/е", "12/в", "3-1/ОТ", "ТБ-014/е", "3-ИК", "7-вет", "2-ТП (ауа)", "2" right before the word: numbers of official forms
FORM_NUMBER = r"(?:\p{Lu}{1,4}-)?\d{1,4}(?:-\d{1,3})?(?:/\p{L}{1,4}(?:-\d)?|-(?!(?:інші|ыншы|нші|ншы|ші|шы)\b)\p{L}{1,5}(?:\s\(\p{Ll}{2,12}\)(?=\s+нысан))?|(?=\s+нысан))"
FORM = regex.compile(rf"(?:№|\bN)\s?(?P<number>{FORM_NUMBER})")
FORM_PHRASE = regex.compile(
    rf"(?:№|\bN)\s?{FORM_NUMBER}(?:(?:\s*,\s*|\s+(?:және|мен|немесе)\s+)(?:№|N)\s?{FORM_NUMBER})*\s+нысан\p{{Ll}}*"
)
# "осы қаулымен бекітілген Емтихан өткізу қағидаларының |9-тармағын": an annex by its title
APPROVED_BY_THIS = regex.compile(
    r"\b[Оо]сы\s+(?:қаулымен|бұйрықпен|шешіммен|өкіммен|жарлықпен)\s+(?P<what>бекітілген\s+[\"«]?\p{Lu}[^.;:\n]{5,200}?"
    r"(?:қағида|ереже|регламент|стандарт|нұсқаулы[қғ]|тәртіб)\p{Ll}*[ндт][ыі]ң)\s+(?=\d|қосымша)"
)
DOCUMENT = regex.compile(r"(?:стандарт|регламент|қағида|ереже|заң|кодекс|жарғы|нұсқаулық)(?:лар|лер|дар|дер|тар|тер)?")
# What joins places of one document: "5-тармағында және 9-бабында"
AND = regex.compile(r"(?:\s?,\s+|\s+(?:және|не|немесе|мен)\s+)(?=\d|қосымшасы)")
THIS_BEFORE = regex.compile(r"[Оо]сы\s+$")
NOT_TERMS = frozenset(["Республикасы", "Заңы", "Осы", "Министрі", "Кодексі"])


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as printed; `what` is the word behind "осы", in the genitive, or the term in the nominative."""

    start: int
    end: int
    kind: CitationKind
    what: str
    pinpoint: Pinpoint | None
    number: str | None = None


def find_internal(text: str) -> list[Reference]:
    """References to places in this act; a bare "осы қаулы" is none.

    >>> [(r.what, r.pinpoint) for r in find_internal("осы қаулының 1-қосымшасына сәйкес; осы қаулы")]
    [('қаулының', {'annex': ('1',)})]
    """
    found = []
    for match in [*THIS.finditer(text, timeout=limit(text)), *APPROVED_BY_THIS.finditer(text, timeout=limit(text))]:
        chain = chain_at(text, match.end())
        if chain is not None:
            found += _with_more(text, Reference(match.start(), chain[1], "internal", match["what"], chain[0] or None))
    return found


def find_terms(text: str, defined: Iterable[str] = ()) -> list[Reference]:
    """References to places in a document that a capitalised term, or a term that the act defines, stands for.

    >>> [(r.what, r.pinpoint) for r in find_terms("Стандарттың 9-тармағына, Стандарттың қосымшасына")]
    [('Стандарт', {'point': ('9',)}), ('Стандарт', {'annex': ()})]
    """
    found = []
    inner = _defined(text, defined)
    starts = [match.start() for match in inner]
    at = {
        match.start(): match
        for match in (
            *inner,
            *TERM_TO.finditer(text, timeout=limit(text)),
            *TERM.finditer(text, timeout=limit(text)),
        )
    }
    for match in at.values():
        before = bisect_left(starts, match.start()) - 1
        if before >= 0 and match.start() < inner[before].end():
            continue  # "1995 жылғы Заңның": a term of several words that ends with another
        chain = chain_at(text, match.end())
        if (
            chain is None
            or match["term"] in NOT_TERMS
            or THIS_BEFORE.search(text[max(0, match.start() - 6) : match.start()])
        ):
            continue
        found += _with_more(text, Reference(match.start(), chain[1], "defined_term", match["term"], chain[0] or None))
    return found


def _with_more(text: str, first: Reference) -> list[Reference]:
    """The reference and those that go on with its document: "... 7-бабының 5-тармағында және 9-бабында".

    >>> [r.pinpoint for r in find_internal("осы Заңның 7-бабының 5-тармағында, 6-тармағында және 9-бабында")]
    [{'article': ('7',), 'point': ('5',)}, {'article': ('7',), 'point': ('6',)}, {'article': ('9',)}]
    """
    found = [first]
    while (mark := AND.match(text, found[-1].end)) is not None and (chain := chain_at(text, mark.end())) is not None:
        above = found[-1].pinpoint or {}
        level = min(LEVEL[key] for key in chain[0])
        pinpoint: Pinpoint = {key: numbers for key, numbers in above.items() if LEVEL[key] < level}
        found.append(Reference(mark.end(), chain[1], first.kind, first.what, {**pinpoint, **chain[0]}))
    return found


def _defined(text: str, defined: Iterable[str]) -> list[regex.Match[str]]:
    """Defined terms of several words, abbreviations, and documents in small letters before a place:
    "Үлгілік қағидалардың 3-тарауына", "ӘРПК-нің 91-бабына", "стандарттың 11-тармағында"."""
    names = sorted(
        {term for term in defined if " " in term or term.isupper() or DOCUMENT.fullmatch(term)}, key=len, reverse=True
    )
    if not names:
        return []
    words = "|".join(regex.escape(name) for name in names)
    pattern = regex.compile(
        rf"(?<!\w)(?P<term>{words})(?:-?(?P<case>[ндт][ыі]ң)\s+(?=\d|{STEM})|-?[ғгқк][ае]\s+(?={ANNEXES}қосымша\p{{Ll}})|(?<=\p{{Lu}}{{2}})\s+(?=\d[\d-]*\)?\s?-?\s?{STEM}))"
    )
    return list(pattern.finditer(text, timeout=limit(text)))


def find_forms(text: str) -> list[Reference]:
    """Official forms by number; each number of a phrase is a reference of its own, with the whole phrase as its text.

    >>> [r.number for r in find_forms("№ 035-2/е және № 079/е нысандары бойынша")]
    ['035-2/е', '079/е']
    """
    found = []
    for phrase in FORM_PHRASE.finditer(text, timeout=limit(text)):
        for match in FORM.finditer(text, *phrase.span()):
            found.append(Reference(phrase.start(), phrase.end(), "form", "нысан", None, match["number"]))
    return found
