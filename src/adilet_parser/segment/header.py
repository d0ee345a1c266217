"""The head of an act: title, status, info line, notes, preamble; and the facts in it."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from adilet_parser.language.bodies import COUNTRY, issuer_before
from adilet_parser.language.dates import DATE, WRITTEN, iso_of
from adilet_parser.language.kazakh import ENACTING, STATUS_WORDS
from adilet_parser.language.line_forms import NAMED_HEADING, NOTE_START, NUMBERED, is_status
from adilet_parser.model.records import ActFacts, ActRef, ActType, Issuer, Registration, Signature, Status, StatusSource

NUMBER = r"(?P<{}>(?:ҚР\s)?[\p{{L}}\d][\p{{L}}\d]*(?:\s?[-/]\s?[\p{{L}}\d]+)*)"
NOUN = r"(?P<noun>бірлескен\s+қаулысы|қаулысы|бұйрығы|шешімі|жарлығы|заңы|кодексі|өкімі)"
# "2019 жылғы 28 қаңтардағы № 43 қаулысы"; the issuer stands before it
OWN = regex.compile(
    rf"{WRITTEN}\s+(?:№|N)\s?" + NUMBER.format("number") + rf"\s+(?:\S+\s+)?{NOUN}(?P<with>мен)?\b", regex.IGNORECASE
)
# "2016 жылғы 16 қыркүйектегі № 545 және": in a joint act the nouns of both stand at the end
SHARED = regex.compile(rf"{WRITTEN}\s+(?:№|N)\s?" + NUMBER.format("number") + r"(?=\s+және\s)", regex.IGNORECASE)
JOINT_NOUN = regex.compile(r"бірлескен\s+(?P<noun>қаулысы|шешімі|бұйрығы)", regex.IGNORECASE)
# "департаментінде 2019 жылы 12 ақпанда № 5055 болып тіркелді"; the rest of the body's name stands before it
REGISTERED = regex.compile(
    rf"(?:департаментінде|министрлігінде|басқармасында|бөлімінде)(?P<date>\s+){WRITTEN}\s+(?:\p{{L}}+\s+){{0,6}}?(?:№|N)\s?"
    + NUMBER.format("number")
    + r"\s+(?:болып\s+)?(?:тіркел|енгізіл)\p{Ll}+",
    regex.IGNORECASE,
)
# "Күші жойылды - Алматы облысы әкімдігінің 2020 жылғы 31 қаңтардағы № 35 қаулысымен"
REPEALED = regex.compile(r"(?:күш[іи]\s+жойыл(?:ды|ған))\s*[-–—]?\s*", regex.IGNORECASE)
BY = regex.compile(rf"{DATE.pattern}\s+(?:№|N)\s?" + NUMBER.format("number"), regex.IGNORECASE)
# "Қазақстан Республикасының 2016 жылғы 12 қаңтардағы № 45-V ҚРЗ Заңы": laws are the country's
LAND = regex.compile(rf"(?r){COUNTRY}\s+")
JOINT_WORD = regex.compile(r"^Бірлескен\s+", regex.IGNORECASE)
SENTENCE_END = regex.compile(r"(?r)[.;]\s+")
HEAD_LENGTH = 4000
"""An act's head stands within so many characters of its line."""
TYPES: dict[str, ActType] = {
    "қаулысы": "resolution", "бұйрығы": "order", "шешімі": "decision", "жарлығы": "decree", "заңы": "law",
    "кодексі": "code", "өкімі": "other",
}  # fmt: skip
GENITIVE_END = regex.compile(r"[ндт][ыі]ң$")
LOCATIVE_END = regex.compile(r"н?д[ае]$")


@dataclass(slots=True)
class Header:
    """Indices of the paragraphs before the first point, by what they are."""

    title: list[int] = field(default_factory=list)
    status: list[int] = field(default_factory=list)
    info: list[int] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)
    preamble: list[int] = field(default_factory=list)
    end: int = 0
    enacted: bool = False


def nominative(name: str) -> str:
    """A body's name in the genitive or locative -> nominative.

    >>> nominative("Алматы облысы әкімдігінің"), nominative("Алматы облысы Әділет департаментінде")
    ('Алматы облысы әкімдігі', 'Алматы облысы Әділет департаменті')
    """
    name = " ".join(name.split())
    if name.endswith("м.а."):
        return name
    return GENITIVE_END.sub("", name) if GENITIVE_END.search(name) else LOCATIVE_END.sub("", name)


def find_header(lines: list[str]) -> Header:
    """Sorts the paragraphs before the first point; `lines` is the whole act, one paragraph each."""
    header = Header()
    enacting = next((i for i, line in enumerate(lines[:80]) if ENACTING.search(line)), None)
    stop = enacting + 1 if enacting is not None else len(lines)
    header.enacted = enacting is not None
    for index, line in enumerate(lines[:stop]):
        if enacting is None and (NAMED_HEADING.match(line) or NUMBERED.match(line)):
            break
        header.end = index + 1
        if is_status(line):
            header.status.append(index)
        elif NOTE_START.match(line):
            header.notes.append(index)
        elif not header.info and not header.notes and _owns(line) and not _is_title(line, lines, index):
            header.info.append(index)
        elif header.info or header.notes or index == enacting:
            header.preamble.append(index)
        else:
            header.title.append(index)
        if index == enacting:
            break
    if enacting is None and not header.info and len(header.title) > 3:
        # No head at all: what stands before the first number is the text's own beginning.
        header.end = header.title[0] + 1
        for part in (header.title, header.status, header.notes, header.preamble):
            part[:] = [index for index in part if index < header.end]
    return header


