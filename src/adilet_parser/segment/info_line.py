"""The info line of an act: issuer, date, number, registration, and who repealed it."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.act_numbers import number_group, squeeze
from adilet_parser.language.bodies import COUNTRY, NOMINATIVE_BEFORE, issuer_before, nominative
from adilet_parser.language.dates import DATE, WRITTEN, iso_of
from adilet_parser.model.records import ActRef, ActType, Registration

NOUN = r"(?P<noun>бірлескен\s+қаулысы|қаулысы|бұйрығы|шешімі|жарлығы|заңы|кодексі|өкімі)"
# "2019 жылғы 28 қаңтардағы № 43 қаулысы"; the issuer stands before it
OWN = regex.compile(
    rf"{WRITTEN}\s+(?:№|N)\s?{number_group('number')}\s+(?:заң\s+күші\s+бар\s+|\S+\s+)?{NOUN}(?P<with>мен)?\b",
    regex.IGNORECASE,
)
# "қаулысы 2001 жылғы 3 шілде N 910", "Кодексі 2003 жылғы 20 маусымдағы N 442-II", "ҚАУЛЫ 2015 жылғы ...": the noun goes before
NOUN_FIRST = regex.compile(
    rf"(?:{NOUN}|(?P<bare>(?-i:ҚАУЛЫ|БҰЙРЫҚ|ШЕШІМ|ӨКІМ)))\s+{WRITTEN}\s+(?:№|N)\s?{number_group('number')}",
    regex.IGNORECASE,
)
# "2016 жылғы 16 қыркүйектегі № 545 және", "... № ҚР ДСМ-107, Қазақстан": in a joint act the noun of all stands at the end
SHARED = regex.compile(
    rf"{WRITTEN}\s+(?:№|N)\s?{number_group('number')}(?=(?:\s+және|,)\s+(?-i:\p{{Lu}}))", regex.IGNORECASE
)
JOINT_NOUN = regex.compile(r"бірлескен\s+(?P<noun>қаулысы|шешімі|бұйрығы)", regex.IGNORECASE)
# "департаментінде 2019 жылы 12 ақпанда № 5055 болып тіркелді"; the rest of the body's name stands before it
REGISTERED = regex.compile(
    rf"(?:департаменті(?:нде)?|министрлігі(?:нде)?|басқармасы(?:нда)?|бөлімінде)(?P<date>\s+){WRITTEN}\s+(?:"
    rf"(?:\p{{L}}+\s+){{0,6}}?(?:№|N)\s?{number_group('number')}\s+(?:болып\s+)?(?:тіркел|енгізіл)\p{{Ll}}+|"
    # "... тіркелді. Тіркеу нөмірі N 1859", "... тіркелді. Тіркеу N 1859"
    rf"тіркел\p{{Ll}}+\.?\s+[Тт]іркеу\s+(?:нөмірі)?\s*(?:№|N)?\s?{number_group('entry')})",
    regex.IGNORECASE,
)
# "Күші жойылды - Алматы облысы әкімдігінің 2020 жылғы 31 қаңтардағы № 35 қаулысымен"
REPEALED = regex.compile(r"(?:күш[іи]\s+жойыл(?:ды|ған))\s*[-–—]?\s*", regex.IGNORECASE)
BY = regex.compile(rf"{DATE.pattern}\s+(?:№|N)\s?{number_group('number')}", regex.IGNORECASE)
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
BARE_NOUNS = {"ҚАУЛЫ": "қаулысы", "БҰЙРЫҚ": "бұйрығы", "ШЕШІМ": "шешімі", "ӨКІМ": "өкімі"}


@dataclass(frozen=True, slots=True)
class Own:
    """One issuer of the act, with the date, number and noun behind its name."""

    issuer: str
    adopted_on: str | None
    number: str
    noun: str
    end: int

    @property
    def type(self) -> ActType:
        """The kind of act by its noun."""
        noun = self.noun.casefold()
        return "joint" if noun.startswith("бірлескен") else TYPES[noun]


def owns_in(line: str) -> list[Own]:
    """Issuers that a header line names, each with its date and number.

    >>> [(own.issuer, own.adopted_on, own.number, own.type) for own in owns_in("Алматы облысы әкімдігінің 2019 жылғы 28 қаңтардағы № 43 қаулысы")]
    [('Алматы облысы әкімдігі', '2019-01-28', '43', 'resolution')]
    """
    head = line[:HEAD_LENGTH]
    shared = JOINT_NOUN.search(head)
    hits = [(match, match["noun"]) for match in OWN.finditer(head)]
    if not hits and (first := NOUN_FIRST.search(head)) is not None:
        hits = [(first, first["noun"] or BARE_NOUNS[first["bare"]])]
    if shared is not None and hits:
        hits = [(match, shared["noun"]) for match in SHARED.finditer(head, 0, hits[0][0].start())] + hits
    found = []
    for match, noun in hits:
        issuer = _issuer(line, match.start(), noun.casefold() in {"заңы", "кодексі"})
        if issuer is not None:
            found.append(Own(issuer, iso_of(match), squeeze(match["number"]), noun, match.end()))
    return found


def _issuer(line: str, end: int, of_country: bool) -> str | None:
    """The body whose name ends at `end`: in the genitive, for laws the country, in stacked headers in the nominative."""
    body = issuer_before(line, 0, end)
    if body is None and of_country:
        body = LAND.match(line, 0, end)
    if body is not None:
        return nominative(JOINT_WORD.sub("", body.group()))
    stacked = NOMINATIVE_BEFORE.match(line, 0, end)
    return stacked.group().strip() if stacked is not None and stacked.start() == 0 else None


def registration_in(info: str, start: int) -> Registration | None:
    """The entry in the state register, as the info line tells it."""
    match = REGISTERED.search(info, start)
    if match is None:
        return None
    mark = SENTENCE_END.search(info, start, match.start())
    body = info[mark.end() if mark else start : match.start("date")]
    number = squeeze(match["number"] or match["entry"])
    return Registration(body=nominative(body), registered_on=iso_of(match), number=number)


def repealer_in(text: str) -> ActRef | None:
    """The act that repealed this one, from words that tell of nothing else."""
    match = BY.search(text)
    if match is None:
        return None
    body = issuer_before(text, 0, match.start())
    return ActRef(
        issuer=nominative(body.group()) if body else None, adopted_on=iso_of(match), number=squeeze(match["number"])
    )
