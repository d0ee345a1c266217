"""How well some words fit a cell of a table of actions: 0 for what is usual there, more for what is odd, null for what cannot be."""

from __future__ import annotations

from dataclasses import dataclass

import regex

from adilet_parser.language.actors import DOER_END
from adilet_parser.language.columns import role_of
from adilet_parser.language.numerals import NUMBER_WORDS

ODD = 3
"""What one odd thing weighs; a small one weighs 1."""
MOST_LEADING = 3
DASH = regex.compile(r"[-–—]")
COUNTER = regex.compile(r"\d{1,3}[.)]?")
COUNTERS = regex.compile(r"\d[\d\s,;–—-]*|[-–—]")
# "30 (отыз) минуттан", "бір жұмыс күнінен", "түскен күні", "дереу"
TIME = regex.compile(
    rf"(?:\b\d{{1,4}}|\b(?:{NUMBER_WORDS}))(?:\s?\([^()]{{1,30}}\))?\s(?:(?:жұмыс|күнтізбелік)\s)?(?:минут|мин\b|сағат|күн|тәулі|апта|ай|жыл)\p{{Ll}}*"
    r"|\bкүніне\s(?:кемінде\s)?(?:\d+|бір|екі|үш)(?:\s?\([^()]{1,20}\))?\sрет\b|\b(?:сол|келесі|түскен|жүгінген)\s(?:жұмыс\s)?күн\p{Ll}*|\bдереу\b",
    regex.IGNORECASE,
)
# "15 минут |ішінде|", "1 күннен |кешіктірмей|": what bounds a time belongs to it
BOUND = regex.compile(
    r"(?:ішінде|аспай|асырмай|артық|көп|кем|емес|дейін|кешікті|барысында|өткен|соң|кейін|бұрын|бойы|қалғанда)\p{Ll}*|\W+$"
)
# "Іс-қимылдың (үдерістің, рәсімнің, операцияның) атауы және сипаттамасы", "ҚФБ атауы", "Аяқталу нысаны (деректер, құжат)": how the
# headings of a turned table begin and end
HEADING_START = regex.compile(
    r"(?:ҚФБ|Құрылымдық|(?:Іс-)?[ӘәҚқ](?:рекет|имыл)|Рәсім|Үдеріс|Процес|Аяқталу|Нәтиже|Орында|Мерзім|Ұзақтығы|Келесі|Жауапты\s+тұлға)"
)
HEADING_END = regex.compile(
    r"(?:атауы|сипаттамасы|мазмұны|нысаны|мерзім(?:і|дері)|уақыты|ұзақтығы|нәтижесі|нөмірі|№|\bN|тұлға|\))$"
)
# "ХҚО операторы |ХҚО-ның ... қызметкері": a doer, and a word that may begin the next
TWO_DOERS = regex.compile(rf"{DOER_END.pattern.removesuffix('$')}\s+\p{{Lu}}", DOER_END.flags)
# "Комиссия |мүшелері", "жұмыс |тобы"
OTHER_DOER = regex.compile(r"(?:мүше(?:сі|лері)|тобы|адам|тұлға|меңгерушісі|иесі)$")
CALENDAR = regex.compile(r"(?:күнтізбелік|[-–—])\s?$", regex.IGNORECASE)
NUMBER_AT_END = regex.compile(r"\s(?:\d{1,2}|[-–—])$")
CAPITAL = regex.compile(r"[\"«(]?\p{Lu}\p{Ll}")
ABBREVIATION = regex.compile(r"[\"«(]?\p{Lu}")
# A noun in a case that no cell ends with, a conjunction, an opened list
OPEN = regex.compile(r"(?:[нтд][ыі]ң|ға|ге|қа|ке|[дтн][ае]н|\bжәне|\bнемесе|\bмен|\bбойынша|\bтуралы|,|-)$")
FINITE = regex.compile(r"(?:[аейы]д[ыі])$")
VERBAL_NOUN = regex.compile(r"(?:[^қ]у|ю)$")
# "осы Стандарттың": a capital inside a sentence shows a word that is written large
NAME = regex.compile(r"(?<=\p{Ll}[ ])\p{Lu}\p{Ll}{3,}")
STEM = 5


