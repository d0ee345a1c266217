"""Citations of other acts, read backwards from the noun that names the act."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from adilet_parser.language.act_numbers import squeeze
from adilet_parser.language.bodies import COUNTRY, issuer_before, nominative
from adilet_parser.language.dates import ANY, iso_of
from adilet_parser.language.places import chain_at
from adilet_parser.language.quotation import opening_of
from adilet_parser.model.records import CitedType, Pinpoint

# "бұйрығымен", "қаулысының", "Заңына", "Салық кодексінің", "Жарлығымен", "шешіміне"
NOUN = regex.compile(
    r"\b(?P<noun>бұйры[қғ]|қаулы|шешім|жарлы[қғ]|өкім|заң|кодекс|конституция)(?P<ending>\p{Ll}*)", regex.IGNORECASE
)
# Words that only begin like an act's noun: "заңнамасында", "қаулы етеді", "шешімдер қабылдау", "өкімет"
NOT_A_NOUN = regex.compile(r"^(?:нама|ды\b|дық|шы|ет|қа\sқол|герлік|сыз)|^\s+ет(?:еді|емін)|^дер\b")
TYPES: dict[str, CitedType] = {
    "бұйрық": "order", "бұйрығ": "order", "қаулы": "resolution", "шешім": "decision", "жарлық": "decree",
    "жарлығ": "decree", "өкім": "other", "заң": "law", "кодекс": "code", "конституция": "law",
}  # fmt: skip
# Backward patterns: each matches just before the place reached so far
BRACKET = regex.compile(r"(?r)\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)\s*")
# What a bracket between number and noun may tell: the register, or when a changing act comes into force
TOLD = regex.compile(r"тізілім|тіркел|қолданысқа\s+енгізіл", regex.IGNORECASE)
NUMBER = regex.compile(r"(?r)(?:№|\bN)\s?(?P<number>(?:ҚР\s)?[\p{L}\d]+(?:\s?[-/]\s?[\p{L}\d]+)*)\s*")
# "№ 461 және ... № 70 бірлескен бұйрығымен": one act of several bodies
JOINT = regex.compile(r"(?r)\bбірлескен\s+", regex.IGNORECASE)
DATE = regex.compile(rf"(?r){ANY}\s*,?\s*", regex.IGNORECASE)
# "Заңдарына", "қаулыларымен": one noun for several acts, and what stands between them: "; өзгеріс енгізілді – "
PLURAL = regex.compile(r"(?:дар|дер|лар|лер|тар|тер)")
AND = regex.compile(
    r"(?r)(?:\s*[,;]|\s+және|\s+мен)\s+(?:(?:өзгер\p{Ll}+\s+енгізілді|жаңа\s+редакцияда|толықтырылды)\s*[-–]\s*)?"
)
CLOSING = regex.compile(r"(?r)[\"»”“]\s*")
LAND = regex.compile(rf"(?r)\b{COUNTRY}\s*")
# "Салық" in "Салық кодексі", "Бюджет", "Кәсіпкерлік", "Қылмыстық-процестік"
CODE_NAME = regex.compile(r"(?r)\b(?!Республикасы)\p{Lu}[\p{L}-]+(?:\s+[\p{Ll}-]+(?:\s+[\p{Ll}-]+)?)?\s+")
REGISTER = regex.compile(
    r"тізілім\p{Ll}*(?:\s+[\p{L}\d]+){0,5}?\s+(?:№|N|нөмірі)\s?(?P<number>\d[\d-]*)|"
    r"(?:№|N)\s?(?P<number2>\d[\d-]*)\s+(?:болып\s+)?тіркел", regex.IGNORECASE
)  # fmt: skip
# Behind the noun: "(... № 11304 тіркелген)", "бекітілген (...)"; the participle chain without brackets
BEHIND = regex.compile(r"\s*(?:бекітілген\s*)?\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)")
# "Заңының (бұдан әрі – Заң) 10-бабының": the place stands behind the definition
DEFINED = regex.compile(r"\s*\(\s*бұдан\s+(?:әрі|былай)[^()\n]*\)\s*", regex.IGNORECASE)
CHAIN = regex.compile(r"\s*бекітілген,\s+(?P<bracket>[^()\n\"]*?болып\s+тіркелген)")
APPROVES = regex.compile(
    r"\s*(?:\([^()\n]*\)\s*)?бекітілген,?\s*(?:\([^()\n]*\)\s*)?(?:[^\"«»()\n]*?тіркелген\s+)?[\"«](?P<title>[^\"«»\n]+)[\"»]"
)
APPROVED = regex.compile(r"\s*(?:\([^()\n]*\)\s*)?бекітіл")
REPEALS = regex.compile(r"[^.;\n]{0,200}күш(?:і|тері)\s+жойылды?\s+деп\s+тан", regex.IGNORECASE)
AMENDS = regex.compile(r"[^.;\n]{0,80}(?:өзгеріс|толықтыру)", regex.IGNORECASE)


LONGEST = 3000
"""No citation is longer than so many characters."""


@dataclass(frozen=True, slots=True)
class External:
    """A cited act and where it stands."""

    start: int
    end: int
    act_type: CitedType
    issuer: str | None = None
    adopted_on: str | None = None
    number: str | None = None
    title: str | None = None
    registration_number: str | None = None
    pinpoint: Pinpoint | None = None
    approves: str | None = None
    approved: bool = False
    repealed: bool = False
    amended: bool = False


def find_external(text: str) -> list[External]:
    """All citations of other acts, in text order.

    >>> e = find_external('"Білім туралы" 2007 жылғы 27 шілдедегі Қазақстан Республикасы Заңының 5-бабы')[0]
    >>> e.title, e.adopted_on, e.act_type, e.pinpoint
    ('Білім туралы', '2007-07-27', 'law', {'article': ('5',)})
    """
    found: list[External] = []
    floor = line = last = 0
    for noun in NOUN.finditer(text):
        line = max(line, text.rfind("\n", last, noun.start()) + 1)
        last = noun.start()
        if noun.start() < floor or NOT_A_NOUN.match(noun["ending"] + text[noun.end() : noun.end() + 8]):
            continue
        reach = max(line, noun.start() - LONGEST)
        low = max(floor, reach)
        hit = _backwards(text, noun, low, reach)
        if hit is not None:
            hit = _forwards(text, hit)
            sharing = _sharing(text, hit, low, reach) if PLURAL.match(noun["ending"]) else []
            found += _with_issuers([*sharing, hit])
            floor = hit.end
    return sorted(found, key=lambda hit: hit.start)


def _backwards(text: str, noun: regex.Match[str], floor: int, reach: int) -> External | None:
    """Parts of the citation to the left of its noun, in whatever order they are printed.

    They do not reach back beyond `floor`, where the citation before ends; but a title may hold that whole citation
    ("... № 158 қаулысына өзгеріс енгізу туралы") and then reaches back to `reach`.
    """
    act_type = TYPES[noun["noun"].casefold()]
    at = noun.start()
    seen: set[str] = set()
    if act_type == "code" and (name := CODE_NAME.match(text, floor, at)) is not None:
        at = name.start()
        seen.add("code")
    joint = JOINT.match(text, floor, at)
    if joint is not None:
        return _joint(text, External(joint.start(), noun.end(), act_type), floor, reach)
    hit = _parts(text, External(at, noun.end(), act_type), floor, reach, seen)
    dated = {"date", "number"} <= seen or {"date", "title"} <= seen
    by_title = "title" in seen and act_type in {"law", "code"}
    by_name = "code" in seen or ("land" in seen and noun["noun"].casefold() == "конституция")
    return hit if dated or by_title or by_name else None


def _joint(text: str, hit: External, floor: int, reach: int) -> External | None:
    """A joint act by what it is called by the body that stands first; each body has its own date and number."""
    seen: set[str] = set()
    hit = _parts(text, hit, floor, reach, seen)
    while {"date", "number"} <= seen and (mark := AND.match(text, floor, hit.start)) is not None:
        before: set[str] = set()
        first = _parts(text, External(mark.start(), hit.end, hit.act_type), floor, reach, before)
        if not {"date", "number"} <= before:
            break
        hit, seen = replace(first, registration_number=first.registration_number or hit.registration_number), before
    return hit if {"date", "number"} <= seen else None


def _sharing(text: str, hit: External, floor: int, reach: int) -> list[External]:
    """Acts before this one that share its noun: `1993 жылғы ... «Б», 2001 жылғы ... «Т» Заңдарына`; each runs to it."""
    found: list[External] = []
    start = hit.start
    while (mark := AND.match(text, floor, start)) is not None:
        seen: set[str] = set()
        one = _parts(text, External(mark.start(), hit.end, hit.act_type), floor, reach, seen)
        if not ({"date", "number"} <= seen or {"date", "title"} <= seen):
            break
        found.append(one)
        start = one.start
    return found[::-1]


def _with_issuers(hits: list[External]) -> list[External]:
    """ "министрінің ... № 368, ... № 241 бұйрықтарымен": the body stands once, before the first."""
    return [
        replace(hit, issuer=next((before.issuer for before in hits[index::-1] if before.issuer), None))
        for index, hit in enumerate(hits)
    ]


def _parts(text: str, hit: External, floor: int, reach: int, seen: set[str]) -> External:
    """The hit with the parts that end where it starts, right to left; `seen` takes their names."""
    at = hit.start
    while True:
        if (
            "bracket" not in seen
            and (match := BRACKET.match(text, floor, at)) is not None
            and TOLD.search(match["bracket"])
        ):
            hit = replace(hit, registration_number=_registered(match["bracket"]))
            seen.add("bracket")
        elif "number" not in seen and (match := NUMBER.match(text, floor, at)) is not None:
            hit = replace(hit, number=squeeze(match["number"]))
            seen.add("number")
        elif "date" not in seen and (match := DATE.match(text, floor, at)) is not None:
            hit = replace(hit, adopted_on=iso_of(match))
            seen.add("date")
        elif (
            "title" not in seen
            and (match := CLOSING.match(text, floor, at)) is not None
            and (opening := opening_of(text, reach, match.start())) is not None
        ):
            hit = replace(hit, title=text[opening + 1 : match.start()].strip())
            seen.add("title")
            at, floor = opening, min(floor, opening)
            continue
        elif (
            "issuer" not in seen
            and (match := issuer_before(text, floor, at)) is not None
            and hit.act_type not in {"law", "code"}
        ):
            hit = replace(hit, issuer=nominative(match.group().strip()))
            seen.add("issuer")
        elif (
            "land" not in seen
            and (match := LAND.match(text, floor, at)) is not None
            and hit.act_type in {"law", "code"}
        ):
            seen.add("land")
        else:
            break
        at = match.start()
    return replace(hit, start=at)


def _registered(bracket: str) -> str | None:
    match = REGISTER.search(bracket)
    return (match["number"] or match["number2"]) if match else None


def _forwards(text: str, hit: External) -> External:
    """What stands behind the noun: register bracket, place, what was approved."""
    stop = text.find("\n", hit.end, hit.end + LONGEST)
    stop = min(len(text), hit.end + LONGEST) if stop < 0 else stop
    after = hit.end
    for pattern in (BEHIND, CHAIN):
        match = pattern.match(text, hit.end, stop)
        if match is not None and REGISTER.search(match["bracket"]):
            if hit.registration_number is None:
                hit = replace(hit, registration_number=_registered(match["bracket"]))
            if "бекітілген" not in match.group().partition("(")[0]:
                after = match.end()
            break
    approves = APPROVES.match(text, hit.end, stop)
    defined = DEFINED.match(text, after, stop)
    blank = defined.end() if defined else after + len(text[after:stop]) - len(text[after:stop].lstrip())
    chain = chain_at(text, blank, stop)
    if (
        chain is not None
        and hit.registration_number is None
        and (told := BEHIND.match(text, chain[1], stop)) is not None
    ):
        # "№ 7-18/62 шешімінің 2-тармағы (... № 24002 болып тіркелген)"
        hit = replace(hit, registration_number=_registered(told["bracket"]))
    return replace(
        hit,
        pinpoint=chain[0] if chain else None,
        approves=approves["title"] if approves else None,
        approved=APPROVED.match(text, hit.end, stop) is not None,
        repealed=REPEALS.match(text, hit.end, stop) is not None,
        amended=AMENDS.match(text, hit.end, stop) is not None,
    )
