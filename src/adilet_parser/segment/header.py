"""The head of an act: title, status, info line, notes, preamble; and the facts in it."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from adilet_parser.language.dates import DATE, WRITTEN, iso_of
from adilet_parser.language.kazakh import ENACTING, STATUS_WORDS
from adilet_parser.language.line_forms import NAMED_HEADING, NOTE_START, NUMBERED, is_status
from adilet_parser.model.records import ActFacts, ActRef, ActType, Issuer, Registration, Signature, Status, StatusSource

NUMBER = r"(?P<{}>[\p{{L}}\d][\p{{L}}\d]*(?:\s?[-/]\s?[\p{{L}}\d]+)*)"
NOUN = r"(?P<noun>бірлескен\s+қаулысы|қаулысы|бұйрығы|шешімі|жарлығы|заңы|кодексі|өкімі)"
# "Алматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысы"
OWN = regex.compile(
    rf"(?P<issuer>\p{{Lu}}[^.;№]*?[ндт][ыі]ң(?:\s+м\.а\.)?|\p{{Lu}}[^.;№]*?м\.а\.)\s+{WRITTEN}\s+(?:№|N)\s?"
    + NUMBER.format("number")
    + rf"\s+(?:\S+\s+)?{NOUN}(?P<with>мен)?\b",
    regex.IGNORECASE,
)
# "Алматы облысы Әділет департаментінде 2019 жылы 12 ақпанда № 5055 болып тіркелді"
REGISTERED = regex.compile(
    rf"(?P<body>\p{{Lu}}[^.;]*?(?:департаментінде|министрлігінде|басқармасында|бөлімінде))\s+{WRITTEN}\s+"
    rf"(?:[\p{{L}}\s]*?)(?:№|N)\s?" + NUMBER.format("number") + r"\s+(?:болып\s+)?(?:тіркел|енгізіл)\p{Ll}+",
    regex.IGNORECASE,
)
# "Күші жойылды - Алматы облысы әкімдігінің 2020 жылғы 31 қаңтардағы № 35 қаулысымен"
REPEALED = regex.compile(r"(?:күш[іи]\s+жойыл(?:ды|ған))\s*[-–—]?\s*", regex.IGNORECASE)
BY = regex.compile(
    rf"(?P<issuer>(?:\p{{Lu}}|облыс|аудан)[^.;№]*?(?:[ндт][ыі]ң|м\.а\.))\s+{DATE.pattern}\s+(?:№|N)\s?" + NUMBER.format("number"),
    regex.IGNORECASE,
)
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
    name = regex.sub(r"\s+", " ", name).strip()
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
        elif not header.info and not header.notes and OWN.search(line) and not _is_title(line, lines, index):
            header.info.append(index)
        elif header.info or header.notes or index == enacting:
            header.preamble.append(index)
        else:
            header.title.append(index)
        if index == enacting:
            break
    if enacting is None and not header.info and len(header.title) > 3:
        # No head at all: what stands before the first number is the text's own beginning.
        header.end = min(header.title[0] + 1, header.end)
        header.title = header.title[:1]
    return header


def _is_title(line: str, lines: list[str], index: int) -> bool:
    """A title may hold another act's issuer and number: "... № 83 бұйрығына өзгерістер енгізу туралы"."""
    return line.rstrip().endswith("туралы") and index + 1 < len(lines)


def read_facts(header: Header, lines: list[str], signed: tuple[Signature, ...]) -> ActFacts:
    """The facts of the header."""
    title = " ".join(lines[index] for index in header.title) or None
    info = " ".join(lines[index] for index in header.info)
    repeal = REPEALED.search(info)
    own_part, repeal_part = (info[: repeal.start()], info[repeal.end() :]) if repeal else (info, "")
    owns = list(OWN.finditer(own_part))
    own = owns[0] if owns else None
    registered = REGISTERED.search(own_part[own.end() :] if own else own_part)
    status, source = _status(header, lines, repeal is not None)
    return ActFacts(
        type=_type(own, len(owns)),
        title=title,
        issuer=nominative(own["issuer"]) if own else None,
        adopted_on=iso_of(own) if own else None,
        number=squeeze(own["number"]) if own else None,
        registration=Registration(
            body=nominative(registered["body"]),
            registered_on=iso_of(registered),
            number=squeeze(registered["number"]),
        )
        if registered
        else None,
        status=status,
        status_source=source,
        repealed_by=_repealed_by(repeal_part) or _repealed_by_note(header, lines),
        signed_by=signed,
        issuers=tuple(_issuer(match) for match in owns) if len(owns) > 1 else (),
    )


def squeeze(number: str) -> str:
    """A number as printed, without blanks inside: "30/ 522-VIII" -> "30/522-VIII"."""
    return regex.sub(r"\s+", "", number)


def _type(own: regex.Match[str] | None, count: int) -> ActType:
    if own is None:
        return "other"
    noun = own["noun"].casefold()
    return "joint" if count > 1 or noun.startswith("бірлескен") else TYPES[noun]


def _issuer(match: regex.Match[str]) -> Issuer:
    return Issuer(
        issuer=nominative(match["issuer"]),
        type=_type(match, 1),
        adopted_on=iso_of(match),
        number=squeeze(match["number"]),
    )


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
    return ActRef(issuer=nominative(match["issuer"]), adopted_on=iso_of(match), number=squeeze(match["number"]))


def _repealed_by_note(header: Header, lines: list[str]) -> ActRef | None:
    for index in header.notes:
        found = REPEALED.search(lines[index])
        if found:
            return _repealed_by(lines[index][found.end() :])
    return None