@dataclass(frozen=True, slots=True)
class _Own:
    """One issuer of the act, with the date, number and noun behind its name."""

    issuer: str
    adopted_on: str | None
    number: str
    noun: str
    end: int


def _owns(line: str) -> list[_Own]:
    """Issuers of this act."""
    head = line[:HEAD_LENGTH]
    shared = JOINT_NOUN.search(head)
    hits = [(match, match["noun"]) for match in OWN.finditer(head)]
    if shared is not None and hits:
        hits = [(match, shared["noun"]) for match in SHARED.finditer(head, 0, hits[0][0].start())] + hits
    found = []
    for match, noun in hits:
        body = issuer_before(line, 0, match.start())
        if body is None and noun.casefold() in {"заңы", "кодексі"}:
            body = LAND.match(line, 0, match.start())
        if body is not None:
            issuer = nominative(JOINT_WORD.sub("", body.group()))
            found.append(_Own(issuer, iso_of(match), squeeze(match["number"]), noun, match.end()))
    return found


def _is_title(line: str, lines: list[str], index: int) -> bool:
    """A title may hold another act's issuer and number: "... № 83 бұйрығына өзгерістер енгізу туралы"."""
    return line.rstrip().endswith("туралы") and index + 1 < len(lines)


def read_facts(header: Header, lines: list[str], signed: tuple[Signature, ...]) -> ActFacts:
    """The facts of the header."""
    title = " ".join(lines[index] for index in header.title) or None
    info = " ".join(lines[index] for index in header.info)
    repeal = REPEALED.search(info)
    own_part, repeal_part = (info[: repeal.start()], info[repeal.end() :]) if repeal else (info, "")
    owns = _owns(own_part)
    own = owns[0] if owns else None
    status, source = _status(header, lines, repeal is not None)
    return ActFacts(
        type=_type(own, len(owns)),
        title=title,
        issuer=own.issuer if own else None,
        adopted_on=own.adopted_on if own else None,
        number=own.number if own else None,
        registration=_registration(own_part, owns[-1].end if owns else 0),
        status=status,
        status_source=source,
        repealed_by=_repealed_by(repeal_part) or _repealed_by_note(header, lines),
        signed_by=signed,
        issuers=tuple(
            Issuer(issuer=one.issuer, type=_type(one, 1), adopted_on=one.adopted_on, number=one.number) for one in owns
        )
        if len(owns) > 1
        else (),
    )


def squeeze(number: str) -> str:
    """A number as printed, without blanks inside: "30/ 522-VIII" -> "30/522-VIII"; "ҚР ДСМ-31" keeps its own.

    >>> squeeze("30/ 522-VIII"), squeeze("ҚР  ДСМ- 31")
    ('30/522-VIII', 'ҚР ДСМ-31')
    """
    first, *rest = number.split()
    return f"{first} {''.join(rest)}" if first == "ҚР" and rest else first + "".join(rest)


def _type(own: _Own | None, count: int) -> ActType:
    if own is None:
        return "other"
    noun = own.noun.casefold()
    return "joint" if count > 1 or noun.startswith("бірлескен") else TYPES[noun]


def _registration(info: str, start: int) -> Registration | None:
    """The entry in the state register, as the info line tells it."""
    match = REGISTERED.search(info, start)
    if match is None:
        return None
    mark = SENTENCE_END.search(info, start, match.start())
    body = info[mark.end() if mark else start : match.start("date")]
    return Registration(body=nominative(body), registered_on=iso_of(match), number=squeeze(match["number"]))


def _status(header: Header, lines: list[str], repeal_in_info: bool) -> tuple[Status, StatusSource | None]:
    for index in header.status:
        word = STATUS_WORDS[lines[index].strip(" .").casefold()]
        return ("repealed" if word == "repealed" else "new" if word == "new" else "in_force"), "header"
    if repeal_in_info:
        return "repealed", "header"
    if any(REPEALED.search(lines[index]) for index in header.notes):
        return "repealed", "note"
    return "unknown", None


def _repealed_by(text: str) -> ActRef | None:
    match = BY.search(text)
    if match is None:
        return None
    body = issuer_before(text, 0, match.start())
    return ActRef(
        issuer=nominative(body.group()) if body else None, adopted_on=iso_of(match), number=squeeze(match["number"])
    )


def _repealed_by_note(header: Header, lines: list[str]) -> ActRef | None:
    for index in header.notes:
        found = REPEALED.search(lines[index])
        if found:
            return _repealed_by(lines[index][found.end() :])
    return None
