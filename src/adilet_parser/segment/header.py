"""The head of an act: title, status, info line, notes, preamble; and the facts in it."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from adilet_parser.language.kazakh import ENACTING, STATUS_WORDS
from adilet_parser.language.line_forms import NAMED_HEADING, NOTE_START, NUMBERED, REPEAL_NOTE, is_status
from adilet_parser.model.records import ActFacts, ActRef, Issuer, Signature, Status, StatusSource
from adilet_parser.segment.contents import HEAD as CONTENTS_HEAD
from adilet_parser.segment.info_line import REPEALED, owns_in, registration_in, repealer_in

# "Қарағанды облысы әкімдігінің 2016 жылғы 14 сәуірдегі № 26/01 Қаулысымен күші жойылды": a status line of other sites
REPEALED_BY_LINE = regex.compile(
    r"^(?-i:\p{Lu})[^.]{20,300}\s(?:қаулы|бұйры|шешім|жарлы|заң)\p{Ll}*мен\s+күші\s+жойыл(?:ды|ған)\.?$",
    regex.IGNORECASE,
)


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


def find_header(lines: list[str]) -> Header:
    """Sorts the paragraphs before the first point; `lines` is the whole act, one paragraph each."""
    header = Header()
    enacting = next((i for i, line in enumerate(lines[:80]) if ENACTING.search(line)), None)
    stop = enacting + 1 if enacting is not None else len(lines)
    header.enacted = enacting is not None
    for index, line in enumerate(lines[:stop]):
        if enacting is None and (NAMED_HEADING.match(line) or NUMBERED.match(line) or CONTENTS_HEAD.match(line)):
            break
        header.end = index + 1
        if tells_status(line):
            header.status.append(index)
        elif NOTE_START.match(line) or (header.info and REPEAL_NOTE.match(line)):
            header.notes.append(index)
        elif not header.info and not header.notes and owns_in(line) and not _is_title(line, lines, index):
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


def tells_status(line: str) -> bool:
    """True for a line of its own that says whether the act is in force.

    >>> tells_status("Күшін жойған"), tells_status("Қала әкімдігінің 2016 жылғы 14 сәуірдегі № 26/01 Қаулысымен күші жойылды")
    (True, True)
    """
    return is_status(line) or (not NOTE_START.match(line) and REPEALED_BY_LINE.match(line) is not None)


def _is_title(line: str, lines: list[str], index: int) -> bool:
    """A title may hold another act's issuer and number: "... № 83 бұйрығына өзгерістер енгізу туралы"."""
    return line.rstrip().endswith("туралы") and index + 1 < len(lines)


def read_facts(header: Header, lines: list[str], signed: tuple[Signature, ...]) -> ActFacts:
    """The facts of the header."""
    title = " ".join(lines[index] for index in header.title) or None
    info = " ".join(lines[index] for index in header.info)
    repeal = REPEALED.search(info)
    own_part, repeal_part = (info[: repeal.start()], info[repeal.end() :]) if repeal else (info, "")
    owns = owns_in(own_part)
    own = owns[0] if owns else None
    status, source = _status(header, lines, repeal is not None)
    return ActFacts(
        type="joint" if len(owns) > 1 else own.type if own else "other",
        title=title,
        issuer=own.issuer if own else None,
        adopted_on=own.adopted_on if own else None,
        number=own.number if own else None,
        registration=registration_in(own_part, owns[-1].end if owns else 0),
        status=status,
        status_source=source,
        repealed_by=repealer_in(repeal_part) or _repealed_by(header, lines),
        signed_by=signed,
        issuers=tuple(
            Issuer(issuer=one.issuer, type=one.type, adopted_on=one.adopted_on, number=one.number) for one in owns
        )
        if len(owns) > 1
        else (),
    )


def _status(header: Header, lines: list[str], repeal_in_info: bool) -> tuple[Status, StatusSource | None]:
    for index in header.status:
        word = STATUS_WORDS.get(lines[index].strip(" .").casefold(), "repealed")
        return ("repealed" if word == "repealed" else "new" if word == "new" else "in_force"), "header"
    if repeal_in_info:
        return "repealed", "header"
    if any(REPEALED.search(lines[index]) for index in header.notes):
        return "repealed", "note"
    return "unknown", None


def _repealed_by(header: Header, lines: list[str]) -> ActRef | None:
    """The repealing act by a status line or a note: behind "күші жойылды –", or before "... қаулысымен күші жойылды"."""
    for index in (*header.status, *header.notes):
        found = REPEALED.search(lines[index])
        if found:
            return repealer_in(lines[index][found.end() :]) or repealer_in(lines[index][: found.start()])
    return None
