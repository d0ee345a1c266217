"""An act that is cited, and its parts: those to the left of its noun, and what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import regex

from adilet_parser.language.act_numbers import squeeze
from adilet_parser.language.bodies import COUNTRY, issuer_before, nominative
from adilet_parser.language.dates import ANY, iso_of
from adilet_parser.language.places import chain_at
from adilet_parser.language.quotation import opening_of
from adilet_parser.model.records import CitedType, Pinpoint

# Backward patterns: each matches just before the place reached so far
BRACKET = regex.compile(r"(?r)\((?P<bracket>(?:[^()\n]|\([^()\n]*\))*)\)\s*")
# `"Салық және ... төлемдер туралы" |(Салық кодексі) |Қазақстан Республикасының ... Кодексінің`: by what name the code goes too
ALIAS = regex.compile(r"(?r)(?<=[\"»”]\s)\(\p{Lu}[\p{L}\s-]{2,40}\s[Кк]одексі\)\s+")
# What a bracket between number and noun may tell: the register, the session, or when a changing act comes into force
TOLD = regex.compile(r"тізілім|тіркел|қолданысқа\s+енгізіл|күшіне\s+ен|сессия", regex.IGNORECASE)
NUMBER = regex.compile(r"(?r)(?:№|\bN)\s?(?P<number>(?:ҚР\s)?[\p{L}\d]+(?:\s?[-/]\s?[\p{L}\d]+)*)(?:\s+ҚРЗ)?\s*")
# "Қазақстан Республикасының Құқықтық актілер туралы |2016 жылғы": a law's title without quote marks
BARE_TITLE = regex.compile(rf"(?r)\b{COUNTRY}\s+\p{{Lu}}\p{{Ll}}[\p{{L}}\s,()-]{{5,250}}?\sтуралы\s+")
DATE = regex.compile(rf"(?r){ANY}\s*,?\s*", regex.IGNORECASE)
CLOSING = regex.compile(r"(?r)[\"»”“]\s*")
LAND = regex.compile(rf"(?r)\b{COUNTRY}\s*")
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


def parts_before(text: str, hit: External, floor: int, reach: int, seen: set[str]) -> External:
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


def parts_behind(text: str, hit: External) -> list[External]:
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
