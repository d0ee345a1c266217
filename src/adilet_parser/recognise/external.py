"""Citations of other acts, read backwards from the noun that names the act."""

from __future__ import annotations

from dataclasses import replace

import regex

from adilet_parser.language.patience import limit
from adilet_parser.model.records import CitedType
from adilet_parser.recognise.cited_act import BARE_TITLE, LONGEST, External, parts_before, parts_behind

# "бұйрығымен", "қаулысының", "Заңына", "Салық кодексінің", "Жарлығымен", "шешіміне"
NOUN = regex.compile(
    r"\b(?P<noun>бұйры[қғ]|қаулы|шешім|жарлы[қғ]|өкім|заң|кодекс|конституция)(?P<ending>\p{Ll}*)", regex.IGNORECASE
)
# Words that only begin like an act's noun: "заңнамасында", "заңының жобасы", "қаулы етеді", "шешімдер қабылдау", "өкімет"
NOT_A_NOUN = regex.compile(
    r"^\s+күші\s+бар|^\p{Ll}*\s+жоба|^(?:нама|лық|ды\b|дық|шы|ет|қа\sқол|герлік|сыз)|^\s+ет(?:еді|емін)|^дер\b"
)
TYPES: dict[str, CitedType] = {
    "бұйрық": "order", "бұйрығ": "order", "қаулы": "resolution", "шешім": "decision", "жарлық": "decree",
    "жарлығ": "decree", "өкім": "other", "заң": "law", "кодекс": "code", "конституция": "law",
}  # fmt: skip
# `... төлемдер туралы" |(Салық кодекс|і)`: the noun of a name in a bracket is no citation of its own
IN_ALIAS = regex.compile(r"(?r)[\"»”]\s\(\p{Lu}[\p{L}\s-]{2,40}\s")
# "нормативтік қаулысының", "Конституциялық заңының", "Заң күші бар Жарлығының"
ADJECTIVE = regex.compile(r"(?r)\b(?:нормативтік|конституциялық|заң\s+күші\s+бар)\s+", regex.IGNORECASE)
# "№ 461 және ... № 70 бірлескен бұйрығымен": one act of several bodies
JOINT = regex.compile(r"(?r)\bбірлескен\s+", regex.IGNORECASE)
# "бірлескен қаулысы| мен шешіміне": both nouns of a joint act
SECOND_NOUN = regex.compile(r"\s+м[еб]н\s+(?:шешім|қаулы|бұйры)\p{Ll}+", regex.IGNORECASE)
# "Заңдарына", "қаулыларымен": one noun for several acts, and what stands between them: "; өзгеріс енгізілді – "
PLURAL = regex.compile(r"(?:дар|дер|лар|лер|тар|тер)")
AND = regex.compile(
    r"(?r)(?:\s*[,;]|\s+және|\s+мен)\s+(?:(?:өзгер\p{Ll}+\s+енгізілді|жаңа\s+редакцияда|толықтырылды)\s*[-–]\s*)?"
)
# "Салық" in "Салық кодексі", "Бюджет", "Кәсіпкерлік", "Қылмыстық-процестік"; in small letters behind the country
CODE_NAME = regex.compile(
    r"(?r)(?:\b(?!Республикасы)\p{Lu}[\p{L}-]+(?:\s+[\p{Ll}-]+(?:\s+[\p{Ll}-]+)?)?|(?<=Республикасы(?:ның)?\s+)(?!осы|бұл)\p{Ll}[\p{Ll}-]+)\s+"
)
# "Азаматтық| кодекстің": a code's name also without the possessive
KNOWN_CODE = regex.compile(
    r"(?r)\b(?:Азаматтық|Салық|Еңбек|Бюджет|Жер|Су|Орман|Экологиялық|Қылмыстық|Кәсіпкерлік|Кеден)\s+"
)


def find_external(text: str) -> list[External]:
    """All citations of other acts, in text order.

    >>> e = find_external('"Білім туралы" 2007 жылғы 27 шілдедегі Қазақстан Республикасы Заңының 5-бабы')[0]
    >>> e.title, e.adopted_on, e.act_type, e.pinpoint
    ('Білім туралы', '2007-07-27', 'law', {'article': ('5',)})
    """
    found: list[External] = []
    floor = line = last = 0
    for noun in NOUN.finditer(text, timeout=limit(text)):
        line = max(line, text.rfind("\n", last, noun.start()) + 1)
        last = noun.start()
        if (
            noun["ending"] == "і"
            and text[noun.end() : noun.end() + 1] == ")"
            and IN_ALIAS.match(text, line, noun.start())
        ):
            continue
        if noun.start() < floor or NOT_A_NOUN.match(noun["ending"] + text[noun.end() : noun.end() + 14]):
            continue
        reach = max(line, noun.start() - LONGEST)
        low = max(floor, reach)
        hit = _backwards(text, noun, low, reach)
        if hit:
            found += [*hit[:-1], *parts_behind(text, hit[-1])]
            floor = max(found[-1].end, found[-1].behind)
    return sorted(found, key=lambda hit: hit.start)


