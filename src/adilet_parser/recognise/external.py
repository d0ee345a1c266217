"""Citations of other acts, read backwards from the noun that names the act."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from adilet_parser.language.act_numbers import squeeze
from adilet_parser.language.bodies import COUNTRY, issuer_before, nominative
from adilet_parser.language.dates import ANY, iso_of
from adilet_parser.language.patience import limit
from adilet_parser.language.places import chain_at
from adilet_parser.language.quotation import opening_of
from adilet_parser.model.records import CitedType, Pinpoint

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
# Backward patterns: each matches just before the place reached so far
BRACKET = regex.compile(r"(?r)\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)\s*")
# `"Салық және ... төлемдер туралы" |(Салық кодексі) |Қазақстан Республикасының ... Кодексінің`: by what name the code goes too
ALIAS = regex.compile(r"(?r)(?<=[\"»”]\s)\(\p{Lu}[\p{L}\s-]{2,40}\s[Кк]одексі\)\s+")
IN_ALIAS = regex.compile(r"(?r)[\"»”]\s\(\p{Lu}[\p{L}\s-]{2,40}\s")
# What a bracket between number and noun may tell: the register, the session, or when a changing act comes into force
TOLD = regex.compile(r"тізілім|тіркел|қолданысқа\s+енгізіл|күшіне\s+ен|сессия", regex.IGNORECASE)
NUMBER = regex.compile(r"(?r)(?:№|\bN)\s?(?P<number>(?:ҚР\s)?[\p{L}\d]+(?:\s?[-/]\s?[\p{L}\d]+)*)(?:\s+ҚРЗ)?\s*")
# "нормативтік қаулысының", "Конституциялық заңының", "Заң күші бар Жарлығының"
ADJECTIVE = regex.compile(r"(?r)\b(?:нормативтік|конституциялық|заң\s+күші\s+бар)\s+", regex.IGNORECASE)
# "№ 461 және ... № 70 бірлескен бұйрығымен": one act of several bodies
JOINT = regex.compile(r"(?r)\bбірлескен\s+", regex.IGNORECASE)
# "бірлескен қаулысы| мен шешіміне": both nouns of a joint act
SECOND_NOUN = regex.compile(r"\s+м[еб]н\s+(?:шешім|қаулы|бұйры)\p{Ll}+", regex.IGNORECASE)
# "Қазақстан Республикасының Құқықтық актілер туралы |2016 жылғы": a law's title without quote marks
BARE_TITLE = regex.compile(rf"(?r)\b{COUNTRY}\s+\p{{Lu}}\p{{Ll}}[\p{{L}}\s,()-]{{5,250}}?\sтуралы\s+")
DATE = regex.compile(rf"(?r){ANY}\s*,?\s*", regex.IGNORECASE)
# "Заңдарына", "қаулыларымен": one noun for several acts, and what stands between them: "; өзгеріс енгізілді – "
PLURAL = regex.compile(r"(?:дар|дер|лар|лер|тар|тер)")
AND = regex.compile(
    r"(?r)(?:\s*[,;]|\s+және|\s+мен)\s+(?:(?:өзгер\p{Ll}+\s+енгізілді|жаңа\s+редакцияда|толықтырылды)\s*[-–]\s*)?"
)
CLOSING = regex.compile(r"(?r)[\"»”“]\s*")
LAND = regex.compile(rf"(?r)\b{COUNTRY}\s*")
# "Салық" in "Салық кодексі", "Бюджет", "Кәсіпкерлік", "Қылмыстық-процестік"; in small letters behind the country
CODE_NAME = regex.compile(
    r"(?r)(?:\b(?!Республикасы)\p{Lu}[\p{L}-]+(?:\s+[\p{Ll}-]+(?:\s+[\p{Ll}-]+)?)?|(?<=Республикасы(?:ның)?\s+)(?!осы|бұл)\p{Ll}[\p{Ll}-]+)\s+"
)
# "Азаматтық| кодекстің": a code's name also without the possessive
KNOWN_CODE = regex.compile(
    r"(?r)\b(?:Азаматтық|Салық|Еңбек|Бюджет|Жер|Су|Орман|Экологиялық|Қылмыстық|Кәсіпкерлік|Кеден)\s+"
)
REGISTER = regex.compile(
    r"тізілім\p{Ll}*(?:\s+[\p{L}\d]+){0,5}?\s+(?:№|N|нөмірі)\s?(?P<number>\d[\d-]*)|"
    r"(?:тізілім\p{Ll}*\s+(?P<number3>\d[\d-]*)\s+нөмірі|тіркел\p{Ll}+\s+нөмірі\s+(?P<number4>\d[\d-]*))|(?:№|N)\s?(?P<number2>\d[\d-]*)\s+(?:болып\s+)?тіркел", regex.IGNORECASE
)  # fmt: skip
# Behind the noun: "(... № 11304 тіркелген)", "бекітілген (...)"; the participle chain without brackets
BEHIND = regex.compile(r"\s*(?:бекітілген\s*)?\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)")
# "Заңының (бұдан әрі – Заң) 10-бабының": the place stands behind the definition
# "Кодексінің (Салық кодексі) 546-бабының": behind a name by which the act goes too
DEFINED = regex.compile(
    r"\s*\((?:\s*бұдан\s+(?:әрі|былай)[^()\n]*|(?-i:\p{Lu})[\p{L}\s-]{2,60}кодексі)\)\s*", regex.IGNORECASE
)
# "... қаулысының күші жойылды деп танылсын (... № 3566 болып тіркелген)"
REPEALED_BEHIND = regex.compile(
    r"\s+күші\s+жойылды?\s+деп\s+танылсын\s*\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)", regex.IGNORECASE
)
CHAIN = regex.compile(r"\s*бекітілген,\s+(?P<bracket>[^()\n\"]*?болып\s+тіркелген)")
APPROVES = regex.compile(
    r"\s*(?:\([^()\n]*\)\s*)?бекітілген,?\s*(?:\([^()\n]*\)\s*)?(?:[^\"«»()\n]*?тіркелген\s+)?[\"«](?P<title>[^\"«»\n]+)[\"»]"
)
# Between two places of one act: "... 1, 3-тармақтарына |және |20-бабының"
BRANCH = regex.compile(r"(?:\s?,\s+(?:сондай-ақ\s+)?|\s+(?:және|мен|не|немесе)\s+)(?=\d[\d-]*\)?\s?-?\s?(?:бап|баб))")
APPROVED = regex.compile(r"\s*(?:\([^()\n]*\)\s*)?бекітіл")
REPEALS = regex.compile(r"[^.;\n]{0,200}күш(?:і|тері)\s+жойылды?\s+деп\s+тан", regex.IGNORECASE)
AMENDS = regex.compile(r"[^.;\n]{0,80}(?:өзгеріс|толықтыру)", regex.IGNORECASE)


LONGEST = 3000
"""No citation is longer than so many characters."""


@dataclass(frozen=True, slots=True)
class External:
    """A cited act and where it stands: from its title or issuer (`start`; `printed` is where a date before them begins) to its
    noun; `behind` is the end of what else was read."""

    start: int
    end: int
    printed: int
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
    behind: int = 0


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
            found += [*hit[:-1], *_forwards(text, hit[-1])]
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
    hit = _parts(text, External(at, noun.end(), at, act_type), floor, reach, seen)
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
    hit = _parts(text, hit, floor, reach, seen)
    while {"date", "number"} <= seen and (mark := AND.match(text, floor, hit.printed)) is not None:
        before: set[str] = set()
        first = _parts(text, External(mark.start(), hit.end, mark.start(), hit.act_type), floor, reach, before)
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
        one = _parts(text, External(mark.start(), hit.end, mark.start(), hit.act_type), floor, reach, parts)
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


def _parts(text: str, hit: External, floor: int, reach: int, seen: set[str]) -> External:
    """The hit with the parts that end where it starts, right to left; `seen` takes their names."""
    at = hit.start
    start = None
    while True:
        if (
            "bracket" not in seen
            and (match := BRACKET.match(text, floor, at)) is not None
            and TOLD.search(match["bracket"])
        ):
            hit = replace(hit, registration_number=_registered(match["bracket"]))
            seen.add("bracket")
        elif "alias" not in seen and hit.act_type == "code" and (match := ALIAS.match(text, floor, at)) is not None:
            seen.add("alias")
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
            start = at = opening
            floor = floor if floor <= opening else reach
            continue
        elif (
            "issuer" not in seen
            and (match := issuer_before(text, floor, at)) is not None
            and hit.act_type not in {"law", "code"}
        ):
            hit = replace(hit, issuer=nominative(match.group().strip()))
            seen.add("issuer")
            start = match.start()
        elif (
            "land" not in seen
            and (match := LAND.match(text, floor, at)) is not None
            and hit.act_type in {"law", "code"}
        ):
            seen.add("land")
            start = match.start()
        elif (
            not {"title", "land"} & seen
            and hit.act_type in {"law", "code"}
            and (match := BARE_TITLE.match(text, floor, at)) is not None
        ):
            seen |= {"land", "bare_title"}
            start = match.start()
        else:
            break
        at = match.start()
    # The text begins at the title or the issuer, not at a date before them.
    return replace(
        hit, start=at if start is None or ("code" in seen and not {"land", "title"} & seen) else start, printed=at
    )


def _registered(bracket: str) -> str | None:
    match = REGISTER.search(bracket)
    return (match["number"] or match["number2"] or match["number3"] or match["number4"]) if match else None


def _forwards(text: str, hit: External) -> list[External]:
    """The hit with what stands behind its noun (register bracket, place, what was approved); once for each article with its places."""
    stop = text.find("\n", hit.end, hit.end + LONGEST)
    stop = min(len(text), hit.end + LONGEST) if stop < 0 else stop
    after = hit.end
    for pattern in (BEHIND, CHAIN, REPEALED_BEHIND):
        match = pattern.match(text, hit.end, stop)
        if match is not None and REGISTER.search(match["bracket"]):
            if hit.registration_number is None:
                hit = replace(hit, registration_number=_registered(match["bracket"]))
            if pattern is BEHIND and "бекітілген" not in match.group().partition("(")[0]:
                after = match.end()
            break
    approves = APPROVES.match(text, hit.end, stop)
    defined = DEFINED.match(text, after, stop)
    blank = defined.end() if defined else after + len(text[after:stop]) - len(text[after:stop].lstrip())
    chain = chain_at(text, blank, stop)
    pinpoint: Pinpoint | None = chain[0] if chain else None
    end = chain[1] if chain else after
    further: list[Pinpoint] = []
    while chain is not None and (mark := BRANCH.match(text, end, stop)) and (more := chain_at(text, mark.end(), stop)):
        # "25-бабының 1, 3-тармақтарына және 20-бабының 23-16) тармақшасына": which point is whose stays told
        further.append(more[0])
        end = more[1]
    if (
        chain is not None
        and hit.registration_number is None
        and (told := BEHIND.match(text, chain[1], stop)) is not None
    ):
        # "№ 7-18/62 шешімінің 2-тармағы (... № 24002 болып тіркелген)"
        hit = replace(hit, registration_number=_registered(told["bracket"]))
    whole = replace(
        hit,
        pinpoint=pinpoint or None,
        behind=defined.end() if defined else hit.end,
        approves=approves["title"] if approves else None,
        approved=APPROVED.match(text, hit.end, stop) is not None,
        repealed=REPEALS.match(text, hit.end, stop) is not None,
        amended=AMENDS.match(text, hit.end, stop) is not None,
    )
    return [whole, *(replace(whole, pinpoint=places) for places in further)]