@dataclass(frozen=True, slots=True)
class Names:
    """Words that the act writes large inside sentences (by their first letters), so that they tell no border."""

    stems: frozenset[str]

    @staticmethod
    def of(text: str) -> Names:
        """The names of a text."""
        return Names(frozenset(match.group()[:STEM] for match in NAME.finditer(text)))

    def inside(self, words: list[str]) -> int:
        """What the capitals behind a cell's first word weigh."""
        return sum(1 if word.strip('"«(')[:STEM] in self.stems else ODD for word in words[1:] if CAPITAL.match(word))


def cost_of(role: str, first: str, rest: str, *, fresh: bool, names: Names) -> int | None:
    """The weight of a cell: the words that stand in the printed line where it begins, and the lines below.

    `fresh` is true where the cell begins a stretch of lines: what begins there begins there for certain.

    >>> none = Names(frozenset())
    >>> cost_of("time", "20 минут", "", fresh=False, names=none), cost_of("time", "Бұрыштама", "", fresh=True, names=none)
    (0, None)
    """
    whole = f"{first} {rest}".strip()
    if role == "number":
        return 0 if COUNTER.fullmatch(whole) else None
    if role.startswith("head "):
        if not ABBREVIATION.match(first) or f"head {role_of(whole)}" != role:
            return None
        return names.inside(first.split()) + (0 if HEADING_END.search(whole) else ODD)
    if role == "next":
        return 0 if COUNTERS.fullmatch(whole) else 1 if whole[0].isdigit() else None
    if DASH.fullmatch(whole):
        return None if role in {"actor", "action"} else 0
    if role == "time":
        return _time(first, whole, fresh, names)
    return _words(role, first, whole, fresh, names)


def _time(first: str, whole: str, fresh: bool, names: Names) -> int | None:
    found = TIME.search(whole)
    if found is None:
        return None
    lead = CALENDAR.sub("", whole[: found.start()]).split()
    if len(lead) > MOST_LEADING and not fresh:
        return None
    weight = names.inside(first.split()) + sum(1 for word in lead if VERBAL_NOUN.search(word))
    weight += sum(1 for word in whole[_last_time(whole) :].split() if not BOUND.match(word))
    return weight + (1 if lead and not fresh else 0) + (ODD if NUMBER_AT_END.search(whole) else 0)


def _last_time(whole: str) -> int:
    """Where the last length of time of a cell ends."""
    return max(match.end() for match in TIME.finditer(whole))


def _words(role: str, first: str, whole: str, fresh: bool, names: Names) -> int | None:
    words = first.split()
    if DASH.fullmatch(words[0]) or BOUND.match(words[0]):
        return None
    if CAPITAL.match(words[0]):
        weight = 0
    elif ABBREVIATION.match(words[0]):
        weight = 0 if fresh else 1
    elif fresh or role == "result" or (role == "actor" and DOER_END.search(whole)):
        weight = 1
    else:
        return None
    weight += names.inside(words) + (ODD if OPEN.search(whole) else 0)
    if TIME.search(whole):
        weight += ODD
    if HEADING_START.match(whole) and HEADING_END.search(whole):
        weight += ODD
    if role == "actor":
        weight += ODD if FINITE.search(whole) else 0
        weight += 1 if TWO_DOERS.search(whole) else 0
        weight += 0 if DOER_END.search(whole) or OTHER_DOER.search(whole) or not CAPITAL.match(whole) else 1
    if role == "action" and not FINITE.search(whole) and not VERBAL_NOUN.search(whole):
        weight += 1
    return weight
