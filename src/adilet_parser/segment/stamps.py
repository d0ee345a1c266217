"""Annex headers: "... 2019 жылғы "28" қаңтардағы № 43 қаулысымен бекітілген 1-қосымша", and titles that lost theirs."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.dates import DATE
from adilet_parser.language.kazakh import ANNEX_KINDS, TITLE_HEAD
from adilet_parser.language.line_forms import TERMINAL
from adilet_parser.model.records import AnnexKind

LONGEST = 700
# The end of a header: "1-қосымша", "12-1-қосымша", "№ 3 қосымша", "қосымша", "Қосымша"
ANNEX_WORD = regex.compile(
    r"(?:^|\s)(?:№\s?)?(?:(?P<number>\d{1,3}(?:-\d{1,2})?)\s?-?\s?)?қосымша(?:\s+нысан)?\W*$", regex.IGNORECASE
)
# What goes before it: an act or document in the dative or instrumental, or "бекітілген"
OF_ACT = regex.compile(r"(?:\S*\d)?(?:қаулы|бұйры|шешім|жарлы|заң|өкім)\p{Ll}*", regex.IGNORECASE)
OF_DOCUMENT = regex.compile(
    r"(?P<noun>регламент|стандарт|қағида|ереже|нұсқаулы|тәртіб|жарғы|бағдарлама|талаптар|әдістеме|тізбе)\p{Ll}*?(?:н?а|н?е|ға|ге|қа|ке|на|не)$",
    regex.IGNORECASE,
)
# "... № 388 қаулысымен бекітілген" with nothing after
APPROVED = regex.compile(r"(?:қаулы|бұйры|шешім|жарлы)\p{Ll}*\s+бекітіл(?:ген|ді)\W*$", regex.IGNORECASE)
# "1-қосымша Түркістан облысы әкімдігінің ... № 132 қаулысына", "БЕКІТІЛГЕН ... № 1163 Жарлығымен": the number or the word goes first
NUMBER_FIRST = regex.compile(
    r"^(?P<number>\d{1,3}(?:-\d{1,2})?)\s?-\s?қосымша\s+(?-i:\p{Lu}).*(?:қаулы|бұйры|шешім|жарлы)\p{Ll}*н[ае]$",
    regex.IGNORECASE,
)
APPROVED_FIRST = regex.compile(
    r"^[\"«]?бекітіл(?:ген|ді)[\"»]?\s+\p{Lu}.*(?:қаулы|бұйры|шешім|жарлы)\p{Ll}*мен$", regex.IGNORECASE
)
QUOTED_TITLE = regex.compile(rf"^[\"«„“].+[\"»”“].*?{TITLE_HEAD}$", regex.IGNORECASE)
SERVICE = regex.compile(
    r"[\"«„“](?P<service>.+)[\"»”]\s+(?:мемлекеттік|электрондық|қызмет(?:і|тің)?\s+(?:регламент|стандарт))",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """An annex header: its number as printed, and the noun of the document it belongs to, where that is itself an annex."""

    number: str | None
    document: str | None = None


def stamp_of(line: str) -> Stamp | None:
    """The annex header in a line; null if it is none.

    >>> stamp_of('Алматы облысы әкімдігінің 2019 жылғы "28" қаңтардағы № 43 қаулысымен бекітілген 1-қосымша')
    Stamp(number='1', document=None)
    >>> stamp_of('"Дәрігерді үйге шақыру" мемлекеттік көрсетілетін қызмет регламентіне қосымша')
    Stamp(number=None, document='регламент')
    >>> stamp_of("2-қосымша Түркістан облысы әкімдігінің 2019 жылғы 24 маусымдағы № 132 қаулысына")
    Stamp(number='2', document=None)
    """
    if len(line) > LONGEST or TERMINAL.search(line[-3:]):
        return None
    if (reversed_ := NUMBER_FIRST.match(line)) is not None:
        return Stamp(reversed_["number"])
    if APPROVED_FIRST.match(line):
        return Stamp(None)
    tail = line[-60:]
    word = ANNEX_WORD.search(tail)
    if word:
        before = line[: len(line) - len(tail) + word.start()].rstrip()
        if not before:
            return Stamp(word["number"])
        last = before.rsplit(None, 2)[-2:]
        if before.casefold().endswith(("бекітілген", "бекітілді")):
            return Stamp(word["number"])
        if (document := OF_DOCUMENT.search(before)) is not None:
            return Stamp(word["number"], document["noun"].casefold())
        if any(OF_ACT.match(part) for part in last):
            return Stamp(word["number"])
        return None
    if APPROVED.search(tail) and DATE.search(line):
        return Stamp(None)
    return None


def is_title(line: str) -> bool:
    """True for a line that can only be an approved document's title: quoted name and head noun, no full stop.

    >>> is_title('"Анықтама беру" мемлекеттік көрсетілетін қызмет регламенті'), is_title('1. "А" регламенті')
    (True, False)
    """
    return line[:1] in '"«„“' and len(line) < LONGEST and QUOTED_TITLE.match(line) is not None


def kind_of(title: str | None, form: bool = False) -> AnnexKind:
    """The kind of an annex by its title."""
    if form:
        return "form"
    for pattern, kind in ANNEX_KINDS:
        if title and pattern.search(title):
            return kind  # type: ignore[return-value]
    return "other"


def service_of(title: str | None) -> str | None:
    """The service that a title or header names in quotes.

    >>> service_of('"Дәрігерді үйге шақыру" мемлекеттік көрсетілетін қызмет регламенті')
    'Дәрігерді үйге шақыру'
    """
    match = SERVICE.search(title or "") if len(title or "") <= LONGEST else None
    return match["service"] if match else None