def _backwards(text: str, noun: regex.Match[str], floor: int, reach: int) -> list[External]:
    """The act or acts that a noun names, from the parts to the left of it, in whatever order they are printed.

    They do not reach back beyond `floor`, where the citation before ends; but a title may hold that whole citation
    ("... № 158 қаулысына өзгеріс енгізу туралы") and then reaches back to `reach`.
    """
    act_type = TYPES[noun["noun"].casefold()]
    adjective = ADJECTIVE.match(text, floor, noun.start())
    at = adjective.start() if adjective is not None else noun.start()
    seen: set[str] = set()
    # "Салық кодексінің" is a code's name, "Кодекстің" a term
    possessed = noun["ending"].startswith("і") or (
        noun["noun"].islower() and KNOWN_CODE.match(text, floor, at) is not None
    )
    bare = act_type == "code" and BARE_TITLE.match(text, floor, at) is not None
    if act_type == "code" and possessed and not bare and (name := CODE_NAME.match(text, floor, at)) is not None:
        at = name.start()
        seen.add("code")
    joint = JOINT.match(text, floor, at)
    if joint is not None:
        second = SECOND_NOUN.match(text, noun.end(), noun.end() + 40)
        end = second.end() if second is not None else noun.end()
        one = _joint(text, External(joint.start(), end, joint.start(), act_type), floor, reach)
        return [one] if one is not None else []
    hit = parts_before(text, External(at, noun.end(), at, act_type), floor, reach, seen)
    by_name = {"code", "bare_title"} & seen or ("land" in seen and noun["noun"].casefold() == "конституция")
    if PLURAL.match(noun["ending"]) and seen:
        return _sharing(text, hit, seen, floor, reach)
    return [hit] if by_name or _known(hit, seen) else []


def _known(hit: External, seen: set[str]) -> bool:
    """True for an act told by date and number, by date and title, or, if a law or code, by title alone."""
    dated = {"date", "number"} <= seen or {"date", "title"} <= seen
    return dated or ("title" in seen and hit.act_type in {"law", "code"})


def _joint(text: str, hit: External, floor: int, reach: int) -> External | None:
    """A joint act by what it is called by the body that stands first; each body has its own date and number."""
    seen: set[str] = set()
    hit = parts_before(text, hit, floor, reach, seen)
    while {"date", "number"} <= seen and (mark := AND.match(text, floor, hit.printed)) is not None:
        before: set[str] = set()
        first = parts_before(text, External(mark.start(), hit.end, mark.start(), hit.act_type), floor, reach, before)
        if not {"date", "number"} <= before:
            break
        hit, seen = replace(first, registration_number=first.registration_number or hit.registration_number), before
    return hit if {"date", "number"} <= seen else None


def _sharing(text: str, hit: External, seen: set[str], floor: int, reach: int) -> list[External]:
    """Acts that share a noun in the plural: `1993 жылғы ... «Б», 2001 жылғы ... «Т» Заңдарына`; each runs to it.

    What stands once, before the first, holds for all: "министрінің ... № 368, ... № 241 бұйрықтарымен",
    `Үкіметінің 2007 жылғы 30 маусымдағы "А" N 558, "Б" N 561 қаулыларына`.
    """
    told = [(hit, seen)]
    if hit.printed < floor:
        floor = reach  # its title holds the citation before
    while (mark := AND.match(text, floor, told[-1][0].printed)) is not None:
        parts: set[str] = set()
        one = parts_before(text, External(mark.start(), hit.end, mark.start(), hit.act_type), floor, reach, parts)
        if not {"number", "title"} & parts:
            break
        told.append((one, parts))
    while told and not _known(*told[-1]):
        told.pop()
    found: list[External] = []
    if all(one.issuer is None for one, _ in told[1:]):
        # `"А" 2010 жылғы ... № 745, "Б" ... № 957 Қазақстан Республикасы Үкіметінің қаулыларына`
        told = [(replace(one, issuer=hit.issuer), parts) for one, parts in told]
    for one, parts in reversed(told):
        before = found[-1] if found else None
        if before is not None and one.issuer is None:
            one = replace(one, issuer=before.issuer)
        if before is not None and one.adopted_on is None and "number" in parts:
            one = replace(one, adopted_on=before.adopted_on)
        if _known(one, parts | {"date"} if one.adopted_on else parts):
            found.append(one)
    return found
